// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/lwa.h"
#include "core/records/connection_repository.h"
#include "tests/support/test_profile.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;
using model::Feature;

namespace {

secrets::Secret credentials(std::string_view clientSecret)
{
    return amazon::LwaCredentials{"client", secrets::Secret::copyOf(asBytes(clientSecret)),
                                  secrets::Secret::copyOf(asBytes("refresh"))}
        .encode();
}

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

QTEST_GUILESS_MAIN(StoreAccountsTest)
#include "store_accounts_test.moc"
