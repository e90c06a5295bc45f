// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/api_error.h"
#include "tests/amazon/amazon_samples.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;

Q_DECLARE_METATYPE(sk::ErrorKind)

class TestApiError : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void apiErrors_data();
    void apiErrors();
    void contentIsChecked_data();
    void contentIsChecked();
};

/// sp-api.md 2.2 and 3.3, the rows of SP-API.
void TestApiError::apiErrors_data()
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

void TestApiError::apiErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const Error error = apiError(answer(status, body));
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.detail.find(kPlanted), std::string::npos);
    QVERIFY(error.detail.starts_with("HTTP " + std::to_string(status)));
}

void TestApiError::contentIsChecked_data()
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

void TestApiError::contentIsChecked()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, ok);
    QCOMPARE(checkContent(answer(200, body)).has_value(), ok);
}

QTEST_APPLESS_MAIN(TestApiError)
#include "api_error_test.moc"
