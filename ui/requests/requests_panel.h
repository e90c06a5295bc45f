// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/profile/session.h"

#include <QWidget>

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::requests {

class OrderSection;
class RegisterSection;

/// One buyer's rights: find, hand out and erase what is held about an order, and keep deadlines (GOV-2, DEL-6).
class RequestsPanel : public QWidget
{
    Q_OBJECT

public:
    RequestsPanel(profile::Session &session, Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] OrderSection *order() const { return m_order; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void warn(int overdue);

    InfoBar *m_warning = nullptr;
    OrderSection *m_order = nullptr;
    RegisterSection *m_register = nullptr;
};

} // namespace sk::ui::requests
