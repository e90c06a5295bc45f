// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/ratchet.h"
#include "tests/profile/filled_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;

/// What becomes of credentials that grow old, are replaced, or may have leaked (CRED-4, INC-3).
class LeakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leakIsContained();
    void leakOfTheProfileIsOfAll();
    void leakEndsWhenAllIsNew();
    void replacedSecretIsKeptForAWeek();
    void leakedSecretIsNotKept();
    void statusTells();
};

namespace {

amazon::LwaCredentials keptFor(TestProfile &profile, const std::string &connection)
{
    return must(amazon::LwaCredentials::decode(must(profile.secrets.read(amazon::tokenEntry(connection)))));
}

} // namespace

void LeakTest::leakIsContained()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    const std::string ratchet = toHex(must(profile.secrets.read(keys::ratchetEntry("c1"))).view());
    profile.clock.advance(1h);
    SK_FAILS(store->suspectLeak(model::ConnectionId{"nobody"}), ErrorKind::NotFound);
    must(store->suspectLeak(model::ConnectionId{"c1"}));
    must(Store::rotateKeys(store));
    QVERIFY(toHex(must(profile.secrets.read(keys::ratchetEntry("c1"))).view()) != ratchet);
    QCOMPARE(revealed(*store, "c1", "1"), std::string()); // fetched again with the next sync
    QCOMPARE(revealed(*store, "c2", "7"), std::string("Planted;Street;"));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(3));
    const auto views = must(store->connections());
    QVERIFY(views[0].connection.suspectedAt == kNoon + 1h);
    QCOMPARE(views[0].leakSteps.size(), std::size_t(4));
    QVERIFY(views[0].leakSteps.front().done); // our keys
    QVERIFY(!views[1].connection.suspectedAt && views[1].leakSteps.empty());
    const std::string words = wordsOf(*store);
    QVERIFY(words.find("leak.suspected 0; ratchet.destroyed 4; keys.rotated 2; ") != std::string::npos);
    must(store->disconnect({"c1"}, dayOf(kNoon) + std::chrono::days(7)));
    SK_FAILS(store->suspectLeak(model::ConnectionId{"c1"}), ErrorKind::Usage);
}

void LeakTest::leakOfTheProfileIsOfAll()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    must(store->addConnection(sampleConnection("gone"), credentials("secret"), {}));
    must(store->disconnect({"gone"}, dayOf(kNoon) + std::chrono::days(7)));
    must(store->suspectLeak(std::nullopt));
    QCOMPARE(sealedRows(*store), std::int64_t(0));
    for (const model::ConnectionView &view : must(store->connections()))
        QCOMPARE(view.leakSteps.empty(), view.connection.id.value == "gone");
}

void LeakTest::leakEndsWhenAllIsNew()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    profile.clock.advance(1h);
    must(store->suspectLeak(model::ConnectionId{"c1"}));
    must(Store::rotateKeys(store));
    profile.clock.advance(1h);
    model::Connection renewed = sampleConnection("c1");
    renewed.authorisedAt = renewed.secretEnteredAt = profile.clock.now();
    const auto open = [&] {
        const model::ConnectionView view = must(store->connections()).front();
        std::string words;
        for (const model::LeakStepState &state : view.leakSteps)
            words += state.done ? std::string() : std::string(model::toWord(state.step)) + ' ';
        return words;
    };
    QCOMPARE(open(), std::string("revoke-authorisation new-client-secret new-authorisation "));
    must(store->replaceCredentials({"c1"}, renewed, credentials("secret"), {})); // the old ones, typed again
    QCOMPARE(open(), std::string("revoke-authorisation new-client-secret new-authorisation "));
    must(store->replaceCredentials({"c1"}, renewed, credentials("new"), {}));
    QCOMPARE(open(), std::string("revoke-authorisation new-authorisation "));
    QVERIFY(must(store->connection({"c1"})).suspectedAt);
    must(store->replaceCredentials({"c1"}, renewed, credentials("new", "new"), {}));
    QCOMPARE(open(), std::string());
    QVERIFY(!must(store->connection({"c1"})).suspectedAt);
    QVERIFY(wordsOf(*store).ends_with("leak.resolved 0; "));
}

void LeakTest::replacedSecretIsKeptForAWeek()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    must(store->replaceCredentials({"c1"}, sampleConnection("c1"), credentials("new"), {}));
    const Day until = dayOf(kNoon) + std::chrono::days(7);
    QVERIFY(must(store->connection({"c1"})).oldSecretUntil == until);
    QVERIFY(keptFor(profile, "c1").old->value.text() == "secret");
    QVERIFY(keptFor(profile, "c1").clientSecret.text() == "new");
    must(Store::rotateKeys(store)); // is about other keys
    QVERIFY(keptFor(profile, "c1").old->value.text() == "secret");
    profile.clock.advance(24h * 6);
    must(store->expire(model::AuditActor::System));
    QVERIFY(keptFor(profile, "c1").old);
    profile.clock.advance(24h);
    must(store->expire(model::AuditActor::System));
    QVERIFY(!keptFor(profile, "c1").old);
    QVERIFY(keptFor(profile, "c1").clientSecret.text() == "new");
    QVERIFY(!must(store->connection({"c1"})).oldSecretUntil);
    const std::string words = wordsOf(*store);
    QVERIFY(words.find("client_secret.old_destroyed 0; ") != std::string::npos);
    must(store->expire(model::AuditActor::System));
    QCOMPARE(words.find("client_secret.old_destroyed"), wordsOf(*store).rfind("client_secret.old_destroyed"));
}

void LeakTest::leakedSecretIsNotKept()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    must(store->suspectLeak(model::ConnectionId{"c1"}));
    must(store->replaceCredentials({"c1"}, sampleConnection("c1"), credentials("new"), {}));
    QVERIFY(!keptFor(profile, "c1").old);
    QVERIFY(!must(store->connection({"c1"})).oldSecretUntil);
}

void LeakTest::statusTells()
{
    TestProfile profile;
    auto store = must(profile.open());
    fill(*store);
    QCOMPARE(must(store->status()).credentials.size(), std::size_t(5)); // the profile's, two of each connection
    QVERIFY(must(store->status()).warnings.empty());
    profile.clock.advance(24h * 180);
    store->storage().time.trust(profile.clock.now());
    std::string all;
    for (const std::string &warning : must(store->status()).warnings)
        all += warning + '\n';
    QVERIFY(all.find("c1: The client secret was entered on " + toIso(dayOf(kNoon)) + "; Amazon ended it by "
                     + toIso(dayOf(kNoon) + std::chrono::days(180)))
            != std::string::npos);
    QVERIFY(all.find("The profile's keys were made on " + toIso(dayOf(kNoon))) != std::string::npos);
    QVERIFY(all.find("authorisation") == std::string::npos);
    QVERIFY(all.find("leak") == std::string::npos);
    must(store->suspectLeak(model::ConnectionId{"c1"}));
    QVERIFY(std::ranges::any_of(must(store->status()).warnings, [](const std::string &warning) {
        return warning.starts_with("c1: a leak is suspected. Rotate the client secret");
    }));
}

QTEST_GUILESS_MAIN(LeakTest)
#include "leak_test.moc"
