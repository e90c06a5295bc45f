// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/audit/audit_panel.h"
#include "ui/common/fit_to_text.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/connections_panel.h"
#include "ui/holds/holds_panel.h"
#include "ui/reveal/capture_guard.h"
#include "ui/fulfilment/fulfilment_panel.h"
#include "ui/inventory/inventory_panel.h"
#include "ui/requests/requests_panel.h"
#include "ui/retention/retention_panel.h"
#include "ui/shell/new_profile_dialog.h"
#include "ui/shell/problem_page.h"
#include "ui/shell/reminder_bar.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/sync_status.h"
#include "ui/shell/welcome_page.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace sk::ui::shell {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(profile::Profiles &profiles, Clock &clock, connections::ConnectWorld connectWorld)
    : m_profiles(profiles)
    , m_clock(clock)
    , m_connectWorld(std::move(connectWorld))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Sellerkeep"));
    setWindowIcon(Icons::icon(u"sellerkeep"_s));
    auto *central = new QWidget(this);
    m_sidebar = new Sidebar(central);
    m_pages = new QStackedWidget(central);
    auto *line = new QFrame(central);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto *layout = new QHBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addWidget(line);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);
    statusBar()->setSizeGripEnabled(false);
    buildPages();
    buildMenus();
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 170, fontMetrics().height() * 46});
    connect(m_sidebar, &Sidebar::profileChosen, this, &MainWindow::openProfile);
    connect(m_sidebar, &Sidebar::newProfileWanted, this, &MainWindow::openNewProfileDialog);
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPanel);
    refreshProfiles();
    showPage(Welcome);
}

MainWindow::~MainWindow()
{
    clearPanels(); // they hold references to the session, which goes before the window's children
}

void MainWindow::buildPages()
{
    auto *welcome = new WelcomePage(m_pages);
    m_busy = new MutedLabel(m_pages);
    m_busy->setObjectName(u"busyText"_s);
    m_busy->setAlignment(Qt::AlignCenter);
    m_problem = new ProblemPage(m_pages);
    m_profilePage = new QWidget(m_pages);
    m_panels = new QStackedWidget(m_profilePage);
    auto *layout = new QVBoxLayout(m_profilePage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_panels, 1);
    for (QWidget *page : std::initializer_list<QWidget *>{welcome, m_busy, m_problem, m_profilePage})
        m_pages->addWidget(page);
    connect(welcome, &WelcomePage::createWanted, this, &MainWindow::openNewProfileDialog);
    connect(welcome, &WelcomePage::sampleDataWanted, this, &MainWindow::sampleDataRequested);
    connect(m_problem, &ProblemPage::retryWanted, this,
            [this] { m_opening.isEmpty() ? start() : openProfile(m_opening); });
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&Profile"));
    m_newProfile = file->addAction(Icons::icon(u"add"_s), tr("&New profile…"), this, &MainWindow::openNewProfileDialog);
    m_newProfile->setObjectName(u"actionNewProfile"_s);
    m_newProfile->setShortcut(QKeySequence::New);
    m_eraseProfile =
        file->addAction(Icons::icon(u"erase"_s), tr("&Erase profile…"), this, &MainWindow::askToEraseProfile);
    m_eraseProfile->setObjectName(u"actionEraseProfile"_s);
    file->addSeparator();
    auto *rotate =
        file->addAction(Icons::icon(u"lock"_s), tr("Renew &keys…"), this, [this] { m_reminder->askRotation(); });
    rotate->setObjectName(u"actionRotateKeys"_s);
    auto *leak =
        file->addAction(Icons::icon(u"warning"_s), tr("I suspect a &leak…"), this, [this] { m_reminder->askLeak(); });
    leak->setObjectName(u"actionLeak"_s);
    file->addSeparator();
    file->addAction(tr("&Quit"), this, &QWidget::close)->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));

    QMenu *view = menuBar()->addMenu(tr("&View"));
    addPanelAction(*view, u"connections"_s, tr("Connections"), QKeySequence(Qt::CTRL | Qt::Key_1));
    addPanelAction(*view, u"audit"_s, tr("Audit history"), QKeySequence(Qt::CTRL | Qt::Key_2));
    addPanelAction(*view, u"retention"_s, tr("Retention"), QKeySequence(Qt::CTRL | Qt::Key_3));
    addPanelAction(*view, u"inventory"_s, tr("Data inventory"), QKeySequence(Qt::CTRL | Qt::Key_4));
    addPanelAction(*view, u"hold"_s, tr("Holds"), QKeySequence(Qt::CTRL | Qt::Key_5));
    addPanelAction(*view, u"fulfilment"_s, tr("Fulfilment"), QKeySequence(Qt::CTRL | Qt::Key_6));
    addPanelAction(*view, u"requests"_s, tr("Buyer’s rights"), QKeySequence(Qt::CTRL | Qt::Key_7));

    QMenu *sync = menuBar()->addMenu(tr("&Sync"));
    auto *start = sync->addAction(Icons::icon(u"sync"_s), tr("&Sync all now"), this, [this] { m_status->syncAll(); });
    start->setObjectName(u"actionSync"_s);
    start->setShortcut(QKeySequence(Qt::Key_F5));
    auto *stop = sync->addAction(Icons::icon(u"stop"_s), tr("S&top"), this, [this] { m_status->stop(); });
    m_sessionActions << start << stop << rotate << leak;
}

QAction *MainWindow::addPanelAction(QMenu &menu, const QString &icon, const QString &title,
                                    const QKeySequence &shortcut)
{
    const int panel = static_cast<int>(m_sessionActions.size());
    auto *action = menu.addAction(Icons::icon(icon), title, this, [this, panel] { m_sidebar->setPage(panel); });
    action->setObjectName(u"actionPanel%1"_s.arg(panel + 1));
    action->setShortcut(shortcut);
    m_sidebar->addPage(icon, title, shortcut);
    m_sessionActions.append(action);
    return action;
}

void MainWindow::start()
{
    const auto list = m_profiles.list();
    refreshProfiles();
    if (!list)
        showProblem(QString(), list.error());
    else if (list->empty())
        showPage(Welcome);
    else
        openProfile(toQString(list->front().name));
}

void MainWindow::openProfile(const QString &name)
{
    if (m_session && toQString(m_session->info().name) == name)
        return;
    setSession(nullptr);
    m_opening = name;
    m_sidebar->setProfile(name);
    showBusy(tr("Opening “%1”…").arg(name));
    const int question = ++m_question;
    whenDone(m_profiles.open(fromQString(name)), this,
             [this, name, question](const Result<std::shared_ptr<profile::Session>> &result) {
                 if (question != m_question)
                     return;
                 if (result)
                     setSession(*result);
                 else
                     showProblem(name, result.error());
             });
}

void MainWindow::setSession(std::shared_ptr<profile::Session> session)
{
    ++m_question; // an answer that is still on its way is no longer wanted
    clearPanels();
    m_session = std::move(session);
    refreshProfiles();
    if (!m_session) {
        m_sidebar->setProfile(QString());
        setWindowTitle(tr("Sellerkeep"));
        showPage(Welcome);
        return;
    }
    const QString name = toQString(m_session->info().name);
    connect(
        m_session.get(), &profile::Session::ended, this,
        [this, question = m_question](const Error &error) {
            if (question == m_question)
                endSession(error);
        },
        Qt::QueuedConnection); // the session does not outlive this
    m_sidebar->setProfile(name);
    //: %1: the profile's name
    setWindowTitle(tr("%1 – Sellerkeep").arg(name));
    buildPanels();
    showPage(Panels);
    m_sidebar->setPage(0);
}

/// The process that had the profile open ended, and it could not be opened here.
void MainWindow::endSession(const Error &error)
{
    const QString name = toQString(m_session->info().name);
    setSession(nullptr);
    showProblem(name, error);
}

void MainWindow::buildPanels()
{
    auto *connections = new connections::ConnectionsPanel(*m_session, m_clock, m_connectWorld, m_panels);
    m_panels->addWidget(connections);
    m_panels->addWidget(new audit::AuditPanel(*m_session, m_clock, m_panels));
    m_panels->addWidget(new retention::RetentionPanel(*m_session, m_clock, m_panels));
    m_panels->addWidget(new inventory::InventoryPanel(*m_session, m_connectWorld.openBrowser, m_panels));
    m_panels->addWidget(new holds::HoldsPanel(*m_session, m_clock, reveal::hideFromCapture, m_panels));
    m_panels->addWidget(new fulfilment::FulfilmentPanel(*m_session, m_clock, reveal::hideFromCapture, m_panels));
    m_panels->addWidget(new requests::RequestsPanel(*m_session, m_clock, m_panels));
    m_status = new SyncStatus(*m_session, m_clock, this);
    statusBar()->addWidget(m_status, 1);
    m_reminder = new ReminderBar(*m_session, m_clock, m_profilePage);
    qobject_cast<QVBoxLayout *>(m_profilePage->layout())->insertWidget(0, m_reminder);
    connect(m_reminder, &ReminderBar::connectionWanted, this, [this, connections](const model::ConnectionId &id) {
        m_sidebar->setPage(0);
        connections->choose(id);
    });
}

void MainWindow::clearPanels()
{
    while (m_panels->count() > 0)
        delete m_panels->widget(0);
    delete m_status;
    m_status = nullptr;
    delete m_reminder;
    m_reminder = nullptr;
}

void MainWindow::showBusy(const QString &text)
{
    m_busy->setText(text);
    showPage(Busy);
}

void MainWindow::showProblem(const QString &profile, const Error &error)
{
    m_opening = profile;
    showPage(Problem);
    m_problem->showError(profile, error);
}

void MainWindow::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
    m_sidebar->setPagesEnabled(page == Panels);
    statusBar()->setVisible(page == Panels);
    for (QAction *action : std::as_const(m_sessionActions))
        action->setEnabled(page == Panels);
    m_eraseProfile->setEnabled(page == Panels || page == Problem);
}

void MainWindow::showPanel(int panel)
{
    m_panels->setCurrentIndex(panel);
}

void MainWindow::refreshProfiles()
{
    m_sidebar->setProfiles(m_profiles.list().value_or(std::vector<profile::ProfileInfo>()));
}

void MainWindow::openNewProfileDialog()
{
    auto *dialog = new NewProfileDialog(m_profiles, this);
    connect(dialog, &NewProfileDialog::created, this, [this](const QString &name) {
        refreshProfiles();
        openProfile(name);
    });
    dialog->open();
}

} // namespace sk::ui::shell
