// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/credential_ages.h"

#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/status_badge.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kSecretReminder = 90; ///< days; Amazon announces the end of a secret as early
constexpr std::int64_t kSecretDeadline = 180;
constexpr std::int64_t kAuthorisedReminder = 335;
constexpr std::int64_t kAuthorisedDeadline = 365;

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
    m_renew = named(new QPushButton(tr("&Renew…"), this), u"renewCredentials"_s, tr("Renew the credentials"));
    layout->addWidget(m_renew, 0, Qt::AlignLeading);
    connect(m_renew, &QPushButton::clicked, this, &CredentialAges::renewalWanted);
}

CredentialAges::Row CredentialAges::addRow(const QString &objectName)
{
    Row row{makeText(QString(), this), new StatusBadge(this)};
    row.text->setObjectName(objectName);
    row.badge->setObjectName(objectName + u"Badge"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(Spacing::normal + Spacing::tight);
    row.text->setWordWrap(false);
    line->addWidget(row.text);
    line->addWidget(row.badge);
    line->addStretch(1);
    qobject_cast<QVBoxLayout *>(layout())->addLayout(line);
    return row;
}

void CredentialAges::show(const model::Connection &connection, Time now)
{
    const std::int64_t authorised = daysSince(connection.authorisedAt, now);
    const std::int64_t secret = daysSince(connection.secretEnteredAt, now);
    m_authorised.text->setText(tr("Authorised %n day(s) ago", nullptr, Format::plural(authorised)));
    m_secret.text->setText(tr("Client secret entered %n day(s) ago", nullptr, Format::plural(secret)));
    remind(m_authorised, authorised, kAuthorisedReminder, kAuthorisedDeadline);
    remind(m_secret, secret, kSecretReminder, kSecretDeadline);
    m_advice->setVisible(secret >= kSecretReminder);
    // Where the credentials are refused already, the problem above has the button.
    m_renew->setVisible(connection.state == model::ConnectionState::Active
                        && (secret >= kSecretReminder || authorised >= kAuthorisedReminder));
}

void CredentialAges::remind(const Row &row, std::int64_t age, std::int64_t reminder, std::int64_t deadline)
{
    row.badge->setVisible(age >= reminder);
    if (age >= deadline)
        row.badge->setState(Tone::Bad, tr("Renew now"));
    else if (age >= reminder)
        row.badge->setState(Tone::Attention, tr("Renew within %n day(s)", nullptr, Format::plural(deadline - age)));
}

} // namespace sk::ui::connections
