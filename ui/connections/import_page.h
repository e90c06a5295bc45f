// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connect_page.h"

class QLineEdit;

namespace sk::ui::connections {

class AskedData;
class SecretEdit;

/// A connection from a sealed file that Sellerkeep wrote on another computer.
class ImportPage : public ConnectPage
{
    Q_OBJECT

public:
    ImportPage(profile::Session &session, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    [[nodiscard]] QString actionText() const override;
    [[nodiscard]] QString busyText() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    void setFeatures(const std::vector<model::Feature> &features) override;
    void preset(const model::Connection &) override {}
    void connectAccount() override;
    void settle(const Result<profile::ConnectResult> &outcome) override;

private:
    void chooseFile();

    profile::Session &m_session;
    QLineEdit *m_file = nullptr;
    SecretEdit *m_passphrase = nullptr;
    QLineEdit *m_label = nullptr;
    AskedData *m_asked = nullptr;
    std::vector<model::Feature> m_features;
};

} // namespace sk::ui::connections
