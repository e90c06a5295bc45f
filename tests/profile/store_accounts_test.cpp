// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/connection_repository.h"
#include "core/sync/ledger.h"
#include "tests/profile/filled_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using model::Feature;

namespace {

model::Connection connectionOf(model::ConnectionKind kind)
{
    model::Connection connection = sampleConnection("c1");
    connection.kind = kind;
    return connection;
}

} // namespace

/// Which account a connection is of, and what new credentials change about it.
class StoreAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedOneOfTheSameApplicationIsFound_data();
    void refusedOneOfTheSameApplicationIsFound();
    void featuresComeWithTheConnection();
    void renewalSwitchesOnWhatWasOff();
    void adsHaveNoFeatures();
    void usedSecretKeepsItsAge();
    void unknownSellerIsFilledIn();
    void revokedIsDisconnectedInTime();
    void refusedSecretTakesNoRevocationBack();
    void revokedAndForgottenIsShownForAWeek();
    void acceptedAgainStopsTheClock();
    void clockThatJumpedEndsNothing();
};

void StoreAccountsTest::refusedOneOfTheSameApplicationIsFound_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("found");
    QTest::newRow("seller") << static_cast<int>(model::ConnectionKind::SellingPartner) << true;
    QTest::newRow("advertiser, whom nothing names") << static_cast<int>(model::ConnectionKind::Ads) << false;
}

void StoreAccountsTest::refusedOneOfTheSameApplicationIsFound()
{
    QFETCH(const int, kind);
    QFETCH(const bool, found);
    TestProfile profile;
    const auto store = must(profile.open());
    const model::Connection connection = connectionOf(static_cast<model::ConnectionKind>(kind));
    must(store->addConnection(connection, credentials("secret"), {}));
    must(records::ConnectionRepository(store->storage().vault)
             .setState({"c1"}, model::ConnectionState::ReauthorisationNeeded, ErrorKind::AuthorisationRevoked,
                       std::nullopt));
    QCOMPARE(must(store->sameAccount(connection, "client", {})).has_value(), found);
}

void StoreAccountsTest::featuresComeWithTheConnection()
{
    TestProfile profile;
    const auto store = must(profile.open());
    model::Connection connection = sampleConnection("c1");
    connection.features = {Feature::FulfilmentAddresses};
    must(store->addConnection(connection, credentials("secret"), {}));
    QCOMPARE(must(store->connection({"c1"})).features, std::vector{Feature::FulfilmentAddresses});
    QCOMPARE(wordsOf(*store), std::string("profile.created 0; connection.added 0; feature.enabled 0; "));
}

void StoreAccountsTest::renewalSwitchesOnWhatWasOff()
{
    TestProfile profile;
    const auto store = must(profile.open());
    must(store->addConnection(sampleConnection("c1"), credentials("secret"), {}));
    model::Connection wanted = sampleConnection("c1");
    wanted.features = {Feature::FulfilmentAddresses};
    for (int i = 0; i < 2; ++i)
        must(store->replaceCredentials({"c1"}, wanted, credentials("secret"), {}));
    must(store->replaceCredentials({"c1"}, sampleConnection("c1"), credentials("secret"), {}));
    QCOMPARE(must(store->connection({"c1"})).features, wanted.features); // a renewal switches nothing off
    const std::string words = wordsOf(*store);
    QCOMPARE(words.find("feature.enabled"), words.rfind("feature.enabled")); // told once
}

void StoreAccountsTest::adsHaveNoFeatures()
{
    TestProfile profile;
    const auto store = must(profile.open());
    must(store->addConnection(connectionOf(model::ConnectionKind::Ads), credentials("secret"), {}));
    SK_FAILS(store->setFeature({"c1"}, Feature::FulfilmentAddresses, true), ErrorKind::Usage);
    SK_OK(store->setFeature({"c1"}, Feature::FulfilmentAddresses, false));
    QVERIFY(must(store->connection({"c1"})).features.empty());
}

/// CRED-4: the 180 days of a client secret do not begin anew because it is used again.
void StoreAccountsTest::usedSecretKeepsItsAge()
{
    TestProfile profile;
    const auto store = must(profile.open());
    must(store->addConnection(sampleConnection("c1"), credentials("secret"), {}));
    model::Connection renewed = sampleConnection("c1");
    renewed.authorisedAt = renewed.secretEnteredAt = kNoon + 240h;
    must(store->replaceCredentials({"c1"}, renewed, credentials("secret"), {}));
    QVERIFY(must(store->connection({"c1"})).secretEnteredAt == kNoon);
    QVERIFY(must(store->connection({"c1"})).authorisedAt == kNoon); // nor the 365 of the authorisation
    must(store->replaceCredentials({"c1"}, renewed, credentials("secret", "another"), {}));
    QVERIFY(must(store->connection({"c1"})).secretEnteredAt == kNoon);
    QVERIFY(must(store->connection({"c1"})).authorisedAt == kNoon + 240h);
    must(store->replaceCredentials({"c1"}, renewed, credentials("another"), {}));
    QVERIFY(must(store->connection({"c1"})).secretEnteredAt == kNoon + 240h);
    model::Connection older = sampleConnection("c1"); // from a file, where it is known for longer
    older.secretEnteredAt = kNoon - 240h;
    must(store->replaceCredentials({"c1"}, older, credentials("another"), {}));
    QVERIFY(must(store->connection({"c1"})).secretEnteredAt == kNoon - 240h);
}

void StoreAccountsTest::unknownSellerIsFilledIn()
{
    TestProfile profile;
    const auto store = must(profile.open());
    must(store->addConnection(sampleConnection("c1"), credentials("secret"), {}));
    model::Connection named = sampleConnection("c1");
    named.sellingPartnerId = "A1B2C3";
    must(store->replaceCredentials({"c1"}, named, credentials("secret"), {}));
    QCOMPARE(must(store->connection({"c1"})).sellingPartnerId, std::string("A1B2C3"));
    must(store->replaceCredentials({"c1"}, sampleConnection("c1"), credentials("secret"), {}));
    QCOMPARE(must(store->connection({"c1"})).sellingPartnerId, std::string("A1B2C3"));
}

namespace {

/// As a sync does when Amazon answers invalid_grant.
void revoke(Store &store)
{
    must(store.addConnection(sampleConnection("c1"), credentials("secret"), {}));
    storeOrder(store, "c1", "1");
    const sync::Ledger ledger({"c1"}, model::AuditActor::System);
    QVERIFY(must(ledger.endConnection(store.storage(), ErrorKind::AuthorisationRevoked)));
}

bool hasTokens(TestProfile &profile)
{
    return profile.secrets.entries.contains("token/c1");
}

void pass(TestProfile &profile, Store &store, int days)
{
    profile.clock.advance(24h * days);
    must(store.expire(model::AuditActor::System));
    must(purgeAll(store));
}

} // namespace

/// DEL-2, DEL-3: 30 days after a revocation nothing is left, and each day shows when.
void StoreAccountsTest::revokedIsDisconnectedInTime()
{
    TestProfile profile;
    const auto store = must(profile.open());
    revoke(*store);
    const Day purge = dayOf(kNoon) + std::chrono::days(30);
    QVERIFY(must(store->connection({"c1"})).purgeOn == purge);
    pass(profile, *store, 22);
    QVERIFY(must(store->connection({"c1"})).state == model::ConnectionState::ReauthorisationNeeded);
    QVERIFY(hasTokens(profile));
    pass(profile, *store, 1);
    QVERIFY(must(store->connection({"c1"})).state == model::ConnectionState::Disconnected);
    QVERIFY(must(store->connection({"c1"})).purgeOn == purge);
    QVERIFY(!hasTokens(profile));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    pass(profile, *store, 6);
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    pass(profile, *store, 1);
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(0));
    QVERIFY(must(store->connections()).empty());
}

void StoreAccountsTest::refusedSecretTakesNoRevocationBack()
{
    TestProfile profile;
    const auto store = must(profile.open());
    revoke(*store);
    const auto purge = must(store->connection({"c1"})).purgeOn;
    const sync::Ledger ledger({"c1"}, model::AuditActor::System);
    QVERIFY(must(ledger.endConnection(store->storage(), ErrorKind::ClientRefused)));
    const model::Connection connection = must(store->connection({"c1"}));
    QVERIFY(connection.stateReason == ErrorKind::AuthorisationRevoked && connection.purgeOn == purge && purge);
}

void StoreAccountsTest::revokedAndForgottenIsShownForAWeek()
{
    TestProfile profile;
    auto store = must(profile.open());
    revoke(*store);
    store.reset();
    profile.clock.advance(24h * 50);
    store = must(profile.open());
    QVERIFY(must(store->connection({"c1"})).state == model::ConnectionState::Disconnected);
    QVERIFY(must(store->connection({"c1"})).purgeOn == dayOf(kNoon) + std::chrono::days(57));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
    must(store->replaceCredentials({"c1"}, sampleConnection("c1"), credentials("new", "new"), {}));
    pass(profile, *store, 10);
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1)); // connected again, and nothing was lost
}

void StoreAccountsTest::acceptedAgainStopsTheClock()
{
    TestProfile profile;
    const auto store = must(profile.open());
    revoke(*store);
    pass(profile, *store, 20);
    must(store->reactivate({"c1"})); // as after a check of the access
    QVERIFY(!must(store->connection({"c1"})).purgeOn);
    pass(profile, *store, 20);
    QVERIFY(must(store->connection({"c1"})).state == model::ConnectionState::Active);
    QVERIFY(hasTokens(profile));
    QCOMPARE(rowsOf(*store, "orders"), std::int64_t(1));
}

void StoreAccountsTest::clockThatJumpedEndsNothing()
{
    TestProfile profile;
    const auto store = must(profile.open());
    revoke(*store);
    pass(profile, *store, 400);
    QVERIFY(must(store->connection({"c1"})).state == model::ConnectionState::ReauthorisationNeeded);
    QVERIFY(hasTokens(profile));
}

QTEST_GUILESS_MAIN(StoreAccountsTest)
#include "store_accounts_test.moc"
