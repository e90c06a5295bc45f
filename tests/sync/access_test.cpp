// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/access_run.h"
#include "core/sync/cursor_store.h"
#include "tests/support/fake_transport.h"
#include "tests/support/test_storage.h"

#include <deque>

using namespace sk;
using namespace sk::sync;
using namespace sk::test;
using namespace std::chrono_literals;
using V = model::AccessVerdict;
using std::chrono::days;

Q_DECLARE_METATYPE(sk::ErrorKind)

namespace {

const model::ConnectionId kC1{"c1"};
const QByteArray kParticipations = R"({"payload":[]})";
const QByteArray kNoOrders = R"({"orders":[],"createdBefore":"2026-11-18T11:57:00Z"})";
const QByteArray kRoleMissing =
    R"({"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":""}]})";
const QByteArray kSecretExpired =
    R"({"errors":[{"code":"Unauthorized","message":"The LWA secret token you provided has expired.","details":""}]})";

net::HttpResponse answer(int status, const QByteArray &body)
{
    net::HttpResponse response;
    response.status = status;
    response.body = body;
    response.requestId = "5e11e12e-5a3d-4a3e-8000-000000000001";
    response.date = kNoon;
    return response;
}

QByteArray orderWith(const QByteArray &more)
{
    return R"({"order":{"orderId":"1","createdTime":"2026-11-16T12:00:00Z","lastUpdatedTime":"2026-11-16T12:00:00Z",)"
           R"("salesChannel":{"channelName":"AMAZON"},"fulfillment":{"fulfillmentStatus":"UNSHIPPED","fulfilledBy":)"
           R"("MERCHANT"},"orderItems":[])"
        + more + "}}";
}

/// One connection whose Amazon answers from a list; without one, every call is let through.
struct World
{
    TestStorage storage;
    FakeTransport transport;
    net::HttpResponse token = answer(200, R"({"access_token":"at","expires_in":3600})");
    std::deque<FakeTransport::Reply> answers;
    amazon::SpApiClient client{
        {QUrl(QStringLiteral("https://api.test")), QUrl(QStringLiteral("https://token.test/t"))},
        [] {
            return readyFuture(Result<amazon::LwaCredentials>(amazon::LwaCredentials{
                "client", secrets::Secret::copyOf(asBytes("cs")), secrets::Secret::copyOf(asBytes("rt"))}));
        },
        transport,
        storage.clock};
    vault::DatabaseThread thread{QStringLiteral("database")};
    AccessRun run{kC1, client, transport, thread, [this]() -> Storage & { return storage.storage; }, storage.clock};
    std::optional<Result<model::AccessReport>> result;
    std::vector<model::AccessProgress> progress;

    World()
    {
        transport.answerAllWith([this](const net::HttpRequest &request) {
            if (request.url.host() == QStringLiteral("token.test"))
                return readyFuture<FakeTransport::Reply>(token);
            if (answers.empty())
                return readyFuture<FakeTransport::Reply>(answer(
                    200, request.url.path().startsWith(QStringLiteral("/sellers")) ? kParticipations : kNoOrders));
            const FakeTransport::Reply next = answers.front();
            answers.pop_front();
            return readyFuture<FakeTransport::Reply>(next);
        });
        QObject::connect(&run, &AccessRun::progressed, &run, [this](const auto &told) { progress.push_back(told); });
        QObject::connect(&run, &AccessRun::finished, &run, [this](const AccessEnd &end) { result = end.report; });
    }
    void switchOnAddresses()
    {
        must(records::ConnectionRepository(storage.vault)
                 .setFeature(kC1, model::Feature::FulfilmentAddresses, true, kNoon));
    }
    void storeOrder(const std::string &status = "UNSHIPPED")
    {
        must(storage.orders.store(sampleOrder("1", kNoon - 1h, status), {kC1, kNoon, "searchOrders"}));
    }
    /// Runs to the end, letting time pass where the run waits.
    model::AccessReport ended()
    {
        run.start();
        const bool over = QTest::qWaitFor([this] {
            if (storage.clock.waiting() > 0)
                storage.clock.advance(1s);
            return result.has_value();
        });
        if (!over)
            qFatal("the check does not end");
        return must(*result);
    }
    [[nodiscard]] static std::string words(const model::AccessReport &report)
    {
        std::string all;
        for (const model::AccessFinding &finding : report.findings)
            all += std::string(toWord(finding.verdict)) + ' ';
        return all;
    }
    [[nodiscard]] std::string state() { return storage.row("SELECT state FROM connection WHERE id = 'c1'"); }
    [[nodiscard]] std::string rows()
    {
        return storage.row("SELECT (SELECT count(*) FROM orders) || ' ' || (SELECT count(*) FROM marketplace) || ' ' ||"
                           " (SELECT count(*) FROM sync_cursor)")
            + ' ' + std::to_string(must(storage.pii.status(std::nullopt)).sealedRows);
    }
};

} // namespace

/// The access doctor as a whole, but for the window: what it asks, writes down, and leaves alone.
class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksEachCallOnceAndStoresNothing();
    void asksForAnAddressOnlyWhereThereIsAPurpose_data();
    void asksForAnAddressOnlyWhereThereIsAPurpose();
    void withoutAnOrderNothingIsTried();
    void definiteErrorsChangeTheState_data();
    void definiteErrorsChangeTheState();
    void passingErrorsDoNot_data();
    void passingErrorsDoNot();
    void revokedNeedsToHaveWorked();
    void waitsForTheTokenBucket();
    void mayBeStoppedWhileItWaits();
    void mayBeStoppedWhileItAsks();
    void aNewRefreshTokenIsKept();
    void disconnectedIsNotTried();
};

void AccessTest::asksEachCallOnceAndStoresNothing()
{
    World world;
    const std::string before = world.rows();
    const model::AccessReport report = world.ended();
    QCOMPARE(World::words(report), std::string("fine fine fine fine "));
    QVERIFY(report.trouble() == nullptr && report.credentialsWork());
    QCOMPARE(report.region, std::string("eu"));
    QCOMPARE(world.transport.requests().size(), std::size_t(3));
    const QString query = world.transport.requests().back().url.query(QUrl::FullyDecoded);
    QVERIFY2(query.contains(QStringLiteral("maxResultsPerPage=1")) && !query.contains(QStringLiteral("includedData")),
             qPrintable(query));
    QCOMPARE(world.rows(), before);
    QCOMPARE(world.storage.auditWords(),
             std::string(toWord(model::AuditOperation::TokenRefreshed))
                 + " ok 0; getMarketplaceParticipations ok 0; searchOrders ok 0; ");
    QCOMPARE(world.progress.size(), std::size_t(3));
    QCOMPARE(world.progress.back().running, std::optional(model::AuditOperation::SearchOrders));
    const auto bucket = must(readBucket(world.storage.vault, kC1, "searchOrders", 0.0056, 20, kNoon));
    QVERIFY(bucket.tokens < net::capacity(bucket)); // counted where a sync counts
}

void AccessTest::asksForAnAddressOnlyWhereThereIsAPurpose_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<bool>("asked");
    QTest::addColumn<QString>("verdict");
    const QByteArray address = R"(,"recipient":{"deliveryAddress":{"name":"Planted Person","city":"Town"}})";
    QTest::newRow("to be shipped") << QStringLiteral("UNSHIPPED") << address << true << QStringLiteral("fine");
    QTest::newRow("role missing in silence")
        << QStringLiteral("UNSHIPPED") << QByteArray() << true << QStringLiteral("address_missing");
    QTest::newRow("shipped") << QStringLiteral("SHIPPED") << QByteArray() << false << QStringLiteral("fine");
}

void AccessTest::asksForAnAddressOnlyWhereThereIsAPurpose()
{
    QFETCH(const QString, status);
    QFETCH(const QByteArray, more);
    QFETCH(const bool, asked);
    QFETCH(const QString, verdict);
    World world;
    world.switchOnAddresses();
    world.storeOrder(status.toStdString());
    world.answers = {answer(200, kParticipations), answer(200, kNoOrders), answer(200, orderWith(more))};
    const std::string before = world.rows();
    const model::AccessReport report = world.ended();
    QCOMPARE(QString::fromStdString(std::string(toWord(report.findings[3].verdict))), verdict);
    const QUrl url = world.transport.requests().back().url;
    QCOMPARE(url.query(QUrl::FullyDecoded).contains(QStringLiteral("RECIPIENT")), asked);
    QCOMPARE(world.rows(), before); // nothing sealed either
    const bool removed = world.storage.auditWords().find("pii.removed") != std::string::npos;
    QCOMPARE(removed, !more.isEmpty());
    // the sync still asks for it
    QCOMPARE(must(world.storage.orders.awaitingAddress(kC1, kNoon - days(30))).size(), std::size_t(asked ? 1 : 0));
}

void AccessTest::withoutAnOrderNothingIsTried()
{
    World world;
    world.switchOnAddresses();
    QCOMPARE(World::words(world.ended()), std::string("fine fine fine nothing_to_ask fine "));
    QCOMPARE(world.transport.requests().size(), std::size_t(3));
}

void AccessTest::definiteErrorsChangeTheState_data()
{
    QTest::addColumn<QByteArray>("tokenBody");
    QTest::addColumn<QByteArray>("callBody");
    QTest::addColumn<ErrorKind>("error");
    QTest::newRow("invalid_grant") << QByteArray(R"({"error":"invalid_grant"})") << QByteArray()
                                   << ErrorKind::AuthorisationRevoked;
    QTest::newRow("invalid_client") << QByteArray(R"({"error":"invalid_client"})") << QByteArray()
                                    << ErrorKind::ClientRefused;
    QTest::newRow("secret expired") << QByteArray() << kSecretExpired << ErrorKind::ClientSecretExpired;
}

void AccessTest::definiteErrorsChangeTheState()
{
    QFETCH(const QByteArray, tokenBody);
    QFETCH(const QByteArray, callBody);
    QFETCH(const ErrorKind, error);
    World world;
    const std::string active = world.state();
    if (!tokenBody.isEmpty())
        world.token = answer(400, tokenBody);
    else
        world.answers = {answer(403, callBody)};
    const model::AccessReport report = world.ended();
    QCOMPARE(report.trouble()->error, std::optional(error));
    QVERIFY(world.state() != active);
    QVERIFY(world.storage.auditWords().ends_with("connection.state_changed " + std::string(toWord(error)) + " 0; "));
    QCOMPARE(world.transport.requests().size(), std::size_t(tokenBody.isEmpty() ? 2 : 1)); // calls stop
}

void AccessTest::passingErrorsDoNot_data()
{
    QTest::addColumn<int>("status"); // 0: none came
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<bool>("atSignIn");
    for (const bool signIn : {true, false}) {
        const auto row = [signIn](const char *name, int status, const QByteArray &body, ErrorKind error) {
            QTest::addRow("%s %s", name, signIn ? "at the sign-in" : "of a call") << status << body << error << signIn;
        };
        row("429", 429, "{}", ErrorKind::Throttled);
        row("500", 500, "{}", ErrorKind::ServerError);
        row("503 that speaks of a revocation", 503, "<html>invalid_grant</html>", ErrorKind::ServerError);
        row("portal", 200, "<html>invalid_grant</html>", ErrorKind::MalformedResponse);
        row("portal's 403", 403, "<html>The LWA secret token you provided has expired.</html>",
            signIn ? ErrorKind::RequestRefused : ErrorKind::RoleMissing);
        row("cut", 200, R"({"orders":[)", ErrorKind::MalformedResponse);
    }
    QTest::newRow("role") << 403 << kRoleMissing << ErrorKind::RoleMissing << false;
    for (const ErrorKind error : {ErrorKind::Offline, ErrorKind::Timeout, ErrorKind::TlsRefused,
                                  ErrorKind::RedirectRefused, ErrorKind::ResponseTooLarge})
        QTest::addRow("%s", std::string(toWord(error)).c_str()) << 0 << QByteArray() << error << false;
}

void AccessTest::passingErrorsDoNot()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, error);
    QFETCH(const bool, atSignIn);
    World world;
    const std::string active = world.state();
    if (atSignIn)
        world.token = answer(status, body);
    else
        world.answers = {status == 0 ? FakeTransport::Reply(fail(error)) : FakeTransport::Reply(answer(status, body))};
    const model::AccessReport report = world.ended();
    QVERIFY(report.trouble() != nullptr);
    QCOMPARE(world.state(), active);
    QVERIFY(world.storage.auditWords().find("connection.state_changed") == std::string::npos);
    QVERIFY(world.storage.auditWords().find(' ' + std::string(toWord(error)) + " 0; ") != std::string::npos); // told
}

void AccessTest::revokedNeedsToHaveWorked()
{
    for (const bool worked : {false, true}) {
        World world;
        if (worked)
            must(world.storage.audit.append(
                {model::AuditActor::System, model::AuditOperation::TokenRefreshed, kC1, model::DataClass::Credentials},
                kNoon));
        world.token = answer(400, R"({"error":"invalid_grant"})");
        QCOMPARE(world.ended().findings[0].verdict, worked ? V::AuthorisationRevoked : V::TokenOfAnotherApplication);
    }
}

void AccessTest::waitsForTheTokenBucket()
{
    World world;
    const net::BucketState full = net::freshBucket(0.016, 15, kNoon);
    must(writeBucket(world.storage.vault, kC1, "getMarketplaceParticipations",
                     net::throttled(full, kNoon, 0, std::chrono::seconds(90))));
    const Time before = world.storage.clock.now();
    (void)world.ended();
    QVERIFY(world.storage.clock.now() - before >= 60s);
    QCOMPARE(world.progress[1].running, std::optional(model::AuditOperation::GetMarketplaceParticipations));
    QVERIFY(world.progress[1].waitingUntil && *world.progress[1].waitingUntil >= before + 60s);
}

void AccessTest::mayBeStoppedWhileItWaits()
{
    World world;
    must(writeBucket(world.storage.vault, kC1, "getMarketplaceParticipations",
                     net::throttled(net::freshBucket(0.016, 15, kNoon), kNoon, 0, std::chrono::seconds(90))));
    world.run.start();
    QTRY_COMPARE(world.progress.size(), std::size_t(2));
    world.run.stop();
    QVERIFY(world.result);
    QCOMPARE(World::words(must(*world.result)), std::string("fine stopped stopped fine "));
    QCOMPARE(must(*world.result).calls, std::int64_t(1)); // what was not sent is not counted
    world.storage.clock.advance(200s);
    QTest::qWait(20);
    QCOMPARE(world.transport.requests().size(), std::size_t(1)); // not one more
}

void AccessTest::mayBeStoppedWhileItAsks()
{
    World world;
    world.transport.hold();
    world.run.start();
    QTRY_COMPARE(world.transport.open(), std::size_t(1));
    world.run.stop();
    QTRY_VERIFY(world.result);
    QCOMPARE(World::words(must(*world.result)), std::string("stopped stopped stopped nothing_to_ask "));
    QCOMPARE(world.storage.auditWords(),
             std::string(toWord(model::AuditOperation::TokenRefreshed)) + " cancelled 0; "); // it was sent
}

void AccessTest::aNewRefreshTokenIsKept()
{
    World world;
    world.token = answer(200, R"({"access_token":"at","expires_in":3600,"refresh_token":"rt2"})");
    (void)world.ended();
    const auto kept = must(amazon::LwaCredentials::decode(must(world.storage.secrets.read(amazon::tokenEntry("c1")))));
    QCOMPARE(std::string(kept.refreshToken.text()), std::string("rt2"));
}

void AccessTest::disconnectedIsNotTried()
{
    World world;
    must(records::ConnectionRepository(world.storage.vault)
             .setState(kC1, model::ConnectionState::Disconnected, std::nullopt, dayOf(kNoon)));
    world.run.start();
    QTRY_VERIFY(world.result);
    SK_FAILS(*world.result, ErrorKind::Usage);
    QVERIFY(world.transport.requests().empty());
}

QTEST_GUILESS_MAIN(AccessTest)
#include "access_test.moc"
