// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/lwa.h"
#include "tests/amazon/amazon_samples.h"
#include "tests/support/check.h"
#include "tests/support/fake_transport.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(sk::ErrorKind)

class TestLwa : public QObject
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
};

void TestLwa::formIsEncoded()
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

void TestLwa::credentialsAreReadFromJson_data()
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

void TestLwa::credentialsAreReadFromJson()
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

void TestLwa::credentialsComeBack()
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
void TestLwa::tokenAnswers_data()
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

void TestLwa::tokenAnswers()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const auto token = readTokenResponse(answer(status, body), credentials());
    SK_FAILS(token, kind);
    QCOMPARE(token.error().detail.find(kPlanted), std::string::npos);
}

void TestLwa::tokenIsRead()
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

QTEST_APPLESS_MAIN(TestLwa)
#include "lwa_test.moc"
