// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/answer.h"
#include "core/net/network_error.h"
#include "tests/net/gzip_samples.h"

#include <QMetaEnum>
#include <QTest>

using namespace sk;
using namespace sk::net;
using namespace sk::test;
using namespace std::chrono;

namespace {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

constexpr Time kNow = Time(milliseconds(1'795'000'000'000));

Result<HttpResponse> answer(int status, const Headers &headers, const QByteArray &body)
{
    return complete(RawAnswer{status, headers, body}, Limits{}, kNow);
}

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonEnds_data();
    void jsonEnds();
    void wholeOrNot_data();
    void wholeOrNot();
    void retryAfter_data();
    void retryAfter();
    void rateLimit_data();
    void rateLimit();
    void headersAreShortAndPrintable();
    void errorsOfQt_data();
    void errorsOfQt();
    void everyErrorOfQtHasAMeaning();
};

void TestAnswer::jsonEnds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("closes");
    const auto row = [](const char *text, bool closes) { QTest::newRow(text) << QByteArray(text) << closes; };
    row("{}", true);
    row(" [1, 2]\r\n", true);
    row("{\"a\":\"}]{[\"}", true);
    row("{\"a\":\"\\\"}\"}", true);
    row("{\"a\":\"\\\\\"}", true);
    row("{\"a\":[{}]}", true);
    row("", false);
    row("   ", false);
    row("{", false);
    row("{\"a\":[1", false);
    row("{\"a\":\"}", false);
    row("{\"a\":\"\\", false);
    row("{}}", false);
    row("{}{}", false);
    row("{} x", false);
    row("]", false);
    row("12", false);
    row("\"text\"", false);
    row("<html>", false);
}

void TestAnswer::jsonEnds()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, closes);
    QCOMPARE(jsonCloses(text), closes);
}

void TestAnswer::wholeOrNot_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("whole");
    const std::pair<QByteArray, QByteArray> json{"Content-Type", "application/json; charset=utf-8"},
        chunks{"Transfer-Encoding", "chunked"}, packed{"Content-Encoding", "gzip"}, two{"content-length", "2"},
        text{"Content-Type", "text/plain"};
    const auto row = [](const char *name, int status, const Headers &headers, const QByteArray &body, bool whole) {
        QTest::newRow(name) << status << headers << body << whole;
    };
    row("length", 200, {two}, "{}", true);
    row("shorter", 200, {two}, "{", false);
    row("longer", 200, {two}, "{ }", false);
    row("error, shorter", 500, {two}, "{", false);
    row("length no number", 200, {{"Content-Length", "2, 2"}}, "{}", false);
    row("length negative", 200, {{"Content-Length", "-2"}}, "{}", false);
    row("chunked json", 200, {json, chunks}, "{}", true);
    row("chunked json, cut", 200, {json, chunks}, "{", false);
    row("chunked text", 200, {text, chunks}, "a\tb\r\n", false);
    row("chunked text of an error", 503, {text, chunks}, "busy", true);
    row("chunked gzip text", 200, {text, chunks, packed}, gzip("a\tb\r\n"), true);
    row("chunked gzip text, cut", 200, {text, chunks, packed}, gzip("a\tb\r\n").chopped(1), false);
    row("nothing said, json", 200, {json}, "[]", true);
    row("nothing said, text", 200, {text}, "x", false);
    row("nothing said, empty", 200, {}, "", false);
    row("no content", 204, {}, "", true);
    row("length is void beside chunks", 200, {json, chunks, {"Content-Length", "99"}}, "{}", true);
    row("unknown packing", 200, {two, {"Content-Encoding", "br"}}, "{}", false);
    row("two packings", 200, {two, {"Content-Encoding", "gzip, gzip"}}, "{}", false);
}

void TestAnswer::wholeOrNot()
{
    QFETCH(int, status);
    QFETCH(Headers, headers);
    QFETCH(QByteArray, body);
    QFETCH(bool, whole);
    const auto result = answer(status, headers, body);
    QVERIFY2(result.has_value() == whole, result ? "taken for whole" : result.error().detail.c_str());
    if (!result)
        QVERIFY(result.error().kind == ErrorKind::MalformedResponse);
}

void TestAnswer::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("wait"); // -1: none
    QTest::newRow("seconds") << QByteArray("120") << 120;
    QTest::newRow("negative") << QByteArray("-3") << 0;
    QTest::newRow("absurd") << QByteArray("99999999999") << 86'400;
    QTest::newRow("date") << QByteArray("Sun, 22 Nov 2026 03:01:30 GMT") << 90;
    QTest::newRow("date gone by") << QByteArray("Sun, 22 Nov 2026 02:00:00 GMT") << 0;
    QTest::newRow("date far off") << QByteArray("Sun, 22 Nov 2099 02:00:00 GMT") << 86'400;
    QTest::newRow("neither") << QByteArray("soon") << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << -1;
    QTest::newRow("empty") << QByteArray() << -1;
}

void TestAnswer::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, wait);
    const auto result = answer(429, {{"date", "Sun, 22 Nov 2026 03:00:00 GMT"}, {"retry-after", header}}, {});
    QVERIFY(result.has_value());
    QCOMPARE(result->retryAfter ? static_cast<int>(result->retryAfter->count()) : -1, wait);
}

void TestAnswer::rateLimit_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<double>("rate"); // 0: none
    QTest::newRow("number") << QByteArray("0.0056") << 0.0056;
    QTest::newRow("spaces") << QByteArray(" 2.0 ") << 2.0;
    QTest::newRow("zero") << QByteArray("0") << 0.0;
    QTest::newRow("negative") << QByteArray("-1") << 0.0;
    QTest::newRow("infinite") << QByteArray("inf") << 0.0;
    QTest::newRow("not a number") << QByteArray("nan") << 0.0;
    QTest::newRow("words") << QByteArray("2 per second") << 0.0;
    QTest::newRow("comma") << QByteArray("0,5") << 0.0;
}

void TestAnswer::rateLimit()
{
    QFETCH(QByteArray, header);
    QFETCH(double, rate);
    const auto result = answer(200, {{"content-length", "0"}, {"X-AMZN-RateLimit-Limit", header}}, {});
    QCOMPARE(result.value().rateLimit.value_or(0), rate);
}

void TestAnswer::headersAreShortAndPrintable()
{
    const auto result = answer(429, {{"x-amzn-RequestId", "a\x1b[31mb\x80" + QByteArray(1000, 'x')}}, {});
    QVERIFY(result.value().requestId.startsWith("a[31mbxx"));
    QVERIFY(result.value().requestId.size() <= 256);
}

void TestAnswer::errorsOfQt_data()
{
    QTest::addColumn<QNetworkReply::NetworkError>("error");
    QTest::addColumn<bool>("answering");
    QTest::addColumn<int>("kind"); // -1: an answer
    using R = QNetworkReply;
    const auto row = [](const char *name, R::NetworkError error, bool answering, ErrorKind kind) {
        QTest::newRow(name) << error << answering << static_cast<int>(kind);
    };
    const auto answerRow = [](const char *name, R::NetworkError error) { QTest::newRow(name) << error << true << -1; };
    answerRow("none", R::NoError);
    answerRow("400", R::ProtocolInvalidOperationError);
    answerRow("401", R::AuthenticationRequiredError);
    answerRow("403", R::ContentAccessDenied);
    answerRow("404", R::ContentNotFoundError);
    answerRow("405", R::ContentOperationNotPermittedError);
    answerRow("409", R::ContentConflictError);
    answerRow("410", R::ContentGoneError);
    answerRow("429 and kin", R::UnknownContentError);
    answerRow("500", R::InternalServerError);
    answerRow("503", R::ServiceUnavailableError);
    answerRow("502 and kin", R::UnknownServerError);
    row("refused", R::ConnectionRefusedError, false, ErrorKind::Offline);
    row("no such host", R::HostNotFoundError, false, ErrorKind::Offline);
    row("closed before the answer", R::RemoteHostClosedError, false, ErrorKind::Offline);
    row("closed in the answer", R::RemoteHostClosedError, true, ErrorKind::MalformedResponse);
    row("timeout", R::TimeoutError, false, ErrorKind::Timeout);
    row("cancelled", R::OperationCanceledError, false, ErrorKind::Cancelled);
    row("tls", R::SslHandshakeFailedError, false, ErrorKind::TlsRefused);
    row("redirect", R::InsecureRedirectError, true, ErrorKind::RedirectRefused);
    row("too many redirects", R::TooManyRedirectsError, true, ErrorKind::RedirectRefused);
    row("proxy sign-in", R::ProxyAuthenticationRequiredError, false, ErrorKind::Offline);
    row("proxy timeout", R::ProxyTimeoutError, false, ErrorKind::Timeout);
    row("protocol", R::ProtocolFailure, true, ErrorKind::MalformedResponse);
    row("other scheme", R::ProtocolUnknownError, false, ErrorKind::HostNotAllowed);
    row("http error without a status", R::UnknownServerError, false, ErrorKind::MalformedResponse);
}

void TestAnswer::errorsOfQt()
{
    QFETCH(QNetworkReply::NetworkError, error);
    QFETCH(bool, answering);
    QFETCH(int, kind);
    const auto failure = failureOf(error, answering);
    QCOMPARE(failure ? static_cast<int>(failure->kind) : -1, kind);
}

/// Whatever Qt reports before an answer is a failure; nothing falls through as success.
void TestAnswer::everyErrorOfQtHasAMeaning()
{
    const auto errors = QMetaEnum::fromType<QNetworkReply::NetworkError>();
    for (int i = 0; i < errors.keyCount(); ++i) {
        const auto error = static_cast<QNetworkReply::NetworkError>(errors.value(i));
        const auto failure = failureOf(error, false);
        QCOMPARE(failure.has_value(), error != QNetworkReply::NoError);
        if (failure)
            QVERIFY2(!failure->detail.empty() && failure->kind != ErrorKind::Internal, errors.key(i));
    }
}

QTEST_APPLESS_MAIN(TestAnswer)
#include "answer_test.moc"
