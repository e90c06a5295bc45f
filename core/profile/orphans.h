// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

#include <set>
#include <string>
#include <vector>

namespace sk::profile {

/// The entries of a secret store that belong to a connection the vault does not know: a process was killed between
/// making them and writing the connection's row. Entries of other kinds are nobody's business here.
[[nodiscard]] std::vector<std::string> orphanedEntries(const std::set<std::string> &names,
                                                       const std::vector<model::Connection> &connections);

/// The ids of holds that have a key or values but are not in force: a process was killed while it placed or released
/// one.
[[nodiscard]] std::vector<std::string> strayHolds(const std::set<std::string> &names,
                                                  const std::vector<std::string> &withValues,
                                                  const std::set<std::string> &inForce);

} // namespace sk::profile
