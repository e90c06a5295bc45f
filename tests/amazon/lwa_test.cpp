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
    void oldSecretComesBack();
    void oldSecretIsKept_data();
    void oldSecretIsKept();
    void oldSecretIsTried_data();
    void oldSecretIsTried();
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
namespace {

const Day kToday = fromDayNumber(20'000);

LwaCredentials credentialsOf(std::string_view secret, std::string_view oldSecret = {}, int daysLeft = 0)
{
    LwaCredentials credentials{"client", secretOf(secret), secretOf("refresh")};
    if (!oldSecret.empty())
        credentials.old = OldSecret{secretOf(oldSecret), kToday + std::chrono::days(daysLeft)};
    return credentials;
}

QString oldOf(const LwaCredentials &credentials)
{
    if (!credentials.old)
        return {};
    return QString::fromUtf8(credentials.old->value.text().data(),
                             static_cast<qsizetype>(credentials.old->value.size()))
        + QStringLiteral(" %1").arg((credentials.old->until - kToday).count());
}

} // namespace

void TestLwa::oldSecretComesBack()
{
    const LwaCredentials kept = credentialsOf("new", "old", 7);
    const LwaCredentials back = must(LwaCredentials::decode(kept.encode()));
    QCOMPARE(oldOf(back), QStringLiteral("old 7"));
    QVERIFY(back.clientSecret.text() == "new" && back.refreshToken.text() == "refresh");
    const secrets::Secret bytes = kept.encode();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        SK_FAILS(LwaCredentials::decode(secrets::Secret::copyOf(bytes.view().first(size))), ErrorKind::KeyFileDamaged);
    QVERIFY(!must(LwaCredentials::decode(credentialsOf("new").encode())).old);
}

void TestLwa::oldSecretIsKept_data()
{
    QTest::addColumn<QString>("fresh");
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("daysLeft"); // of one that was kept before; 0: there was none
    QTest::addColumn<bool>("leaked");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *name, const char *fresh, const char *before, int daysLeft, bool leaked,
                        const char *kept) {
        QTest::newRow(name) << QString::fromLatin1(fresh) << QString::fromLatin1(before) << daysLeft << leaked
                            << QString::fromLatin1(kept);
    };
    row("a new secret", "new", "before", 0, false, "before 7");
    row("the same again", "before", "before", 0, false, "");
    row("the same again, within the week", "before", "before", 3, false, "older 3");
    row("the same again, on the last day", "before", "before", 1, false, "older 1");
    row("the same again, when the week is over", "before", "before", -1, false, "");
    row("a third one within the week", "new", "before", 3, false, "before 7");
    row("back to the one that was kept", "older", "before", 3, false, "before 7");
    row("after a suspected leak", "new", "before", 0, true, "");
    row("the same after a suspected leak", "before", "before", 3, true, "");
}

void TestLwa::oldSecretIsKept()
{
    QFETCH(QString, fresh);
    QFETCH(QString, before);
    QFETCH(int, daysLeft);
    QFETCH(bool, leaked);
    QFETCH(QString, kept);
    const LwaCredentials known = credentialsOf(before.toStdString(), daysLeft == 0 ? "" : "older", daysLeft);
    QCOMPARE(oldOf(withOldSecret(credentialsOf(fresh.toStdString()), known, kToday, leaked)), kept);
    LwaCredentials elsewhere = credentialsOf(fresh.toStdString());
    elsewhere.clientId = "another application";
    QCOMPARE(oldOf(withOldSecret(elsewhere, known, kToday, leaked)), QString());
    LwaCredentials longer = credentialsOf(fresh.toStdString());
    longer.refreshToken = secretOf(std::string(1150, 'r'));
    const LwaCredentials within = withOldSecret(longer, known, kToday, leaked);
    QVERIFY(within.encode().size() < 1200);
    longer.refreshToken = secretOf(std::string(1170, 'r'));
    QCOMPARE(oldOf(withOldSecret(longer, known, kToday, leaked)), QString());
}

void TestLwa::oldSecretIsTried_data()
{
    QTest::addColumn<ErrorKind>("why");
    QTest::addColumn<int>("daysLeft");
    QTest::addColumn<bool>("tried");
    QTest::newRow("refused") << ErrorKind::ClientRefused << 7 << true;
    QTest::newRow("refused on the last day") << ErrorKind::ClientRefused << 1 << true;
    QTest::newRow("refused when the week is over") << ErrorKind::ClientRefused << 0 << false;
    QTest::newRow("revoked") << ErrorKind::AuthorisationRevoked << 7 << false;
    QTest::newRow("throttled") << ErrorKind::Throttled << 7 << false;
    QTest::newRow("offline") << ErrorKind::Offline << 7 << false;
}

void TestLwa::oldSecretIsTried()
{
    QFETCH(ErrorKind, why);
    QFETCH(int, daysLeft);
    QFETCH(bool, tried);
    const auto other = fallback(credentialsOf("new", "old", daysLeft), why, kToday);
    QCOMPARE(other.has_value(), tried);
    if (other)
        QVERIFY(other->clientSecret.text() == "old" && !other->old && other->refreshToken.text() == "refresh");
    QVERIFY(!fallback(credentialsOf("new"), ErrorKind::ClientRefused, kToday));
}

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
