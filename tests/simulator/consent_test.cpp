// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/fake_clock.h"
#include "tests/simulator/test_client.h"

#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>

using namespace sk::simulator;
using namespace sk::simulator::test;

namespace {

constexpr const char *kRedirect = "https://agency.example/sellerkeep/";

/// The parameters of the address that a redirect leads to; empty unless it is the registered one.
QUrlQuery redirectOf(const Answer &answer)
{
    const QUrl target(QString::fromStdString(answer.header("location")));
    return answer.status == 302 && target.adjusted(QUrl::RemoveQuery) == QUrl(QString::fromLatin1(kRedirect))
        ? QUrlQuery(target)
        : QUrlQuery();
}

QString valueOf(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

} // namespace

/// The consent pages, the codes they give and what codes are worth.
class ConsentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sellerConsents();
    void advertiserConsents();
    void pageRefuses_data();
    void pageRefuses();
    void draftNeedsBeta();
    void declines();
    void codeWorksOnce();
    void codeLivesFiveMinutes();
    void codeNeedsItsRedirectAndClient();
    void everyConsentHasARefreshTokenOfItsOwn();
    void adsTokensDoNotOpenTheSellingPartnerApi();
    void faultsOfTheSeller();
    void refusedCode();
    void logKeepsNoState();
    void pageCannotBeInjected();

private:
    static Parameters sellerQuery(Bench &bench)
    {
        return {{"application_id", bench.simulator().credentials().applicationId},
                {"state", "a.1.b"},
                {"redirect_uri", kRedirect}};
    }
    static Parameters adsQuery(Bench &bench)
    {
        return {{"client_id", bench.simulator().credentials().clientId},
                {"scope", "advertising::campaign_management"},
                {"response_type", "code"},
                {"state", "a.1.b"},
                {"redirect_uri", kRedirect}};
    }
    static QString sellerCode(Bench &bench)
    {
        return valueOf(redirectOf(bench.get("/apps/authorize/consent/confirm", sellerQuery(bench))),
                       "spapi_oauth_code");
    }
    static Answer exchange(Bench &bench, const QString &code, const Parameters &changes = {})
    {
        const Credentials known = bench.simulator().credentials();
        Parameters fields{{"grant_type", "authorization_code"},
                          {"code", code.toStdString()},
                          {"redirect_uri", kRedirect},
                          {"client_id", known.clientId},
                          {"client_secret", known.clientSecret}};
        std::string body;
        for (auto &[name, value] : fields) {
            for (const auto &[changed, other] : changes)
                value = changed == name ? other : value;
            body += (body.empty() ? "" : "&") + name + '=' + percentEncode(value);
        }
        return bench.post("/auth/o2/token", body, kForm);
    }
};

void ConsentTest::sellerConsents()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const Answer page = bench.get("/apps/authorize/consent", sellerQuery(bench));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.find("/apps/authorize/consent/confirm?application_id=amzn1.sp.solution.") != std::string::npos);
    const QUrlQuery answer = redirectOf(bench.get("/apps/authorize/consent/confirm", sellerQuery(bench)));
    QCOMPARE(valueOf(answer, "state"), QStringLiteral("a.1.b"));
    QCOMPARE(valueOf(answer, "selling_partner_id").toStdString(), bench.simulator().credentials().sellingPartnerId);
    const Answer tokens = exchange(bench, valueOf(answer, "spapi_oauth_code"));
    QCOMPARE(tokens.status, 200);
    bench.accessToken = tokens.json()[QLatin1String("access_token")].toString().toStdString();
    QCOMPARE(bench.get("/sellers/v1/marketplaceParticipations").status, 200);
    QCOMPARE(
        bench.login({{"refresh_token", tokens.json()[QLatin1String("refresh_token")].toString().toStdString()}}).status,
        200);
}

void ConsentTest::advertiserConsents()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    QCOMPARE(bench.get("/ap/oa", adsQuery(bench)).status, 200);
    const QUrlQuery answer = redirectOf(bench.get("/ap/oa/confirm", adsQuery(bench)));
    QCOMPARE(valueOf(answer, "state"), QStringLiteral("a.1.b"));
    QVERIFY(valueOf(answer, "selling_partner_id").isEmpty());
    QCOMPARE(exchange(bench, valueOf(answer, "code")).status, 200);
}

void ConsentTest::pageRefuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("word");
    const QString seller = QStringLiteral("/apps/authorize/consent");
    const QString ads = QStringLiteral("/ap/oa");
    QTest::newRow("foreign application") << seller << "application_id"
                                         << "Unknown application";
    QTest::newRow("unregistered redirect") << seller << "redirect_uri"
                                           << "MD5101";
    QTest::newRow("confirm with unregistered redirect") << seller + QStringLiteral("/confirm") << "redirect_uri"
                                                        << "MD5101";
    QTest::newRow("foreign client") << ads << "client_id"
                                    << "Unknown application";
    QTest::newRow("other scope") << ads << "scope"
                                 << "Unknown scope";
    QTest::newRow("implicit grant") << ads << "response_type"
                                    << "Unknown scope";
}

void ConsentTest::pageRefuses()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    QFETCH(QString, word);
    const FakeClock clock;
    Bench bench(unpaced(clock));
    Parameters query = path.startsWith(QStringLiteral("/ap/")) ? adsQuery(bench) : sellerQuery(bench);
    for (auto &[key, value] : query)
        value = key == name.toStdString() ? "https://else.example/" : value;
    const Answer answer = bench.get(path.toStdString(), query);
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.body.find(word.toStdString()) != std::string::npos);
}

void ConsentTest::draftNeedsBeta()
{
    const FakeClock clock;
    Options options = unpaced(clock);
    options.draftApplication = true;
    Bench bench(options);
    Parameters query = sellerQuery(bench);
    QVERIFY(bench.get("/apps/authorize/consent", query).body.find("MD1000") != std::string::npos);
    query.emplace_back("version", "beta");
    QCOMPARE(bench.get("/apps/authorize/consent", query).status, 200);
}

void ConsentTest::declines()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const QUrlQuery answer = redirectOf(bench.get("/apps/authorize/consent/decline", sellerQuery(bench)));
    QCOMPARE(valueOf(answer, "error"), QStringLiteral("access_denied"));
    QCOMPARE(valueOf(answer, "state"), QStringLiteral("a.1.b"));
    QVERIFY(valueOf(answer, "spapi_oauth_code").isEmpty());
}

void ConsentTest::codeWorksOnce()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const QString code = sellerCode(bench);
    for (const QChar c : {u'+', u'/', u'='})
        QVERIFY(code.contains(c));
    QCOMPARE(exchange(bench, code).status, 200);
    const Answer again = exchange(bench, code);
    QCOMPARE(again.status, 400);
    QCOMPARE(again.oauthError(), QStringLiteral("invalid_grant"));
    QVERIFY(again.json()[QLatin1String("error_description")].toString().endsWith(QStringLiteral(" : code")));
}

void ConsentTest::codeLivesFiveMinutes()
{
    FakeClock clock;
    Bench bench(unpaced(clock));
    const QString one = sellerCode(bench);
    const QString other = sellerCode(bench);
    clock.advance(std::chrono::minutes(5) - std::chrono::milliseconds(1));
    QCOMPARE(exchange(bench, one).status, 200);
    clock.advance(std::chrono::milliseconds(1));
    QCOMPARE(exchange(bench, other).oauthError(), QStringLiteral("invalid_grant"));
}

void ConsentTest::codeNeedsItsRedirectAndClient()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    QCOMPARE(exchange(bench, sellerCode(bench), {{"redirect_uri", "https://agency.example/"}}).oauthError(),
             QStringLiteral("invalid_grant"));
    QCOMPARE(exchange(bench, sellerCode(bench), {{"client_secret", "wrong"}}).oauthError(),
             QStringLiteral("invalid_client"));
    QCOMPARE(exchange(bench, QStringLiteral("ANguess")).oauthError(), QStringLiteral("invalid_grant"));
    QCOMPARE(exchange(bench, QString()).oauthError(), QStringLiteral("invalid_request"));
}

void ConsentTest::everyConsentHasARefreshTokenOfItsOwn()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const auto refreshToken = [&bench] {
        return exchange(bench, sellerCode(bench)).json()[QLatin1String("refresh_token")].toString().toStdString();
    };
    const std::string one = refreshToken();
    const std::string other = refreshToken();
    QVERIFY(one != other);
    for (const std::string &token : {one, other, bench.simulator().credentials().refreshToken})
        QCOMPARE(bench.login({{"refresh_token", token}}).status, 200); // earlier ones stay valid
}

void ConsentTest::adsTokensDoNotOpenTheSellingPartnerApi()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const QUrlQuery answer = redirectOf(bench.get("/ap/oa/confirm", adsQuery(bench)));
    bench.accessToken =
        exchange(bench, valueOf(answer, "code")).json()[QLatin1String("access_token")].toString().toStdString();
    QCOMPARE(bench.get("/sellers/v1/marketplaceParticipations").status, 403);
}

void ConsentTest::faultsOfTheSeller()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const auto confirm = [&bench] {
        return redirectOf(bench.get("/apps/authorize/consent/confirm", sellerQuery(bench)));
    };
    bench.simulator().inject({FaultKind::ConsentDeclined});
    QCOMPARE(valueOf(confirm(), "error"), QStringLiteral("access_denied"));
    bench.simulator().inject({FaultKind::ConsentState});
    QVERIFY(valueOf(confirm(), "state") != QStringLiteral("a.1.b"));
    QCOMPARE(valueOf(confirm(), "state"), QStringLiteral("a.1.b"));
}

void ConsentTest::refusedCode()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    bench.simulator().inject({FaultKind::CodeRefused});
    QCOMPARE(exchange(bench, sellerCode(bench)).oauthError(), QStringLiteral("invalid_grant"));
    QCOMPARE(exchange(bench, sellerCode(bench)).status, 200);
}

void ConsentTest::logKeepsNoState()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const QString code = sellerCode(bench);
    (void)exchange(bench, code);
    const StatsSnapshot stats = bench.simulator().stats();
    QCOMPARE(stats.count("consent"), std::uint64_t(1));
    for (const RequestRecord &record : stats.log) {
        for (const auto &[name, value] : record.parameters)
            QVERIFY(value != "a.1.b" && value != code.toStdString());
    }
}

void ConsentTest::pageCannotBeInjected()
{
    const FakeClock clock;
    Bench bench(unpaced(clock));
    const Answer page =
        bench.getRaw("/apps/authorize/consent?application_id=" + bench.simulator().credentials().applicationId
                     + "&redirect_uri=" + percentEncode(kRedirect) + "&state='onmouseover%3D'x&more=%3Cscript%3E");
    QVERIFY2(page.status == 200, page.body.c_str());
    QVERIFY(page.body.find("'onmouseover") == std::string::npos);
    QVERIFY(page.body.find("<script>") == std::string::npos);
}

QTEST_GUILESS_MAIN(ConsentTest)
#include "consent_test.moc"
