// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/credential_ages.h"

#include "ui/common/flow_layout.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/status_badge.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

std::int64_t daysSince(Time time, Time now)
{
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::days>(now - time).count());
}

} // namespace

CredentialAges::CredentialAges(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::tight);
    m_authorised = addRow(u"authorisedAge"_s);
    m_secret = addRow(u"secretAge"_s);
    m_advice =
        new MutedLabel(tr("Amazon ends a client secret after 180 days. Rotate it in Seller Central in time and enter "
                          "the new one here."),
                       this);
    layout->addWidget(m_advice);
    m_oldSecret = makeText(QString(), this);
    m_oldSecret->setObjectName(u"oldSecret"_s);
    layout->addWidget(m_oldSecret);
    m_renew = named(new QPushButton(tr("&Renew…"), this), u"renewCredentials"_s, tr("Renew the credentials"));
    m_leak = named(new QPushButton(tr("I suspect a &leak…"), this), u"suspectLeak"_s,
                   tr("I suspect a leak of these credentials"));
    auto *buttons = new FlowLayout(Spacing::normal);
    buttons->addWidget(m_renew);
    buttons->addWidget(m_leak);
    layout->addLayout(buttons);
    connect(m_leak, &QPushButton::clicked, this, &CredentialAges::leakSuspected);
    connect(m_renew, &QPushButton::clicked, this, &CredentialAges::renewalWanted);
}

CredentialAges::Row CredentialAges::addRow(const QString &objectName)
{
    Row row{makeText(QString(), this), new StatusBadge(this)};
    row.text->setObjectName(objectName);
    row.badge->setObjectName(objectName + u"Badge"_s);
    auto *line = new FlowLayout(Spacing::normal + Spacing::tight);
    row.text->setWordWrap(false);
    line->addWidget(row.text);
    line->addWidget(row.badge);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(line);
    return row;
}

void CredentialAges::show(const model::Connection &connection, Time now)
{
    using model::CredentialKind;
    using model::CredentialStage;
    const auto authorised = model::credentialState(CredentialKind::Authorisation, connection.authorisedAt, now);
    const auto secret = model::credentialState(CredentialKind::ClientSecret, connection.secretEnteredAt, now);
    m_authorised.text->setText(
        tr("Authorised %n day(s) ago", nullptr, Format::plural(daysSince(connection.authorisedAt, now))));
    m_secret.text->setText(
        tr("Client secret entered %n day(s) ago", nullptr, Format::plural(daysSince(connection.secretEnteredAt, now))));
    remind(m_authorised, authorised, now);
    remind(m_secret, secret, now);
    const bool secretIsOld = secret.stage != CredentialStage::Fresh;
    m_advice->setVisible(secretIsOld);
    m_oldSecret->setVisible(connection.oldSecretUntil.has_value());
    if (connection.oldSecretUntil)
        m_oldSecret->setText(tr("The client secret before this one is kept until %1, in case Amazon does not take the "
                                "new one yet.")
                                 .arg(Format::day(*connection.oldSecretUntil)));
    // Where the credentials are refused already, the problem above has the button.
    m_renew->setVisible(connection.state == model::ConnectionState::Active
                        && (secretIsOld || authorised.stage != CredentialStage::Fresh));
    m_leak->setVisible(connection.state != model::ConnectionState::Disconnected && !connection.suspectedAt);
}

void CredentialAges::remind(const Row &row, const model::CredentialAge &age, Time now)
{
    row.badge->setVisible(age.stage != model::CredentialStage::Fresh);
    if (age.stage == model::CredentialStage::Overdue)
        row.badge->setState(Tone::Bad, tr("Renew now"));
    else if (age.stage == model::CredentialStage::Remind && age.endsOn)
        row.badge->setState(Tone::Attention,
                            tr("Renew within %n day(s)", nullptr,
                               Format::plural((*age.endsOn - dayOf(age.madeAt)).count() - daysSince(age.madeAt, now))));
}

} // namespace sk::ui::connections
