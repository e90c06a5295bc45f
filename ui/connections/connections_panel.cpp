// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connections_panel.h"

#include "ui/common/centered_column.h"
#include "ui/common/certificate_dialog.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/key_questions.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/progress_text.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/common/words.h"
#include "ui/connections/access_dialog.h"
#include "ui/connections/add_connection_dialog.h"
#include "ui/connections/connection_delegate.h"
#include "ui/connections/connection_details.h"
#include "ui/connections/connection_list_model.h"
#include "ui/connections/disconnect_dialog.h"
#include "ui/connections/erase_dialog.h"
#include "ui/connections/export_connection_dialog.h"

#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ConnectionsPanel::ConnectionsPanel(profile::Session &session, Clock &clock, ConnectWorld world, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
    , m_world(std::move(world))
{
    setObjectName(u"connectionsPanel"_s);
    m_model = new ConnectionListModel(this);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"connectionsBar"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addLayout(buildHeader());
    layout->addWidget(m_bar);
    m_stack = new QStackedLayout;
    m_stack->addWidget(new QWidget(this)); // until the first answer
    m_stack->addWidget(buildEmpty());
    m_stack->addWidget(buildContent());
    layout->addLayout(m_stack, 1);
    wire();
    wireDetails();
    refresh();
    refreshAgesLater();
}

QHBoxLayout *ConnectionsPanel::buildHeader()
{
    m_add = named(new QPushButton(Icons::icon(u"add"_s), tr("&Add connection…"), this), u"addConnection"_s,
                  tr("Add a connection to Amazon"));
    m_add->hide(); // the empty page has a button of its own
    connect(m_add, &QPushButton::clicked, this, &ConnectionsPanel::openAddDialog);
    auto *header = new QHBoxLayout;
    header->addWidget(makeTitle(tr("Connections"), this));
    header->addStretch(1);
    header->addWidget(m_add);
    return header;
}

QWidget *ConnectionsPanel::buildEmpty()
{
    auto *page = new CenteredColumn(64, this);
    page->setObjectName(u"noConnections"_s);
    auto *text = new MutedLabel(
        tr("Connect your Amazon account with your own application, or take a connection over from another "
           "computer. Sellerkeep then fetches your orders and keeps them encrypted on this computer."),
        page->column());
    text->setAlignment(Qt::AlignHCenter);
    auto *add = named(new QPushButton(tr("Connect an Amazon account…"), page->column()), u"addFirstConnection"_s,
                      tr("Connect an Amazon account"));
    connect(add, &QPushButton::clicked, this, &ConnectionsPanel::openAddDialog);
    auto *layout = new QVBoxLayout(page->column());
    layout->setSpacing(Spacing::wide);
    layout->addWidget(makeHeading(tr("No connection yet"), page->column()), 0, Qt::AlignHCenter);
    layout->addWidget(text);
    layout->addWidget(add, 0, Qt::AlignHCenter);
    return page;
}

QWidget *ConnectionsPanel::buildContent()
{
    auto *page = new QWidget(this);
    m_list = named(new QListView(page), u"connectionList"_s, tr("Connections"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ConnectionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFixedWidth(fontMetrics().averageCharWidth() * 38);
    m_details = new ConnectionDetails(m_clock, page);
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_details, 1);
    return page;
}

void ConnectionsPanel::wire()
{
    connect(&m_session, &profile::Session::connectionsChanged, this, &ConnectionsPanel::refresh);
    connect(&m_session, &profile::Session::piiExpired, this, &ConnectionsPanel::refresh);
    connect(&m_session, &profile::Session::syncProgressed, this, &ConnectionsPanel::showProgress);
    connect(&m_session, &profile::Session::syncFinished, this, &ConnectionsPanel::showReport);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ConnectionsPanel::showCurrent);
}

void ConnectionsPanel::wireDetails()
{
    connect(m_details, &ConnectionDetails::syncWanted, this, [this] {
        if (const auto *view = current())
            sync(view->connection.id);
    });
    connect(m_details, &ConnectionDetails::stopWanted, this, &ConnectionsPanel::stop);
    connect(m_details, &ConnectionDetails::checkWanted, this, &ConnectionsPanel::checkAccess);
    connect(m_details, &ConnectionDetails::disconnectWanted, this, &ConnectionsPanel::askDisconnect);
    connect(m_details, &ConnectionDetails::eraseWanted, this, &ConnectionsPanel::askErase);
    connect(m_details, &ConnectionDetails::exportWanted, this, &ConnectionsPanel::exportCurrent);
    connect(m_details, &ConnectionDetails::featureWanted, this, &ConnectionsPanel::setFeature);
    connect(m_details, &ConnectionDetails::newKeysWanted, this, &ConnectionsPanel::askRotation);
    connect(m_details, &ConnectionDetails::leakSuspected, this, &ConnectionsPanel::askLeak);
    connect(m_details, &ConnectionDetails::newCredentialsWanted, this, [this] {
        auto *dialog = makeDialog();
        if (const auto *view = current())
            dialog->preset(view->connection);
        dialog->open();
    });
}

void ConnectionsPanel::refresh()
{
    whenDone(m_session.connections(), this, [this](const Result<std::vector<model::ConnectionView>> &result) {
        if (result)
            showConnections(*result);
        else
            m_bar->showError(result.error());
    });
}

void ConnectionsPanel::showConnections(std::vector<model::ConnectionView> connections)
{
    const auto *before = current();
    if (!m_wanted && before)
        m_wanted = before->connection.id;
    m_model->setConnections(std::move(connections));
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 2 : 1);
    m_add->setVisible(any);
    if (!any)
        return;
    const int row = m_wanted ? m_model->rowOf(*m_wanted) : 0;
    m_wanted.reset();
    m_list->setCurrentIndex(m_model->index(std::max(0, row)));
    showCurrent();
}

const model::ConnectionView *ConnectionsPanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model->at(index.row()) : nullptr;
}

void ConnectionsPanel::showCurrent()
{
    if (const auto *view = current())
        m_details->show(*view, m_session.isSyncing() && (!m_syncing || m_syncing == view->connection.id));
}

void ConnectionsPanel::showProgress(const model::SyncProgress &progress)
{
    if (m_syncing != progress.connection) {
        m_syncing = progress.connection;
        m_model->setSyncing(m_syncing);
        showCurrent();
    }
    if (const auto *view = current(); view && view->connection.id == progress.connection)
        m_details->showProgress(progress);
}

void ConnectionsPanel::showReport(const model::SyncReport &report)
{
    m_syncing.reset();
    m_model->setSyncing(std::nullopt);
    m_bar->showMessage(ProgressText::failed(report) ? Tone::Attention : Tone::Good, ProgressText::of(report));
    refresh();
}

void ConnectionsPanel::sync(const model::ConnectionId &connection)
{
    profile::SyncRequest request;
    request.connection = connection;
    auto future = m_session.sync(std::move(request));
    m_bar->hide();
    if (m_session.isSyncing() && !m_syncing)
        m_syncing = connection;
    m_model->setSyncing(m_syncing);
    showCurrent();
    whenDone(future, this, [this](const Result<model::SyncReport> &result) {
        if (!result) {
            m_syncing.reset();
            m_model->setSyncing(std::nullopt);
            m_bar->showError(result.error());
        }
        refresh();
    });
}

void ConnectionsPanel::stop()
{
    m_details->setStopping();
    m_session.stopSync();
}

void ConnectionsPanel::checkAccess()
{
    if (const auto *view = current())
        (new AccessDialog(m_session, view->connection, this))->open();
}

AddConnectionDialog *ConnectionsPanel::makeDialog()
{
    auto *dialog = new AddConnectionDialog(m_session, m_clock, m_world, this);
    connect(dialog, &AddConnectionDialog::connected, this, [this](const model::ConnectionId &connection) {
        m_wanted = connection;
        refresh();
    });
    connect(dialog, &AddConnectionDialog::firstSyncRequested, this, &ConnectionsPanel::sync);
    return dialog;
}

void ConnectionsPanel::openAddDialog()
{
    makeDialog()->open();
}

void ConnectionsPanel::askDisconnect()
{
    const auto *view = current();
    if (!view)
        return;
    auto *dialog = new DisconnectDialog(toQString(view->connection.label), dayOf(m_clock.now()), this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = view->connection.id] {
        whenDone(m_session.disconnectAccount(id, dialog->purgeOn()), this, [this](const Result<void> &result) {
            reportOutcome(result, tr("Disconnected. Credentials and keys of personal data are destroyed."));
        });
    });
    dialog->open();
}

void ConnectionsPanel::askLeak()
{
    const auto *view = current();
    if (!view || m_renews) // the bar says so
        return;
    ConfirmDialog::ask(this, KeyQuestions::leak(toQString(view->connection.label)), [this, id = view->connection.id] {
        changeKeys(m_session.suspectLeak(id), KeyQuestions::contained());
    });
}

void ConnectionsPanel::askRotation()
{
    if (m_renews)
        return;
    ConfirmDialog::ask(this, KeyQuestions::rotation(),
                       [this] { changeKeys(m_session.rotateKeys(), KeyQuestions::rotated()); });
}

void ConnectionsPanel::changeKeys(const QFuture<Result<model::KeyRotation>> &changed, const QString &done)
{
    m_renews = true;
    KeyQuestions::tell(*m_bar, this, changed, done, [this] {
        m_renews = false;
        refresh();
    });
}

void ConnectionsPanel::choose(const model::ConnectionId &connection)
{
    m_wanted = connection;
    refresh();
}

void ConnectionsPanel::askErase()
{
    const auto *view = current();
    if (!view)
        return;
    auto *dialog = new EraseDialog(toQString(view->connection.label), this);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, id = view->connection.id] { erase(id, dialog->reason()); });
    dialog->open();
}

void ConnectionsPanel::erase(const model::ConnectionId &connection, model::ErasureReason reason)
{
    m_bar->showMessage(Tone::Neutral, tr("Erasing, and looking for remnants…"));
    whenDone(m_session.eraseConnection(connection, reason), this, [this](const Result<model::Erased> &erased) {
        refresh();
        if (!erased)
            return m_bar->showError(erased.error());
        m_bar->hide();
        (new CertificateDialog(*erased, this))->open();
    });
}

void ConnectionsPanel::exportCurrent()
{
    const auto *view = current();
    if (!view)
        return;
    auto *dialog = new ExportConnectionDialog(m_session, view->connection, this);
    connect(dialog, &QDialog::accepted, this, [this] {
        m_bar->showMessage(
            Tone::Good,
            tr("Exported. Whoever has the file and its passphrase reaches the account; delete it when the other "
               "computer has taken it over."));
    });
    dialog->open();
}

void ConnectionsPanel::setFeature(model::Feature feature, bool enabled)
{
    const auto *view = current();
    if (!view)
        return;
    const QString name = Words::feature(feature);
    const QString done = enabled ? tr("%1: switched on. They come with the next sync.").arg(name)
                                 : tr("%1: switched off. What was held is destroyed.").arg(name);
    whenDone(m_session.setFeature(view->connection.id, feature, enabled), this,
             [this, done](const Result<void> &result) { reportOutcome(result, done); });
}

void ConnectionsPanel::reportOutcome(const Result<void> &outcome, const QString &done)
{
    if (outcome)
        m_bar->showMessage(Tone::Good, done);
    else
        m_bar->showError(outcome.error());
    refresh();
}

void ConnectionsPanel::refreshAgesLater()
{
    m_clock.callAfter(1min, this, [this] {
        showCurrent();
        refreshAgesLater();
    });
}

} // namespace sk::ui::connections
