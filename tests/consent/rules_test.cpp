// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/consent_page.h"
#include "core/amazon/regions.h"
#include "core/consent/answer.h"
#include "core/consent/hit.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::consent;
using namespace sk::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sk::ErrorKind)

namespace {

/// So long after the state was made, by both clocks.
Moment at(std::chrono::milliseconds time)
{
    return {time, fromMillis(1'795'000'000'000) + time};
}

} // namespace

class ConsentRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateIs32BytesOfTheSource();
    void stateIsRedeemedOnce();
    void foreignStateIsRefusedAndUsesNothingUp();
    void stateEndsAfter15Minutes();
    void eitherClockEndsTheState();

    void answerIsRead();
    void wrongAnswerIsRefused_data();
    void wrongAnswerIsRefused();
    void pastedAddress_data();
    void pastedAddress();

    void hit_data();
    void hit();
    void headInPiecesWaits();

    void sellerPageOfEveryMarketplace();
    void marketplaceAsPeopleWriteIt();
    void marketplaceMustLieInTheRegion();
    void draftsSayBeta();
    void adsPageOfEveryRegion();
    void customEndpointStaysOnItsOrigin();
    void incompleteApplication_data();
    void incompleteApplication();
    void redirectAddress_data();
    void redirectAddress();
};

// --- state ----------------------------------------------------------------------------------------------------------

void ConsentRulesTest::stateIs32BytesOfTheSource()
{
    std::vector<std::size_t> asked;
    const RandomSource source = [&asked](std::span<std::uint8_t> bytes) {
        asked.push_back(bytes.size());
        std::fill(bytes.begin(), bytes.end(), std::uint8_t(0xFF));
    };
    QCOMPARE(State(source, std::nullopt, at(0ms)).text(), std::string(42, '_') + "8");
    QCOMPARE(asked, std::vector<std::size_t>{32});
    QCOMPARE(State(source, HandOver{50123, "segment"}, at(0ms)).text(), std::string(42, '_') + "8.50123.segment");
    const RandomSource random = secrets::systemRandom();
    QVERIFY(State(random, std::nullopt, at(0ms)).text() != State(random, std::nullopt, at(0ms)).text());
}

void ConsentRulesTest::stateIsRedeemedOnce()
{
    State state(repeatableRandom(), std::nullopt, at(5ms));
    SK_OK(state.redeem(state.text(), at(10ms)));
    SK_FAILS(state.redeem(state.text(), at(11ms)), ErrorKind::ConsentInvalid);
}

void ConsentRulesTest::foreignStateIsRefusedAndUsesNothingUp()
{
    RandomSource random = repeatableRandom();
    State state(random, HandOver{1, "s"}, at(0ms));
    const State other(random, HandOver{1, "s"}, at(0ms));
    std::string lastChanged = state.text();
    lastChanged.back() = 't';
    for (const std::string &foreign :
         {other.text(), std::string(), state.text() + "x", state.text().substr(0, 43), lastChanged})
        SK_FAILS(state.redeem(foreign, at(1ms)), ErrorKind::ConsentInvalid);
    SK_OK(state.redeem(state.text(), at(1ms)));
}

void ConsentRulesTest::stateEndsAfter15Minutes()
{
    State late(repeatableRandom(), std::nullopt, at(100ms));
    SK_FAILS(late.redeem(late.text(), at(15min + 100ms)), ErrorKind::ConsentInvalid);
    State justInTime(repeatableRandom(), std::nullopt, at(100ms));
    SK_OK(justInTime.redeem(justInTime.text(), at(15min + 99ms)));
}

/// The monotonic clock may stand still while the computer sleeps, and the wall clock may be set back.
void ConsentRulesTest::eitherClockEndsTheState()
{
    State slept(repeatableRandom(), std::nullopt, at(0ms));
    SK_FAILS(slept.redeem(slept.text(), {1ms, at(15min).wall}), ErrorKind::ConsentInvalid);
    State setBack(repeatableRandom(), std::nullopt, at(0ms));
    SK_FAILS(setBack.redeem(setBack.text(), {15min, at(-24h).wall}), ErrorKind::ConsentInvalid);
    State earlier(repeatableRandom(), std::nullopt, at(0ms));
    SK_OK(earlier.redeem(earlier.text(), {1min, at(-24h).wall}));
}

// --- answer ---------------------------------------------------------------------------------------------------------

void ConsentRulesTest::answerIsRead()
{
    const Answer seller =
        must(readAnswer("state=abc.1.def&selling_partner_id=A1B2C3&spapi_oauth_code=AN%2Bx%7Cy&mws_auth_token=&new=1"));
    QCOMPARE(seller.state, std::string("abc.1.def"));
    QCOMPARE(seller.sellingPartnerId, std::string("A1B2C3"));
    QVERIFY(seller.code.text() == "AN+x|y");
    const Answer ads = must(readAnswer("code=ANx&scope=advertising%3A%3Acampaign_management&state=abc"));
    QVERIFY(ads.code.text() == "ANx");
    const Answer refused = must(readAnswer("error=access_denied&error_description=no+no&state=abc"));
    QCOMPARE(refused.error, std::string("access_denied"));
    QVERIFY(refused.code.isEmpty());
}

void ConsentRulesTest::wrongAnswerIsRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("no state") << QByteArray("spapi_oauth_code=x");
    QTest::newRow("empty state") << QByteArray("state=&spapi_oauth_code=x");
    QTest::newRow("no code") << QByteArray("state=x");
    QTest::newRow("two states") << QByteArray("state=x&state=y&spapi_oauth_code=c");
    QTest::newRow("two codes") << QByteArray("state=x&code=c&spapi_oauth_code=d");
    QTest::newRow("code and error") << QByteArray("state=x&code=c&error=access_denied");
    QTest::newRow("error is no word") << QByteArray("state=x&error=%3Cscript%3E");
    QTest::newRow("seller id is none") << QByteArray("state=x&code=c&selling_partner_id=../a");
    QTest::newRow("broken escape") << QByteArray("state=x&code=a%4");
    QTest::newRow("no escape") << QByteArray("state=x&code=a%zz");
    QTest::newRow("escape at the end") << QByteArray("state=x&code=a%");
    QTest::newRow("line feed") << QByteArray("state=x&code=a%0Ab");
    QTest::newRow("NUL") << QByteArray("state=x&code=a%00b");
    QTest::newRow("not ASCII") << QByteArray("state=x&code=a%C3%A9");
    QTest::newRow("long value") << "state=x&code=" + QByteArray(2049, 'c');
    QTest::newRow("long query") << "state=x&code=c&more=" + QByteArray(9000, 'c');
}

void ConsentRulesTest::wrongAnswerIsRefused()
{
    QFETCH(const QByteArray, query);
    SK_FAILS(readAnswer({query.constData(), static_cast<std::size_t>(query.size())}), ErrorKind::ConsentInvalid);
}

void ConsentRulesTest::pastedAddress_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("works");
    const QByteArray query("state=abc&spapi_oauth_code=c&selling_partner_id=A1");
    QTest::newRow("whole address") << "https://agency.example/back?" + query << true;
    QTest::newRow("with blanks and line feeds around") << "\n  https://agency.example/back?" + query + " \r\n" << true;
    QTest::newRow("with port") << "https://agency.example:443/back?" + query << true;
    QTest::newRow("with fragment") << "https://agency.example/back?" + query + "#top" << true;
    QTest::newRow("our listener's") << "http://127.0.0.1:50123/segment?" + query << true;
    QTest::newRow("the query alone") << query << true;
    QTest::newRow("with question mark") << "?" + query << true;
    QTest::newRow("another host") << "https://agency.example.evil.example/back?" + query << false;
    QTest::newRow("another path") << "https://agency.example/elsewhere?" + query << false;
    QTest::newRow("another port") << "https://agency.example:8443/back?" + query << false;
    QTest::newRow("without TLS") << "http://agency.example/back?" + query << false;
    QTest::newRow("a name before the host") << "https://agency.example@evil.example/back?" + query << false;
    QTest::newRow("localhost by name") << "http://localhost:50123/segment?" + query << false;
    QTest::newRow("another page") << QByteArray("https://sellercentral.amazon.com/apps/authorize/consent") << false;
    QTest::newRow("nothing") << QByteArray(" \n") << false;
    QTest::newRow("a book") << QByteArray(100'000, 'x') << false;
}

void ConsentRulesTest::pastedAddress()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, works);
    const auto answer = readPasted({text.constData(), static_cast<std::size_t>(text.size())},
                                   QUrl(QStringLiteral("https://agency.example/back")));
    QCOMPARE(answer.has_value(), works);
    if (!works)
        QCOMPARE(answer.error().kind, ErrorKind::ConsentInvalid);
}

// --- hit ------------------------------------------------------------------------------------------------------------

void ConsentRulesTest::hit_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto get = [](const QByteArray &target, const QByteArray &headers = "Host: 127.0.0.1:4711\r\n") {
        return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
    };
    const QByteArray host("Host: 127.0.0.1:4711\r\n");
    QTest::newRow("navigation") << get("/seg?state=x", host + "Sec-Fetch-Dest: document\r\nAccept: */*\r\n") << 200;
    QTest::newRow("old HTTP") << QByteArray("GET /seg?a=b HTTP/1.0\r\n" + host + "\r\n") << 200;
    QTest::newRow("empty body announced") << get("/seg?a=b", host + "Content-Length: 0\r\n") << 200;
    QTest::newRow("POST") << QByteArray("POST /seg?a=b HTTP/1.1\r\n" + host + "\r\n") << 405;
    QTest::newRow("HEAD") << QByteArray("HEAD /seg?a=b HTTP/1.1\r\n" + host + "\r\n") << 405;
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS /seg?a=b HTTP/1.1\r\n" + host + "\r\n") << 405;
    QTest::newRow("root") << get("/?a=b") << 404;
    QTest::newRow("favicon") << get("/favicon.ico") << 404;
    QTest::newRow("longer segment") << get("/segm?a=b") << 404;
    QTest::newRow("below the segment") << get("/seg/?a=b") << 404;
    QTest::newRow("other case") << get("/SEG?a=b") << 404;
    QTest::newRow("absolute target") << get("http://127.0.0.1:4711/seg?a=b") << 404;
    QTest::newRow("no Host") << get("/seg?a=b", "Accept: */*\r\n") << 400;
    QTest::newRow("rebound name") << get("/seg?a=b", "Host: evil.example:4711\r\n") << 403;
    QTest::newRow("localhost") << get("/seg?a=b", "Host: localhost:4711\r\n") << 403;
    QTest::newRow("other loopback address") << get("/seg?a=b", "Host: 127.0.0.2:4711\r\n") << 403;
    QTest::newRow("other port") << get("/seg?a=b", "Host: 127.0.0.1:4712\r\n") << 403;
    QTest::newRow("no port") << get("/seg?a=b", "Host: 127.0.0.1\r\n") << 403;
    QTest::newRow("two Hosts") << get("/seg?a=b", host + host) << 403;
    QTest::newRow("fetch of a script") << get("/seg?a=b", host + "Origin: https://evil.example\r\n") << 403;
    QTest::newRow("Origin null") << get("/seg?a=b", host + "origin: null\r\n") << 403;
    QTest::newRow("image") << get("/seg?a=b", host + "Sec-Fetch-Dest: image\r\n") << 403;
    QTest::newRow("frame") << get("/seg?a=b", host + "SEC-FETCH-DEST: iframe\r\n") << 403;
    QTest::newRow("body announced") << get("/seg?a=b", host + "Content-Length: 10\r\n") << 413;
    QTest::newRow("chunked") << get("/seg?a=b", host + "Transfer-Encoding: chunked\r\n") << 413;
    QTest::newRow("bytes behind the head") << get("/seg?a=b") + "GET /seg?a=b HTTP/1.1\r\n" << 413;
    QTest::newRow("folded header") << get("/seg?a=b", host + "X: a\r\n b\r\n") << 400;
    QTest::newRow("blank before the colon") << get("/seg?a=b", "Host : 127.0.0.1:4711\r\n") << 400;
    QTest::newRow("header without colon") << get("/seg?a=b", host + "nonsense\r\n") << 400;
    QTest::newRow("NUL in a header") << get("/seg?a=b", host + QByteArray("X: a\0b\r\n", 8)) << 400;
    QTest::newRow("no version") << QByteArray("GET /seg?a=b\r\n" + host + "\r\n") << 400;
    QTest::newRow("HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 413;
    QTest::newRow("TLS") << QByteArray("\x16\x03\x01\x02\r\n\r\n") << 400;
    QTest::newRow("too long") << QByteArray(20'000, 'x') << 431;
    QTest::newRow("too long, and complete") << get("/seg?a=" + QByteArray(20'000, 'x')) << 431;
}

void ConsentRulesTest::hit()
{
    QFETCH(const QByteArray, request);
    QFETCH(const int, status);
    const Hit hit = judgeHit({request.constData(), static_cast<std::size_t>(request.size())}, HandOver{4711, "seg"});
    QCOMPARE(hit.status, status);
    QVERIFY(hit.verdict == (status == 200 ? Hit::Verdict::Accepted : Hit::Verdict::Refused));
    QCOMPARE(hit.query.empty(), status != 200);
}

void ConsentRulesTest::headInPiecesWaits()
{
    const std::string whole = "GET /seg?state=x&code=y HTTP/1.1\r\nHost: 127.0.0.1:4711\r\n\r\n";
    for (std::size_t size = 0; size < whole.size(); ++size)
        QVERIFY(judgeHit(std::string_view(whole).substr(0, size), {4711, "seg"}).verdict == Hit::Verdict::Incomplete);
    QCOMPARE(judgeHit(whole, {4711, "seg"}).query, std::string("state=x&code=y"));
}

// --- pages ----------------------------------------------------------------------------------------------------------

namespace {

amazon::ConsentApplication seller(std::string marketplace)
{
    return {model::ConnectionKind::SellingPartner, std::move(marketplace), {}, "amzn1.sp.solution.0123", false,
            "amzn1.application-oa2-client.0123"};
}

} // namespace

void ConsentRulesTest::sellerPageOfEveryMarketplace()
{
    for (const amazon::MarketplaceFact &fact : amazon::kMarketplaces) {
        const auto page = must(amazon::consentPage(seller(std::string(fact.id)), std::nullopt));
        QCOMPARE(page.page.toString().toStdString(),
                 "https://" + std::string(fact.sellerCentral) + "/apps/authorize/consent");
        QCOMPARE(page.region, std::string(fact.region));
        QCOMPARE(page.parameters.size(), std::size_t(1));
        QCOMPARE(page.parameters.front().first, std::string("application_id"));
        QCOMPARE(must(amazon::consentPage(seller(std::string(fact.country)), std::nullopt)).page, page.page);
    }
}

void ConsentRulesTest::marketplaceAsPeopleWriteIt()
{
    const auto pageOf = [](const char *name) { return must(amazon::consentPage(seller(name), std::nullopt)); };
    QCOMPARE(pageOf("de").page, pageOf("DE").page);
    QCOMPARE(pageOf("UK").page, pageOf("GB").page);
    QCOMPARE(pageOf("uk").region, std::string("eu"));
    QCOMPARE(pageOf("atvpdkikx0der").region, std::string("na"));
}

/// A renewal names the region of its connection.
void ConsentRulesTest::marketplaceMustLieInTheRegion()
{
    auto application = seller("DE");
    application.region = "eu";
    SK_OK(amazon::consentPage(application, std::nullopt));
    application.region = "na";
    SK_FAILS(amazon::consentPage(application, std::nullopt), ErrorKind::Usage);
}

void ConsentRulesTest::draftsSayBeta()
{
    auto application = seller("DE");
    application.draft = true;
    const auto page = must(amazon::consentPage(application, std::nullopt));
    QCOMPARE(page.parameters.back(), std::pair(std::string("version"), std::string("beta")));
}

void ConsentRulesTest::adsPageOfEveryRegion()
{
    const std::vector<std::pair<std::string, std::string>> pages{{"na", "https://www.amazon.com/ap/oa"},
                                                                 {"eu", "https://eu.account.amazon.com/ap/oa"},
                                                                 {"fe", "https://apac.account.amazon.com/ap/oa"}};
    for (const auto &[region, address] : pages) {
        const auto page =
            must(amazon::consentPage({model::ConnectionKind::Ads, {}, region, {}, false, "client"}, std::nullopt));
        QCOMPARE(page.page.toString().toStdString(), address);
        QCOMPARE(page.parameters,
                 (std::vector<std::pair<std::string, std::string>>{{"client_id", "client"},
                                                                   {"response_type", "code"},
                                                                   {"scope", "advertising::campaign_management"}}));
    }
}

void ConsentRulesTest::customEndpointStaysOnItsOrigin()
{
    const model::CustomEndpoint endpoint{"https://localhost:8443", "https://localhost:8443/auth/o2/token", "pem"};
    QCOMPARE(must(amazon::consentPage(seller("US"), endpoint)).page,
             QUrl(QStringLiteral("https://localhost:8443/apps/authorize/consent")));
    QCOMPARE(must(amazon::consentPage({model::ConnectionKind::Ads, {}, "na", {}, false, "c"}, endpoint)).page,
             QUrl(QStringLiteral("https://localhost:8443/ap/oa")));
}

void ConsentRulesTest::incompleteApplication_data()
{
    QTest::addColumn<QString>("marketplace");
    QTest::addColumn<QString>("applicationId");
    QTest::addColumn<QString>("clientId");
    QTest::newRow("no marketplace") << QString() << QStringLiteral("a") << QStringLiteral("c");
    QTest::newRow("unknown marketplace") << QStringLiteral("CN") << QStringLiteral("a") << QStringLiteral("c");
    QTest::newRow("no application") << QStringLiteral("DE") << QString() << QStringLiteral("c");
    QTest::newRow("application with blank") << QStringLiteral("DE") << QStringLiteral("a b") << QStringLiteral("c");
    QTest::newRow("no client") << QStringLiteral("DE") << QStringLiteral("a") << QString();
}

void ConsentRulesTest::incompleteApplication()
{
    QFETCH(const QString, marketplace);
    QFETCH(const QString, applicationId);
    QFETCH(const QString, clientId);
    SK_FAILS(amazon::consentPage({model::ConnectionKind::SellingPartner,
                                  marketplace.toStdString(),
                                  {},
                                  applicationId.toStdString(),
                                  false,
                                  clientId.toStdString()},
                                 std::nullopt),
             ErrorKind::Usage);
}

void ConsentRulesTest::redirectAddress_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("works");
    QTest::newRow("page") << QByteArray("https://agency.example/sellerkeep/") << true;
    QTest::newRow("host alone") << QByteArray("https://agency.example") << true;
    QTest::newRow("without TLS") << QByteArray("http://agency.example/") << false;
    QTest::newRow("loopback") << QByteArray("http://127.0.0.1:4711/") << false;
    QTest::newRow("other scheme") << QByteArray("sellerkeep://consent") << false;
    QTest::newRow("no host") << QByteArray("https:///x") << false;
    QTest::newRow("user") << QByteArray("https://user@agency.example/") << false;
    QTest::newRow("query") << QByteArray("https://agency.example/?a=b") << false;
    QTest::newRow("fragment") << QByteArray("https://agency.example/#a") << false;
    QTest::newRow("blank") << QByteArray("https://agency.example/a b") << false;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("long") << "https://agency.example/" + QByteArray(3000, 'a') << false;
}

void ConsentRulesTest::redirectAddress()
{
    QFETCH(const QByteArray, address);
    QFETCH(const bool, works);
    const auto url = amazon::redirectAddress({address.constData(), static_cast<std::size_t>(address.size())});
    QCOMPARE(url.has_value(), works);
    if (!works)
        QCOMPARE(url.error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(ConsentRulesTest)
#include "rules_test.moc"
