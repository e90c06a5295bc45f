// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"
#include "core/model/erasure.h"
#include "core/model/hold.h"
#include "core/model/inventory.h"
#include "core/model/views.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sk::profile {

// The members that callers of the command line rely on (cli.md).
[[nodiscard]] QJsonArray toJson(const std::vector<model::ConnectionView> &views);
[[nodiscard]] QJsonArray toJson(const std::vector<model::Marketplace> &marketplaces);
[[nodiscard]] QJsonArray toJson(const std::vector<model::AuditEntry> &entries);
[[nodiscard]] QJsonArray toJson(const std::vector<model::RetentionRow> &rows);
[[nodiscard]] QJsonObject toJson(const model::Hold &hold);
[[nodiscard]] QJsonArray toJson(const std::vector<model::CredentialAge> &ages);
/// Since when a leak is suspected, and the steps against it.
[[nodiscard]] QJsonObject leakJson(const model::ConnectionView &view);
[[nodiscard]] QJsonObject toJson(const model::StatusView &view);
[[nodiscard]] QJsonObject toJson(const model::ExpiryReport &report);
/// Facts, and the English words of held_classes.h.
[[nodiscard]] QJsonObject toJson(const model::Inventory &inventory);
/// ok, or not: all failed with the first error, or `partial` when something was stored. Data sets of several
/// connections are summed by name.
[[nodiscard]] QJsonObject toJson(const model::SyncReport &report);
[[nodiscard]] QJsonObject featuresJson(const model::Connection &connection);
/// The certificate's file as it is: its own members are its format.
[[nodiscard]] QJsonObject toJson(const model::Erased &erased);
void addTo(QJsonObject &json, const model::AuditVerification &verification);

/// The names a sync may be asked for.
[[nodiscard]] bool isDataSet(std::string_view name);

} // namespace sk::profile
