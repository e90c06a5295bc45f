// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit_reader.h"
#include "core/profile/store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_secret_store.h"
#include "tests/support/sample_orders.h"
#include "tests/support/test_vault.h"

#include <fstream>

namespace sk::test {

/// A profile's folder with its keychain and clock; stores are opened and closed in it.
struct TestProfile
{
    Folder folder;
    FakeSecretStore secrets;
    FakeClock clock{kNoon};
    std::string id = "11111111-2222-4333-8444-555555555555";

    explicit TestProfile(bool make = true)
    {
        if (make)
            must(create());
    }
    [[nodiscard]] profile::StoreWorld world() { return {secrets, clock, secrets::systemRandom()}; }
    [[nodiscard]] Result<void> create() { return profile::Store::create(folder.path(), id, world()); }
    [[nodiscard]] Result<std::unique_ptr<profile::Store>> open()
    {
        return profile::Store::open(folder.path(), id, world());
    }
    /// And works off what is due, as a session does in the background.
    [[nodiscard]] Result<std::unique_ptr<profile::Store>> openAndPurge();
    [[nodiscard]] std::filesystem::path vault() const { return profile::vaultFile(folder.path()); }
    [[nodiscard]] std::filesystem::path pii() const { return profile::piiFile(folder.path()); }

    /// Name and content of every file of the folder.
    [[nodiscard]] std::map<std::string, std::string> files() const
    {
        std::map<std::string, std::string> content;
        for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
            std::ifstream stream(entry.path(), std::ios::binary);
            content[entry.path().filename().string()] = {std::istreambuf_iterator<char>(stream), {}};
        }
        return content;
    }
};

/// Batch after batch, until nothing is due any more; the number of rows.
inline Result<std::int64_t> purgeAll(profile::Store &store, model::AuditActor actor = model::AuditActor::System)
{
    std::int64_t rows = 0;
    for (;;) {
        SK_ASSIGN(const profile::PurgeBatch batch, store.purgeBatch(actor));
        rows += batch.rows;
        if (!batch.more)
            return rows;
    }
}

inline Result<std::unique_ptr<profile::Store>> TestProfile::openAndPurge()
{
    SK_ASSIGN(std::unique_ptr<profile::Store> store, open());
    SK_TRY(purgeAll(*store));
    return store;
}

inline void addConnection(profile::Store &store, const std::string &id)
{
    must(store.addConnection(sampleConnection(id), secrets::Secret::copyOf(asBytes("credentials")), {}));
}

/// Two sealed values of an order, expiring `days` after the store's today under the retention that is set.
inline void sealValues(profile::Store &store, const std::string &connection, const std::string &order, int days)
{
    const Time now = store.now();
    const Day expiry = dayOf(now) + std::chrono::days(days);
    const Day countedFrom = expiry - std::chrono::days(must(store.retentionValue("pii.days")));
    must(store.storage().pii.seal({{connection}, {order}, expiry, countedFrom, now, "getOrder"},
                                  {{1, "Planted"}, {3, "Street"}}));
    must(store.audit(
        {model::AuditActor::System, model::AuditOperation::PiiSealed, {connection}, model::DataClass::Pii, 2}));
}

inline void storeOrder(profile::Store &store, const std::string &connection, const std::string &order)
{
    must(store.storage().orders.store(sampleOrder(order, kNoon), {{connection}, store.now(), "searchOrders"}));
}

/// What the audit log tells, oldest first: operation and rows.
inline std::string wordsOf(profile::Store &store)
{
    const auto entries = must(audit::readEntries(store.storage().vault, [&] {
        auto sequences = must(audit::findSequences(store.storage().vault, {}));
        std::reverse(sequences.begin(), sequences.end());
        return sequences;
    }()));
    std::string words;
    for (const auto &entry : entries)
        words += std::string(model::toWord(entry.event.operation)) + ' ' + std::to_string(entry.event.rows) + "; ";
    return words;
}

inline std::int64_t sealedRows(profile::Store &store)
{
    return must(store.status()).pii.sealedRows;
}

inline std::int64_t rowsOf(profile::Store &store, const char *table)
{
    return must(store.storage().vault.integer("SELECT count(*) FROM " + std::string(table)));
}

} // namespace sk::test
