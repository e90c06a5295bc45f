// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_details.h"

#include "core/profile/connect_facts.h"
#include "ui/common/error_text.h"
#include "ui/common/flow_layout.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/status_badge.h"
#include "ui/common/table_look.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/connections/asked_data.h"
#include "ui/connections/credential_ages.h"
#include "ui/connections/data_set_model.h"
#include "ui/connections/feature_section.h"
#include "ui/connections/leak_section.h"
#include "ui/connections/sync_section.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using model::ConnectionState;

ConnectionDetails::ConnectionDetails(Clock &clock, QWidget *parent) : QScrollArea(parent), m_clock(clock)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Spacing::page, 0, Spacing::normal, 0);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    setWidget(content);
    buildHead(*layout);
    buildActions(*layout);
    buildFreshness(*layout);
    buildRest(*layout);
    layout->addStretch(1);
}

void ConnectionDetails::buildHead(QVBoxLayout &layout)
{
    m_label = makeHeading(QString(), widget());
    m_label->setObjectName(u"connectionTitle"_s);
    QFont font = m_label->font();
    font.setPointSizeF(font.pointSizeF() * 1.2);
    m_label->setFont(font);
    m_state = new StatusBadge(widget());
    m_state->setObjectName(u"connectionState"_s);
    auto *head = new FlowLayout(Spacing::normal + Spacing::tight);
    head->addWidget(m_label);
    head->addWidget(m_state);
    layout.addLayout(head);
    m_place = new MutedLabel(widget());
    layout.addWidget(m_place);
    m_problem = new InfoBar(widget());
    m_problem->setObjectName(u"connectionProblem"_s);
    m_problem->setClosable(false);
    layout.addWidget(m_problem);
    connect(m_problem, &InfoBar::actionTriggered, this, &ConnectionDetails::newCredentialsWanted);
    m_leak = new LeakSection(widget());
    layout.addWidget(m_leak);
    connect(m_leak, &LeakSection::newCredentialsWanted, this, &ConnectionDetails::newCredentialsWanted);
    connect(m_leak, &LeakSection::keysWanted, this, &ConnectionDetails::newKeysWanted);
}

void ConnectionDetails::buildActions(QVBoxLayout &layout)
{
    m_sync = named(new QPushButton(Icons::icon(u"sync"_s), tr("S&ync now"), widget()), u"syncNow"_s,
                   tr("Sync this connection now"));
    m_stop = named(new QPushButton(Icons::icon(u"stop"_s), tr("S&top"), widget()), u"syncStop"_s, tr("Stop the sync"));
    m_check = named(new QPushButton(Icons::icon(u"test"_s), tr("&Check access…"), widget()), u"checkAccess"_s,
                    tr("Check what this connection may do"));
    m_export = named(new QPushButton(Icons::icon(u"export"_s), tr("E&xport…"), widget()), u"exportConnection"_s,
                     tr("Export this connection for another computer"));
    m_disconnect = named(new QPushButton(Icons::icon(u"disconnect"_s), tr("&Disconnect…"), widget()), u"disconnect"_s,
                         tr("Disconnect this account"));
    m_erase = named(new QPushButton(Icons::icon(u"erase"_s), tr("&Erase…"), widget()), u"erase"_s,
                    tr("Erase everything of this connection now"));
    auto *buttons = new FlowLayout(Spacing::normal);
    for (QPushButton *button : {m_sync, m_stop, m_check, m_export, m_disconnect, m_erase})
        buttons->addWidget(button);
    layout.addLayout(buttons);
    m_progress = new SyncSection(widget());
    layout.addWidget(m_progress);
    connect(m_sync, &QPushButton::clicked, this, &ConnectionDetails::syncWanted);
    connect(m_stop, &QPushButton::clicked, this, &ConnectionDetails::stopWanted);
    connect(m_check, &QPushButton::clicked, this, &ConnectionDetails::checkWanted);
    connect(m_export, &QPushButton::clicked, this, &ConnectionDetails::exportWanted);
    connect(m_disconnect, &QPushButton::clicked, this, &ConnectionDetails::disconnectWanted);
    connect(m_erase, &QPushButton::clicked, this, &ConnectionDetails::eraseWanted);
}

void ConnectionDetails::buildFreshness(QVBoxLayout &layout)
{
    layout.addSpacing(Spacing::normal);
    layout.addWidget(makeHeading(tr("Freshness"), widget()));
    m_dataSets = new DataSetModel(this);
    m_table = named(new QTableView(widget()), u"dataSets"_s, tr("Freshness of the data sets"));
    m_table->setModel(m_dataSets);
    applyTableLook(*m_table);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setMinimumSectionSize(fontMetrics().averageCharWidth() * 15);
    m_table->horizontalHeader()->setStretchLastSection(true);
    layout.addWidget(m_table);
    m_notFetched = makeText(
        tr("The authorisation for Amazon Ads is kept. Advertising reports are not fetched yet; they come with a "
           "later version."),
        widget());
    m_notFetched->setObjectName(u"notFetched"_s);
    layout.addWidget(m_notFetched);
}

void ConnectionDetails::buildRest(QVBoxLayout &layout)
{
    layout.addSpacing(Spacing::normal);
    layout.addWidget(makeHeading(tr("What is asked for, and why"), widget()));
    m_asked = new AskedData(widget());
    layout.addWidget(m_asked);
    m_feature = new FeatureSection(widget());
    layout.addWidget(m_feature);
    connect(m_feature, &FeatureSection::wanted, this, &ConnectionDetails::featureWanted);
    layout.addSpacing(Spacing::normal);
    layout.addWidget(makeHeading(tr("Credentials"), widget()));
    m_ages = new CredentialAges(widget());
    layout.addWidget(m_ages);
    connect(m_ages, &CredentialAges::renewalWanted, this, &ConnectionDetails::newCredentialsWanted);
    connect(m_ages, &CredentialAges::leakSuspected, this, &ConnectionDetails::leakSuspected);
}

void ConnectionDetails::show(const model::ConnectionView &view, bool syncing)
{
    const Time now = m_clock.now();
    m_label->setText(toQString(view.connection.label));
    m_state->setState(Words::tone(view.connection.state), Words::state(view.connection.state));
    QStringList places;
    for (const model::Marketplace &marketplace : view.marketplaces)
        places.append(marketplace.suspended ? tr("%1 (suspended)").arg(toQString(marketplace.name))
                                            : toQString(marketplace.name));
    const QString region = Words::place(view.connection);
    m_place->setText(places.isEmpty() ? region : tr("%1: %2").arg(region, places.join(tr(", "))));
    showProblem(view);
    showActions(view, syncing);
    showDataSets(view);
    m_asked->show(view.connection.kind, view.connection.features);
    m_feature->setVisible(view.connection.kind != model::ConnectionKind::Ads);
    m_feature->show(view, now);
    m_ages->show(view.connection, now);
    m_leak->show(view);
}

void ConnectionDetails::showActions(const model::ConnectionView &view, bool syncing)
{
    const bool connected = view.connection.state != ConnectionState::Disconnected;
    const bool ads = view.connection.kind == model::ConnectionKind::Ads;
    m_sync->setVisible(!syncing && !ads);
    m_sync->setEnabled(view.connection.state == ConnectionState::Active);
    m_stop->setVisible(syncing);
    if (!syncing)
        m_stop->setEnabled(true);
    m_check->setEnabled(connected);
    m_export->setEnabled(connected);
    m_disconnect->setEnabled(connected);
    if (!syncing)
        m_progress->hide();
    else if (m_progress->isHidden())
        m_progress->showStarting();
}

void ConnectionDetails::showProblem(const model::ConnectionView &view)
{
    const model::Connection &connection = view.connection;
    if (connection.state == ConnectionState::Disconnected) {
        const Day today = dayOf(m_clock.now());
        m_problem->showMessage(
            Tone::Neutral,
            connection.purgeOn
                ? tr("Disconnected. The rows of this connection are deleted on %1 (%2).")
                      .arg(Format::day(*connection.purgeOn), Format::untilDay(*connection.purgeOn, today))
                : tr("Disconnected."));
        m_problem->offer(tr("Connect again…"));
        return;
    }
    if (connection.state != ConnectionState::Active) {
        const bool revoked = connection.state == ConnectionState::ReauthorisationNeeded;
        const QString what = ErrorText::of(
            connection.stateReason.value_or(revoked ? ErrorKind::AuthorisationRevoked : ErrorKind::ClientRefused));
        m_problem->showMessage(Tone::Bad,
                               connection.purgeOn
                                   //: %1: what happened, %2: a date, %3: "in 12 days"
                                   ? tr("%1 Unless it is authorised again, its rows are deleted on %2 (%3).")
                                         .arg(what, Format::day(*connection.purgeOn),
                                              Format::untilDay(*connection.purgeOn, dayOf(m_clock.now())))
                                   : what);
        const bool consented = profile::canConsentInBrowser() && !connection.redirectUrl.empty();
        m_problem->offer(consented ? tr("Ask for consent again…") : tr("Enter new credentials…"));
        return;
    }
    for (const model::DataSetStatus &set : view.dataSets) {
        if (!set.lastError || *set.lastError == ErrorKind::Cancelled)
            continue;
        const QString when = set.lastErrorAt ? Format::age(*set.lastErrorAt, m_clock.now()) : tr("last time");
        //: %1: data set, %2: "5 minutes ago", %3: what happened and what to do
        m_problem->showMessage(isTransient(*set.lastError) ? Tone::Attention : Tone::Bad,
                               tr("%1, %2: %3").arg(Words::dataSet(set.name), when, ErrorText::of(*set.lastError)));
        return;
    }
    m_problem->hide();
}

void ConnectionDetails::showDataSets(const model::ConnectionView &view)
{
    m_dataSets->setDataSets(view.dataSets, m_clock.now());
    const bool ads = view.connection.kind == model::ConnectionKind::Ads;
    m_table->setVisible(!ads);
    m_notFetched->setVisible(ads);
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height()
                            + rowHeight * std::max(1, m_dataSets->rowCount()) + 2 * m_table->frameWidth());
}

void ConnectionDetails::showProgress(const model::SyncProgress &progress)
{
    m_progress->show(progress, m_clock.now());
    m_sync->hide();
    m_stop->show();
}

void ConnectionDetails::setStopping()
{
    m_stop->setEnabled(false);
}

} // namespace sk::ui::connections
