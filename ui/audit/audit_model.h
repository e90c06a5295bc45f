// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/session.h"
#include "ui/common/table_model.h"

#include <QCache>
#include <QHash>
#include <QIcon>

namespace sk::ui::audit {

/// The audit history as a table of any length. It knows all sequence numbers and fetches entries only where a view
/// looks, a page at a time; until a page is there its rows show "…". data() never waits.
class AuditModel : public TableModel
{
    Q_OBJECT

public:
    enum Column { Sequence, When, Operation, Connection, Rows, Outcome, Http, Duration, ColumnCount };
    static constexpr int kPageSize = 200;
    static constexpr int kMaxPages = 60;

    AuditModel(profile::Session &session, QObject *parent);

    /// Newest first. Entries that came on top are inserted, so that selection and pages stay; all else resets.
    void setSequences(std::vector<std::int64_t> sequences);
    /// By connection id.
    void setConnectionNames(QHash<QString, QString> names);

    /// The entry of a row, when its page is there; asks for it otherwise.
    [[nodiscard]] const model::AuditEntry *entry(int row) const;
    [[nodiscard]] std::optional<int> rowOf(std::int64_t sequence) const;
    [[nodiscard]] std::int64_t sequenceAt(int row) const;
    [[nodiscard]] QString connectionName(const model::AuditEntry &entry) const;

Q_SIGNALS:
    void loadFailed(const sk::Error &error);
    /// Emitted while painting, answered later.
    void pageMissing() const;

protected:
    [[nodiscard]] int rows() const override;
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString header(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    using Page = std::vector<std::optional<model::AuditEntry>>;

    [[nodiscard]] int fromOldest(int row) const;
    [[nodiscard]] std::vector<std::int64_t> sequencesOf(int page) const;
    void want(int page) const;
    void loadWanted();
    void load(int page);
    void store(int page, const std::vector<std::int64_t> &asked, const std::vector<model::AuditEntry> &entries);
    [[nodiscard]] QString textOf(const model::AuditEntry &entry, int column) const;

    profile::Session &m_session;
    std::vector<std::int64_t> m_sequences;
    QHash<QString, QString> m_names;
    mutable QCache<int, Page> m_pages; ///< pages count from the oldest entry, so that growth does not move them
    mutable QList<int> m_wanted;       ///< the latest wish first
    QList<int> m_loading;
    int m_generation = 0;
    QIcon m_doneIcon;
    QIcon m_failedIcon;
};

} // namespace sk::ui::audit
