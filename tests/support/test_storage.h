// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/lwa.h"
#include "core/records/connection_repository.h"
#include "core/sync/storage.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_secret_store.h"
#include "tests/support/sample_orders.h"
#include "tests/support/test_vault.h"

namespace sk::test {

/// Everything a sync writes to, in real files: one active connection "c1" with its secrets.
struct TestStorage
{
    TestDatabase vaultFile{vault::Schema::Vault, 7};
    TestDatabase piiFile{vault::Schema::PiiStore, 9};
    FakeClock clock{kNoon};
    FakeSecretStore secrets;
    vault::Database vault = vaultFile.create(vault::Schema::Vault);
    audit::AuditLog audit = must(audit::AuditLog::open(vault, "profile"));
    records::OrderRepository orders = must(records::OrderRepository::open(vault));
    privacy::PiiStore pii{piiFile.create(vault::Schema::PiiStore), "profile",
                          secrets::Secret::make(32, repeatableRandom(3)), secrets, repeatableRandom(4)};
    privacy::TimeKeeper time{clock, {}};
    privacy::ErasedOrders erased{vault, repeatableRandom(5)};
    sync::Storage storage{vault, audit, orders, pii, time, secrets, clock, erased};

    TestStorage()
    {
        must(erased.load());
        must(records::ConnectionRepository(vault).add(sampleConnection("c1")));
        must(pii.start({"c1"}, dayOf(kNoon)));
        const amazon::LwaCredentials credentials{"client", secrets::Secret::copyOf(asBytes("cs")),
                                                 secrets::Secret::copyOf(asBytes("rt"))};
        must(secrets.write(amazon::tokenEntry("c1"), credentials.encode()));
    }
    [[nodiscard]] std::string row(std::string_view sql) const { return scalar(vault, sql); }
    /// Operations and outcomes of the audit log, oldest first.
    [[nodiscard]] std::string auditWords() const
    {
        vault::Statement select = must(vault.prepare("SELECT operation, outcome, rows FROM audit_entry ORDER BY seq"));
        std::string words;
        while (must(select.next())) {
            words += std::string(model::toWord(static_cast<model::AuditOperation>(select.integer(0)))) + ' '
                + select.text(1) + ' ' + std::to_string(select.integer(2)) + "; ";
        }
        return words;
    }
};

} // namespace sk::test
