// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/access.h"
#include "core/model/erasure.h"
#include "core/model/hold.h"
#include "core/model/fulfilment.h"
#include "core/model/inventory.h"
#include "core/model/views.h"
#include "core/profile/requests.h"

namespace sk::ui::test {

class FakeSession;

/// Realistic data, the same in every run.
[[nodiscard]] model::ConnectionView sampleConnection(const std::string &id, const std::string &label,
                                                     const std::string &region);
/// A function of the number alone, so that a million entries need no memory.
[[nodiscard]] model::AuditEntry sampleEntry(std::int64_t sequence);
[[nodiscard]] std::vector<std::int64_t> sequencesDownFrom(std::int64_t newest);
/// Three connections in different states, retention rows, 18,342 audit entries.
void fillWithSamples(FakeSession &session);

/// What the three connections come to, by core's own arithmetic.
[[nodiscard]] model::Inventory sampleInventory();
/// Two in force and one that ended, newest first.
[[nodiscard]] std::vector<model::Hold> sampleHolds();

/// A check that found a missing role, a missing address and a clock that is behind.
[[nodiscard]] model::AccessReport sampleAccess();

/// Four orders whose address is held, one of them shipped already.
[[nodiscard]] std::vector<model::Shipment> sampleShipments();
/// What a field of an order's recipient holds; nobody's address.
[[nodiscard]] std::string sampleValue(const std::string &field, const std::string &order);

/// What an erasure of a connection hands out.
[[nodiscard]] model::Erased sampleCertificate();

/// What is held of one order: rows, a sealed address, an export.
[[nodiscard]] model::OrderFound sampleOrderFound();
/// The same with what its personal values say.
[[nodiscard]] profile::BuyerCopy sampleBuyerCopy();
/// An overdue request, an open one, one that is done.
[[nodiscard]] std::vector<model::DeletionRequest> sampleRequests();

} // namespace sk::ui::test
