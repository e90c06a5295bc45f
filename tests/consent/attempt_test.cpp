// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/consent/attempt.h"
#include "tests/support/check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"
#include "tests/support/listening_sockets.h"
#include "tests/support/redirect_page.h"

using namespace sk;
using namespace sk::consent;
using namespace sk::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kSecret = "amzn1.oa2-cs.v1.a+b/c=="; // secret-scan: sample
const QByteArray
    kTokens(R"({"access_token":"Atza|x","refresh_token":"Atzr|y","token_type":"bearer","expires_in":3600})");

AttemptRequest sellerRequest()
{
    AttemptRequest request;
    request.application = {model::ConnectionKind::SellingPartner, "DE", {}, "amzn1.sp.solution.1", true,
                           "amzn1.application-oa2-client.1"};
    request.redirect = "https://agency.example/sellerkeep/";
    request.clientSecret = secrets::Secret::copyOf(asBytes(kSecret));
    request.tokenUrl = QUrl(QStringLiteral("https://api.amazon.com/auth/o2/token"));
    request.closingPage = {"Done", "Go back"};
    return request;
}

AttemptRequest adsRequest()
{
    AttemptRequest request = sellerRequest();
    request.application = {model::ConnectionKind::Ads, {}, "fe", {}, false, "amzn1.application-oa2-client.2"};
    return request;
}

} // namespace

class ConsentAttemptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void addressOfADraft();
    void addressForAds();
    void stateIsOursAndNotTheModules();
    void listensOnLoopbackAloneWhileItWaits();
    void throughTheListener();
    void pasted();
    void withoutListenerThereIsNoPort();
    void answerOfAnotherAttemptIsRefused();
    void replayIsRefused();
    void tooLateIsRefused();
    void sleepCounts();
    void timeIsNotUpWhileTokensAreFetched();
    void foreignStateThroughTheListenerEndsIt();
    void wrongPasteMayBeTriedAgain();
    void answerWithoutSellerIsRefused();
    void declined();
    void refusedCode_data();
    void refusedCode();
    void secretGoesToTheTransportAlone();
    void cancelledInTheMiddle();
    void incompleteRequest();

private:
    std::unique_ptr<Attempt> start(AttemptRequest request = sellerRequest())
    {
        return must(Attempt::start(std::move(request), m_transport, m_clock, secrets::systemRandom()));
    }
    static std::string stateOf(const Attempt &attempt)
    {
        return QUrlQuery(attempt.address()).queryItemValue(QStringLiteral("state")).toStdString();
    }
    static std::string redirected(const Attempt &attempt, const std::string &more = "&spapi_oauth_code=AN%7Cx%2B")
    {
        return "https://agency.example/sellerkeep/?state=" + stateOf(attempt) + "&selling_partner_id=A1B2C3" + more;
    }
    static AttemptOutcome outcomeOf(const Attempt &attempt)
    {
        const auto future = attempt.outcome();
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000))
            qFatal("the attempt did not end");
        return future.result();
    }
    static QByteArray handOver(const Attempt &attempt, const QByteArray &query)
    {
        return test::handOver(QString::fromStdString(stateOf(attempt)), query);
    }

    FakeClock m_clock;
    FakeTransport m_transport;
};

void ConsentAttemptTest::initTestCase()
{
    if (!isBuiltIn())
        QSKIP("built without Qt Network Auth");
}

void ConsentAttemptTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".?")));
    QCOMPARE(m_transport.queued(), std::size_t(0));
}

void ConsentAttemptTest::addressOfADraft()
{
    const auto attempt = start();
    QUrlQuery query(attempt->address());
    QCOMPARE(attempt->address().adjusted(QUrl::RemoveQuery),
             QUrl(QStringLiteral("https://sellercentral-europe.amazon.com/apps/authorize/consent")));
    QCOMPARE(query.queryItemValue(QStringLiteral("application_id")), QStringLiteral("amzn1.sp.solution.1"));
    QCOMPARE(query.queryItemValue(QStringLiteral("version")), QStringLiteral("beta"));
    QCOMPARE(query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded),
             QStringLiteral("https://agency.example/sellerkeep/"));
    QCOMPARE(query.queryItems().size(), 4); // the fourth is the state
    QVERIFY(attempt->address().toEncoded().contains("redirect_uri=https%3A%2F%2Fagency.example%2Fsellerkeep%2F"));
}

void ConsentAttemptTest::addressForAds()
{
    const auto attempt = start(adsRequest());
    const QByteArray address = attempt->address().toEncoded();
    QVERIFY(address.startsWith("https://apac.account.amazon.com/ap/oa?"));
    QVERIFY(address.contains("client_id=amzn1.application-oa2-client.2"));
    QVERIFY(address.contains("response_type=code"));
    QVERIFY(address.contains("scope=advertising%3A%3Acampaign_management"));
    QCOMPARE(QUrlQuery(attempt->address()).queryItems().size(), 5);
}

/// CVE-2024-36048: the module's own state has eight characters and follows from the clock.
void ConsentAttemptTest::stateIsOursAndNotTheModules()
{
    std::vector<Bytes> drawn;
    const RandomSource source = [&drawn, random = secrets::systemRandom()](std::span<std::uint8_t> bytes) {
        random(bytes);
        drawn.emplace_back(bytes.begin(), bytes.end());
    };
    const auto attempt = must(Attempt::start(sellerRequest(), m_transport, m_clock, source));
    QCOMPARE(drawn.size(), std::size_t(2)); // segment, state
    QCOMPARE(drawn[1].size(), std::size_t(32));
    const QByteArray bytes(reinterpret_cast<const char *>(drawn[1].data()), 32);
    const QByteArray expected = bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QCOMPARE(QByteArray::fromStdString(stateOf(*attempt)).split('.').front(), expected);
}

/// The module's own server listens on every interface; ours is the only socket, and on 127.0.0.1.
void ConsentAttemptTest::listensOnLoopbackAloneWhileItWaits()
{
    if (!canSeeListeningSockets())
        QSKIP("needs /proc");
    QVERIFY(listeningSockets().isEmpty());
    auto attempt = start();
    QCOMPARE(listeningSockets().size(), 1);
    QVERIFY(listeningSockets().front().startsWith(QStringLiteral("0100007F:")));
    attempt->cancel();
    QVERIFY(listeningSockets().isEmpty());
}

void ConsentAttemptTest::throughTheListener()
{
    m_transport.queue(200, kTokens);
    const auto attempt = start();
    QVERIFY(attempt->isListening());
    const QByteArray reply = handOver(*attempt,
                                      "state=" + QByteArray::fromStdString(stateOf(*attempt))
                                          + "&selling_partner_id=A1B2C3&spapi_oauth_code=ANx");
    QVERIFY(reply.startsWith("HTTP/1.1 200 "));
    const AttemptOutcome outcome = outcomeOf(*attempt);
    const Granted granted = must(outcome.granted);
    QVERIFY(!attempt->isListening());
    QCOMPARE(granted.region, std::string("eu"));
    QCOMPARE(granted.sellingPartnerId, std::string("A1B2C3"));
    QCOMPARE(granted.credentials.clientId, std::string("amzn1.application-oa2-client.1"));
    QVERIFY(granted.credentials.refreshToken.text() == "Atzr|y");
    QCOMPARE(outcome.events.size(), std::size_t(2));
    QCOMPARE(outcome.events[0].operation, model::AuditOperation::ConsentAnswered);
    QCOMPARE(outcome.events[1].operation, model::AuditOperation::CodeExchanged);
    QCOMPARE(outcome.events[1].httpStatus, 200);
    QVERIFY(handOver(*attempt, "state=x").isEmpty()); // second hit: nobody there
}

void ConsentAttemptTest::pasted()
{
    m_transport.queue(200, kTokens);
    const auto attempt = start();
    SK_OK(attempt->paste("  " + redirected(*attempt) + "\n"));
    SK_OK(outcomeOf(*attempt).granted);
    const net::HttpRequest &request = m_transport.requests().back();
    QCOMPARE(request.url, QUrl(QStringLiteral("https://api.amazon.com/auth/o2/token")));
    QCOMPARE(headerOf(request, "Content-Type"), QByteArray("application/x-www-form-urlencoded;charset=UTF-8"));
    QList<QByteArray> fields = request.body.split('&');
    std::sort(fields.begin(), fields.end());
    QCOMPARE(
        fields,
        (QList<QByteArray>{"client_id=amzn1.application-oa2-client.1", "client_secret=amzn1.oa2-cs.v1.a%2Bb%2Fc%3D%3D",
                           "code=AN%7Cx%2B", "grant_type=authorization_code",
                           "redirect_uri=https%3A%2F%2Fagency.example%2Fsellerkeep%2F"}));
}

void ConsentAttemptTest::withoutListenerThereIsNoPort()
{
    AttemptRequest request = sellerRequest();
    request.listen = false;
    const auto attempt = start(std::move(request));
    QVERIFY(!attempt->isListening());
    QCOMPARE(stateOf(*attempt).size(), std::size_t(43));
    m_transport.queue(200, kTokens);
    SK_OK(attempt->paste(redirected(*attempt)));
    SK_OK(outcomeOf(*attempt).granted);
}

void ConsentAttemptTest::answerOfAnotherAttemptIsRefused()
{
    const auto one = start();
    const auto other = start();
    const std::size_t before = m_transport.requests().size();
    SK_FAILS(one->paste(redirected(*other)), ErrorKind::ConsentInvalid);
    QCOMPARE(m_transport.requests().size(), before);
    QVERIFY(!one->outcome().isFinished());
}

void ConsentAttemptTest::replayIsRefused()
{
    m_transport.queue(200, kTokens);
    const auto attempt = start();
    const std::string address = redirected(*attempt);
    SK_OK(attempt->paste(address));
    SK_FAILS(attempt->paste(address), ErrorKind::ConsentInvalid); // while the first is being exchanged
    SK_OK(outcomeOf(*attempt).granted);
    SK_FAILS(attempt->paste(address), ErrorKind::ConsentInvalid);
    SK_FAILS(start()->paste(address), ErrorKind::ConsentInvalid); // and in a new attempt
}

void ConsentAttemptTest::tooLateIsRefused()
{
    const auto attempt = start();
    const std::string address = redirected(*attempt);
    const std::size_t before = m_transport.requests().size();
    m_clock.advance(15min);
    const AttemptOutcome outcome = outcomeOf(*attempt);
    SK_FAILS(outcome.granted, ErrorKind::ConsentInvalid);
    QCOMPARE(outcome.events.size(), std::size_t(1)); // that nothing came is told as well
    QVERIFY(outcome.events[0].error == ErrorKind::ConsentInvalid);
    QVERIFY(!attempt->isListening());
    SK_FAILS(attempt->paste(address), ErrorKind::ConsentInvalid);
    QCOMPARE(m_transport.requests().size(), before);
}

/// The computer was asleep: its timers and the monotonic clock stood still.
void ConsentAttemptTest::sleepCounts()
{
    const auto attempt = start();
    const std::size_t before = m_transport.requests().size();
    m_clock.setWall(m_clock.now() + 8h);
    SK_FAILS(attempt->paste(redirected(*attempt)), ErrorKind::ConsentInvalid);
    QCOMPARE(m_transport.requests().size(), before);
}

void ConsentAttemptTest::timeIsNotUpWhileTokensAreFetched()
{
    m_transport.hold();
    const auto attempt = start();
    m_clock.advance(15min - 1s);
    SK_OK(attempt->paste(redirected(*attempt)));
    m_clock.advance(2s);
    QVERIFY(!attempt->outcome().isFinished());
    net::HttpResponse tokens;
    tokens.status = 200;
    tokens.body = kTokens;
    tokens.contentType = "application/json";
    m_transport.release(tokens);
    SK_OK(outcomeOf(*attempt).granted);
}

void ConsentAttemptTest::foreignStateThroughTheListenerEndsIt()
{
    const auto attempt = start();
    const std::size_t before = m_transport.requests().size();
    (void)handOver(*attempt, "state=foreign&spapi_oauth_code=ANx");
    const AttemptOutcome outcome = outcomeOf(*attempt);
    SK_FAILS(outcome.granted, ErrorKind::ConsentInvalid);
    QCOMPARE(outcome.events.size(), std::size_t(1));
    QVERIFY(outcome.events[0].error == ErrorKind::ConsentInvalid);
    QCOMPARE(m_transport.requests().size(), before);
}

void ConsentAttemptTest::wrongPasteMayBeTriedAgain()
{
    m_transport.queue(200, kTokens);
    const auto attempt = start();
    SK_FAILS(attempt->paste("https://agency.example/sellerkeep/"), ErrorKind::ConsentInvalid);
    SK_OK(attempt->paste(redirected(*attempt)));
    SK_OK(outcomeOf(*attempt).granted);
}

/// A renewal must know whose authorisation it gets. A paste that was cut may be pasted once more.
void ConsentAttemptTest::answerWithoutSellerIsRefused()
{
    m_transport.queue(200, kTokens);
    const auto attempt = start();
    const std::string cut = "https://agency.example/sellerkeep/?spapi_oauth_code=ANx&state=" + stateOf(*attempt);
    SK_FAILS(attempt->paste(cut), ErrorKind::ConsentInvalid);
    SK_OK(attempt->paste(redirected(*attempt)));
    SK_OK(outcomeOf(*attempt).granted);

    m_transport.queue(200, kTokens);
    const auto ads = start(adsRequest()); // Ads names nobody
    SK_OK(ads->paste("https://agency.example/sellerkeep/?code=ANx&state=" + stateOf(*ads)));
    SK_OK(outcomeOf(*ads).granted);
}

void ConsentAttemptTest::declined()
{
    const auto attempt = start(adsRequest());
    const std::size_t before = m_transport.requests().size();
    SK_OK(attempt->paste("https://agency.example/sellerkeep/?error=access_denied&state=" + stateOf(*attempt)));
    SK_FAILS(outcomeOf(*attempt).granted, ErrorKind::ConsentDeclined);
    QCOMPARE(m_transport.requests().size(), before);
}

void ConsentAttemptTest::refusedCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("old or used code") << 400 << QByteArray(R"({"error":"invalid_grant"})") << ErrorKind::ConsentInvalid;
    QTest::newRow("wrong secret") << 401 << QByteArray(R"({"error":"invalid_client"})") << ErrorKind::ClientRefused;
    QTest::newRow("Amazon is down") << 503 << QByteArray("{}") << ErrorKind::ServerError;
    QTest::newRow("no refresh token") << 200 << QByteArray(R"({"access_token":"a","expires_in":3600})")
                                      << ErrorKind::MalformedResponse;
    QTest::newRow("no JSON") << 200 << QByteArray("<html>") << ErrorKind::MalformedResponse;
}

void ConsentAttemptTest::refusedCode()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    m_transport.queue(status, body);
    const auto attempt = start();
    SK_OK(attempt->paste(redirected(*attempt)));
    const AttemptOutcome outcome = outcomeOf(*attempt);
    SK_FAILS(outcome.granted, kind);
    QVERIFY(outcome.events.back().error == kind);
    QCOMPARE(outcome.events.back().httpStatus, status);
}

void ConsentAttemptTest::secretGoesToTheTransportAlone()
{
    m_transport.queue(200, kTokens);
    const auto attempt = start();
    QVERIFY(!attempt->address().toEncoded().contains("oa2-cs"));
    SK_OK(attempt->paste(redirected(*attempt)));
    const AttemptOutcome outcome = outcomeOf(*attempt);
    QCOMPARE(m_transport.requests().back().body.count("client_secret="), 1);
    QVERIFY(must(outcome.granted).credentials.clientSecret.text() == kSecret);
}

void ConsentAttemptTest::cancelledInTheMiddle()
{
    m_transport.hold();
    auto attempt = start();
    SK_OK(attempt->paste(redirected(*attempt)));
    attempt->cancel();
    const AttemptOutcome outcome = outcomeOf(*attempt);
    SK_FAILS(outcome.granted, ErrorKind::Cancelled);
    QCOMPARE(outcome.events.size(), std::size_t(2)); // the code went out: the log has to know
    QCOMPARE(outcome.events[1].operation, model::AuditOperation::CodeExchanged);
    QVERIFY(outcome.events[1].error == ErrorKind::Cancelled);
    attempt.reset();
    m_transport.cancelAll();
    QTest::qWait(0);
}

void ConsentAttemptTest::incompleteRequest()
{
    AttemptRequest noSecret = sellerRequest();
    noSecret.clientSecret = {};
    AttemptRequest noTls = sellerRequest();
    noTls.redirect = "http://agency.example/";
    AttemptRequest noMarketplace = sellerRequest();
    noMarketplace.application.marketplace = "XX";
    for (AttemptRequest &request : std::array{noSecret, noTls, noMarketplace})
        SK_FAILS(Attempt::start(request, m_transport, m_clock, secrets::systemRandom()), ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(ConsentAttemptTest)
#include "attempt_test.moc"
