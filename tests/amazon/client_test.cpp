// SPDX-License-Identifier: GPL-3.0-or-later
// size: the client, the token endpoint and their error tables share one set of planted secrets
#include "core/amazon/api_error.h"
#include "core/amazon/regions.h"
#include "core/amazon/sp_api_client.h"
#include "core/amazon/user_agent.h"
#include "tests/support/check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sk::ErrorKind)

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formIsEncoded();
    void credentialsAreReadFromJson_data();
    void credentialsAreReadFromJson();
    void credentialsComeBack();
    void tokenAnswers_data();
    void tokenAnswers();
    void tokenIsRead();
    void apiErrors_data();
    void apiErrors();
    void contentIsChecked_data();
    void contentIsChecked();
    void userAgentIsEscaped_data();
    void userAgentIsEscaped();
    void userAgentIsNeverTooLong();
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
    void everyRegionHasItsHost();
};

namespace {

constexpr const char *kPlanted = "planted"; // in everything that is secret below

secrets::Secret secretOf(std::string_view text)
{
    return secrets::Secret::copyOf(asBytes(text));
}

LwaCredentials credentials()
{
    return {"client", secretOf("planted-cs"), secretOf("planted-rt")};
}

net::HttpResponse answer(int status, const QByteArray &body)
{
    net::HttpResponse response;
    response.status = status;
    response.body = body;
    response.requestId = "request-1";
    return response;
}

const QByteArray kStale = R"({"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.",)"
                          R"("details":"The access token you provided is revoked, malformed or invalid."}]})";
const QByteArray kNoRole =
    R"({"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":""}]})";

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

void TestClient::formIsEncoded()
{
    const LwaCredentials odd{"id & co=é", secretOf("a+b/c=d%e f"), secretOf("Atzr|x~y-z_.0")};
    const net::HttpRequest request = refreshRequest(QUrl(QStringLiteral("https://token.test/t")), odd);
    QCOMPARE(request.body,
             QByteArray("grant_type=refresh_token&refresh_token=Atzr%7Cx~y-z_.0&client_id=id%20%26%20co%3D%C3%A9"
                        "&client_secret=a%2Bb%2Fc%3Dd%25e%20f"));
    QCOMPARE(request.verb, net::Verb::Post);
    QCOMPARE(headerOf(request, "content-type"), QByteArray("application/x-www-form-urlencoded;charset=UTF-8"));
    QVERIFY(!request.url.hasQuery());
}

void TestClient::credentialsAreReadFromJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("complaint"); // empty: fine
    const auto row = [](const char *name, const char *json, const char *complaint) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(complaint);
    };
    row("complete", R"({"client_id":"i","client_secret":"planted","refresh_token":"planted|r"})", "");
    row("white space", R"({"client_id":" i\n","client_secret":"\tplanted ","refresh_token":"planted\r\n","more":1})",
        "");
    row("no id", R"({"client_secret":"planted","refresh_token":"planted"})", "client_id");
    row("blank secret", R"({"client_id":"i","client_secret":" ","refresh_token":"planted"})", "client_secret");
    row("token is a number", R"({"client_id":"i","client_secret":"planted","refresh_token":5})", "refresh_token");
    row("broken in two", R"({"client_id":"i","client_secret":"planted","refresh_token":"planted\nplanted"})",
        "refresh_token");
    row("not ASCII", R"({"client_id":"i","client_secret":"plantedé","refresh_token":"planted"})", "client_secret");
    row("not JSON", "planted", "standard input");
    row("an array", R"(["planted"])", "standard input");
    row("twice", R"({"client_id":"i","client_id":"planted","client_secret":"planted","refresh_token":"planted"})",
        "standard input");
}

void TestClient::credentialsAreReadFromJson()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, complaint);
    const auto read = credentialsFromJson(secretOf(json.toStdString()));
    if (complaint.isEmpty()) {
        SK_OK(read);
        QCOMPARE(read->clientId, std::string("i"));
        QCOMPARE(read->clientSecret.text(), std::string_view("planted"));
        return;
    }
    SK_FAILS(read, ErrorKind::Usage);
    QVERIFY(read.error().detail.find(complaint.toStdString()) != std::string::npos);
    QCOMPARE(read.error().detail.find(kPlanted), std::string::npos);
}

void TestClient::credentialsComeBack()
{
    const secrets::Secret bytes = credentials().encode();
    const LwaCredentials back = must(LwaCredentials::decode(bytes));
    QCOMPARE(back.clientId, std::string("client"));
    QVERIFY(back.clientSecret.equals(secretOf("planted-cs")) && back.refreshToken.equals(secretOf("planted-rt")));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        SK_FAILS(LwaCredentials::decode(secrets::Secret::copyOf(bytes.view().first(size))), ErrorKind::KeyFileDamaged);
    QCOMPARE(tokenEntry("c1"), std::string("token/c1"));
}

/// sp-api.md 2.2, the rows of LWA.
void TestClient::tokenAnswers_data()
{
    using enum ErrorKind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, int status, const char *body, ErrorKind kind) {
        QTest::newRow(name) << status << QByteArray(body) << kind;
    };
    row("invalid_grant", 400, R"({"error":"invalid_grant","error_description":"planted"})", AuthorisationRevoked);
    row("invalid_client", 401, R"({"error":"invalid_client","error_description":"planted"})", ClientRefused);
    row("unauthorized_client", 400, R"({"error":"unauthorized_client"})", ClientRefused);
    row("invalid_scope", 400, R"({"error":"invalid_scope"})", RequestRefused);
    row("invalid_request", 400, R"({"error":"invalid_request"})", RequestRefused);
    row("unsupported_grant_type", 400, R"({"error":"unsupported_grant_type"})", RequestRefused);
    row("server_error", 400, R"({"error":"server_error"})", ServerError);
    row("temporarily_unavailable", 400, R"({"error":"temporarily_unavailable"})", ServerError);
    row("500 without words", 500, "", ServerError);
    row("503 in HTML", 503, "<html>planted</html>", ServerError);
    row("429", 429, R"({"error":"planted"})", Throttled);
    row("403 in HTML", 403, "<html>planted</html>", RequestRefused);
    row("code is no text", 400, R"({"error":["planted"]})", RequestRefused);
    row("200 without a token", 200, R"({"expires_in":3600,"x":"planted"})", MalformedResponse);
    row("200 with an empty token", 200, R"({"access_token":"","expires_in":3600})", MalformedResponse);
    row("200 without a lifetime", 200, R"({"access_token":"planted"})", MalformedResponse);
    row("200 with a past lifetime", 200, R"({"access_token":"planted","expires_in":0})", MalformedResponse);
    row("200 with a lifetime in words", 200, R"({"access_token":"planted","expires_in":"3600"})", MalformedResponse);
    row("200 in HTML", 200, "<html>planted</html>", MalformedResponse);
    row("200 with an array", 200, R"(["planted"])", MalformedResponse);
    row("token that would end its header", 200, R"({"access_token":"planted\r\nX-Evil: 1","expires_in":3600})",
        MalformedResponse);
    row("token beyond Amazon's length", 200,
        ("{\"access_token\":\"" + QByteArray(5000, 'p') + "\",\"expires_in\":3600}").constData(), MalformedResponse);
}

void TestClient::tokenAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const auto token = readTokenResponse(answer(status, body), credentials());
    SK_FAILS(token, kind);
    QCOMPARE(token.error().detail.find(kPlanted), std::string::npos);
}

void TestClient::tokenIsRead()
{
    const auto read = [](const char *body) { return must(readTokenResponse(answer(200, body), credentials())); };
    AccessToken token =
        read(R"({"access_token":"planted-at","token_type":"bearer","expires_in":3600,"refresh_token":"planted-rt"})");
    QCOMPARE(token.token.text(), std::string_view("planted-at"));
    QCOMPARE(token.lifetime, std::chrono::seconds(3600));
    QVERIFY(token.newRefreshToken.isEmpty()); // the one we sent
    QVERIFY(read(R"({"access_token":"a","expires_in":1,"refresh_token":"planted-new"})")
                .newRefreshToken.equals(secretOf("planted-new")));
    QVERIFY(read(R"({"access_token":"a","expires_in":1,"refresh_token":""})").newRefreshToken.isEmpty());
    QCOMPARE(read(R"({"access_token":"a","expires_in":999999999})").lifetime, std::chrono::seconds(24 * 3600));
}

/// sp-api.md 2.2 and 3.3, the rows of SP-API.
void TestClient::apiErrors_data()
{
    using enum ErrorKind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const auto error = [](const char *code, const char *message, const char *details) {
        return QByteArray("{\"errors\":[{\"code\":\"") + code + "\",\"message\":\"" + message + "\",\"details\":\""
            + details + "\"}]}";
    };
    QTest::newRow("no role") << 403 << kNoRole << RoleMissing;
    QTest::newRow("stale token") << 403 << kStale << AccessTokenRefused;
    QTest::newRow("token missing") << 403
                                   << error("Unauthorized", "Access to requested resource is denied.",
                                            "Access token is missing in the request header.")
                                   << AccessTokenRefused;
    QTest::newRow("expired token") << 403
                                   << error("Unauthorized", "planted", "The access token you provided has expired.")
                                   << AccessTokenRefused;
    QTest::newRow("wrong path") << 403
                                << error("MissingAuthenticationToken", "Access to requested resource is denied.", "")
                                << RoleMissing;
    QTest::newRow("client secret expired")
        << 403 << error("Unauthorized", "The LWA secret token you provided has expired.", "") << ClientSecretExpired;
    QTest::newRow("403 in HTML") << 403 << QByteArray("<html>planted</html>") << RoleMissing;
    QTest::newRow("429") << 429 << error("QuotaExceeded", "planted", "") << Throttled;
    for (const int status : {500, 502, 503, 504})
        QTest::addRow("%d", status) << status << QByteArray("planted") << ServerError;
    QTest::newRow("pagination token")
        << 400
        << error(
               "InvalidInput",
               "The paginationToken you have submitted is not valid. All parameters must match the original request except maxResultsPerPage.",
               "")
        << PaginationTokenRefused;
    QTest::newRow("400") << 400 << error("InvalidInput", "planted", "planted") << RequestRefused;
    QTest::newRow("404") << 404 << error("NotFound", "planted", "") << NotFound;
    QTest::newRow("413") << 413 << QByteArray() << RequestRefused;
    QTest::newRow("415") << 415 << QByteArray("{}") << RequestRefused;
    QTest::newRow("code that is a sentence") << 400 << error("planted: 12 Main Street", "x", "") << RequestRefused;
    QTest::newRow("errors is no array") << 400 << QByteArray(R"({"errors":{"code":"planted 1"}})") << RequestRefused;
}

void TestClient::apiErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const Error error = apiError(answer(status, body));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.detail.find(kPlanted), std::string::npos);
    QVERIFY(error.detail.starts_with("HTTP " + std::to_string(status)));
}

void TestClient::contentIsChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("ok");
    QTest::newRow("object") << QByteArray("{}") << true;
    QTest::newRow("white space first") << QByteArray(" \n{}") << true;
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html>") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("array, as Amazon's own example of the Sellers API is") << QByteArray("[]") << true;
    QTest::newRow("text") << QByteArray("planted") << false;
}

void TestClient::contentIsChecked()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, ok);
    QCOMPARE(checkContent(answer(200, body)).has_value(), ok);
}

void TestClient::userAgentIsEscaped_data()
{
    QTest::addColumn<QByteArray>("platform");
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<QByteArray>("agent");
    QTest::newRow("plain") << QByteArray("debian") << QByteArray("12")
                           << QByteArray("Sellerkeep/0.1 (Language=C++/20; Platform=debian/12)");
    QTest::newRow("ends the value") << QByteArray("a;b)c") << QByteArray("1\\2")
                                    << QByteArray("Sellerkeep/0.1 (Language=C++/20; Platform=a\\;b\\)c/1\\\\2)");
    QTest::newRow("line break and UTF-8") << QByteArray("a\r\nb\xC3\xA9") << QByteArray("1")
                                          << QByteArray("Sellerkeep/0.1 (Language=C++/20; Platform=ab/1)");
}

void TestClient::userAgentIsEscaped()
{
    QFETCH(QByteArray, platform);
    QFETCH(QByteArray, version);
    QFETCH(QByteArray, agent);
    QCOMPARE(userAgent("0.1", platform.toStdString(), version.toStdString()), agent.toStdString());
}

/// Amazon refuses more than 500 characters; a cut must not leave half an escape, which would swallow the closing
/// bracket.
void TestClient::userAgentIsNeverTooLong()
{
    for (std::size_t length = 440; length < 480; ++length) {
        const std::string agent = userAgent("0.1", std::string(length, 'a') + std::string(100, ';'), "1");
        QVERIFY(agent.size() <= 500);
        std::size_t backslashes = 0;
        while (agent[agent.size() - 2 - backslashes] == '\\')
            ++backslashes;
        QVERIFY(agent.ends_with(')') && backslashes % 2 == 0);
    }
    QVERIFY(userAgent(std::string(600, '1'), "a", "b").size() <= 500);
}

void TestClient::requestIsBuilt()
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

void TestClient::concurrentCallsShareOneToken()
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

void TestClient::tokenIsRenewedSixtySecondsEarly()
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

void TestClient::shortLivedTokensMakeNoLoop()
{
    World world;
    world.lifetime = 30;
    SK_OK(world.call().response);
    SK_OK(world.call().response);
    QCOMPARE(world.tokens, 2);
    QCOMPARE(world.calls(), 2);
}

void TestClient::staleTokenIsReplacedOnce()
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

void TestClient::refusalsMakeNoLoop_data()
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

void TestClient::refusalsMakeNoLoop()
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
void TestClient::lateRefusalsDoNotWipeAFreshToken()
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

void TestClient::failedTokenFailsEveryWaitingCall()
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

void TestClient::newRefreshTokenIsHandedOn()
{
    World world;
    world.transport.queue(200, R"({"access_token":"planted-at","expires_in":3600,"refresh_token":"planted-new"})");
    const auto first = world.client.call({});
    const auto second = world.client.call({});
    QVERIFY(World::wait(first).newRefreshToken.equals(secretOf("planted-new")));
    QVERIFY(World::wait(second).newRefreshToken.isEmpty());
}

void TestClient::credentialsThatCannotBeReadSendNothing()
{
    World world;
    world.credentialAnswer = fail(ErrorKind::KeychainLocked, "locked");
    SK_FAILS(world.call().response, ErrorKind::KeychainLocked);
    QVERIFY(world.transport.requests().empty());
    world.credentialAnswer = credentials();
    SK_OK(world.call().response);
}

void TestClient::deadClientAnswersNothing()
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

void TestClient::everyRegionHasItsHost()
{
    for (const Region &region : kRegions) {
        QCOMPARE(amazonAddress(region.id).apiUrl.toString(),
                 QStringLiteral("https://sellingpartnerapi-") + QString::fromUtf8(region.id.data(), 2)
                     + QStringLiteral(".amazon.com"));
        QCOMPARE(amazonAddress(region.id).tokenUrl.toString(), QStringLiteral("https://api.amazon.com/auth/o2/token"));
    }
    QVERIFY(!amazonAddress("xx").apiUrl.isValid());
    for (const MarketplaceFact &marketplace : kMarketplaces)
        QVERIFY(findRegion(marketplace.region) != nullptr);
    for (const Operation &row : kOperations) {
        QVERIFY(!row.writes); // MIN-4
        QCOMPARE(model::toWord(row.audit), row.name);
    }
}

QTEST_GUILESS_MAIN(TestClient)
#include "client_test.moc"
