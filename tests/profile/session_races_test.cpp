// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profile/consent_bench.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

/// What a session has under way when its user decides otherwise.
class SessionRacesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasureWaitsForAnExport();
    void newCredentialsDoNotUndoADisconnect();
    void consentThatCannotBeginEndsNone();

private:
    ConsentBench m_bench;
};

/// A file that is written while its connection is erased is known to the erasure, and goes with it (DEL-4).
void SessionRacesTest::erasureWaitsForAnExport()
{
    Computer computer;
    const ConnectResult added = must(awaited(computer.session->connectAccount(m_bench.selfAuthorised())));
    const std::filesystem::path file = computer.folder / "orders.csv";
    const auto exported = computer.session->exportData({"orders", "csv", file, std::nullopt, std::nullopt});
    const auto erased = computer.session->eraseConnection(added.connection, model::ErasureReason::OwnerRequest);
    SK_OK(awaited(exported));
    const model::ErasureCertificate certificate = must(awaited(erased)).certificate;
    QVERIFY(!std::filesystem::exists(file));
    for (const model::ErasedCount &count : certificate.counts) {
        if (count.what == "export-files")
            QCOMPARE(count.erased, std::int64_t(1));
    }
}

/// A connection that the user takes apart must not come back by a test call that was still on its way (DEL-1).
void SessionRacesTest::newCredentialsDoNotUndoADisconnect()
{
    Computer computer;
    const ConnectResult added = must(awaited(computer.session->connectAccount(m_bench.selfAuthorised())));
    ConnectRequest renewal = m_bench.selfAuthorised();
    renewal.replaces = added.connection;
    const auto renewed = computer.session->connectAccount(renewal);
    SK_OK(awaited(computer.session->disconnectAccount(added.connection, std::nullopt)));
    SK_FAILS(awaited(renewed), ErrorKind::Cancelled);
    QVERIFY(computer.connection().connection.state == model::ConnectionState::Disconnected);
}

void SessionRacesTest::consentThatCannotBeginEndsNone()
{
    if (!canConsentInBrowser())
        QSKIP("built without Qt Network Auth");
    Computer computer;
    const ConsentStarted started = must(awaited(computer.session->beginConsent(m_bench.sellerRequest())));
    const auto outcome = computer.session->awaitConsent(started.id);
    ConsentRequest mistyped = m_bench.sellerRequest();
    mistyped.marketplace = "nowhere";
    SK_FAILS(awaited(computer.session->beginConsent(mistyped)), ErrorKind::Usage);
    (void)handOver(m_bench.confirmed(started));
    SK_OK(awaited(outcome));
}

QTEST_GUILESS_MAIN(SessionRacesTest)
#include "session_races_test.moc"
