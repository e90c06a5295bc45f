// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/buyer.h"
#include "core/vault/database.h"

namespace sk::records {

/// The register of deletion requests (DEL-6). An order's id stands in it only until the order is erased.
[[nodiscard]] Result<void> storeRequest(const vault::Database &database, const model::DeletionRequest &request);
/// Open ones first, the earliest deadline first; then those that are done, newest first. Ids of erased orders are
/// empty.
[[nodiscard]] Result<std::vector<model::DeletionRequest>> deletionRequests(const vault::Database &database);
/// NotFound when there is none of this id.
[[nodiscard]] Result<model::DeletionRequest> findRequest(const vault::Database &database, const std::string &id);
/// The order was erased: every request that names it names the certificate instead, and is done when it was the last.
[[nodiscard]] Result<void> answerRequests(const vault::Database &database, const model::OrderId &order,
                                          const std::string &certificate, Time now);

} // namespace sk::records
