// SPDX-License-Identifier: GPL-3.0-or-later
// size: one case for each way an exchange can go wrong, over one fixture
#include "tests/net/exchange_fixture.h"

#include "tests/net/gzip_samples.h"
#include "tests/support/fake_clock.h"
#include "tests/support/wine.h"

#include <QElapsedTimer>

using namespace sk;
using namespace sk::test;

Q_DECLARE_METATYPE(sk::ErrorKind)
Q_DECLARE_METATYPE(sk::test::TlsServer::Script)

namespace {

QByteArray chunked(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
}

QByteArray redirect(int status, const QByteArray &target)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Elsewhere\r\nLocation: " + target
        + "\r\nContent-Length: 0\r\n\r\n";
}

/// Lets other threads get on while this thread's event loop stands still; a moment longer than the
/// condition asks, enough for a handshake on loopback (the server sees its end only after Qt has told us).
template <typename Condition>
bool waitWithoutEvents(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < 5000)
        QThread::yieldCurrentThread();
    const qint64 seen = timer.elapsed();
    while (timer.elapsed() < seen + 200)
        QThread::yieldCurrentThread();
    return condition();
}

} // namespace

/// What a server may do after a good handshake. Whatever it is, the exchange ends, soon, with the right kind.
class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void givesWholeAnswers_data();
    void givesWholeAnswers();
    void readsTheHeadersThatMatter();
    void refusesBeforeAnyConnection_data();
    void refusesBeforeAnyConnection();
    void endsAtTheDeadlineAlthoughBytesDrip();
    void endsAtTheDeadlineDuringTheHandshake();
    void survivesAHugeHeader();
    void sendsAPostOnce();
    void keepsAConnectionForTheNextGet();
    void manyAtOnceEachOnACheckedConnection();
    void cancelsEverything();
    void cancelStopsAHandshakeNobodyWasTold();
    void finishesWhenDestroyed_data();
    void finishesWhenDestroyed();
    void offlineWhenNobodyListens();
    void obeysNoProxyOnLoopback();
};

void TestTransport::refuses_data()
{
    QTest::addColumn<TlsServer::Script>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const TlsServer::Script &script, ErrorKind kind, const char *words) {
        QTest::newRow(name) << script << kind << QString::fromLatin1(words);
    };
    const auto once = [](const QByteArray &bytes) { return TlsServer::once(bytes); };
    using enum ErrorKind;
    row("redirect to another host", once(redirect(302, "https://evil.example/x?planted=1")), RedirectRefused,
        "redirect to evil.example");
    row("redirect to another port", once(redirect(307, "https://localhost:1/x")), RedirectRefused,
        "redirect to localhost");
    row("redirect to http", once(redirect(301, "http://localhost/x")), RedirectRefused,
        "redirect to localhost, without TLS");
    row("redirect within the host", once(redirect(308, "/elsewhere?planted=1")), RedirectRefused,
        "redirect to localhost");
    row("redirect to nowhere", once(redirect(303, "")), RedirectRefused, "redirect");
    row("redirect to a file", once(redirect(302, "file:///etc/passwd")), RedirectRefused, "redirect");
    row("length larger than sent", once("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"a\":1}"), MalformedResponse,
        "middle of the answer");
    row("length is no number", once("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}"), MalformedResponse,
        "no number");
    row("length above the limit", once("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n{}"), ResponseTooLarge,
        "larger than the limit");
    row("neither length nor chunks, cut", once("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":["),
        MalformedResponse, "end cannot be checked");
    row("cut gzip", once(TlsServer::ok(gzip("{\"a\":\"some text to pack\"}").chopped(9), "Content-Encoding: gzip\r\n")),
        MalformedResponse, "gzip body is cut");
    row("gzip bomb", once(TlsServer::ok(gzip(QByteArray(30'000'000, '0')), "Content-Encoding: gzip\r\n")),
        ResponseTooLarge, "gzip body grows");
    row("packed as it was not asked for", once(TlsServer::ok("xyz", "Content-Encoding: br\r\n")), MalformedResponse,
        "packed");
    row("bad chunk size", once(chunked("7\r\n{\"a\":[1\r\nZZ\r\n,2]}\r\n0\r\n\r\n")), MalformedResponse, "");
    row("chunks cut in the middle", once(chunked("7\r\n{\"a\":[1\r\n5\r\n,2")), MalformedResponse, "");
    row("chunks cut between", once(chunked("7\r\n{\"a\":[1\r\n")), MalformedResponse, "");
    row("negative chunk size", once(chunked("-5\r\n{\"a\":[1\r\n0\r\n\r\n")), MalformedResponse, "");
    row("no HTTP", once("SSH-2.0-OpenSSH_9.2\r\n\r\n"), Offline, "without an answer"); // Qt does not tell these apart
    row("407 without a proxy",
        once("HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"), Offline,
        "wants a sign-in");
    row(
        "dropped after the request", [](Peer &peer) { peer.readRequest(); }, Offline, "without an answer");
    row(
        "dropped before the request", [](Peer &) {}, Offline, "without an answer");
    row(
        "endless body",
        [](Peer &peer) {
            peer.readRequest();
            bool open = peer.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
            while (open)
                open = peer.write(QByteArray(65'536, ' '));
        },
        ResponseTooLarge, "larger than the limit");
    row(
        "endless chunks",
        [](Peer &peer) {
            peer.readRequest();
            bool open = peer.write(chunked({}));
            while (open)
                open = peer.write("10000\r\n" + QByteArray(65'536, ' ') + "\r\n");
        },
        ResponseTooLarge, "larger than the limit");
}

void TestTransport::refuses()
{
    QFETCH(TlsServer::Script, script);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    if (isWine() && QTest::currentDataTag() == QByteArrayView("dropped before the request"))
        QSKIP("Wine 8 tells nobody of a connection that was reset");
    TlsServer server(script);
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    net::HttpRequest request = secretRequest(server);
    request.limits.maxBytes = 4 * 1024 * 1024;
    const auto result = await(transport->send(request));
    QVERIFY2(!result && result.error().kind == kind, qPrintable(inWords(result)));
    QVERIFY2(inWords(result).contains(words), qPrintable(inWords(result)));
    QVERIFY2(!inWords(result).contains(QStringLiteral("planted")), qPrintable(inWords(result)));
    QTRY_COMPARE(server.closed(), server.opened());
    QVERIFY2(server.received().count("planted-secret") <= 1, server.received().constData());
}

void TestTransport::givesWholeAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto status = [](const QByteArray &line, const QByteArray &headers, const QByteArray &body) {
        return "HTTP/1.1 " + line + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n"
            + body;
    };
    QTest::newRow("length") << TlsServer::ok("{\"a\":1}") << 200 << QByteArray("{\"a\":1}");
    QTest::newRow("empty") << TlsServer::ok("") << 200 << QByteArray();
    QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("chunks") << chunked("3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n") << 200 << QByteArray("{\"a\":1}");
    QTest::newRow("gzip") << TlsServer::ok(gzip("{\"a\":1}"), "Content-Encoding: gzip\r\n") << 200
                          << QByteArray("{\"a\":1}");
    QTest::newRow("json to the end of the connection")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":1}") << 200
        << QByteArray("{\"a\":1}");
    QTest::newRow("400") << status("400 Bad Request", "", "{\"error\":\"invalid_grant\"}") << 400
                         << QByteArray("{\"error\":\"invalid_grant\"}");
    QTest::newRow("401") << status("401 Unauthorized", "", "{\"error\":\"invalid_client\"}") << 401
                         << QByteArray("{\"error\":\"invalid_client\"}");
    QTest::newRow("401 that asks for a password")
        << status("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"\r\n", "{\"error\":\"invalid_client\"}")
        << 401 << QByteArray("{\"error\":\"invalid_client\"}");
    QTest::newRow("401 that asks for the system's sign-in")
        << status("401 Unauthorized", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM\r\n", "{}") << 401
        << QByteArray("{}");
    QTest::newRow("403") << status("403 Forbidden", "", "{}") << 403 << QByteArray("{}");
    QTest::newRow("404") << status("404 Not Found", "", "{}") << 404 << QByteArray("{}");
    QTest::newRow("429") << status("429 Too Many Requests", "", "{}") << 429 << QByteArray("{}");
    QTest::newRow("500") << status("500 Oops", "", "{}") << 500 << QByteArray("{}");
    QTest::newRow("503 in html") << status("503 Busy", "Content-Type: text/html\r\n", "<p>") << 503
                                 << QByteArray("<p>");
}

void TestTransport::givesWholeAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    TlsServer server(TlsServer::once(bytes));
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    const auto result = await(transport->send(secretRequest(server)));
    QVERIFY2(result.has_value(), qPrintable(inWords(result)));
    QCOMPARE(result->status, status);
    QCOMPARE(result->body, body);
    QVERIFY(server.received().contains("Accept-Encoding: identity\r\n"));
    QVERIFY(!server.received().contains("Authorization"));
    QCOMPARE(server.received().count("planted-secret"), 1);
}

void TestTransport::readsTheHeadersThatMatter()
{
    TlsServer server(
        TlsServer::always(TlsServer::ok("{}",
                                        "Date: Sun, 22 Nov 2026 03:00:00 GMT\r\nx-amzn-RequestId: abc-1\r\n"
                                        "X-Amzn-ErrorType: QuotaExceeded\r\nx-amzn-ratelimit-limit: 0.0056\r\n"
                                        "Retry-After: 7\r\nSet-Cookie: a=b\r\n")));
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    const auto result = await(transport->send(secretRequest(server)));
    QVERIFY2(result.has_value(), qPrintable(inWords(result)));
    QCOMPARE(toIso(result->date.value()), std::string("2026-11-22T03:00:00.000Z"));
    QCOMPARE(result->requestId, QByteArray("abc-1"));
    QCOMPARE(result->errorType, QByteArray("QuotaExceeded"));
    QCOMPARE(result->rateLimit.value(), 0.0056);
    QCOMPARE(result->retryAfter.value(), std::chrono::seconds(7));
    QVERIFY(await(transport->send(secretRequest(server))).has_value());
    QVERIFY(!server.received().toLower().contains("cookie"));
}

void TestTransport::refusesBeforeAnyConnection_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("http") << QStringLiteral("http://localhost:%1/") << QByteArray("x") << ErrorKind::HostNotAllowed;
    QTest::newRow("userinfo") << QStringLiteral("https://a:b@localhost:%1/") << QByteArray("x")
                              << ErrorKind::HostNotAllowed;
    QTest::newRow("other host") << QStringLiteral("https://127.0.0.1:%1/") << QByteArray("x")
                                << ErrorKind::HostNotAllowed;
    QTest::newRow("header injection") << QStringLiteral("https://localhost:%1/") << QByteArray("x\r\nHost: evil")
                                      << ErrorKind::Internal;
}

void TestTransport::refusesBeforeAnyConnection()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, header);
    QFETCH(ErrorKind, kind);
    TlsServer server(TlsServer::always(TlsServer::ok("{}")));
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    net::HttpRequest request;
    request.url = QUrl(url.arg(server.port()));
    request.headers = {{"x-test", header}};
    const auto future = transport->send(request);
    QVERIFY(future.isFinished());
    QVERIFY(!future.result() && future.result().error().kind == kind);
    QVERIFY(transport->contacted().isEmpty());
    QCOMPARE(server.opened(), 0);
}

void TestTransport::endsAtTheDeadlineAlthoughBytesDrip()
{
    TlsServer server([](Peer &peer) {
        peer.readRequest();
        bool open = peer.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (open)
            open = peer.write("x") && peer.pause(5);
    });
    FakeClock clock;
    const auto transport = transportTo(server, clock);
    const auto future = transport->send(secretRequest(server));
    QTRY_VERIFY(server.received().contains("planted-secret"));
    clock.advance(std::chrono::milliseconds(59'999));
    QVERIFY(!future.isFinished());
    clock.advance(std::chrono::milliseconds(1));
    QVERIFY(future.isFinished());
    QVERIFY2(future.result().error().kind == ErrorKind::Timeout, qPrintable(inWords(future.result())));
    QTRY_COMPARE(server.closed(), server.opened()); // the connection is given up, not only the answer
}

void TestTransport::endsAtTheDeadlineDuringTheHandshake()
{
    TlsServer::Options options;
    options.plainHttp = true; // takes the connection and never says a word
    TlsServer server(
        [](Peer &peer) {
            while (peer.pause(5) && !peer.readRequest().isEmpty()) {
            }
        },
        options);
    FakeClock clock;
    const auto transport = transportTo(server, clock);
    const auto future = transport->send(secretRequest(server));
    QTRY_VERIFY(!server.received().isEmpty());
    clock.advance(std::chrono::minutes(1));
    QVERIFY(future.isFinished());
    QVERIFY(future.result().error().kind == ErrorKind::Timeout);
    QTRY_COMPARE(server.closed(), server.opened());
}

void TestTransport::survivesAHugeHeader()
{
    TlsServer server([](Peer &peer) {
        peer.readRequest();
        bool open = peer.write("HTTP/1.1 200 OK\r\nX-Huge: ");
        while (open)
            open = peer.write(QByteArray(65'536, 'x'));
    });
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    net::HttpRequest request = secretRequest(server);
    request.limits.deadline = std::chrono::seconds(2);
    QElapsedTimer timer;
    timer.start();
    const auto result = await(transport->send(request));
    QVERIFY2(!result, qPrintable(inWords(result)));
    QVERIFY2(result.error().kind == ErrorKind::Timeout || result.error().kind == ErrorKind::MalformedResponse,
             qPrintable(inWords(result)));
    QTRY_COMPARE_WITH_TIMEOUT(server.closed(), server.opened(), 10'000);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    qInfo("huge header: %s after %lld ms", qPrintable(inWords(result)), timer.elapsed());
}

void TestTransport::sendsAPostOnce()
{
    TlsServer server([](Peer &peer) { peer.readRequest(); });
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    net::HttpRequest request = secretRequest(server);
    request.verb = net::Verb::Post;
    request.body = "{\"reportType\":\"X\"}";
    request.headers.emplaceBack("content-type", "application/json");
    const auto result = await(transport->send(request));
    QVERIFY2(!result && result.error().kind == ErrorKind::Offline, qPrintable(inWords(result)));
    QTRY_COMPARE(server.closed(), server.opened());
    QCOMPARE(server.received().count("reportType"), 1);
    QCOMPARE(server.received().count("planted-secret"), 1);
}

void TestTransport::keepsAConnectionForTheNextGet()
{
    TlsServer server(TlsServer::always(TlsServer::ok("{}")));
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(inWords(await(transport->send(secretRequest(server)))), QStringLiteral("status 200"));
    QCOMPARE(server.opened(), 1);
}

void TestTransport::manyAtOnceEachOnACheckedConnection()
{
    TlsServer server(TlsServer::always(TlsServer::ok("{}")));
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    QList<QFuture<Result<net::HttpResponse>>> futures;
    for (int i = 0; i < 12; ++i)
        futures.append(transport->send(secretRequest(server)));
    for (const auto &future : futures)
        QCOMPARE(inWords(await(future)), QStringLiteral("status 200"));
    QCOMPARE(server.handshakes(), 12); // one exchange at a time on each
    QCOMPARE(transport->contacted().size(), 1);
    QTRY_COMPARE(server.closed(), 8); // four are kept
}

void TestTransport::cancelsEverything()
{
    TlsServer server([](Peer &peer) {
        peer.readRequest();
        while (peer.pause(5)) {
        }
    });
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    const auto first = transport->send(secretRequest(server));
    const auto second = transport->send(secretRequest(server));
    QTRY_COMPARE(server.received().count("planted-secret"), 2);
    transport->cancelAll();
    QVERIFY(first.isFinished() && second.isFinished());
    QVERIFY(first.result().error().kind == ErrorKind::Cancelled
            && second.result().error().kind == ErrorKind::Cancelled);
}

/// Qt's HTTP thread waits for us to see the handshake, whose certificate is not acceptable; the cancellation comes
/// first. It must not go on and send. (On a busy machine the handshake may be seen first: refused, and as empty.)
void TestTransport::cancelStopsAHandshakeNobodyWasTold()
{
    TlsServer::Options options;
    options.certificate.names = "DNS:evil.example";
    TlsServer server(TlsServer::always(TlsServer::ok("{}")), options);
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    const auto future = transport->send(secretRequest(server));
    QCoreApplication::processEvents();
    QVERIFY(waitWithoutEvents([&] { return server.opened() > 0; }));
    transport->cancelAll();
    QVERIFY(future.isFinished());
    QVERIFY(future.result().error().kind == ErrorKind::Cancelled
            || future.result().error().kind == ErrorKind::TlsRefused);
    QTRY_COMPARE(server.closed(), server.opened());
    QCOMPARE(server.received(), QByteArray());
}

void TestTransport::finishesWhenDestroyed_data()
{
    QTest::addColumn<int>("stage");
    QTest::newRow("at once") << 0;
    QTest::newRow("connecting") << 1;
    QTest::newRow("handshake done, nobody was told") << 2;
    QTest::newRow("request sent") << 3;
}

void TestTransport::finishesWhenDestroyed()
{
    QFETCH(int, stage);
    TlsServer::Options options;
    options.certificate.names = stage == 2 ? "DNS:evil.example" : "DNS:localhost";
    TlsServer server(
        [](Peer &peer) {
            peer.readRequest();
            while (peer.write("HTTP/1.1 200 OK\r\n") && peer.pause(5)) {
            }
        },
        options);
    SystemClock clock;
    auto transport = transportTo(server, clock);
    const auto future = transport->send(secretRequest(server));
    QElapsedTimer timer;
    timer.start();
    if (stage >= 1)
        QCoreApplication::processEvents(); // starts the request
    if (stage == 2)                        // without our event loop Qt's HTTP thread waits in encrypted()
        QVERIFY(waitWithoutEvents([&] { return server.opened() > 0; }));
    if (stage == 3)
        QTRY_VERIFY(server.received().contains("planted-secret"));
    timer.restart();
    transport.reset();
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(future.isFinished());
    const bool refused = stage == 2 && future.result().error().kind == ErrorKind::TlsRefused; // seen after all
    QVERIFY2(refused || future.result().error().kind == ErrorKind::Cancelled, qPrintable(inWords(future.result())));
    QTRY_COMPARE(server.closed(), server.opened());
    if (stage == 2)
        QCOMPARE(server.received(), QByteArray());
}

void TestTransport::offlineWhenNobodyListens()
{
    auto server = std::make_unique<TlsServer>(TlsServer::always(TlsServer::ok("{}")));
    SystemClock clock;
    const auto transport = transportTo(*server, clock);
    const net::HttpRequest request = secretRequest(*server);
    server.reset();
    const auto result = await(transport->send(request));
    QVERIFY2(!result && result.error().kind == ErrorKind::Offline, qPrintable(inWords(result)));
}

void TestTransport::obeysNoProxyOnLoopback()
{
    TlsServer proxy(
        TlsServer::always("HTTP/1.1 407 Sign in\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"),
        [] {
            TlsServer::Options o;
            o.plainHttp = true;
            return o;
        }());
    qputenv("https_proxy", "http://user:planted-password@127.0.0.1:" + QByteArray::number(proxy.port()));
    TlsServer server(TlsServer::always(TlsServer::ok("{}")));
    SystemClock clock;
    const auto transport = transportTo(server, clock);
    const auto result = await(transport->send(secretRequest(server)));
#ifdef Q_OS_WIN
    qunsetenv("https_proxy");
    QCOMPARE(inWords(result), QStringLiteral("status 200"));
    QSKIP("Windows takes its proxy from the system's settings, which a test must not change");
#endif
    // The other mode asks the proxy, but without the password, and gives up at its 407.
    net::QtTransport outside(net::Endpoints::forRegionHosts({QStringLiteral("host.invalid.example")}).value(), clock);
    net::HttpRequest request;
    request.url = QUrl(QStringLiteral("https://host.invalid.example/x?planted=1"));
    request.headers = {{"x-amz-access-token", kSecret}};
    const auto refused = await(outside.send(request));
    qunsetenv("https_proxy");
    QCOMPARE(inWords(result), QStringLiteral("status 200"));
    QVERIFY2(inWords(refused).contains(QStringLiteral("the proxy wants a sign-in")), qPrintable(inWords(refused)));
    QVERIFY(proxy.received().startsWith("CONNECT host.invalid.example:443"));
    QVERIFY2(!proxy.received().contains("planted") && !proxy.received().contains("Authorization"),
             proxy.received().constData());
}

QTEST_GUILESS_MAIN(TestTransport)
#include "transport_test.moc"
