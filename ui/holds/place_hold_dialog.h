// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::holds {

/// Puts one order on a tax or legal hold. Stays open with what was typed when the hold is refused.
class PlaceHoldDialog : public QDialog
{
    Q_OBJECT

public:
    PlaceHoldDialog(profile::Session &session, const std::vector<model::ConnectionView> &connections, Day today,
                    QWidget *parent);

    void reject() override;

Q_SIGNALS:
    void placed(const sk::model::Hold &hold);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildForm(const std::vector<model::ConnectionView> &connections, QFormLayout &form);
    [[nodiscard]] profile::HoldRequest request() const;
    void showReady();
    void place();

    profile::Session &m_session;
    Day m_today;
    bool m_waiting = false;
    QComboBox *m_connection = nullptr;
    QLineEdit *m_order = nullptr;
    QComboBox *m_kind = nullptr;
    QLineEdit *m_reason = nullptr;
    QDateEdit *m_until = nullptr;
    InfoBar *m_bar = nullptr;
    QPushButton *m_place = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace sk::ui::holds
