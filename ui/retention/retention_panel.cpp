// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/retention/retention_panel.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/spacing.h"
#include "ui/common/text.h"
#include "ui/retention/retention_editor.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

namespace sk::ui::retention {

using namespace Qt::StringLiterals;

RetentionPanel::RetentionPanel(profile::Session &session, Clock &clock, QWidget *parent)
    : Page(tr("Retention"), parent)
    , m_session(session)
    , m_clock(clock)
{
    setObjectName(u"retentionPanel"_s);
    m_expire = named(new QPushButton(Icons::icon(u"retention"_s), tr("Run expiry now"), widget()), u"expireNow"_s,
                     tr("Run the expiry now"));
    actions()->addWidget(m_expire);
    body()->addWidget(new MutedLabel(
        tr("Each class of data goes by itself when its period has passed, also when Sellerkeep was not running on that "
           "day: the expiry runs first at every start. The limits come from Amazon’s data protection policy. You can "
           "choose a shorter period for your data. A longer one is possible for orders alone, and only where the law "
           "demands it."),
        widget()));
    m_bar = new InfoBar(widget());
    m_bar->setObjectName(u"retentionBar"_s);
    body()->addWidget(m_bar);
    buildGrid();
    body()->addStretch(1);

    connect(m_expire, &QPushButton::clicked, this, &RetentionPanel::runExpiry);
    connect(&m_session, &profile::Session::retentionChanged, this, &RetentionPanel::refresh);
    connect(&m_session, &profile::Session::piiExpired, this, &RetentionPanel::refresh);
    connect(&m_session, &profile::Session::syncFinished, this, &RetentionPanel::refresh);
    refresh();
}

void RetentionPanel::buildGrid()
{
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(Spacing::page);
    m_grid->setVerticalSpacing(Spacing::normal + Spacing::tight);
    m_grid->setColumnStretch(0, 1);
    const QStringList titles{tr("Data"), tr("Kept for"), tr("Held"), tr("Oldest from"), tr("Next expiry")};
    for (int column = 0; column < titles.size(); ++column) {
        auto *title = new MutedLabel(titles[column], widget());
        title->setWordWrap(false);
        m_grid->addWidget(title, 0, column, column == 2 ? Qt::AlignRight : Qt::AlignLeft);
    }
    m_grid->addWidget(makeLine(widget()), 1, 0, 1, static_cast<int>(titles.size()));
    body()->addSpacing(Spacing::normal);
    body()->addLayout(m_grid);
}

void RetentionPanel::refresh()
{
    whenDone(m_session.retention(), this, [this](const Result<std::vector<model::RetentionRow>> &result) {
        if (result)
            showRows(*result);
        else
            m_bar->showError(result.error());
    });
}

void RetentionPanel::showRows(const std::vector<model::RetentionRow> &rows)
{
    const Day today = dayOf(m_clock.now());
    for (const model::RetentionRow &row : rows) {
        const auto known = std::find_if(m_editors.begin(), m_editors.end(), [&row](const RetentionEditor *editor) {
            return editor->key() == toQString(row.key);
        });
        if (known != m_editors.end()) {
            (*known)->show(row, today);
            continue;
        }
        const int gridRow = m_grid->rowCount();
        auto *editor = new RetentionEditor(row, *m_grid, gridRow, m_session, today, widget());
        m_grid->addWidget(makeLine(widget()), gridRow + 3, 0, 1, 5);
        m_editors.push_back(editor);
        connect(editor, &RetentionEditor::failed, m_bar, &InfoBar::showError);
        connect(editor, &RetentionEditor::applied, this, [this](const QString &name) {
            m_bar->showMessage(Tone::Good, tr("%1: the new period is in force.").arg(name));
            refresh();
        });
    }
}

void RetentionPanel::runExpiry()
{
    m_expire->setEnabled(false);
    whenDone(m_session.expireNow(), this, [this](const Result<model::ExpiryReport> &result) {
        m_expire->setEnabled(true);
        if (result)
            showExpiry(*result);
        else
            m_bar->showError(result.error());
        refresh();
    });
}

void RetentionPanel::showExpiry(const model::ExpiryReport &report)
{
    if (report.expiredValues == 0 && report.deletedRows == 0) {
        m_bar->showMessage(Tone::Good, tr("Nothing was due: no data has passed its period."));
        return;
    }
    const QString values = tr("%Ln personal value(s) expired.", nullptr, Format::plural(report.expiredValues));
    const QString rows = tr("%Ln row(s) deleted.", nullptr, Format::plural(report.deletedRows));
    //: %1: "12 personal values expired.", %2: "3 rows deleted."
    m_bar->showMessage(Tone::Good, tr("%1 %2").arg(values, rows));
}

} // namespace sk::ui::retention
