// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/audit_model.h"

#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/words.h"

#include <QGuiApplication>

namespace sk::ui::audit {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMaxWanted = 4; ///< what a fast scroll has passed by is not fetched any more
constexpr qsizetype kMaxLoading = 2;

} // namespace

AuditModel::AuditModel(profile::Session &session, QObject *parent)
    : TableModel(parent)
    , m_session(session)
    , m_pages(kMaxPages)
    , m_doneIcon(Icons::icon(u"check"_s))
    , m_failedIcon(Icons::icon(u"error"_s))
{
    connect(this, &AuditModel::pageMissing, this, &AuditModel::loadWanted, Qt::QueuedConnection);
}

void AuditModel::setSequences(std::vector<std::int64_t> sequences)
{
    const auto grown = static_cast<std::ptrdiff_t>(sequences.size()) - static_cast<std::ptrdiff_t>(m_sequences.size());
    const bool onTop = !m_sequences.empty() && grown >= 0
        && std::equal(m_sequences.begin(), m_sequences.end(), sequences.begin() + grown);
    if (onTop && grown == 0)
        return;
    if (onTop) {
        beginInsertRows({}, 0, static_cast<int>(grown) - 1);
        m_sequences = std::move(sequences);
        endInsertRows();
        return;
    }
    beginResetModel();
    ++m_generation;
    m_sequences = std::move(sequences);
    m_pages.clear();
    m_wanted.clear();
    m_loading.clear();
    endResetModel();
}

void AuditModel::setConnectionNames(QHash<QString, QString> names)
{
    if (m_names == names)
        return;
    m_names = std::move(names);
    if (rows() > 0)
        Q_EMIT dataChanged(index(0, Connection), index(rows() - 1, Connection), {Qt::DisplayRole});
}

const model::AuditEntry *AuditModel::entry(int row) const
{
    if (row < 0 || row >= rows())
        return nullptr;
    const int place = fromOldest(row);
    const Page *page = m_pages.object(place / kPageSize);
    const auto offset = static_cast<std::size_t>(place % kPageSize);
    if (!page || offset >= page->size()) {
        want(place / kPageSize);
        return nullptr;
    }
    const auto &found = (*page)[offset];
    return found ? &*found : nullptr;
}

std::optional<int> AuditModel::rowOf(std::int64_t sequence) const
{
    const auto found = std::lower_bound(m_sequences.begin(), m_sequences.end(), sequence, std::greater<>());
    if (found == m_sequences.end() || *found != sequence)
        return std::nullopt;
    return static_cast<int>(found - m_sequences.begin());
}

std::int64_t AuditModel::sequenceAt(int row) const
{
    return m_sequences[static_cast<std::size_t>(row)];
}

QString AuditModel::connectionName(const model::AuditEntry &entry) const
{
    const QString id = toQString(entry.event.connection.value);
    return id.isEmpty() ? tr("—") : m_names.value(id, id.left(8));
}

int AuditModel::rows() const
{
    return static_cast<int>(m_sequences.size());
}

QString AuditModel::header(int column) const
{
    switch (column) {
    case Sequence: return tr("No.");
    case When: return tr("Time");
    case Operation: return tr("Operation");
    case Connection: return tr("Connection");
    case Rows: return tr("Rows");
    case Outcome: return tr("Outcome");
    case Http: return tr("HTTP");
    case Duration: return tr("Duration");
    default: return {};
    }
}

bool AuditModel::isNumber(int column) const
{
    return column == Sequence || column == Rows || column == Http || column == Duration;
}

QVariant AuditModel::cell(int row, int column, int role) const
{
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (column == Sequence && text)
        return Format::count(sequenceAt(row));
    if (!text && !(column == Outcome && (role == Qt::DecorationRole || role == Qt::ForegroundRole)))
        return {};
    const model::AuditEntry *found = entry(row);
    if (!found)
        return text ? QVariant(tr("…")) : QVariant();
    if (role == Qt::DecorationRole)
        return found->event.error ? m_failedIcon : m_doneIcon;
    if (role == Qt::ForegroundRole)
        return found->event.error ? QVariant(toneForeground(Tone::Bad, QGuiApplication::palette())) : QVariant();
    return textOf(*found, column);
}

QString AuditModel::textOf(const model::AuditEntry &entry, int column) const
{
    const model::AuditEvent &event = entry.event;
    switch (column) {
    case When: return Format::exactTime(entry.time);
    case Operation: return Words::operation(event.operation);
    case Connection: return connectionName(entry);
    case Rows: return event.rows == 0 ? QString() : Format::count(event.rows);
    case Outcome: return Words::outcome(event);
    case Http: return event.httpStatus == 0 ? QString() : QString::number(event.httpStatus);
    case Duration: return event.duration.count() == 0 ? QString() : Format::duration(event.duration);
    default: return {};
    }
}

int AuditModel::fromOldest(int row) const
{
    return rows() - 1 - row;
}

std::vector<std::int64_t> AuditModel::sequencesOf(int page) const
{
    std::vector<std::int64_t> wanted;
    const int end = std::min((page + 1) * kPageSize, rows());
    for (int place = page * kPageSize; place < end; ++place)
        wanted.push_back(sequenceAt(rows() - 1 - place));
    return wanted;
}

void AuditModel::want(int page) const
{
    if (m_loading.contains(page) || (!m_wanted.isEmpty() && m_wanted.first() == page))
        return;
    m_wanted.removeOne(page);
    m_wanted.prepend(page);
    while (m_wanted.size() > kMaxWanted)
        m_wanted.removeLast();
    Q_EMIT pageMissing();
}

void AuditModel::loadWanted()
{
    while (m_loading.size() < kMaxLoading && !m_wanted.isEmpty())
        load(m_wanted.takeFirst());
}

void AuditModel::load(int page)
{
    if (m_loading.contains(page) || page * kPageSize >= rows())
        return;
    m_loading.append(page);
    std::vector<std::int64_t> asked = sequencesOf(page);
    auto future = m_session.auditEntries(asked);
    whenDone(future, this,
             [this, page, generation = m_generation,
              asked = std::move(asked)](const Result<std::vector<model::AuditEntry>> &result) {
                 if (generation != m_generation)
                     return;
                 m_loading.removeOne(page);
                 store(page, asked, result.value_or(std::vector<model::AuditEntry>()));
                 if (!result)
                     Q_EMIT loadFailed(result.error());
                 loadWanted();
             });
}

void AuditModel::store(int page, const std::vector<std::int64_t> &asked, const std::vector<model::AuditEntry> &entries)
{
    auto stored = std::make_unique<Page>(asked.size());
    std::size_t place = 0;
    for (const model::AuditEntry &entry : entries) {
        while (place < asked.size() && asked[place] != entry.seq)
            ++place;
        if (place == asked.size())
            break;
        (*stored)[place] = entry;
    }
    m_pages.insert(page, stored.release());
    const int oldestRow = rows() - 1 - page * kPageSize;
    const int newestRow = std::max(0, oldestRow - static_cast<int>(asked.size()) + 1);
    Q_EMIT dataChanged(index(newestRow, 0), index(oldestRow, ColumnCount - 1));
}

} // namespace sk::ui::audit
