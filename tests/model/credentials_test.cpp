// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/credentials.h"
#include "tests/support/check.h"

using namespace sk;
using namespace sk::model;
using namespace sk::test;
using namespace std::chrono_literals;

/// When a credential has to be renewed, and what is left to do after a suspected leak (CRED-4).
class CredentialsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ages_data();
    void ages();
    void datesAreThoseOfTheTable();
    void connectionsHaveTwo();
    void leaks_data();
    void leaks();
    void leakIsOverWhenAllIsNew();
};

namespace {

const Time kMade = Time(Day(std::chrono::year(2026) / 1 / 1)) + 13h;

Connection connectionOf(Time authorised, Time secret)
{
    Connection connection;
    connection.id = {"c1"};
    connection.authorisedAt = authorised;
    connection.secretEnteredAt = secret;
    return connection;
}

std::string wordsOf(const std::vector<LeakStepState> &steps)
{
    std::string words;
    for (const LeakStepState &state : steps)
        words += std::string(state.done ? "+" : "-") + std::string(toWord(state.step)) + ' ';
    return words;
}

} // namespace

void CredentialsTest::ages_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("seconds"); // of age
    QTest::addColumn<int>("stage");
    const auto rows = [](CredentialKind kind, int remind, int end) {
        const auto row = [&](std::chrono::seconds age, CredentialStage stage) {
            QTest::addRow("%s at %lld s", toWord(kind).data(), static_cast<long long>(age.count()))
                << static_cast<int>(kind) << static_cast<qint64>(age.count()) << static_cast<int>(stage);
        };
        row(-24h, CredentialStage::Fresh); // a clock that was ahead
        row(0s, CredentialStage::Fresh);
        row(24h * remind - 1s, CredentialStage::Fresh);
        row(24h * remind, CredentialStage::Remind);
        const bool ends = end > 0;
        row(24h * (ends ? end : 1000) - 1s, CredentialStage::Remind);
        row(24h * (ends ? end : 1000), ends ? CredentialStage::Overdue : CredentialStage::Remind);
    };
    rows(CredentialKind::ClientSecret, 90, 180);
    rows(CredentialKind::Authorisation, 335, 365);
    rows(CredentialKind::ProfileKeys, 90, 0);
}

void CredentialsTest::ages()
{
    QFETCH(int, kind);
    QFETCH(qint64, seconds);
    QFETCH(int, stage);
    const CredentialAge age =
        credentialState(static_cast<CredentialKind>(kind), kMade, kMade + std::chrono::seconds(seconds));
    QCOMPARE(static_cast<int>(age.stage), stage);
    QVERIFY(age.madeAt == kMade && static_cast<int>(age.kind) == kind);
}

void CredentialsTest::datesAreThoseOfTheTable()
{
    const auto datesOf = [](CredentialKind kind) {
        const CredentialAge age = credentialState(kind, kMade, kMade);
        return toIso(age.remindOn) + ' ' + (age.endsOn ? toIso(*age.endsOn) : "never");
    };
    QCOMPARE(datesOf(CredentialKind::ClientSecret), std::string("2026-04-01 2026-06-30"));
    QCOMPARE(datesOf(CredentialKind::Authorisation), std::string("2026-12-02 2027-01-01"));
    QCOMPARE(datesOf(CredentialKind::ProfileKeys), std::string("2026-04-01 never"));
}

void CredentialsTest::connectionsHaveTwo()
{
    Connection connection = connectionOf(kMade, kMade + 24h);
    const std::vector<CredentialAge> ages = credentialAges(connection, kMade + 24h * 100);
    QCOMPARE(ages.size(), std::size_t(2));
    QVERIFY(ages[0].kind == CredentialKind::Authorisation && ages[0].stage == CredentialStage::Fresh);
    QVERIFY(ages[1].kind == CredentialKind::ClientSecret && ages[1].stage == CredentialStage::Remind);
    QVERIFY(ages[1].connection == connection.id && ages[1].madeAt == kMade + 24h);
    connection.state = ConnectionState::Disconnected;
    QVERIFY(credentialAges(connection, kMade + 24h * 100).empty());
}

void CredentialsTest::leaks_data()
{
    QTest::addColumn<int>("keys"); // hours after the suspicion, as the others
    QTest::addColumn<int>("secret");
    QTest::addColumn<int>("authorised");
    QTest::addColumn<bool>("revoked");
    QTest::addColumn<QString>("steps");
    const auto row = [](const char *name, int keys, int secret, int authorised, bool revoked, const char *steps) {
        QTest::newRow(name) << keys << secret << authorised << revoked << QString::fromLatin1(steps);
    };
    row("just suspected", -1, -9, -9, false,
        "-rotate-keys -revoke-authorisation -new-client-secret -new-authorisation ");
    row("keys renewed", 0, -9, -9, false, "+rotate-keys -revoke-authorisation -new-client-secret -new-authorisation ");
    row("revoked", 0, -9, -9, true, "+rotate-keys +revoke-authorisation -new-client-secret -new-authorisation ");
    row("new secret", 0, 1, -9, false, "+rotate-keys -revoke-authorisation +new-client-secret -new-authorisation ");
    row("new authorisation", 0, -9, 1, false, "+rotate-keys -new-client-secret +new-authorisation ");
    row("entered in the moment of the suspicion", 0, 0, 0, false,
        "+rotate-keys -revoke-authorisation -new-client-secret -new-authorisation ");
    row("all", 0, 1, 1, false, "+rotate-keys +new-client-secret +new-authorisation ");
}

void CredentialsTest::leaks()
{
    QFETCH(int, keys);
    QFETCH(int, secret);
    QFETCH(int, authorised);
    QFETCH(bool, revoked);
    QFETCH(QString, steps);
    Connection connection = connectionOf(kMade + std::chrono::hours(authorised), kMade + std::chrono::hours(secret));
    QVERIFY(leakSteps(connection, kMade).empty()); // nothing is suspected
    connection.suspectedAt = kMade;
    if (revoked) {
        connection.state = ConnectionState::ReauthorisationNeeded;
        connection.stateReason = ErrorKind::AuthorisationRevoked;
    }
    const Time keysMadeAt = kMade + std::chrono::hours(keys);
    QCOMPARE(wordsOf(leakSteps(connection, keysMadeAt)), steps.toStdString());
    connection.state = ConnectionState::Disconnected;
    QVERIFY(leakSteps(connection, keysMadeAt).empty());
}

void CredentialsTest::leakIsOverWhenAllIsNew()
{
    Connection connection = connectionOf(kMade, kMade);
    QVERIFY(!isLeakOver(connection, kMade)); // there was none
    connection.suspectedAt = kMade + 1h;
    connection.authorisedAt = connection.secretEnteredAt = kMade + 2h;
    QVERIFY(!isLeakOver(connection, kMade));
    QVERIFY(isLeakOver(connection, kMade + 1h));
    connection.secretEnteredAt = kMade;
    QVERIFY(!isLeakOver(connection, kMade + 1h));
}

QTEST_GUILESS_MAIN(CredentialsTest)
#include "credentials_test.moc"
