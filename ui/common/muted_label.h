// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sk::ui {

/// Wrapping text that stands back: still readable (4.5:1), in light and dark.
class MutedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit MutedLabel(QWidget *parent = nullptr);
    explicit MutedLabel(const QString &text, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColor();
};

} // namespace sk::ui
