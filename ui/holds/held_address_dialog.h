// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hold.h"
#include "core/profile/session.h"
#include "ui/reveal/address_view.h"

#include <QDialog>

namespace sk::ui {
class InfoBar;
}

namespace sk::ui::holds {

/// The address that a hold keeps, masked; asks for the duty that a look at it is for, and shows it for a minute. Asks
/// by itself when it opens.
class HeldAddressDialog : public QDialog
{
    Q_OBJECT

public:
    HeldAddressDialog(profile::Session &session, Clock &clock, reveal::CaptureGuard guard, const model::Hold &hold,
                      QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void showAddress(model::RevealPurpose purpose);

    profile::Session &m_session;
    model::Hold m_hold;
    bool m_asked = false;
    InfoBar *m_bar = nullptr;
    reveal::AddressView *m_address = nullptr;
};

} // namespace sk::ui::holds
