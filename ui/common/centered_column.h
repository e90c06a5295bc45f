// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace sk::ui {

/// A column of limited width in the middle of a page, a little above its centre. Keeps height-for-width, which
/// alignment flags would lose (wrapped text was cut off).
class CenteredColumn : public QWidget
{
    Q_OBJECT

public:
    /// `letters`: the width in average characters.
    CenteredColumn(int letters, QWidget *parent);

    /// Where the content goes.
    [[nodiscard]] QWidget *column() const { return m_column; }

private:
    QWidget *m_column = nullptr;
};

} // namespace sk::ui
