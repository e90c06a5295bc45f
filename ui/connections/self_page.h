// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connect_page.h"
#include "ui/connections/connect_world.h"

namespace sk::ui::connections {

class ConnectForm;
class ConnectHelp;

/// Self-authorisation of the seller's own private application: three values, pasted once (sp-api.md 2.6).
class SelfPage : public ConnectPage
{
    Q_OBJECT

public:
    SelfPage(profile::Session &session, const ConnectWorld &world, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    [[nodiscard]] QString actionText() const override;
    [[nodiscard]] QString busyText() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    void setFeatures(const std::vector<model::Feature> &features) override;
    void preset(const model::Connection &connection) override;
    void connectAccount() override;
    void settle(const Result<profile::ConnectResult> &outcome) override;

private:
    profile::Session &m_session;
    ConnectWorld m_world;
    ConnectForm *m_form = nullptr;
    ConnectHelp *m_help = nullptr;
    std::vector<model::Feature> m_features;
    std::optional<model::ConnectionId> m_replaces;
};

} // namespace sk::ui::connections
