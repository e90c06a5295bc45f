// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/store.h"

#include "core/amazon/lwa.h"
#include "core/keys/hold_key.h"
#include "core/keys/ratchet.h"
#include "core/profile/orphans.h"
#include "core/vault/transaction.h"

#include <algorithm>

namespace sk::profile {

std::vector<std::string> orphanedEntries(const std::set<std::string> &names,
                                         const std::vector<model::Connection> &connections)
{
    std::set<std::string> known;
    for (const model::Connection &connection : connections) {
        known.insert(amazon::tokenEntry(connection.id.value));
        known.insert(keys::ratchetEntry(connection.id.value));
    }
    const auto isOfAConnection = [](const std::string &name) {
        return name.starts_with(amazon::tokenEntry({})) || name.starts_with(keys::ratchetEntry({}));
    };
    std::vector<std::string> orphans;
    std::copy_if(names.begin(), names.end(), std::back_inserter(orphans),
                 [&](const std::string &name) { return isOfAConnection(name) && !known.contains(name); });
    return orphans;
}

std::vector<std::string> strayHolds(const std::set<std::string> &names, const std::vector<std::string> &withValues,
                                    const std::set<std::string> &inForce)
{
    const std::string prefix = keys::holdEntry({});
    std::set<std::string> ids(withValues.begin(), withValues.end());
    for (const std::string &name : names) {
        if (name.starts_with(prefix))
            ids.insert(name.substr(prefix.size()));
    }
    std::vector<std::string> strays;
    std::ranges::set_difference(ids, inForce, std::back_inserter(strays));
    return strays;
}

Result<void> Store::removeOrphans()
{
    SK_ASSIGN(const std::set<std::string> names, m_world.secrets.names());
    SK_ASSIGN(const std::vector<model::Connection> all, records::ConnectionRepository(m_vault).all());
    const std::vector<std::string> orphans = orphanedEntries(names, all);
    if (orphans.empty())
        return {};
    for (const std::string &name : orphans)
        SK_TRY(m_world.secrets.remove(name));
    return audit({model::AuditActor::System,
                  model::AuditOperation::OrphansRemoved,
                  {},
                  model::DataClass::Credentials,
                  static_cast<std::int64_t>(orphans.size())});
}

} // namespace sk::profile
