// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QVBoxLayout>

class QHBoxLayout;

namespace sk::ui {

/// The frame of a panel: a title with buttons at its right, below it whatever the panel adds; scrolls when it must.
class Page : public QScrollArea
{
    Q_OBJECT

public:
    explicit Page(const QString &title, QWidget *parent);

    /// For buttons of the title line.
    [[nodiscard]] QHBoxLayout *actions() const { return m_actions; }
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }

private:
    QHBoxLayout *m_actions = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace sk::ui
