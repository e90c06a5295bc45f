// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/pending_erasure.h"

#include <algorithm>
#include <sstream>

namespace sk::records {

namespace {

std::string written(const std::vector<model::ErasedCount> &counts)
{
    std::string text;
    for (const model::ErasedCount &count : counts)
        text += (text.empty() ? "" : " ") + count.what + '=' + std::to_string(count.erased);
    return text;
}

std::vector<model::ErasedCount> read(const std::string &text)
{
    std::vector<model::ErasedCount> counts;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        if (equals != std::string::npos)
            counts.push_back({word.substr(0, equals), std::strtoll(word.c_str() + equals + 1, nullptr, 10)});
    }
    return counts;
}

} // namespace

Result<void> storePending(const vault::Database &database, const PendingErasure &erasure)
{
    SK_ASSIGN(vault::Statement insert,
              database.prepare("INSERT INTO pending_erasure (id, scope, subject, label, reason, takes_all, begun_at,"
                               " counts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    return insert.run(erasure.id, model::toWord(erasure.scope), erasure.subject, erasure.label,
                      model::toWord(erasure.reason), erasure.takesAll, erasure.begunAt, written(erasure.counts));
}

Result<void> widenPending(const vault::Database &database, const PendingErasure &erasure)
{
    SK_ASSIGN(vault::Statement update,
              database.prepare("UPDATE pending_erasure SET reason = ?2, takes_all = ?3, counts = ?4 WHERE id = ?1"));
    return update.run(erasure.id, model::toWord(erasure.reason), erasure.takesAll, written(erasure.counts));
}

Result<void> countPending(const vault::Database &database, PendingErasure &erasure, std::string_view what,
                          std::int64_t more)
{
    const auto known = std::ranges::find(erasure.counts, what, &model::ErasedCount::what);
    if (known == erasure.counts.end())
        erasure.counts.push_back({std::string(what), more});
    else
        known->erased += more;
    SK_ASSIGN(vault::Statement update, database.prepare("UPDATE pending_erasure SET counts = ?2 WHERE id = ?1"));
    return update.run(erasure.id, written(erasure.counts));
}

Result<std::vector<PendingErasure>> pendingErasures(const vault::Database &database)
{
    SK_ASSIGN(vault::Statement select,
              database.prepare("SELECT id, scope, subject, label, reason, takes_all, begun_at, counts"
                               " FROM pending_erasure ORDER BY begun_at, id"));
    std::vector<PendingErasure> erasures;
    for (;;) {
        SK_ASSIGN(const bool row, select.next());
        if (!row)
            return erasures;
        const auto scope = model::erasureScopeFromWord(select.text(1));
        const auto reason = model::erasureReasonFromWord(select.text(4));
        if (!scope || !reason)
            return fail(ErrorKind::Database, "an erasure under way has no known scope or reason");
        erasures.push_back({select.text(0), *scope, select.text(2), select.text(3), *reason, select.integer(5) != 0,
                            select.time(6), read(select.text(7))});
    }
}

Result<std::optional<PendingErasure>> findPending(const vault::Database &database, model::ErasureScope scope,
                                                  const std::string &subject)
{
    SK_ASSIGN(const std::vector<PendingErasure> all, pendingErasures(database));
    for (const PendingErasure &erasure : all) {
        if (erasure.scope == scope && erasure.subject == subject)
            return std::optional(erasure);
    }
    return std::optional<PendingErasure>();
}

Result<void> dropPending(const vault::Database &database, const std::string &id)
{
    SK_ASSIGN(vault::Statement remove, database.prepare("DELETE FROM pending_erasure WHERE id = ?1"));
    return remove.run(id);
}

} // namespace sk::records
