// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/connections/connect_page.h"
#include "ui/connections/connect_world.h"

class QStackedLayout;

namespace sk::ui::connections {

class ConnectHelp;
class ConsentForm;
class ConsentWait;

/// Consent in the browser for a public application (sp-api.md 2.4), or for Amazon Ads (section 12).
class ConsentPage : public ConnectPage
{
    Q_OBJECT

public:
    ConsentPage(model::ConnectionKind kind, profile::Session &session, Clock &clock, const ConnectWorld &world,
                QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    [[nodiscard]] QString actionText() const override;
    [[nodiscard]] QString busyText() const override;
    [[nodiscard]] bool isInteractive() const override { return !m_consent.empty(); }
    [[nodiscard]] bool canGiveUp() const override { return true; }
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString whatIsMissing() const override;
    void setFeatures(const std::vector<model::Feature> &features) override;
    void preset(const model::Connection &connection) override;
    void connectAccount() override;
    void settle(const Result<profile::ConnectResult> &outcome) override;
    void giveUp() override;

private:
    QWidget *buildForm();
    [[nodiscard]] QStringList steps() const;
    void begun(const Result<profile::ConsentStarted> &started);
    void wait(const profile::ConsentStarted &started);
    void paste(const QString &address);

    model::ConnectionKind m_kind;
    profile::Session &m_session;
    ConnectWorld m_world;
    QStackedLayout *m_stack = nullptr;
    ConsentForm *m_form = nullptr;
    ConnectHelp *m_help = nullptr;
    ConsentWait *m_wait = nullptr;
    std::vector<model::Feature> m_features;
    std::string m_consent; ///< the one being waited for
    int m_turn = 0;        ///< given up in between: a consent that begins late is not wanted any more
};

} // namespace sk::ui::connections
