// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/access_dialog.h"

#include "ui/common/fit_to_text.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/connections/access_row.h"
#include "ui/connections/access_words.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sk::ui::connections {

using namespace Qt::StringLiterals;
using model::AccessVerdict;

AccessDialog::AccessDialog(profile::Session &session, const model::Connection &connection, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_connection(connection)
{
    setObjectName(u"accessDialog"_s);
    //: %1: name of a connection
    setWindowTitle(tr("Access of “%1”").arg(toQString(connection.label)));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(&m_session, &profile::Session::accessProgressed, this, &AccessDialog::showProgress);
    check();
}

void AccessDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addWidget(
        makeText(tr("Each call that this connection needs is made once, and its answer explained. Nothing of "
                    "the answers is stored; every call is in the audit history."),
                 this));
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"accessBar"_s);
    m_bar->setClosable(false);
    layout->addWidget(m_bar);
    m_progress = named(new QProgressBar(this), u"accessProgress"_s, tr("Progress of the check"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Spacing::normal + Spacing::tight);
    layout->addWidget(m_progress);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its rows take the focus, and it follows them
    auto *content = new QWidget(m_scroll);
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(Spacing::tight);
    m_list->addStretch(1);
    m_scroll->setWidget(content);
    layout->addWidget(m_scroll, 1);
    buildButtons(*layout);
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 38});
}

void AccessDialog::buildButtons(QVBoxLayout &layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_copy = named(buttons->addButton(tr("Copy &report"), QDialogButtonBox::ActionRole), u"accessCopy"_s,
                   tr("Copy the report as text"));
    m_again = named(buttons->addButton(tr("Check &again"), QDialogButtonBox::ActionRole), u"accessAgain"_s,
                    tr("Check the access again"));
    m_stop =
        named(buttons->addButton(tr("&Stop"), QDialogButtonBox::ActionRole), u"accessStop"_s, tr("Stop the check"));
    auto *close = named(buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole), u"accessClose"_s, tr("Close"));
    close->setDefault(true);
    layout.addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, &AccessDialog::check);
    connect(m_stop, &QPushButton::clicked, this, &AccessDialog::stop);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(AccessWords::report(*m_report));
        m_bar->showMessage(m_bar->tone(),
                           tr("The report is copied. It holds no secret, no order and nothing of a buyer."));
    });
}

void AccessDialog::check()
{
    m_report.reset();
    setRunning(true);
    m_progress->setRange(0, 0);
    m_bar->showMessage(Tone::Busy, tr("Checking…"));
    whenDone(m_session.checkAccess(m_connection.id), this,
             [this](const Result<model::AccessReport> &report) { showEnd(report); });
}

void AccessDialog::stop()
{
    m_stop->setEnabled(false);
    m_session.stopAccessCheck();
}

void AccessDialog::done(int result)
{
    if (std::exchange(m_running, false))
        m_session.stopAccessCheck();
    QDialog::done(result);
}

void AccessDialog::showProgress(const model::AccessProgress &progress)
{
    if (!m_running || progress.report.connection != m_connection.id)
        return;
    showRows(progress.report);
    const auto &findings = progress.report.findings;
    const auto done = std::count_if(findings.begin(), findings.end(),
                                    [](const auto &finding) { return finding.verdict != AccessVerdict::Pending; });
    m_progress->setRange(0, static_cast<int>(findings.size()));
    m_progress->setValue(static_cast<int>(done));
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (progress.running && findings[i].call == progress.running)
            m_rows[i]->showRunning(progress.waitingUntil);
    }
}

void AccessDialog::showEnd(const Result<model::AccessReport> &report)
{
    if (!report) {
        setRunning(false);
        showRows({}); // nothing is under way any more
        return m_bar->showError(report.error());
    }
    m_report = *report;
    setRunning(false);
    showRows(*report);
    const model::AccessFinding *trouble = report->trouble();
    const auto hints = std::any_of(report->findings.begin(), report->findings.end(), [](const auto &finding) {
        return AccessWords::tone(finding.verdict) == Tone::Attention;
    });
    if (trouble != nullptr && trouble->verdict == AccessVerdict::Stopped)
        m_bar->showMessage(Tone::Neutral, tr("The check was stopped."));
    else if (trouble != nullptr)
        m_bar->showMessage(AccessWords::tone(trouble->verdict),
                           //: %1: what was checked, %2: how it went, both in few words
                           tr("%1: %2. See below what to do.")
                               .arg(AccessWords::name(trouble->call), AccessWords::brief(trouble->verdict)));
    else if (hints)
        m_bar->showMessage(Tone::Attention, tr("Amazon accepts the connection. See below what is worth a look."));
    else
        m_bar->showMessage(Tone::Good, tr("All is well: Amazon accepts what this connection needs."));
}

void AccessDialog::showRows(const model::AccessReport &report)
{
    while (m_rows.size() > report.findings.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < report.findings.size()) {
        auto *row = new AccessRow(m_scroll->widget());
        row->setObjectName(u"accessRow%1"_s.arg(m_rows.size()));
        m_list->insertWidget(static_cast<int>(m_rows.size()), row);
        row->QWidget::show();
        m_rows.push_back(row);
        setTabOrder(row, m_copy); // the rows come before the buttons
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->show(report.findings[i], report);
}

void AccessDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_stop->setVisible(running);
    m_stop->setEnabled(running);
    m_again->setVisible(!running);
    m_copy->setEnabled(m_report.has_value());
}

} // namespace sk::ui::connections
