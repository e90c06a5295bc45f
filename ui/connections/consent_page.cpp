// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/consent_page.h"

#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/connect_help.h"
#include "ui/connections/consent_form.h"
#include "ui/connections/consent_wait.h"
#include "ui/connections/desktop_note.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QStackedLayout>

namespace sk::ui::connections {

ConsentPage::ConsentPage(model::ConnectionKind kind, profile::Session &session, Clock &clock, const ConnectWorld &world,
                         QWidget *parent)
    : ConnectPage(parent)
    , m_kind(kind)
    , m_session(session)
    , m_world(world)
{
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(buildForm());
    m_wait = new ConsentWait(clock, world, this);
    m_stack->addWidget(m_wait);
    setFocusProxy(m_form);
    setFeatures({});
    connect(m_form, &ConsentForm::changed, this, &ConnectPage::changed);
    connect(m_wait, &ConsentWait::pasted, this, &ConsentPage::paste);
}

QWidget *ConsentPage::buildForm()
{
    auto *page = new QWidget(this);
    m_form = new ConsentForm(m_kind, page);
    m_help = new ConnectHelp(tr("What you need"), steps(), QString(), page);
    auto *left = new QVBoxLayout;
    left->setSpacing(Spacing::normal);
    left->addWidget(m_form);
    left->addStretch(1);
    left->addWidget(new DesktopNote(m_kind, m_world, page));
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(Spacing::wide);
    columns->addLayout(left, 4);
    columns->addWidget(m_help, 5);
    return page;
}

QStringList ConsentPage::steps() const
{
    QStringList steps;
    if (m_kind == model::ConnectionKind::Ads)
        steps << tr(
            "An application of your own that Amazon Ads has approved. It is another one than for the Selling Partner "
            "API, with its own client identifier and secret.");
    else
        steps << tr(
            "A public application of your own in the Solution Provider Portal; it may be unlisted or still a draft. "
            "A private application cannot ask for consent: use self-authorisation for that.");
    steps << tr(
        "The redirect page that comes with Sellerkeep (packaging/redirect-page), on a web server of yours with https. "
        "It hands Amazon’s answer to this computer and keeps nothing.")
          << tr("The address of that page, registered with Amazon as a redirect address of the application, and entered here "
                "exactly the same.");
    if (m_kind == model::ConnectionKind::SellingPartner)
        steps << tr(
            "The roles below, given to the application before the seller consents: a role that is added later needs a "
            "new consent.");
    return steps;
}

QString ConsentPage::title() const
{
    return m_kind == model::ConnectionKind::Ads ? tr("Connect Amazon Ads") : tr("Connect by consent in the browser");
}

QString ConsentPage::explanation() const
{
    return m_kind == model::ConnectionKind::Ads
        ? tr(
            "The authorisation is kept and shown as a connection of its own. Advertising reports are not fetched yet; they "
            "come with a later version.")
        : tr(
            "The seller signs in at Amazon and confirms your application. Sellerkeep never sees a password; it gets a code "
            "that works once, within five minutes of the confirmation.");
}

QString ConsentPage::actionText() const
{
    return tr("Go on at Amazon");
}

QString ConsentPage::busyText() const
{
    return m_consent.empty() ? tr("Preparing the consent…") : tr("Waiting for the consent at Amazon…");
}

bool ConsentPage::isComplete() const
{
    return m_form->isComplete();
}

QString ConsentPage::whatIsMissing() const
{
    return tr("Choose the account’s place and fill in the values first.");
}

void ConsentPage::setFeatures(const std::vector<model::Feature> &features)
{
    m_features = m_kind == model::ConnectionKind::Ads ? std::vector<model::Feature>() : features;
    m_help->showAsked(m_kind, m_features);
}

void ConsentPage::preset(const model::Connection &connection)
{
    m_form->preset(connection);
    m_help->showAsked(m_kind, connection.features);
}

void ConsentPage::connectAccount()
{
    profile::ConsentRequest request = m_form->take();
    request.features = m_features;
    request.endpoint = m_world.endpoint;
    request.closingTitle = fromQString(tr("You can close this page"));
    request.closingText = fromQString(tr("Go back to Sellerkeep: it shows how the connection went."));
    // By the session, not by us: a consent that begins after the user has gone would wait for nobody.
    whenDone(
        m_session.beginConsent(std::move(request)), &m_session,
        [&session = m_session, page = QPointer(this), turn = m_turn](const Result<profile::ConsentStarted> &started) {
            if (page && page->m_turn == turn)
                page->begun(started);
            else if (started)
                session.cancelConsent(started->id);
        });
}

void ConsentPage::begun(const Result<profile::ConsentStarted> &started)
{
    if (started)
        wait(*started);
    else
        Q_EMIT ended({fail(started.error())});
}

void ConsentPage::wait(const profile::ConsentStarted &started)
{
    m_consent = started.id;
    m_stack->setCurrentWidget(m_wait);
    m_wait->show(started);
    Q_EMIT changed();
    whenDone(m_session.awaitConsent(started.id), this,
             [this, id = started.id](const Result<profile::ConnectResult> &outcome) {
                 if (m_consent != id)
                     return; // given up
                 m_consent.clear();
                 Q_EMIT ended({outcome});
             });
}

void ConsentPage::paste(const QString &address)
{
    QByteArray text = address.toUtf8();
    const auto secret =
        secrets::Secret::take({reinterpret_cast<std::uint8_t *>(text.data()), static_cast<std::size_t>(text.size())});
    whenDone(m_session.pasteConsent(m_consent, secret), this, [this](const Result<void> &fits) {
        if (!fits)
            m_wait->refusePaste(fits.error());
    });
}

void ConsentPage::settle(const Result<profile::ConnectResult> &outcome)
{
    m_stack->setCurrentIndex(0);
    m_wait->forget();
    if (outcome)
        m_form->forgetSecret(tr("Kept in the keychain"));
    else if (outcome.error().kind == ErrorKind::ClientRefused)
        m_form->forgetSecret(tr("Refused; paste it again"));
}

void ConsentPage::giveUp()
{
    ++m_turn;
    if (!m_consent.empty())
        m_session.cancelConsent(std::exchange(m_consent, {}));
    m_stack->setCurrentIndex(0);
    m_wait->forget();
}

} // namespace sk::ui::connections
