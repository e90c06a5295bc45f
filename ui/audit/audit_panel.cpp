// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_panel.h"

#include "ui/audit/audit_details.h"
#include "ui/audit/audit_filter_bar.h"
#include "ui/audit/audit_model.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/info_bar.h"
#include "ui/common/labels.h"
#include "ui/common/muted_label.h"
#include "ui/common/named.h"
#include "ui/common/save_dialog.h"
#include "ui/common/spacing.h"
#include "ui/common/table_look.h"
#include "ui/common/text.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace sk::ui::audit {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AuditPanel::AuditPanel(profile::Session &session, Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(clock)
{
    setObjectName(u"auditPanel"_s);
    m_model = new AuditModel(m_session, this);
    m_filter = new AuditFilterBar(m_clock, this);
    m_bar = new InfoBar(this);
    m_bar->setObjectName(u"auditBar"_s);
    m_details = new AuditDetails(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::page, Spacing::page - Spacing::tight, Spacing::page, Spacing::wide);
    layout->setSpacing(Spacing::normal + Spacing::tight);
    layout->addLayout(buildHeader());
    layout->addWidget(new MutedLabel(tr("Every call to Amazon and every action on data, one entry each. Entries form a "
                                        "chain: whoever changes or removes one breaks it. They hold no personal data."),
                                     this));
    layout->addWidget(m_bar);
    layout->addWidget(m_filter);
    buildTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(m_details);
    wire();
    refreshConnections();
    reload();
}

QHBoxLayout *AuditPanel::buildHeader()
{
    m_count = new MutedLabel(this);
    m_count->setObjectName(u"auditCount"_s);
    m_count->setWordWrap(false);
    m_verify = named(new QPushButton(Icons::icon(u"verify"_s), tr("Verif&y"), this), u"auditVerify"_s,
                     tr("Verify the audit history"));
    m_export = named(new QPushButton(Icons::icon(u"export"_s), tr("&Export…"), this), u"auditExport"_s,
                     tr("Export the audit history to a file"));
    auto *header = new QHBoxLayout;
    header->setSpacing(Spacing::normal);
    header->addWidget(makeTitle(tr("Audit history"), this));
    header->addSpacing(Spacing::normal);
    header->addWidget(m_count, 0, Qt::AlignBottom);
    header->addStretch(1);
    header->addWidget(m_verify);
    header->addWidget(m_export);
    return header;
}

void AuditPanel::buildTable()
{
    m_table = named(new QTableView(this), u"auditTable"_s, tr("Entries of the audit history"));
    m_table->setModel(m_model);
    applyTableLook(*m_table);
    m_table->setAlternatingRowColors(true);
    const std::array<int, AuditModel::ColumnCount> widths{9, 22, 29, 18, 8, 0, 7, 10};
    setColumnWidths(*m_table, widths);
    m_table->horizontalHeader()->setSectionResizeMode(AuditModel::Outcome, QHeaderView::Stretch);
}

void AuditPanel::wire()
{
    connect(m_filter, &AuditFilterBar::changed, this, &AuditPanel::reload);
    connect(m_verify, &QPushButton::clicked, this, &AuditPanel::verify);
    connect(m_export, &QPushButton::clicked, this, &AuditPanel::askExportFile);
    connect(m_model, &AuditModel::loadFailed, m_bar, &InfoBar::showError);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AuditPanel::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPanel::showCurrent);
    connect(m_bar, &InfoBar::actionTriggered, this, [this] {
        if (m_firstBad)
            jumpTo(*m_firstBad);
    });
    connect(&m_session, &profile::Session::auditGrew, this, &AuditPanel::reloadSoon);
    connect(&m_session, &profile::Session::connectionsChanged, this, &AuditPanel::refreshConnections);
}

void AuditPanel::refreshConnections()
{
    whenDone(m_session.connections(), this, [this](const Result<std::vector<model::ConnectionView>> &result) {
        if (!result)
            return;
        QHash<QString, QString> names;
        QList<std::pair<QString, QString>> choices;
        for (const model::ConnectionView &view : *result) {
            const QString id = toQString(view.connection.id.value);
            names.insert(id, toQString(view.connection.label));
            choices.append({id, toQString(view.connection.label)});
        }
        m_model->setConnectionNames(std::move(names));
        m_filter->setConnections(choices);
    });
}

void AuditPanel::reload()
{
    const int question = ++m_question;
    whenDone(m_session.auditSequences(m_filter->filter()), this,
             [this, question](const Result<std::vector<std::int64_t>> &result) {
                 if (question != m_question)
                     return;
                 if (result)
                     showSequences(*result);
                 else
                     m_bar->showError(result.error());
             });
}

void AuditPanel::reloadSoon()
{
    if (m_reloadPlanned)
        return;
    m_reloadPlanned = true;
    m_clock.callAfter(500ms, this, [this] {
        m_reloadPlanned = false;
        reload();
    });
}

void AuditPanel::showSequences(std::vector<std::int64_t> sequences)
{
    const QModelIndex current = m_table->currentIndex();
    std::optional<std::int64_t> chosen;
    if (current.isValid())
        chosen = m_model->sequenceAt(current.row());
    const int before = m_model->rowCount();
    const int scrolled = m_table->verticalScrollBar()->value();
    m_model->setSequences(std::move(sequences));
    showCount();
    const auto wanted = m_jump ? m_model->rowOf(*m_jump) : std::nullopt;
    if (wanted) {
        m_jump.reset();
        m_table->selectRow(*wanted);
        m_table->scrollTo(m_model->index(*wanted, 0), QAbstractItemView::PositionAtCenter);
        return;
    }
    if (scrolled > 0 && m_table->currentIndex().isValid())
        m_table->verticalScrollBar()->setValue(scrolled + m_model->rowCount() - before);
    if (const auto row = chosen ? m_model->rowOf(*chosen) : std::nullopt; row && !m_table->currentIndex().isValid())
        m_table->selectRow(*row);
    showCurrent();
}

void AuditPanel::showCount()
{
    const int rows = m_model->rowCount();
    if (rows == 0)
        m_count->setText(m_filter->restricts() ? tr("No entry matches these filters.") : tr("No entries yet."));
    else
        m_count->setText(m_filter->restricts() ? tr("%Ln entry(s) match(es)", nullptr, rows)
                                               : tr("%Ln entry(s)", nullptr, rows));
}

void AuditPanel::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const model::AuditEntry *entry = current.isValid() ? m_model->entry(current.row()) : nullptr;
    if (entry)
        m_details->show(*entry, m_model->connectionName(*entry));
    else if (!current.isValid())
        m_details->showNothing();
}

void AuditPanel::verify()
{
    m_verify->setEnabled(false);
    m_bar->showMessage(Tone::Busy, tr("Checking every link of the chain…"));
    whenDone(m_session.verifyAudit(), this, [this](const Result<model::AuditVerification> &result) {
        m_verify->setEnabled(true);
        if (result)
            showVerification(*result);
        else
            m_bar->showError(result.error());
    });
}

void AuditPanel::showVerification(const model::AuditVerification &verification)
{
    m_firstBad = verification.firstBad;
    if (verification.intact()) {
        const QString entries = tr("%Ln entry(s)", nullptr, Format::plural(verification.entries));
        QString message = tr("The chain is intact: %1. Head: %2").arg(entries, toQString(verification.head));
        if (verification.pruned > 0)
            message += u". "_s
                + tr("%Ln older entry(s) went when their retention ended, as the log records.", nullptr,
                     Format::plural(verification.pruned));
        m_bar->showMessage(Tone::Good, message);
        return;
    }
    m_bar->showMessage(Tone::Bad,
                       tr("The chain is broken: entry %1 is the first that does not fit. It was changed, or "
                          "entries before it were removed or inserted.")
                           .arg(Format::count(*verification.firstBad)));
    m_bar->offer(tr("Show this entry"));
}

void AuditPanel::jumpTo(std::int64_t sequence)
{
    m_jump = sequence;
    if (m_filter->restricts())
        m_filter->clear();
    else
        reload();
    m_table->setFocus();
}

void AuditPanel::askExportFile()
{
    auto *dialog = makeSaveDialog(tr("Export the audit history"), {tr("CSV table (*.csv)"), tr("JSON Lines (*.jsonl)")},
                                  u"csv"_s, this);
    dialog->setObjectName(u"auditExportDialog"_s);
    dialog->selectFile(u"audit-%1.csv"_s.arg(toQString(toIso(dayOf(m_clock.now())))));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"*.jsonl"_s) ? u"jsonl"_s : u"csv"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &AuditPanel::exportTo);
    dialog->open();
}

void AuditPanel::exportTo(const QString &file)
{
    m_export->setEnabled(false);
    profile::AuditExportRequest request{std::filesystem::path(file.toStdU16String()), m_filter->filter()};
    whenDone(m_session.exportAudit(std::move(request)), this, [this, file](const Result<std::int64_t> &result) {
        m_export->setEnabled(true);
        if (!result) {
            m_bar->showError(result.error());
            return;
        }
        const QString entries = tr("%Ln entry(s)", nullptr, Format::plural(*result));
        m_bar->showMessage(Tone::Good, tr("%1 written to %2.").arg(entries, file));
    });
}

} // namespace sk::ui::audit
