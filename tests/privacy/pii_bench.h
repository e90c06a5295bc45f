// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privacy/padding.h"
#include "core/privacy/pii_store.h"
#include "core/secrets/crypto.h"
#include "tests/support/fake_secret_store.h"
#include "tests/support/sample_orders.h"
#include "tests/support/test_vault.h"

/// What the tests of the PII store set up, and the attacker who has everything but a key that was destroyed.
namespace sk::test {

inline const Day kToday = dayOf(kNoon);
inline const secrets::Secret kPiiKey = secrets::Secret::make(32, repeatableRandom(50));
/// What reveal() of the bench says of an order that seal() sealed.
inline constexpr const char *kBoth = "1=Planted Name 3=Planted Street ";

inline Day day(int offset)
{
    return kToday + std::chrono::days(offset);
}

/// A store with two connections whose ratchets start today.
struct PiiBench
{
    TestDatabase file{vault::Schema::PiiStore};
    FakeSecretStore secrets;
    privacy::PiiStore store{file.create(vault::Schema::PiiStore), "profile", kPiiKey, secrets, repeatableRandom(60)};

    PiiBench()
    {
        store.beginDay(kToday);
        must(store.start({"c1"}, kToday));
        must(store.start({"c2"}, kToday));
    }
    void seal(const char *connection, const char *order, int expiry,
              const std::vector<privacy::KeptValue> &values = {{1, "Planted Name"}, {3, "Planted Street"}},
              int countedFrom = 0)
    {
        must(store.seal({{connection}, {order}, day(expiry), day(countedFrom), kNoon, "getOrder"}, values));
    }
    /// "field=value " for each value, or the word of the error.
    std::string reveal(const char *connection, const char *order) { return reveal(store, connection, order); }
    static std::string reveal(privacy::PiiStore &from, const char *connection, const char *order)
    {
        const auto values = from.reveal({connection}, {order});
        if (!values)
            return std::string(toWord(values.error().kind));
        std::string text;
        for (const privacy::KeptValue &value : *values)
            text += std::to_string(value.field) + '=' + value.value + ' ';
        return text;
    }
};

/// Opens a copy of pii.db, and gives `attempt` each row of `sql`; what it opened, unpadded, one after the other.
template <typename Attempt>
std::string attackRows(const std::filesystem::path &copy, const vault::OpenOptions &keys, std::string_view sql,
                       Attempt attempt)
{
    vault::OpenOptions options = keys;
    options.file = copy;
    const vault::Database database = must(vault::Database::open(options));
    vault::Statement select = must(database.prepare(sql));
    std::string found;
    const auto take = [&found](const Result<secrets::Secret> &plain) {
        if (plain)
            found += std::string(asText(must(privacy::unpad(plain->view())))) + ' ';
    };
    while (must(select.next()))
        attempt(select, take);
    return found;
}

} // namespace sk::test
