// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/add_connection_dialog.h"

#include "ui/common/fit_to_text.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/consent_page.h"
#include "ui/connections/import_page.h"
#include "ui/connections/self_page.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;

namespace {

/// Puts the fields of a page that was made later behind `before` in the tab order, not behind the dialog's buttons.
void orderTabs(QWidget *before, const QWidget &page)
{
    for (QWidget *field : page.findChildren<QWidget *>()) {
        // A combo box's list is a window of its own: no order leads into it and out again.
        if ((field->focusPolicy() & Qt::TabFocus) == 0 || field->focusProxy() != nullptr
            || field->window() != page.window())
            continue;
        QWidget::setTabOrder(before, field);
        before = field;
    }
}

} // namespace

AddConnectionDialog::AddConnectionDialog(profile::Session &session, Clock &clock, ConnectWorld world, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_clock(clock)
    , m_world(std::move(world))
{
    setObjectName(u"addConnectionDialog"_s);
    setWindowTitle(tr("Add connection"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_title = makeTitle(QString(), this);
    m_explanation = new MutedLabel(this);
    m_pages = new QStackedWidget(this);
    m_ways = new WayPage(m_world.canConsent, m_pages);
    m_pages->addWidget(m_ways);
    auto *scroll = new QScrollArea(this); // for a screen that is less high than a page
    scroll->setObjectName(u"connectScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // what lies in it takes the focus, and it follows
    scroll->setWidget(m_pages);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"connectBar"_s);
    m_bar->setClosable(false);
    buildButtons();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::wide);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_bar);
    layout->addWidget(m_buttons);
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 146, fontMetrics().height() * 44});
    showWays();
}

void AddConnectionDialog::buildButtons()
{
    m_buttons = new QDialogButtonBox(this);
    m_back = named(m_buttons->addButton(tr("&Back"), QDialogButtonBox::ResetRole), u"connectBack"_s,
                   tr("Back to the choice of ways"));
    m_connect = named(m_buttons->addButton(QString(), QDialogButtonBox::ActionRole), u"connectButton"_s, QString());
    m_connect->setDefault(true);
    m_sync = named(m_buttons->addButton(tr("Start the first sync"), QDialogButtonBox::AcceptRole), u"firstSyncButton"_s,
                   tr("Start the first sync"));
    m_close = named(m_buttons->addButton(QDialogButtonBox::Cancel), u"connectClose"_s, tr("Close without connecting"));
    m_close->setText(tr("Cancel"));
    connect(m_back, &QPushButton::clicked, this, &AddConnectionDialog::goBack);
    connect(m_connect, &QPushButton::clicked, this, &AddConnectionDialog::goOn);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &AddConnectionDialog::reject);
    m_sync->hide(); // last: adding a button shows all others again
}

void AddConnectionDialog::showWays()
{
    m_page = nullptr;
    m_title->setText(tr("Connect an Amazon account"));
    m_explanation->setText(
        tr("Sellerkeep never asks for an Amazon password. Choose how it gets the authorisation; it is kept "
           "in the keychain of this computer and goes nowhere else."));
    m_pages->setCurrentWidget(m_ways);
    m_ways->setFocus();
    m_bar->hide();
    updateButtons();
}

ConnectPage *AddConnectionDialog::makePage(ConnectWay way)
{
    switch (way) {
    case ConnectWay::SelfAuthorised: return new SelfPage(m_session, m_world, m_pages);
    case ConnectWay::Consent:
        return new ConsentPage(model::ConnectionKind::SellingPartner, m_session, m_clock, m_world, m_pages);
    case ConnectWay::Ads: return new ConsentPage(model::ConnectionKind::Ads, m_session, m_clock, m_world, m_pages);
    case ConnectWay::Import: return new ImportPage(m_session, m_pages);
    }
    Q_UNREACHABLE();
}

void AddConnectionDialog::showPage(ConnectPage *page)
{
    m_page = page;
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    m_title->setText(page->title());
    m_explanation->setText(page->explanation());
    connect(page, &ConnectPage::changed, this, &AddConnectionDialog::updateButtons);
    connect(page, &ConnectPage::ended, this, [this](const ConnectOutcome &outcome) { showOutcome(outcome.result); });
    orderTabs(m_ways->lastField(), *page);
    page->setFocus();
    updateButtons();
}

void AddConnectionDialog::preset(const model::Connection &connection)
{
    setWindowTitle(tr("Authorise again"));
    m_renewal = true;
    const bool consented = m_world.canConsent && !connection.redirectUrl.empty(); // else values are pasted
    const ConnectWay way = !consented                   ? ConnectWay::SelfAuthorised
        : connection.kind == model::ConnectionKind::Ads ? ConnectWay::Ads
                                                        : ConnectWay::Consent;
    showPage(makePage(way));
    m_page->preset(connection);
}

void AddConnectionDialog::goOn()
{
    if (m_page != nullptr)
        return connectAccount();
    ConnectPage *page = makePage(m_ways->way());
    page->setFeatures(m_ways->features());
    showPage(page);
}

void AddConnectionDialog::goBack()
{
    ConnectPage *page = m_page;
    m_waiting = false;
    page->giveUp();
    page->disconnect(this);
    showWays();
    page->deleteLater();
}

/// A page that cannot stop what it began is waited for: closing would not keep the connection from being stored.
void AddConnectionDialog::reject()
{
    if (m_page != nullptr && m_waiting) {
        if (!m_page->canGiveUp())
            return;
        m_page->giveUp();
    }
    QDialog::reject();
}

void AddConnectionDialog::connectAccount()
{
    m_waiting = true;
    updateButtons();
    m_bar->showMessage(Tone::Busy, m_page->busyText());
    m_page->connectAccount();
}

void AddConnectionDialog::showOutcome(const Result<profile::ConnectResult> &outcome)
{
    m_waiting = false;
    m_done = outcome.has_value();
    if (outcome)
        showConnected(*outcome);
    else
        m_bar->showError(outcome.error());
    m_page->settle(outcome);
    updateButtons();
}

void AddConnectionDialog::showConnected(const profile::ConnectResult &outcome)
{
    QStringList names;
    for (const model::Marketplace &marketplace : outcome.marketplaces)
        names.append(toQString(marketplace.name));
    const bool canSync = !names.isEmpty();
    m_bar->showMessage(
        Tone::Good,
        canSync
            ? tr("Connected. %n marketplace(s): %1.", nullptr, static_cast<int>(names.size())).arg(names.join(tr(", ")))
            : tr("Connected. The authorisation is kept in the keychain."));
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
    m_sync->setVisible(canSync);
    QPushButton *next = canSync ? m_sync : m_close;
    next->setDefault(true);
    next->setFocus();
    connect(m_sync, &QPushButton::clicked, this, [this, id = outcome.connection] { Q_EMIT firstSyncRequested(id); });
    Q_EMIT connected(outcome.connection);
}

void AddConnectionDialog::updateButtons()
{
    const bool complete = m_page == nullptr || m_page->isComplete();
    const QString action = m_page == nullptr ? tr("&Next") : m_page->actionText();
    if (m_waiting)
        m_bar->showMessage(Tone::Busy, m_page->busyText());
    m_connect->setText(action);
    m_connect->setAccessibleName(QString(action).remove(u'&'));
    m_connect->setVisible(!m_done);
    m_connect->setEnabled(complete && !m_waiting);
    m_connect->setToolTip(complete ? QString() : m_page->whatIsMissing());
    m_back->setVisible(m_page != nullptr && !m_renewal && !m_done);
    m_back->setEnabled(!m_waiting || m_page->canGiveUp());
    m_close->setEnabled(m_back->isEnabled());
    if (m_page != nullptr)
        m_page->setEnabled(!m_done && (!m_waiting || m_page->isInteractive()));
}

} // namespace sk::ui::connections
