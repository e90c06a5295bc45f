// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/diagnosis.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;
using namespace std::chrono_literals;
using model::AccessFinding;
using std::chrono::days;
using V = model::AccessVerdict;

Q_DECLARE_METATYPE(sk::model::AccessVerdict)
Q_DECLARE_METATYPE(sk::ErrorKind)

namespace {

const Time kNow = fromMillis(1'795'003'200'000);

AccessFacts facts(bool addresses = false)
{
    AccessFacts known;
    known.now = kNow;
    known.secretEnteredAt = kNow - days(10);
    known.hasWorked = true;
    if (addresses)
        known.features = {model::Feature::FulfilmentAddresses};
    return known;
}

Observation fine()
{
    Observation seen;
    seen.httpStatus = 200;
    seen.sent = kNow;
    seen.answered = kNow + 200ms;
    seen.serverDate = kNow;
    return seen;
}

Observation failed(ErrorKind error, int status = 0, net::Hurdle hurdle = net::Hurdle::None)
{
    Observation seen = fine();
    seen.error = error;
    seen.httpStatus = status;
    seen.hurdle = hurdle;
    if (status == 0)
        seen.serverDate.reset();
    return seen;
}

Observation denied()
{
    return failed(ErrorKind::RoleMissing, 403);
}

std::string words(const std::vector<AccessFinding> &findings)
{
    std::string all;
    for (const AccessFinding &finding : findings)
        all += std::string(toWord(finding.verdict)) + ' ';
    return all;
}

} // namespace

class DiagnosisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationIsChecked();
    void aFeatureBringsItsCheck();
    void adsHasOnlyItsSignIn();
    void signInFailuresAreExplained_data();
    void signInFailuresAreExplained();
    void callFailuresAreExplained_data();
    void callFailuresAreExplained();
    void someFailuresEndTheChecks_data();
    void someFailuresEndTheChecks();
    void regionAndRoleAreToldApart_data();
    void regionAndRoleAreToldApart();
    void theMissingRoleIsNamed();
    void clocks_data();
    void clocks();
    void aStopIsNoFinding();
    void onlyUuidsAreRequestIds_data();
    void onlyUuidsAreRequestIds();
};

void DiagnosisTest::everyOperationIsChecked()
{
    for (const Operation &row : kOperations) {
        const bool checked = std::any_of(kAccessChecks.begin(), kAccessChecks.end(),
                                         [&](const AccessCheck &check) { return check.operation == row.id; });
        QVERIFY2(checked, std::string(row.name).c_str()); // a new operation needs its check
    }
}

void DiagnosisTest::aFeatureBringsItsCheck()
{
    QCOMPARE(checksFor(facts()).size(), std::size_t(3));
    QCOMPARE(checksFor(facts(true)).size(), std::size_t(4));
    std::vector<Observation> done;
    std::string order;
    while (const auto check = nextCheck(facts(true), done)) {
        order += std::string(toWord(check->call())) + ' ';
        done.push_back(fine());
    }
    QCOMPARE(order,
             std::string(toWord(model::AuditOperation::TokenRefreshed))
                 + " getMarketplaceParticipations searchOrders getOrder ");
    QCOMPARE(words(diagnose(facts(true), done, true)), std::string("fine fine fine fine fine "));
    QCOMPARE(words(diagnose(facts(true), {fine()}, false)), std::string("fine pending pending pending pending "));
}

void DiagnosisTest::adsHasOnlyItsSignIn()
{
    AccessFacts ads = facts(true);
    ads.kind = model::ConnectionKind::Ads;
    QCOMPARE(words(diagnose(ads, {fine()}, true)), std::string("fine fine "));
    QVERIFY(!nextCheck(ads, {fine()}));
}

/// sp-api.md 2.2, the rows of LWA, and what may be in the way of it.
void DiagnosisTest::signInFailuresAreExplained_data()
{
    using enum ErrorKind;
    using net::Hurdle;
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("hurdle");
    QTest::addColumn<int>("secretAge");
    QTest::addColumn<bool>("hasWorked");
    QTest::addColumn<V>("verdict");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind error, int status, Hurdle hurdle, V verdict, ErrorKind kind) {
        QTest::newRow(name) << error << status << static_cast<int>(hurdle) << 10 << true << verdict << kind;
    };
    row("revoked", AuthorisationRevoked, 400, Hurdle::None, V::AuthorisationRevoked, AuthorisationRevoked);
    QTest::newRow("never accepted") << AuthorisationRevoked << 400 << 0 << 10 << false << V::TokenOfAnotherApplication
                                    << AuthorisationRevoked;
    row("wrong secret", ClientRefused, 401, Hurdle::None, V::ClientSecretWrong, ClientRefused);
    QTest::newRow("secret of 179 days") << ClientRefused << 401 << 0 << 179 << true << V::ClientSecretWrong
                                        << ClientRefused;
    QTest::newRow("secret of 180 days") << ClientRefused << 401 << 0 << 180 << true << V::ClientSecretExpired
                                        << ClientSecretExpired;
    row("503", ServerError, 503, Hurdle::None, V::ServerError, ServerError);
    row("429", Throttled, 429, Hurdle::None, V::Throttled, Throttled);
    row("400", RequestRefused, 400, Hurdle::None, V::RequestRefused, RequestRefused);
    row("page of a portal", MalformedResponse, 200, Hurdle::Html, V::Intercepted, MalformedResponse);
    row("network sign-in", ServerError, 511, Hurdle::Proxy, V::Intercepted, MalformedResponse);
    row("unknown issuer", TlsRefused, 0, Hurdle::Stranger, V::Intercepted, TlsRefused);
    row("dates of the certificate", TlsRefused, 0, Hurdle::Dates, V::ClockWrong, TlsRefused);
    row("redirect", RedirectRefused, 0, Hurdle::None, V::Intercepted, RedirectRefused);
    row("proxy gone", Offline, 0, Hurdle::Proxy, V::Intercepted, Offline);
    row("proxy silent", Timeout, 0, Hurdle::Proxy, V::Intercepted, Timeout);
    row("offline", Offline, 0, Hurdle::None, V::Offline, Offline);
    row("silent", Timeout, 0, Hurdle::None, V::Timeout, Timeout);
    row("no JSON", MalformedResponse, 200, Hurdle::None, V::AnswerUnreadable, MalformedResponse);
    row("locked keychain", KeychainLocked, 0, Hurdle::None, V::CredentialsUnreadable, KeychainLocked);
    row("new token not kept", KeychainLocked, 200, Hurdle::None, V::Unclear, KeychainLocked);
    row("emptied keychain", KeychainEmptied, 0, Hurdle::None, V::CredentialsUnreadable, KeychainEmptied);
    row("ours", Internal, 0, Hurdle::None, V::Unclear, Internal);
}

void DiagnosisTest::signInFailuresAreExplained()
{
    QFETCH(const ErrorKind, error);
    QFETCH(const int, status);
    QFETCH(const int, hurdle);
    QFETCH(const int, secretAge);
    QFETCH(const bool, hasWorked);
    QFETCH(const V, verdict);
    QFETCH(const ErrorKind, kind);
    AccessFacts known = facts();
    known.secretEnteredAt = kNow - days(secretAge);
    known.hasWorked = hasWorked;
    const std::vector<Observation> done{failed(error, status, static_cast<net::Hurdle>(hurdle))};
    QVERIFY(!nextCheck(known, done)); // without a token nothing else can be asked
    const auto findings = diagnose(known, done, true);
    QCOMPARE(std::string(toWord(findings[0].verdict)), std::string(toWord(verdict)));
    QCOMPARE(findings[0].error, std::optional(kind));
    QCOMPARE(findings[1].verdict, V::Skipped);
    QVERIFY(!findings[1].error);
}

/// sp-api.md 2.2 and 3.3, the rows of SP-API. The call before it was let through.
void DiagnosisTest::callFailuresAreExplained_data()
{
    using enum ErrorKind;
    using net::Hurdle;
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("hurdle");
    QTest::addColumn<V>("verdict");
    const auto row = [](const char *name, ErrorKind error, int status, Hurdle hurdle, V verdict) {
        QTest::newRow(name) << error << status << static_cast<int>(hurdle) << verdict;
    };
    row("role", RoleMissing, 403, Hurdle::None, V::RoleMissing);
    row("a portal's 403", RoleMissing, 403, Hurdle::Html, V::Intercepted);
    row("expired secret", ClientSecretExpired, 403, Hurdle::None, V::ClientSecretExpired);
    row("fresh token refused", AccessTokenRefused, 403, Hurdle::None, V::AccessTokenRefused);
    row("429", Throttled, 429, Hurdle::None, V::Throttled);
    row("500", ServerError, 500, Hurdle::None, V::ServerError);
    row("503 with a page", ServerError, 503, Hurdle::Html, V::ServerError);
    row("400", RequestRefused, 400, Hurdle::None, V::RequestRefused);
    row("400 with a page: Amazon's own", RequestRefused, 400, Hurdle::Html, V::RequestRefused);
    row("413", RequestRefused, 413, Hurdle::None, V::RequestRefused);
    row("404", NotFound, 404, Hurdle::None, V::RequestRefused);
    row("page", MalformedResponse, 200, Hurdle::Html, V::Intercepted);
    row("cut JSON", MalformedResponse, 200, Hurdle::None, V::AnswerUnreadable);
    row("too large", ResponseTooLarge, 200, Hurdle::None, V::AnswerUnreadable);
    row("dropped", Offline, 0, Hurdle::None, V::Offline);
    row("redirect", RedirectRefused, 0, Hurdle::None, V::Intercepted);
    row("stranger", TlsRefused, 0, Hurdle::Stranger, V::Intercepted);
}

void DiagnosisTest::callFailuresAreExplained()
{
    QFETCH(const ErrorKind, error);
    QFETCH(const int, status);
    QFETCH(const int, hurdle);
    QFETCH(const V, verdict);
    const auto findings =
        diagnose(facts(), {fine(), fine(), failed(error, status, static_cast<net::Hurdle>(hurdle))}, true);
    QCOMPARE(std::string(toWord(findings[2].verdict)), std::string(toWord(verdict)));
    QVERIFY(findings[2].error);
}

void DiagnosisTest::someFailuresEndTheChecks_data()
{
    QTest::addColumn<ErrorKind>("error");
    QTest::addColumn<bool>("ends");
    for (const ErrorKind error : {ErrorKind::Offline, ErrorKind::Timeout, ErrorKind::TlsRefused,
                                  ErrorKind::RedirectRefused, ErrorKind::ClientSecretExpired,
                                  ErrorKind::AuthorisationRevoked, ErrorKind::AccessTokenRefused, ErrorKind::Cancelled})
        QTest::addRow("%s", std::string(toWord(error)).c_str()) << error << true;
    for (const ErrorKind error : {ErrorKind::Throttled, ErrorKind::ServerError, ErrorKind::RoleMissing,
                                  ErrorKind::RequestRefused, ErrorKind::MalformedResponse})
        QTest::addRow("%s", std::string(toWord(error)).c_str()) << error << false;
}

void DiagnosisTest::someFailuresEndTheChecks()
{
    QFETCH(const ErrorKind, error);
    QFETCH(const bool, ends);
    QCOMPARE(!nextCheck(facts(), {fine(), failed(error)}), ends);
}

/// The same 403 for both: the other calls decide.
void DiagnosisTest::regionAndRoleAreToldApart_data()
{
    QTest::addColumn<std::vector<Observation>>("done");
    QTest::addColumn<QString>("expected");
    Observation unknownPath = denied();
    unknownPath.unknownPath = true;
    Observation gone = failed(ErrorKind::NotFound, 404);
    using All = std::vector<Observation>;
    const auto row = [](const char *name, const All &done, const char *expected) {
        QTest::newRow(name) << done << QString::fromLatin1(expected);
    };
    row("one of two", All{fine(), denied(), fine(), fine()}, "fine role_missing fine fine fine ");
    row("the other", All{fine(), fine(), denied(), fine()}, "fine fine role_missing fine fine ");
    row("all", All{fine(), denied(), denied(), denied()}, "fine wrong_region wrong_region wrong_region fine ");
    row("address alone", All{fine(), fine(), fine(), denied()}, "fine fine fine role_missing fine ");
    row("first denied, rest in doubt", All{fine(), denied(), failed(ErrorKind::ServerError, 500), fine()},
        "fine role_missing server_error fine fine ");
    row("denied, and nothing else known", All{fine(), failed(ErrorKind::Throttled, 429), denied(), gone},
        "fine throttled role_missing nothing_to_ask fine ");
    row("denied, and nothing let through", All{fine(), failed(ErrorKind::Throttled, 429), denied(), denied()},
        "fine throttled wrong_region wrong_region fine ");
    row("unknown path", All{fine(), unknownPath, fine(), fine()}, "fine wrong_region fine fine fine ");
}

void DiagnosisTest::regionAndRoleAreToldApart()
{
    QFETCH(const std::vector<Observation>, done);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(words(diagnose(facts(true), done, true))), expected);
}

void DiagnosisTest::theMissingRoleIsNamed()
{
    Observation noAddress = fine();
    noAddress.addressMissing = true;
    const auto first = diagnose(facts(true), {fine(), denied(), fine(), noAddress}, true);
    QCOMPARE(first[1].roles.size(), std::size_t(8)); // PL SPI AF BC D2C FA IOT PR
    QCOMPARE(std::count(first[1].roles.begin(), first[1].roles.end(), "Selling Partner Insights"), 1);
    QCOMPARE(std::count(first[1].roles.begin(), first[1].roles.end(), "Brand Analytics"), 0);
    QCOMPARE(first[3].verdict, V::AddressMissing);
    QVERIFY(!first[3].error);
    QCOMPARE(first[3].roles, std::vector<std::string>{"Direct-to-Consumer Shipping"});
    QVERIFY(first[0].roles.empty() && first[2].roles.empty());
    const auto second = diagnose(facts(true), {fine(), fine(), denied(), denied()}, true);
    QCOMPARE(second[2].roles,
             std::vector<std::string>{"Inventory and Order Tracking"}); // any would do: the one we ask for
    QCOMPARE(second[3].roles, std::vector<std::string>{"Direct-to-Consumer Shipping"});
}

void DiagnosisTest::clocks_data()
{
    QTest::addColumn<qint64>("serverSeconds"); // against the sending
    QTest::addColumn<qint64>("ahead");
    QTest::addColumn<V>("verdict");
    QTest::newRow("same") << qint64(0) << qint64(0) << V::Fine;
    QTest::newRow("cut to the second") << qint64(-1) << qint64(1) << V::Fine;
    QTest::newRow("within a slow answer") << qint64(40) << qint64(0) << V::Fine;
    QTest::newRow("two minutes ahead") << qint64(-120) << qint64(120) << V::Fine;
    QTest::newRow("more") << qint64(-121) << qint64(121) << V::ClockWrong;
    QTest::newRow("two minutes behind") << qint64(180) << qint64(-120) << V::Fine;
    QTest::newRow("more behind") << qint64(181) << qint64(-121) << V::ClockWrong;
    QTest::newRow("years") << qint64(-100'000'000) << qint64(100'000'000) << V::ClockWrong;
}

void DiagnosisTest::clocks()
{
    QFETCH(const qint64, serverSeconds);
    QFETCH(const qint64, ahead);
    QFETCH(const V, verdict);
    Observation seen = fine();
    seen.answered = seen.sent + 60s;
    seen.serverDate = seen.sent + std::chrono::seconds(serverSeconds);
    const AccessFinding clock = diagnose(facts(), {seen, seen, seen}, true).back();
    QVERIFY(!clock.call);
    QCOMPARE(clock.verdict, verdict);
    QCOMPARE(clock.error.has_value(), verdict == V::ClockWrong);
    QCOMPARE(clock.clockAhead->count(), ahead);
    // who only stands in between is not believed
    seen.error = ErrorKind::MalformedResponse;
    seen.hurdle = net::Hurdle::Html;
    QCOMPARE(diagnose(facts(), {seen}, true).back().verdict, V::NothingToAsk);
}

void DiagnosisTest::aStopIsNoFinding()
{
    const auto findings = diagnose(facts(), {fine(), failed(ErrorKind::Cancelled)}, true);
    QCOMPARE(words(findings), std::string("fine stopped stopped fine "));
    model::AccessReport report{{"c1"}, {}, "eu", kNow, diagnose(facts(), {fine()}, false)};
    QCOMPARE(words(stopped(report).findings), std::string("fine stopped stopped fine "));
    QCOMPARE(stopped(report).trouble()->error, std::optional(ErrorKind::Cancelled));
    QVERIFY(!stopped(report).credentialsWork()); // no call was let through yet
    report.findings = diagnose(facts(), {fine(), fine(), fine()}, true);
    QVERIFY(report.trouble() == nullptr && report.credentialsWork());
    report.findings = diagnose(facts(), {fine(), fine(), failed(ErrorKind::ClientSecretExpired, 403)}, true);
    QVERIFY(!report.credentialsWork());
}

void DiagnosisTest::onlyUuidsAreRequestIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("kept");
    QTest::newRow("Amazon's") << QStringLiteral("5e11e12e-5a3d-4a3e-8000-0000000000aF") << true;
    QTest::newRow("none") << QString() << false;
    QTest::newRow("order id") << QStringLiteral("123-1234567-1234567") << false;
    QTest::newRow("longer") << QStringLiteral("5e11e12e-5a3d-4a3e-8000-0000000000aF0") << false;
    QTest::newRow("a name") << QStringLiteral("Jane Doe") << false;
}

void DiagnosisTest::onlyUuidsAreRequestIds()
{
    QFETCH(const QString, id);
    QFETCH(const bool, kept);
    Observation seen = fine();
    seen.requestId = id.toStdString();
    QCOMPARE(diagnose(facts(), {seen}, false)[0].requestId, kept ? seen.requestId : std::string());
}

QTEST_APPLESS_MAIN(DiagnosisTest)
#include "diagnosis_test.moc"
