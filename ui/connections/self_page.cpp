// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/self_page.h"

#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/connect_form.h"
#include "ui/connections/connect_help.h"
#include "ui/connections/desktop_note.h"

#include <QHBoxLayout>

namespace sk::ui::connections {

SelfPage::SelfPage(profile::Session &session, const ConnectWorld &world, QWidget *parent)
    : ConnectPage(parent)
    , m_session(session)
    , m_world(world)
{
    m_form = new ConnectForm(this);
    const QStringList steps{
        tr("Sign in to Seller Central or the Solution Provider Portal with the account that owns your private application."),
        tr("Open “Apps and Services”, then “Develop Apps”. Your application may stay a draft."),
        tr("Client identifier and client secret: in the row of the application, column “LWA credentials”, choose “View”."),
        tr("Refresh token: open the menu beside “Edit App”, choose “Authorize”, then “Authorize app” for this account."),
        tr("Copy the token at once: Amazon shows it only this time. A further click makes another; earlier ones stay valid."),
    };
    m_help = new ConnectHelp(tr("Where to find the values"), steps,
                             tr("If you have all three as JSON, paste it into any of the fields."), this);
    auto *left = new QVBoxLayout;
    left->setSpacing(Spacing::normal);
    left->addWidget(m_form);
    left->addStretch(1);
    left->addWidget(new DesktopNote(model::ConnectionKind::SellingPartner, world, this));
    auto *columns = new QHBoxLayout(this);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Spacing::wide);
    columns->addLayout(left, 4);
    columns->addWidget(m_help, 5);
    setFocusProxy(m_form);
    setFeatures({});
    connect(m_form, &ConnectForm::changed, this, &ConnectPage::changed);
}

QString SelfPage::title() const
{
    return tr("Connect with your own private application");
}

QString SelfPage::explanation() const
{
    return tr(
        "The values are tested by one call to Amazon and then kept in the keychain of this computer; they go nowhere "
        "else.");
}

QString SelfPage::actionText() const
{
    return tr("Test and connect");
}

QString SelfPage::busyText() const
{
    return tr("Asking Amazon whether it accepts these credentials…");
}

bool SelfPage::isComplete() const
{
    return m_form->isComplete();
}

QString SelfPage::whatIsMissing() const
{
    return tr("Choose the region and fill in the three values first.");
}

void SelfPage::setFeatures(const std::vector<model::Feature> &features)
{
    m_features = features;
    m_help->showAsked(model::ConnectionKind::SellingPartner, features);
}

void SelfPage::preset(const model::Connection &connection)
{
    m_replaces = connection.id;
    m_form->preset(connection.region, toQString(connection.label));
    m_help->showAsked(connection.kind, connection.features);
}

void SelfPage::connectAccount()
{
    profile::ConnectRequest request = m_form->take();
    request.replaces = m_replaces;
    request.features = m_features;
    request.endpoint = m_world.endpoint;
    whenDone(m_session.connectAccount(std::move(request)), this,
             [this](const Result<profile::ConnectResult> &outcome) { Q_EMIT ended({outcome}); });
}

void SelfPage::settle(const Result<profile::ConnectResult> &outcome)
{
    if (outcome)
        m_form->forgetSecrets(tr("Kept in the keychain"));
    else if (!isTransient(outcome.error().kind))
        m_form->forgetSecrets(tr("Refused; paste it again"));
}

} // namespace sk::ui::connections
