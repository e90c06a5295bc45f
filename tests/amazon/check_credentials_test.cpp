// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/amazon/sp_api_client.h"
#include "tests/support/check.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

using namespace sk;
using namespace sk::amazon;
using namespace sk::test;

namespace {

secrets::Secret secretOf(std::string_view text)
{
    return secrets::Secret::copyOf(asBytes(text));
}

} // namespace

/// Whether Amazon accepts credentials, asked without a call; and a client that has no refresh token yet.
class CheckCredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForATokenAndNothingElse();
    void asksAgainEachTime();
    void refusalIsTold();
    void clientNeedsNoRefreshToken();
    void replacedSecretIsTriedOnce();

private:
    [[nodiscard]] ApiOutcome checked()
    {
        const auto future = m_client.checkCredentials();
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 5000))
            qFatal("no answer");
        return future.result();
    }

    LwaCredentials m_credentials{"client", secretOf("secret"), secretOf("token")};
    FakeClock m_clock;
    FakeTransport m_transport;
    SpApiClient m_client{amazonAddress("eu"), [this] { return readyFuture(Result<LwaCredentials>(m_credentials)); },
                         m_transport, m_clock};
};

void CheckCredentialsTest::asksForATokenAndNothingElse()
{
    m_transport.queue(200, R"({"access_token":"a","refresh_token":"other","expires_in":3600})");
    const ApiOutcome outcome = checked();
    QCOMPARE(must(outcome.response).status, 200);
    QVERIFY(must(outcome.response).body.isEmpty());
    QVERIFY(outcome.newRefreshToken.text() == "other");
    QCOMPARE(m_transport.requests().size(), std::size_t(1));
    QCOMPARE(m_transport.requests().front().url, QUrl(QStringLiteral("https://api.amazon.com/auth/o2/token")));
    QCOMPARE(outcome.attempts.size(), std::size_t(1));
    QCOMPARE(outcome.attempts.front().operation, model::AuditOperation::TokenRefreshed);
}

void CheckCredentialsTest::asksAgainEachTime()
{
    const std::size_t before = m_transport.requests().size();
    for (int i = 0; i < 2; ++i) {
        m_transport.queue(200, R"({"access_token":"a","expires_in":3600})");
        SK_OK(checked().response);
    }
    QCOMPARE(m_transport.requests().size(), before + 2);
}

void CheckCredentialsTest::refusalIsTold()
{
    m_transport.queue(400, R"({"error":"invalid_grant"})");
    const ApiOutcome outcome = checked();
    SK_FAILS(outcome.response, ErrorKind::AuthorisationRevoked);
    QVERIFY(outcome.attempts.front().error == ErrorKind::AuthorisationRevoked);
}

void CheckCredentialsTest::clientNeedsNoRefreshToken()
{
    const LwaCredentials client = must(clientFromJson(secretOf(R"({"client_id":" i ","client_secret":"s"})")));
    QCOMPARE(client.clientId, std::string("i"));
    QVERIFY(client.clientSecret.text() == "s" && client.refreshToken.isEmpty());
    SK_FAILS(clientFromJson(secretOf(R"({"client_id":"i"})")), ErrorKind::Usage);
    SK_FAILS(clientFromJson(secretOf("[]")), ErrorKind::Usage);
    SK_FAILS(credentialsFromJson(secretOf(R"({"client_id":"i","client_secret":"s"})")), ErrorKind::Usage);
}

/// For some time after a rotation Amazon may not know the new secret yet (sp-api.md 2.8).
void CheckCredentialsTest::replacedSecretIsTriedOnce()
{
    m_credentials.old = OldSecret{secretOf("before"), dayOf(m_clock.now()) + std::chrono::days(1)};
    const std::size_t before = m_transport.requests().size();
    m_transport.queue(401, R"({"error":"invalid_client"})");
    m_transport.queue(200, R"({"access_token":"a","expires_in":3600})");
    const ApiOutcome outcome = checked();
    SK_OK(outcome.response);
    QCOMPARE(m_transport.requests().size(), before + 2);
    QVERIFY(m_transport.requests()[before].body.contains("client_secret=secret"));
    QVERIFY(m_transport.requests()[before + 1].body.contains("client_secret=before"));
    QCOMPARE(outcome.attempts.size(), std::size_t(2)); // the audit log is told of both
    QVERIFY(outcome.attempts.front().error == ErrorKind::ClientRefused && !outcome.attempts.back().error);

    m_transport.queue(401, R"({"error":"invalid_client"})");
    m_transport.queue(401, R"({"error":"invalid_client"})");
    SK_FAILS(checked().response, ErrorKind::ClientRefused);
    QCOMPARE(m_transport.requests().size(), before + 4);

    m_credentials.old->until = dayOf(m_clock.now());
    m_transport.queue(401, R"({"error":"invalid_client"})");
    SK_FAILS(checked().response, ErrorKind::ClientRefused);
    QCOMPARE(m_transport.requests().size(), before + 5);
}

QTEST_GUILESS_MAIN(CheckCredentialsTest)
#include "check_credentials_test.moc"
