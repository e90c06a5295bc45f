// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/model/erasure.h"
#include "core/vault/database.h"

#include <filesystem>

namespace sk::records {

/// Rows of one connection per table, in the words of an erasure certificate. Every table of the vault that carries a
/// connection is counted, except the audit log, which outlives what it tells of (RET-5).
[[nodiscard]] Result<std::vector<model::ErasedCount>> rowsOfConnection(const vault::Database &database,
                                                                       const model::ConnectionId &connection);
/// The ids by which remnants of a connection's rows would be recognised: those of its orders, their items, its holds.
[[nodiscard]] Result<std::vector<std::string>> identifiersOf(const vault::Database &database,
                                                             const model::ConnectionId &connection);

/// A file that was written for the user, with rows of these connections: an erasure of any of them takes it away.
struct ExportedFile
{
    std::filesystem::path path;
    std::string dataSet;
    std::int64_t rows = 0;
    Bytes sha256;
    Time exportedAt{};
    std::vector<model::ConnectionId> connections;
    Bytes orderMark{}; ///< privacy::ErasedOrders::markOf() of the one order a copy for its buyer is about
};

[[nodiscard]] Result<void> rememberExport(const vault::Database &database, const ExportedFile &file);
[[nodiscard]] Result<std::vector<ExportedFile>> exportedFiles(const vault::Database &database);
/// Removes the file if it is still what was written; false when it was moved, changed, or cannot be removed.
[[nodiscard]] bool removeIfOurs(const ExportedFile &file);
[[nodiscard]] Result<void> forgetExport(const vault::Database &database, const std::filesystem::path &path);

[[nodiscard]] Result<void> storeCertificate(const vault::Database &database,
                                            const model::ErasureCertificate &certificate, const Bytes &file);
/// The files of all certificates handed out, newest first.
[[nodiscard]] Result<std::vector<Bytes>> certificateFiles(const vault::Database &database);

} // namespace sk::records
