// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_log.h"
#include "core/audit/audit_reader.h"
#include "tests/support/test_vault.h"

namespace sk::test {

inline const Time kLogStart = fromMillis(1'795'000'000'000);

inline model::AuditEvent eventAt(int i)
{
    model::AuditEvent event;
    event.operation = i % 2 == 0 ? model::AuditOperation::SearchOrders : model::AuditOperation::PiiRemoved;
    event.connection = {i % 3 == 0 ? "c1" : "c2"};
    event.dataClass = model::DataClass::Orders;
    event.rows = i;
    event.httpStatus = 200;
    event.requestId = "request-" + std::to_string(i);
    event.duration = std::chrono::milliseconds(i * 10);
    if (i % 4 == 0)
        event.error = ErrorKind::Throttled;
    return event;
}

/// A vault's log with entries a second apart, the first one second after kLogStart.
struct Log
{
    TestDatabase file;
    vault::Database database = file.create(vault::Schema::Vault);
    audit::AuditLog log = must(audit::AuditLog::open(database, "profile"));
    audit::Checkpoint cut; ///< what the keychain knows of removed entries

    explicit Log(int entries = 0)
    {
        for (int i = 1; i <= entries; ++i)
            must(log.append(eventAt(i), kLogStart + std::chrono::seconds(i)));
    }
    [[nodiscard]] audit::Anchor anchor()
    {
        audit::Anchor anchor = must(log.head(kLogStart));
        anchor.cut = cut;
        return anchor;
    }
    [[nodiscard]] model::AuditVerification verify(const std::optional<audit::Anchor> &anchor = {}) const
    {
        return must(audit::verifyChain(database, "profile", anchor));
    }
};

} // namespace sk::test
