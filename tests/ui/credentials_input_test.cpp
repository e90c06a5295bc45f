// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/credentials_input.h"

#include <QTest>

using namespace sk::ui::connections;
using namespace Qt::StringLiterals;

class CredentialsInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsGoodFromBad_data();
    void tellsGoodFromBad();
    void spacesGo();
    void jsonOfTheCommandLineIsRead();
    void halfAJsonIsNone_data();
    void halfAJsonIsNone();
};

void CredentialsInputTest::tellsGoodFromBad_data()
{
    QTest::addColumn<int>("field"); // 0: client id, 1: client secret, 2: refresh token
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("hint");
    const int empty = int(InputState::Empty);
    const int wrong = int(InputState::Wrong);
    const int good = int(InputState::Acceptable);
    QTest::newRow("nothing") << 0 << u""_s << empty << u""_s;
    QTest::newRow("client id") << 0 << u"amzn1.application-oa2-client.4f2a8c1e7b"_s << good << u""_s;
    QTest::newRow("application id") << 0 << u"amzn1.sp.solution.1234-5678"_s << wrong << u"application id"_s;
    QTest::newRow("secret as id") << 0 << u"amzn1.oa2-cs.v1.9d41c7be"_s << wrong << u"next field"_s;
    QTest::newRow("only a prefix") << 0 << u"amzn1.application-oa2-client.4"_s << wrong << u"not complete"_s;
    QTest::newRow("other text") << 0 << u"hello"_s << wrong << u"begins with"_s;
    QTest::newRow("umlaut") << 0 << u"amzn1.application-oa2-client.ä123456789"_s << wrong << u"letters"_s;
    QTest::newRow("secret") << 1 << u"amzn1.oa2-cs.v1.9d41c7be02"_s << good << u""_s;
    QTest::newRow("id as secret") << 1 << u"amzn1.application-oa2-client.4f2a8c1e7b"_s << wrong << u"field above"_s;
    QTest::newRow("token as secret") << 1 << u"Atzr|IwEBIJx0dd"_s << wrong << u"refresh token"_s;
    QTest::newRow("token") << 2 << u"Atzr|IwEBIJx0dd"_s << good << u""_s;
    QTest::newRow("access token") << 2 << u"Atza|IwEBIJx0dd"_s << wrong << u"access token"_s;
}

void CredentialsInputTest::tellsGoodFromBad()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(QString, hint);
    const auto rules = {&CredentialsInput::checkClientId, &CredentialsInput::checkClientSecret,
                        &CredentialsInput::checkRefreshToken};
    const InputCheck check = (*(rules.begin() + field))(text);
    QTEST(int(check.state), "state");
    QVERIFY2(check.hint.contains(hint), qPrintable(check.hint));
    QCOMPARE(check.hint.isEmpty(), hint.isEmpty());
}

void CredentialsInputTest::spacesGo()
{
    QCOMPARE(CredentialsInput::withoutSpaces(u" Atzr|Iw\n EB\t\u00a0\u2028x "_s), u"Atzr|IwEBx"_s);
}

void CredentialsInputTest::jsonOfTheCommandLineIsRead()
{
    const auto pasted = CredentialsInput::fromJson(
        u" {\"client_id\": \"a\",\u2028 \"client_secret\": \"b \",\n \"refresh_token\": \"c\"}"_s);
    QVERIFY(pasted);
    QCOMPARE(pasted->clientId, u"a"_s);
    QCOMPARE(pasted->clientSecret, u"b"_s);
    QCOMPARE(pasted->refreshToken, u"c"_s);
}

void CredentialsInputTest::halfAJsonIsNone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("not closed") << u"{\"client_id\": \"a\""_s;
    QTest::newRow("one missing") << u"{\"client_id\": \"a\", \"client_secret\": \"b\"}"_s;
    QTest::newRow("number") << u"{\"client_id\": 1, \"client_secret\": \"b\", \"refresh_token\": \"c\"}"_s;
    QTest::newRow("array") << u"[]"_s;
}

void CredentialsInputTest::halfAJsonIsNone()
{
    QFETCH(QString, text);
    QVERIFY(!CredentialsInput::fromJson(text));
}

QTEST_MAIN(CredentialsInputTest)
#include "credentials_input_test.moc"
