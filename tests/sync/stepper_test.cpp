// SPDX-License-Identifier: GPL-3.0-or-later
// size: the stepper with each of its feeds, over one kind of storage
#include "core/audit/audit_reader.h"
#include "core/sync/addresses_feed.h"
#include "core/sync/cursor_store.h"
#include "core/sync/marketplaces_feed.h"
#include "core/sync/orders_feed.h"
#include "core/sync/step.h"
#include "tests/support/test_storage.h"

using namespace sk;
using namespace sk::sync;
using namespace sk::test;
using namespace std::chrono_literals;
using std::chrono::days;

class TestStepper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pageIsStoredWithCursorAndAudit();
    void erasedOrderIsLeftOut();
    void nothingOfAPageIsStoredAlone_data();
    void nothingOfAPageIsStoredAlone();
    void malformedPageStoresNothingButIsAudited();
    void personalValuesAreRemovedAndCounted();
    void throttledWaitsAndAsksAgain();
    void serverErrorsAreRetriedThenEnd();
    void refusedTokenRestartsTheWindow();
    void loopEndsTheFeed();
    void refusedCredentialsChangeTheState_data();
    void refusedCredentialsChangeTheState();
    void newRefreshTokenIsKept();
    void callIsAuditedEvenIfItsTokenCannotBeKept();
    void resumedUpdatesAreFollowedByNewOnes();
    void clockThatIsFastIsCorrectedOnce();
    void marketplacesOnceADay();
    void addressesAreSealed();
    void addressesAreNotKeptTooLate_data();
    void addressesAreNotKeptTooLate();
    void unknownOrderDoesNotStopTheOthers();
};

namespace {

const model::ConnectionId kC1{"c1"};

std::string orderJson(const std::string &id, Time created, Time updated, const std::string &more = {})
{
    return R"({"orderId":")" + id + R"(","createdTime":")" + toIso(created) + R"(","lastUpdatedTime":")"
        + toIso(updated)
        + R"(","salesChannel":{"channelName":"AMAZON"},"fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":"MERCHANT"},)"
        + R"("orderItems":[{"orderItemId":"1","quantityOrdered":1,"product":{}}])" + more + '}';
}

std::string pageJson(const std::vector<std::string> &orders, const std::string &next = {})
{
    std::string json = R"({"orders":[)";
    for (const std::string &order : orders)
        json += (json.ends_with('[') ? "" : ",") + order;
    return json + "]" + (next.empty() ? "" : R"(,"pagination":{"nextToken":")" + next + "\"}") + '}';
}

amazon::ApiOutcome answered(const std::string &body)
{
    amazon::ApiOutcome outcome;
    net::HttpResponse response;
    response.status = 200;
    response.body = QByteArray::fromStdString(body);
    outcome.response = response;
    outcome.attempts = {{model::AuditOperation::SearchOrders, model::DataClass::Orders, {}, 200, "request-1", 5ms}};
    return outcome;
}

amazon::ApiOutcome refused(ErrorKind kind, int status)
{
    amazon::ApiOutcome outcome;
    outcome.response = fail(kind, "refused");
    outcome.attempts = {
        {model::AuditOperation::SearchOrders, model::DataClass::Orders, kind, status, "request-1", 5ms}};
    return outcome;
}

struct Run
{
    TestStorage world;
    Stepper stepper;

    explicit Run(std::unique_ptr<Feed> feed = nullptr)
        : stepper(kC1,
                  feed
                      ? std::move(feed)
                      : std::make_unique<OrdersFeed>(kC1, std::vector<std::string>{"M1", "M2"}, kNoon - days(5), false),
                  [] { return 1.0; })
    {
    }
    Result<NextStep> tryStep(const std::optional<amazon::ApiOutcome> &outcome = {})
    {
        return stepper.step(world.storage, outcome);
    }
    NextStep step(const std::optional<amazon::ApiOutcome> &outcome = {}) { return must(tryStep(outcome)); }
};

std::string valueOf(const NextStep &step, const char *key)
{
    for (const auto &[name, value] : step.call->query) {
        if (name == key)
            return value;
    }
    return {};
}

} // namespace

/// DEL-6: an order that was erased on request comes again with every page that has it.
void TestStepper::erasedOrderIsLeftOut()
{
    Run run;
    must(run.world.erased.add({"1"}, kNoon));
    run.step();
    run.step(answered(
        pageJson({orderJson("1", kNoon - days(1), kNoon - 1h), orderJson("2", kNoon - days(1), kNoon - 1h)}, "t1")));
    QCOMPARE(run.world.row("SELECT group_concat(order_id) FROM orders"), std::string("2"));
    QCOMPARE(run.world.auditWords(), std::string("searchOrders ok 2; ")); // both were received
}

void TestStepper::pageIsStoredWithCursorAndAudit()
{
    Run run;
    const NextStep first = run.step();
    QCOMPARE(valueOf(first, "createdAfter"), toIso(kNoon - days(5)));
    QCOMPARE(valueOf(first, "createdBefore"), toIso(kNoon - 3min));
    QCOMPARE(valueOf(first, "marketplaceIds"), std::string("M1,M2"));
    QCOMPARE(valueOf(first, "includedData").find("RECIPIENT"), std::string::npos);
    QCOMPARE(valueOf(first, "includedData").find("BUYER"), std::string::npos);
    const NextStep second = run.step(answered(
        pageJson({orderJson("1", kNoon - days(1), kNoon - 1h), orderJson("2", kNoon - days(1), kNoon - 1h)}, "t1")));
    QCOMPARE(valueOf(second, "paginationToken"), std::string("t1"));
    QCOMPARE(run.world.row("SELECT count(*) FROM orders"), std::string("2"));
    QCOMPARE(run.world.auditWords(), std::string("searchOrders ok 2; "));
    QVERIFY(must(readCursor(run.world.vault, kC1, "orders")).find("\"t1\"") != std::string::npos);
    QCOMPARE(run.world.row("SELECT fresh_as_of FROM sync_cursor"), std::string("NULL"));
    const NextStep done = run.step(answered(pageJson({orderJson("2", kNoon - days(1), kNoon - 1h)})));
    QVERIFY(!done.failed); // what is new since the first page comes next, if time has passed; else the end
    QCOMPARE(run.stepper.tally().received, std::int64_t(3));
    QCOMPARE(run.stepper.tally().stored, std::int64_t(2));
    QCOMPARE(run.stepper.tally().storedParts, std::int64_t(2));
    QVERIFY(run.world.row("SELECT fresh_as_of FROM sync_cursor") != "NULL");
    QVERIFY(must(audit::verifyChain(run.world.vault, "profile", {})).intact());
}

void TestStepper::nothingOfAPageIsStoredAlone_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("verb");
    QTest::newRow("cursor fails") << QByteArray("sync_cursor") << QByteArray("INSERT");
    QTest::newRow("an item fails") << QByteArray("order_item") << QByteArray("INSERT");
    QTest::newRow("audit fails") << QByteArray("audit_entry") << QByteArray("INSERT");
    QTest::newRow("rate bucket fails") << QByteArray("rate_bucket") << QByteArray("UPDATE");
}

void TestStepper::nothingOfAPageIsStoredAlone()
{
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, verb);
    Run run;
    run.step();
    must(run.world.vault.exec(
        ("CREATE TEMP TRIGGER no BEFORE " + verb + " ON main." + table + " BEGIN SELECT RAISE(ABORT, 'no'); END")
            .constData()));
    const auto step = run.tryStep(answered(pageJson({orderJson("1", kNoon - days(1), kNoon - 1h)}, "t1")));
    QVERIFY(!step || step->failed);
    QCOMPARE(run.world.row("SELECT count(*) FROM orders"), std::string("0"));
    QCOMPARE(must(readCursor(run.world.vault, kC1, "orders")), std::string());
    QCOMPARE(run.world.auditWords().find("ok"), std::string::npos);
    QCOMPARE(run.stepper.tally().stored, std::int64_t(0));
}

void TestStepper::malformedPageStoresNothingButIsAudited()
{
    Run run;
    run.step();
    const NextStep again = run.step(answered(pageJson({orderJson("1", kNoon, kNoon), R"({"orderId":"2"})"})));
    QVERIFY(again.call && again.wait > 0ms); // asked again before it is believed
    QCOMPARE(run.world.row("SELECT count(*) FROM orders"), std::string("0"));
    QCOMPARE(run.world.auditWords(), std::string("searchOrders malformed_response 0; "));
}

void TestStepper::personalValuesAreRemovedAndCounted()
{
    Run run;
    run.step();
    const std::string person =
        R"(,"buyer":{"buyerName":"Planted Person"},"recipient":{"deliveryAddress":{"name":"Planted Person","city":"Planted City"}})";
    run.step(answered(pageJson({orderJson("1", kNoon - days(1), kNoon - 1h, person)})));
    QCOMPARE(run.world.auditWords(), std::string("pii.removed ok 3; searchOrders ok 1; "));
    QCOMPARE(must(run.world.pii.status(std::nullopt)).sealedRows, std::int64_t(0));
    vault::Statement tables = must(run.world.vault.prepare(
        "SELECT s.name, i.name FROM sqlite_schema s, pragma_table_info(s.name) i WHERE s.type = 'table'"));
    while (must(tables.next())) {
        const std::string sql = "SELECT count(*) FROM \"" + tables.text(0) + "\" WHERE CAST(" + tables.text(1)
            + " AS TEXT) LIKE '%Planted%'";
        QCOMPARE(run.world.row(sql), std::string("0"));
    }
}

void TestStepper::throttledWaitsAndAsksAgain()
{
    Run run;
    const NextStep first = run.step();
    for (int i = 0; i < 10; ++i) { // for as long as Amazon likes
        const NextStep again = run.step(refused(ErrorKind::Throttled, 429));
        QVERIFY(again.call && again.wait >= 178s);
        QCOMPARE(valueOf(again, "createdBefore"), valueOf(first, "createdBefore"));
        run.world.clock.advance(again.wait);
    }
    QCOMPARE(run.stepper.tally().throttled, std::int64_t(10));
    SK_OK(run.tryStep(answered(pageJson({orderJson("1", kNoon - days(1), kNoon - 1h)}))));
    QCOMPARE(run.world.row("SELECT count(*) FROM orders"), std::string("1"));
    QCOMPARE(run.world.row("SELECT count(*) FROM audit_entry WHERE outcome = 'throttled' AND http_status = 429"),
             std::string("10"));
}

void TestStepper::serverErrorsAreRetriedThenEnd()
{
    Run run;
    run.step();
    for (int i = 0; i < 5; ++i)
        QVERIFY(run.step(refused(ErrorKind::ServerError, 503)).call);
    const NextStep end = run.step(refused(ErrorKind::ServerError, 503));
    QVERIFY(!end.call && end.failed && end.failed->kind == ErrorKind::ServerError && !end.endsConnection);
    QCOMPARE(run.world.row("SELECT last_error FROM sync_cursor"), std::string("server_error"));
    QCOMPARE(run.world.row("SELECT count(*) FROM audit_entry"), std::string("6"));
    QCOMPARE(must(readCursor(run.world.vault, kC1, "orders")), std::string()); // still "never ran"
}

void TestStepper::refusedTokenRestartsTheWindow()
{
    Run run;
    const NextStep first = run.step();
    for (int i = 0; i < 3; ++i) {
        NextStep page = run.step(answered(pageJson({orderJson("1", kNoon - days(1), kNoon - 1h)}, "t1")));
        QCOMPARE(valueOf(page, "paginationToken"), std::string("t1"));
        page = run.step(refused(ErrorKind::PaginationTokenRefused, 400));
        QCOMPARE(valueOf(page, "paginationToken"), std::string());
        QCOMPARE(valueOf(page, "createdBefore"), valueOf(first, "createdBefore"));
    }
    run.step(answered(pageJson({orderJson("1", kNoon - days(1), kNoon - 1h)}, "t1")));
    QVERIFY(run.step(refused(ErrorKind::PaginationTokenRefused, 400)).failed);
}

void TestStepper::loopEndsTheFeed()
{
    Run run;
    run.step();
    const std::string page = pageJson({orderJson("1", kNoon - days(1), kNoon - 1h)}, "t1");
    run.step(answered(page));
    const NextStep end = run.step(answered(page));
    QVERIFY(end.failed && end.failed->kind == ErrorKind::PaginationLoop);
    QCOMPARE(run.world.row("SELECT count(*) FROM orders"), std::string("1"));
}

void TestStepper::refusedCredentialsChangeTheState_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("state"); // empty: stays active
    const auto row = [](ErrorKind kind, const char *state) {
        QTest::newRow(std::string(toWord(kind)).c_str()) << static_cast<int>(kind) << QByteArray(state);
    };
    row(ErrorKind::AuthorisationRevoked, "reauthorisation_needed");
    row(ErrorKind::ClientRefused, "secret_refused");
    row(ErrorKind::ClientSecretExpired, "secret_refused");
    row(ErrorKind::RoleMissing, "");
    row(ErrorKind::AccessTokenRefused, "");
    row(ErrorKind::KeychainLocked, "");
    row(ErrorKind::TlsRefused, "");
}

void TestStepper::refusedCredentialsChangeTheState()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, state);
    Run run;
    run.step();
    const NextStep end = run.step(refused(static_cast<ErrorKind>(kind), 400));
    QVERIFY(!end.call && end.failed);
    QCOMPARE(end.endsConnection, !state.isEmpty());
    QCOMPARE(run.world.row("SELECT state FROM connection"),
             state.isEmpty() ? std::string("active") : state.toStdString());
    QCOMPARE(run.world.auditWords().find("connection.state_changed") != std::string::npos, !state.isEmpty());
    // DEL-2: a revocation alone starts the clock of a disconnect
    const bool revoked = static_cast<ErrorKind>(kind) == ErrorKind::AuthorisationRevoked;
    QCOMPARE(run.world.row("SELECT purge_on FROM connection"),
             revoked ? std::to_string(toDayNumber(dayOf(kNoon)) + 30) : std::string("NULL"));
}

void TestStepper::newRefreshTokenIsKept()
{
    Run run;
    run.step();
    const auto stored = [&run] {
        return must(amazon::LwaCredentials::decode(must(run.world.secrets.read("token/c1"))));
    };
    amazon::ApiOutcome outcome = answered(pageJson({}));
    outcome.newRefreshToken = secrets::Secret::copyOf(asBytes("new"));
    outcome.sentRefreshToken = secrets::Secret::copyOf(asBytes("of credentials that were renewed meanwhile"));
    const std::string before(stored().refreshToken.text());
    run.step(outcome);
    QCOMPARE(stored().refreshToken.text(), std::string_view(before));
    outcome.sentRefreshToken = stored().refreshToken;
    run.step(outcome);
    const auto kept = stored();
    QCOMPARE(kept.refreshToken.text(), std::string_view("new"));
    QCOMPARE(kept.clientSecret.text(), std::string_view("cs"));
}

/// LOG-1: whatever else goes wrong, a call that was made is in the log.
void TestStepper::callIsAuditedEvenIfItsTokenCannotBeKept()
{
    Run run;
    run.step();
    amazon::ApiOutcome outcome = answered(pageJson({orderJson("1", kNoon - days(1), kNoon - 1h)}));
    outcome.newRefreshToken = secrets::Secret::copyOf(asBytes("new"));
    outcome.sentRefreshToken =
        must(amazon::LwaCredentials::decode(must(run.world.secrets.read("token/c1")))).refreshToken;
    run.world.secrets.failWrites = ErrorKind::KeychainLocked;
    const auto step = run.tryStep(outcome);
    QVERIFY(!step || (step->failed && step->failed->kind == ErrorKind::KeychainLocked));
    QCOMPARE(run.world.row("SELECT count(*) FROM audit_entry"), std::string("1"));
}

/// A run that finishes the interrupted series of an earlier one still asks for what is new since.
void TestStepper::resumedUpdatesAreFollowedByNewOnes()
{
    OrdersCursor cursor = startAt(kNoon - days(5));
    cursor.historyFrom = cursor.floor;
    cursor.historyComplete = true;
    cursor.watermark = kNoon - days(2);
    cursor.series = Series::Updates;
    cursor.window = {kNoon - days(2), kNoon - 20h};
    cursor.token = "t1";
    cursor.tokenTime = kNoon - 20h;
    Run run;
    must(writeCursor(run.world.vault, kC1, "orders", cursor.toJson(), std::nullopt));
    QCOMPARE(valueOf(run.step(), "paginationToken"), std::string("t1"));
    const NextStep next = run.step(answered(pageJson({})));
    QVERIFY2(next.call, "the run ended although twenty hours are missing");
    QCOMPARE(valueOf(next, "lastUpdatedBefore"), toIso(kNoon - 3min));
    QVERIFY(!run.step(answered(pageJson({}))).call);
}

void TestStepper::clockThatIsFastIsCorrectedOnce()
{
    Run run;
    QCOMPARE(valueOf(run.step(), "createdBefore"), toIso(kNoon - 3min));
    amazon::ApiOutcome outcome = refused(ErrorKind::RequestRefused, 400);
    outcome.serverDate = kNoon - 10min;
    QCOMPARE(valueOf(run.step(outcome), "createdBefore"), toIso(kNoon - 13min));
    QVERIFY(run.step(outcome).failed);
}

void TestStepper::marketplacesOnceADay()
{
    const std::string body =
        R"({"payload":[{"marketplace":{"id":"A1PA6795UKMFR9","countryCode":"DE"},"participation":{"isParticipating":true}}]})";
    Run run(std::make_unique<MarketplacesFeed>(kC1, false));
    QVERIFY(run.step().call->operation == amazon::OperationId::GetMarketplaceParticipations);
    QVERIFY(!run.step(answered(body)).call);
    QCOMPARE(run.world.row("SELECT count(*) FROM marketplace"), std::string("1"));
    const auto asks = [&](bool forced) {
        Stepper again(kC1, std::make_unique<MarketplacesFeed>(kC1, forced), [] { return 1.0; });
        return must(again.step(run.world.storage, {})).call.has_value();
    };
    QVERIFY(!asks(false));
    QVERIFY(asks(true));
    run.world.clock.advance(24h);
    QVERIFY(asks(false));
}

void TestStepper::addressesAreSealed()
{
    Run run(std::make_unique<AddressesFeed>(kC1, model::allFeatures(), 30));
    for (const char *id : {"1", "2"})
        must(run.world.orders.store(sampleOrder(id, kNoon - 1h), {kC1, kNoon, "searchOrders"}));
    const NextStep first = run.step();
    QCOMPARE(first.call->orderId, std::string("1"));
    QVERIFY(valueOf(first, "includedData").find("RECIPIENT") != std::string::npos);
    const std::string person = R"(,"recipient":{"deliveryAddress":{"name":"Planted Person","other":"Planted"}})";
    const NextStep second =
        run.step(answered(R"({"order":)" + orderJson("1", kNoon - days(1), kNoon - 1h, person) + '}'));
    QCOMPARE(second.call->orderId, std::string("2"));
    QCOMPARE(run.world.auditWords(), std::string("pii.sealed ok 1; pii.removed ok 1; searchOrders ok 1; "));
    QCOMPARE(must(run.world.pii.reveal(kC1, {"1"})).at(0).value, std::string("Planted Person"));
    QCOMPARE(must(run.world.pii.status(std::nullopt)).nextExpiry.value(), dayOf(kNoon) + days(30));
    const NextStep wrong =
        run.step(answered(R"({"order":)" + orderJson("7", kNoon - days(1), kNoon - 1h, person) + '}'));
    QVERIFY(wrong.call && must(run.world.pii.reveal(kC1, {"7"})).empty()); // not what was asked for: tried again
    QVERIFY(!run.step(answered(R"({"order":)" + orderJson("2", kNoon - days(1), kNoon - 1h) + '}')).call);
    QCOMPARE(run.world.row("SELECT count(*) FROM orders WHERE address_asked_at IS NULL"), std::string("0"));
}

void TestStepper::addressesAreNotKeptTooLate_data()
{
    QTest::addColumn<int>("shippedDaysAgo");
    QTest::addColumn<int>("retention");
    QTest::addColumn<int>("sealedRows");
    QTest::newRow("yesterday") << 1 << 30 << 1;
    QTest::newRow("last day") << 29 << 30 << 1;
    QTest::newRow("too late by a day") << 30 << 30 << 0;
    QTest::newRow("short retention") << 1 << 1 << 0;
}

void TestStepper::addressesAreNotKeptTooLate()
{
    QFETCH(int, shippedDaysAgo);
    QFETCH(int, retention);
    QFETCH(int, sealedRows);
    Run run(std::make_unique<AddressesFeed>(kC1, model::allFeatures(), retention));
    must(run.world.orders.store(sampleOrder("1", kNoon - 1h, "PARTIALLY_SHIPPED"), {kC1, kNoon, "searchOrders"}));
    run.step();
    const std::string more =
        R"(,"recipient":{"deliveryAddress":{"name":"Planted"}},"packages":[{"packageReferenceId":"1","shipTime":")"
        + toIso(kNoon - days(shippedDaysAgo)) + R"(","packageStatus":{"status":"IN_TRANSIT"}}])";
    run.step(answered(R"({"order":)" + orderJson("1", kNoon - days(40), kNoon - 1h, more) + '}'));
    QCOMPARE(must(run.world.pii.status(std::nullopt)).sealedRows, std::int64_t(sealedRows));
    QCOMPARE(run.world.auditWords().find("pii.removed") != std::string::npos, sealedRows == 0);
}

void TestStepper::unknownOrderDoesNotStopTheOthers()
{
    Run run(std::make_unique<AddressesFeed>(kC1, model::allFeatures(), 30));
    for (const char *id : {"1", "2"})
        must(run.world.orders.store(sampleOrder(id, kNoon - 1h), {kC1, kNoon, "searchOrders"}));
    run.step();
    QCOMPARE(run.step(refused(ErrorKind::NotFound, 404)).call->orderId, std::string("2"));
    QVERIFY(run.step(refused(ErrorKind::RoleMissing, 403)).failed);
}

QTEST_APPLESS_MAIN(TestStepper)
#include "stepper_test.moc"
