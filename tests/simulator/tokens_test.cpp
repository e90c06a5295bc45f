// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QFile>
#include <QTest>

#include <chrono>

using namespace sk::simulator;
using namespace sk::simulator::test;

/// Login with Amazon: grants, refusals, and what happens to access tokens.
class TokensTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grantsAToken();
    void refusals_data();
    void refusals();
    void encodingIsStrict();
    void accessTokensAreChecked();
    void credentialsComeFromTheSeed();
    void strangersDoNotTrustTheCertificate();
};

void TokensTest::grantsAToken()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const Answer answer = bench.login();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json()[QLatin1String("token_type")].toString(), QStringLiteral("bearer"));
    QCOMPARE(answer.json()[QLatin1String("expires_in")].toInt(), 3600);
    QVERIFY(answer.json()[QLatin1String("access_token")].toString().startsWith(QLatin1String("Atza|")));
    QCOMPARE(answer.json()[QLatin1String("refresh_token")].toString().toStdString(),
             bench.simulator().credentials().refreshToken);
    const std::string first = bench.accessToken;
    bench.login();
    QVERIFY(first != bench.accessToken);
    for (const char c : {'|', '+', '/', '='})
        QVERIFY(bench.simulator().credentials().refreshToken.find(c) != std::string::npos);
}

void TokensTest::refusals_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("wrong secret") << "client_secret"
                                  << "amzn1.oa2-cs.v1.0" << 401 << "invalid_client";
    QTest::newRow("wrong client") << "client_id"
                                  << "amzn1.application-oa2-client.0" << 401 << "invalid_client";
    QTest::newRow("wrong refresh token") << "refresh_token"
                                         << "Atzr|IwEBI" << 400 << "invalid_grant";
    QTest::newRow("empty refresh token") << "refresh_token"
                                         << "" << 400 << "invalid_request";
    QTest::newRow("code grant without a code") << "grant_type"
                                               << "authorization_code" << 400 << "invalid_request";
    QTest::newRow("password grant") << "grant_type"
                                    << "password" << 400 << "unsupported_grant_type";
    QTest::newRow("client grant") << "grant_type"
                                  << "client_credentials" << 400 << "unsupported_grant_type";
    QTest::newRow("no grant") << "grant_type"
                              << "" << 400 << "invalid_request";
}

void TokensTest::refusals()
{
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, status);
    QFETCH(QString, error);
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const Answer answer = bench.login({{name.toStdString(), value.toStdString()}});
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.oauthError(), error);
    const QString description = answer.json()[QLatin1String("error_description")].toString();
    if (error == QLatin1String("invalid_client"))
        QCOMPARE(description, QStringLiteral("Client authentication failed"));
    if (error == QLatin1String("invalid_grant"))
        QCOMPARE(description,
                 QStringLiteral("The request has an invalid grant parameter : refresh_token. User may "
                                "have revoked or didn't grant the permission."));
}

void TokensTest::encodingIsStrict()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const Credentials c = bench.simulator().credentials();
    const std::string head =
        "grant_type=refresh_token&client_id=" + c.clientId + "&client_secret=" + c.clientSecret + "&refresh_token=";
    const std::string token = percentEncode(c.refreshToken);
    QCOMPARE(bench.post("/auth/o2/token", head + token, kForm).status, 200);
    const Answer rawPipe = bench.post("/auth/o2/token", head + "Atzr|" + token.substr(7), kForm);
    QCOMPARE(rawPipe.status, 400);
    QCOMPARE(rawPipe.oauthError(), QStringLiteral("invalid_request"));
    std::string rawPlus = token;
    rawPlus.replace(rawPlus.rfind("%2B"), 3, "+");
    const Answer plus = bench.post("/auth/o2/token", head + rawPlus, kForm);
    QCOMPARE(plus.oauthError(), QStringLiteral("invalid_grant")); // the plus became a space
    QCOMPARE(bench.post("/auth/o2/token", head + token + "%4", kForm).oauthError(), QStringLiteral("invalid_request"));
    QCOMPARE(bench.post("/auth/o2/token", "{}", "application/json").oauthError(), QStringLiteral("invalid_request"));
}

void TokensTest::accessTokensAreChecked()
{
    FakeClock clock;
    Bench bench(unpaced(clock));
    const auto ask = [&bench] { return bench.get("/sellers/v1/marketplaceParticipations"); };
    QCOMPARE(ask().status, 403);
    QCOMPARE(ask().details(), QStringLiteral("Access token is missing in the request header."));
    bench.accessToken = "Atza|IwEBIunknown";
    QCOMPARE(ask().status, 403);
    QCOMPARE(ask().code(), QStringLiteral("Unauthorized"));
    QCOMPARE(ask().message(), QStringLiteral("Access to requested resource is denied."));
    QCOMPARE(ask().details(), QStringLiteral("The access token you provided is revoked, malformed or invalid."));
    bench.login();
    QCOMPARE(ask().status, 200);
    clock.advance(std::chrono::seconds(3600) - std::chrono::milliseconds(1));
    QCOMPARE(ask().status, 200);
    clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(ask().status, 403);
    QVERIFY(ask().header("x-amzn-ratelimit-limit").empty());
}

void TokensTest::credentialsComeFromTheSeed()
{
    Options options;
    const Credentials one = Simulator(options).credentials();
    QCOMPARE(Simulator(options).credentials().refreshToken, one.refreshToken);
    options.seed = 2;
    QVERIFY(Simulator(options).credentials().refreshToken != one.refreshToken);
    QVERIFY(Simulator(options).credentials().clientId != one.clientId);
}

void TokensTest::strangersDoNotTrustTheCertificate()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    Bench other(unpaced(clock));
    const auto nameOf = [](Bench &of) { return QString::fromStdU16String(of.simulator().caFile().u16string()); };
    QFile::remove(nameOf(bench));
    QFile::copy(nameOf(other), nameOf(bench));
    QCOMPARE(bench.login().status, 0);
    QCOMPARE(other.login().status, 200);
}

QTEST_GUILESS_MAIN(TokensTest)
#include "tokens_test.moc"
