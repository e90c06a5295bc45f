// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults.h"
#include "tests/simulator/test_client.h"

#include <QJsonArray>
#include <QTest>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

Options faultOptions()
{
    Options options;
    options.orders = 400;
    options.historyDays = 60;
    options.enforceRates = false;
    return options;
}

const Parameters kSearch = {
    {"createdAfter", "2020-01-01"}, {"includedData", "FULFILLMENT"}, {"maxResultsPerPage", "50"}};

} // namespace

/// Every fault does what its row in the catalogue says, when and as often as it was told.
class FaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void comeAndGo();
    void errorAnswers_data();
    void errorAnswers();
    void revokedAccessTokenStaysDead();
    void repeatedPageNeverEnds();
    void refusedPageToken();
    void unaskedPii();
    void unknownValues();
    void refreshTokenFaults();
    void controlEndpoints();
};

void FaultsTest::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sound");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("times");
    QTest::newRow("bare") << "throttle" << true << 1 << -1;
    QTest::newRow("from") << "throttle@5" << true << 5 << -1;
    QTest::newRow("times") << "throttle@5x3" << true << 5 << 3;
    QTest::newRow("for ever") << "throttle@2x*" << true << 2 << 0;
    QTest::newRow("value") << "slow-body=20@3x1" << true << 3 << 1;
    QTest::newRow("negative value") << "wrong-date=-7" << true << 1 << -1;
    QTest::newRow("unknown") << "earthquake" << false << 0 << 0;
    QTest::newRow("zeroth") << "throttle@0" << false << 0 << 0;
    QTest::newRow("no number") << "throttle@x" << false << 0 << 0;
    QTest::newRow("half a number") << "throttle@1x2y" << false << 0 << 0;
    QTest::newRow("bad value") << "slow-body=long" << false << 0 << 0;
}

void FaultsTest::texts()
{
    QFETCH(QString, text);
    QFETCH(bool, sound);
    QFETCH(int, from);
    QFETCH(int, times);
    const std::optional<Fault> fault = parseFault(text.toStdString());
    QCOMPARE(fault.has_value(), sound);
    if (!fault)
        return;
    QCOMPARE(fault->from, from);
    QCOMPARE(fault->times, times);
}

void FaultsTest::comeAndGo()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject(*parseFault("throttle@3x2"));
    std::vector<int> statuses;
    for (int i = 0; i < 6; ++i)
        statuses.push_back(bench.search(kSearch).status);
    QCOMPARE(statuses, (std::vector<int>{200, 200, 429, 429, 200, 200}));
    bench.simulator().inject(*parseFault("missing-role"));
    QCOMPARE(bench.search(kSearch).status, 403);
    QCOMPARE(bench.search(kSearch).status, 403);
    bench.simulator().clearFaults();
    QCOMPARE(bench.search(kSearch).status, 200);
}

void FaultsTest::errorAnswers_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<bool>("json");
    const QString denied = QStringLiteral("Access to requested resource is denied.");
    const auto number = [](FaultKind kind) { return static_cast<int>(kind); };
    QTest::newRow("throttle") << number(FaultKind::Throttle) << 429 << "QuotaExceeded"
                              << "You exceeded your quota for the requested resource." << true;
    QTest::newRow("server error") << number(FaultKind::ServerError) << 500 << "InternalFailure"
                                  << "" << true;
    QTest::newRow("unavailable") << number(FaultKind::Unavailable) << 503 << ""
                                 << "" << true;
    QTest::newRow("html 200") << number(FaultKind::HtmlOk) << 200 << ""
                              << "" << false;
    QTest::newRow("html 400") << number(FaultKind::HtmlBadRequest) << 400 << ""
                              << "" << false;
    QTest::newRow("expired secret") << number(FaultKind::ExpiredSecret) << 403 << "Unauthorized"
                                    << "The LWA secret token you provided has expired." << true;
    QTest::newRow("missing role") << number(FaultKind::MissingRole) << 403 << "Unauthorized" << denied << true;
}

void FaultsTest::errorAnswers()
{
    QFETCH(int, kind);
    QFETCH(int, status);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(bool, json);
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({static_cast<FaultKind>(kind)});
    const Answer answer = bench.search(kSearch);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.isJson(), json);
    QCOMPARE(answer.header("content-type"), std::string(json ? "application/json" : "text/html"));
    if (!code.isEmpty())
        QCOMPARE(answer.code(), code);
    if (!message.isEmpty())
        QCOMPARE(answer.message(), message);
    QVERIFY(answer.details().isEmpty());
}

void FaultsTest::revokedAccessTokenStaysDead()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::RevokedAccessToken});
    for (int i = 0; i < 2; ++i) {
        const Answer answer = bench.search(kSearch);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.details(), QStringLiteral("The access token you provided is revoked, malformed or invalid."));
    }
    bench.login();
    QCOMPARE(bench.search(kSearch).status, 200);
}

void FaultsTest::repeatedPageNeverEnds()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject(*parseFault("repeated-page@2"));
    Parameters parameters = kSearch;
    const Answer first = bench.search(parameters);
    parameters.emplace_back("paginationToken", first.nextToken().toStdString());
    const Answer second = bench.search(parameters);
    const Answer third = bench.search(parameters);
    QCOMPARE(second.nextToken(), first.nextToken());
    QCOMPARE(third.nextToken(), first.nextToken());
    QVERIFY(second.body == third.body);
    QVERIFY(second.body != first.body);
}

void FaultsTest::refusedPageToken()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::RefusedPageToken});
    Parameters parameters = kSearch;
    const Answer first = bench.search(parameters); // has no token: not hit
    QCOMPARE(first.status, 200);
    parameters.emplace_back("paginationToken", first.nextToken().toStdString());
    QCOMPARE(bench.search(parameters).status, 400);
    QCOMPARE(bench.search(parameters).status, 200);
}

void FaultsTest::unaskedPii()
{
    Bench bench(faultOptions());
    bench.login();
    QVERIFY(bench.search(kSearch).body.find("buyerName") == std::string::npos);
    bench.simulator().inject({FaultKind::UnaskedPii});
    const std::string body = bench.search(kSearch).body;
    for (const char *field : {"buyerName", "deliveryAddress", "taxRegistrations", "paymentExecutions"})
        QVERIFY2(body.find(field) != std::string::npos, field);
}

void FaultsTest::unknownValues()
{
    Bench bench(faultOptions());
    bench.login();
    bench.simulator().inject({FaultKind::UnknownValues});
    const Answer answer = bench.search(kSearch);
    QVERIFY(answer.isJson());
    QVERIFY(answer.body.find("INVOICE_UNCONFIRMED") != std::string::npos);
    QVERIFY(answer.body.find("simulatedNewGroup") != std::string::npos);
}

void FaultsTest::refreshTokenFaults()
{
    Bench bench(faultOptions());
    const std::string old = bench.simulator().credentials().refreshToken;
    bench.simulator().inject(*parseFault("new-refresh-token=1"));
    const Answer renewed = bench.login();
    const std::string fresh = renewed.json()[QLatin1String("refresh_token")].toString().toStdString();
    QVERIFY(renewed.status == 200 && fresh != old);
    QCOMPARE(fresh, bench.simulator().credentials().refreshToken);
    QCOMPARE(bench.login({{"refresh_token", old}}).status, 400); // value 1: the old one is dead
    QCOMPARE(bench.login().status, 200);
    bench.simulator().inject({FaultKind::TokenUnavailable});
    QCOMPARE(bench.login().status, 503);
    bench.simulator().inject({FaultKind::RevokedRefreshToken});
    const Answer revoked = bench.login();
    QCOMPARE(revoked.status, 400);
    QCOMPARE(revoked.json()[QLatin1String("error")].toString(), QStringLiteral("invalid_grant"));
}

void FaultsTest::controlEndpoints()
{
    Bench bench(faultOptions());
    bench.login();
    const auto post = [&bench](const char *body) {
        return bench.post("/simulator/faults", body, "application/json").status;
    };
    QCOMPARE(post(R"({"kind":"unavailable","from":2,"times":1})"), 200);
    QCOMPARE(post(R"({"kind":"earthquake"})"), 400);
    QCOMPARE(post("no json"), 400);
    QCOMPARE(bench.search(kSearch).status, 200);
    QCOMPARE(bench.search(kSearch).status, 503);
    QCOMPARE(post(R"({"kind":"missing-role"})"), 200);
    QCOMPARE(post(R"({"clear":true})"), 200);
    QCOMPARE(bench.search(kSearch).status, 200);
    const Answer stats = bench.getRaw("/simulator/stats");
    QCOMPARE(stats.json()[QLatin1String("byOperation")][QLatin1String("searchOrders")].toInt(), 3);
    QCOMPARE(stats.json()[QLatin1String("byStatus")][QLatin1String("503")].toInt(), 1);
    for (const std::string &secret : {bench.accessToken, bench.simulator().credentials().clientSecret,
                                      bench.simulator().credentials().refreshToken})
        QVERIFY(stats.body.find(secret) == std::string::npos);
}

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
