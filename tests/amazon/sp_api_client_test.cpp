// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/sp_api_client.h"
#include "tests/amazon/amazon_samples.h"
#include "tests/support/check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sk::ErrorKind)

class TestSpApiClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestIsBuilt();
    void concurrentCallsShareOneToken();
    void tokenIsRenewedSixtySecondsEarly();
    void shortLivedTokensMakeNoLoop();
    void staleTokenIsReplacedOnce();
    void refusalsMakeNoLoop_data();
    void refusalsMakeNoLoop();
    void lateRefusalsDoNotWipeAFreshToken();
    void failedTokenFailsEveryWaitingCall();
    void newRefreshTokenIsHandedOn();
    void credentialsThatCannotBeReadSendNothing();
    void deadClientAnswersNothing();
};

namespace {

/// A client over a transport that hands out tokens planted-at-1, planted-at-2, … and answers calls from a list.
struct World
{
    FakeTransport transport;
    FakeClock clock;
    SpApiClient client{
        {QUrl(QStringLiteral("https://api.test:8443")), QUrl(QStringLiteral("https://token.test/auth/o2/token"))},
        [this] { return readyFuture(credentialAnswer); },
        transport,
        clock};
    Result<LwaCredentials> credentialAnswer = credentials();
    int tokens = 0;
    int lifetime = 3600;
    net::HttpResponse tokenFailure;
    std::deque<net::HttpResponse> answers;

    World()
    {
        transport.answerAllWith([this](const net::HttpRequest &request) {
            if (request.url.host() == QStringLiteral("token.test")) {
                ++tokens;
                return readyFuture<FakeTransport::Reply>(
                    tokenFailure.status != 0 ? tokenFailure
                                             : answer(200,
                                                      "{\"access_token\":\"planted-at-" + QByteArray::number(tokens)
                                                          + "\",\"expires_in\":" + QByteArray::number(lifetime) + '}'));
            }
            if (answers.empty())
                return readyFuture<FakeTransport::Reply>(answer(200, "{}"));
            const net::HttpResponse next = answers.front();
            answers.pop_front();
            return readyFuture<FakeTransport::Reply>(next);
        });
    }
    [[nodiscard]] static ApiOutcome wait(const QFuture<ApiOutcome> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("a call did not end");
        return future.result();
    }
    [[nodiscard]] ApiOutcome call(ApiCall what = {}) { return wait(client.call(std::move(what))); }
    [[nodiscard]] int calls() const { return static_cast<int>(transport.requests().size()) - tokens; }
};

std::string attemptsOf(const ApiOutcome &outcome)
{
    std::string text;
    for (const ApiAttempt &attempt : outcome.attempts)
        text += std::string(model::toWord(attempt.operation)) + ' ' + std::to_string(attempt.httpStatus) + ' '
            + (attempt.error ? std::string(toWord(*attempt.error)) : "ok") + "; ";
    return text;
}

} // namespace

void TestSpApiClient::requestIsBuilt()
{
    World world;
    world.clock.setWall(must(timeFromIso("2026-11-22T03:04:05.678Z")));
    const ApiOutcome outcome =
        world.call({OperationId::GetOrder, "1/2 ?#", {{"includedData", "A,B"}, {"paginationToken", "a+b&c=d/é"}}});
    SK_OK(outcome.response);
    const net::HttpRequest &request = world.transport.requests().back();
    QCOMPARE(request.url.toEncoded(),
             QByteArray("https://api.test:8443/orders/2026-01-01/orders/1%2F2%20%3F%23"
                        "?includedData=A%2CB&paginationToken=a%2Bb%26c%3Dd%2F%C3%A9"));
    QCOMPARE(headerOf(request, "x-amz-access-token"), QByteArray("planted-at-1"));
    QCOMPARE(headerOf(request, "x-amz-date"), QByteArray("20261122T030405Z"));
    QVERIFY(headerOf(request, "user-agent").startsWith("Sellerkeep/"));
    QVERIFY(!request.url.toString().contains(QLatin1String(kPlanted)));
    QVERIFY(headerOf(world.transport.requests().front(), "x-amz-access-token").isNull());
}

void TestSpApiClient::concurrentCallsShareOneToken()
{
    World world;
    std::vector<QFuture<ApiOutcome>> futures;
    for (int i = 0; i < 5; ++i)
        futures.push_back(world.client.call({}));
    std::size_t tokenAttempts = 0;
    for (const auto &future : futures) {
        const ApiOutcome outcome = World::wait(future);
        SK_OK(outcome.response);
        for (const ApiAttempt &attempt : outcome.attempts)
            tokenAttempts += attempt.operation == model::AuditOperation::TokenRefreshed ? 1 : 0;
    }
    QCOMPARE(world.tokens, 1);
    QCOMPARE(world.calls(), 5);
    QCOMPARE(tokenAttempts, std::size_t(1)); // LOG-1: one exchange, one entry
}

void TestSpApiClient::tokenIsRenewedSixtySecondsEarly()
{
    World world;
    SK_OK(world.call().response);
    world.clock.advance(3539s);
    SK_OK(world.call().response);
    QCOMPARE(world.tokens, 1);
    world.clock.setWall(fromMillis(0)); // the wall clock has no say
    SK_OK(world.call().response);
    QCOMPARE(world.tokens, 1);
    world.clock.advance(1s);
    SK_OK(world.call().response);
    QCOMPARE(world.tokens, 2);
    world.client.forgetToken();
    SK_OK(world.call().response);
    QCOMPARE(world.tokens, 3);
}

void TestSpApiClient::shortLivedTokensMakeNoLoop()
{
    World world;
    world.lifetime = 30;
    SK_OK(world.call().response);
    SK_OK(world.call().response);
    QCOMPARE(world.tokens, 2);
    QCOMPARE(world.calls(), 2);
}

void TestSpApiClient::staleTokenIsReplacedOnce()
{
    World world;
    world.answers = {answer(403, kStale), answer(200, "{}")};
    const ApiOutcome outcome = world.call();
    SK_OK(outcome.response);
    QCOMPARE(
        attemptsOf(outcome),
        std::string(
            "lwa.refreshToken 200 ok; searchOrders 403 access_token_refused; lwa.refreshToken 200 ok; searchOrders 200 ok; "));
    QCOMPARE(headerOf(world.transport.requests().back(), "x-amz-access-token"), QByteArray("planted-at-2"));
    QCOMPARE(outcome.attempts.back().requestId, std::string("request-1"));
}

void TestSpApiClient::refusalsMakeNoLoop_data()
{
    using enum ErrorKind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("calls");
    QTest::newRow("stale for ever") << 403 << kStale << AccessTokenRefused << 2;
    QTest::newRow("no role") << 403 << kNoRole << RoleMissing << 1;
    QTest::newRow("throttled") << 429 << QByteArray() << Throttled << 1; // pacing is the caller's
    QTest::newRow("server error") << 503 << QByteArray() << ServerError << 1;
    QTest::newRow("portal") << 200 << QByteArray("<html>planted</html>") << MalformedResponse << 1;
}

void TestSpApiClient::refusalsMakeNoLoop()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(int, calls);
    World world;
    world.answers.assign(10, answer(status, body));
    const ApiOutcome outcome = world.call();
    SK_FAILS(outcome.response, kind);
    QCOMPARE(world.calls(), calls);
    QCOMPARE(outcome.attempts.back().httpStatus, status);
    QVERIFY(outcome.attempts.back().error == kind);
    QCOMPARE(outcome.response.error().detail.find(kPlanted), std::string::npos);
}

/// Two calls of one stale token: the second refusal comes when the new token is there already.
void TestSpApiClient::lateRefusalsDoNotWipeAFreshToken()
{
    World world;
    SK_OK(world.call().response);
    world.transport.hold();
    world.transport.hold();
    const auto first = world.client.call({});
    const auto second = world.client.call({});
    world.transport.release(answer(403, kStale));
    SK_OK(World::wait(first).response);
    world.transport.release(answer(403, kStale));
    SK_OK(World::wait(second).response);
    QCOMPARE(world.tokens, 2);
}

void TestSpApiClient::failedTokenFailsEveryWaitingCall()
{
    World world;
    world.tokenFailure = answer(400, R"({"error":"invalid_grant"})");
    const auto first = world.client.call({});
    const auto second = world.client.call({});
    const ApiOutcome one = World::wait(first);
    const ApiOutcome two = World::wait(second);
    SK_FAILS(one.response, ErrorKind::AuthorisationRevoked);
    SK_FAILS(two.response, ErrorKind::AuthorisationRevoked);
    QCOMPARE(attemptsOf(one) + attemptsOf(two), std::string("lwa.refreshToken 400 authorisation_revoked; "));
    QCOMPARE(world.calls(), 0);
    world.tokenFailure = {};
    SK_OK(world.call().response); // and the client is not stuck
}

void TestSpApiClient::newRefreshTokenIsHandedOn()
{
    World world;
    world.transport.queue(200, R"({"access_token":"planted-at","expires_in":3600,"refresh_token":"planted-new"})");
    const auto first = world.client.call({});
    const auto second = world.client.call({});
    QVERIFY(World::wait(first).newRefreshToken.equals(secretOf("planted-new")));
    QVERIFY(!first.result().sentRefreshToken.isEmpty());
    QVERIFY(World::wait(second).newRefreshToken.isEmpty());
}

void TestSpApiClient::credentialsThatCannotBeReadSendNothing()
{
    World world;
    world.credentialAnswer = fail(ErrorKind::KeychainLocked, "locked");
    SK_FAILS(world.call().response, ErrorKind::KeychainLocked);
    QVERIFY(world.transport.requests().empty());
    world.credentialAnswer = credentials();
    SK_OK(world.call().response);
}

void TestSpApiClient::deadClientAnswersNothing()
{
    FakeTransport transport;
    FakeClock clock;
    auto client = std::make_unique<SpApiClient>(
        ApiAddress{}, [] { return readyFuture<Result<LwaCredentials>>(credentials()); }, transport, clock);
    transport.hold();
    const auto future = client->call({});
    QTRY_COMPARE(transport.open(), std::size_t(1));
    client.reset();
    transport.release(answer(200, "{}"));
    QTest::qWait(0);
    QCOMPARE(transport.requests().size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestSpApiClient)
#include "sp_api_client_test.moc"
