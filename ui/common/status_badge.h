// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tone.h"

#include <QWidget>

namespace sk::ui {

/// A state in an icon and a word or two on a quiet, rounded ground.
class StatusBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);

    void setState(Tone tone, const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int iconSize() const;

    Tone m_tone = Tone::Neutral;
    QString m_text;
};

} // namespace sk::ui
