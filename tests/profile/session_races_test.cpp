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
    void keysChangeUnderEverything();
    void leakStopsASync();

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

/// Reads that are under way, that come meanwhile and that follow; another process; a second change; the next start.
void SessionRacesTest::keysChangeUnderEverything()
{
    Computer computer;
    must(awaited(computer.session->connectAccount(m_bench.selfAuthorised())));
    SK_OK(awaited(computer.session->sync({})));
    const auto rows = must(awaited(computer.session->status())).dataSets.front().rows;
    QVERIFY(rows > 0);
    const auto reading = computer.session->inventory();
    const auto rotated = computer.session->rotateKeys();
    const auto second = computer.session->rotateKeys();
    const auto readLater = computer.session->verifyAudit();
    const auto syncLater = computer.session->sync({});
    SK_OK(awaited(reading));
    SK_OK(awaited(rotated));
    SK_FAILS(awaited(second), ErrorKind::ProfileBusy);
    SK_FAILS(awaited(syncLater), ErrorKind::ProfileBusy);
    QVERIFY(must(awaited(readLater)).intact());
    SK_OK(awaited(computer.session->inventory()));
    QCOMPARE(must(awaited(computer.session->status())).dataSets.front().rows, rows);
    QCOMPARE(computer.audit(model::AuditOperation::KeysRotated).size(), std::size_t(1));

    ProfileLibrary elsewhere(computer.folder.path() / "data", computer.world()); // as another process
    const auto client = must(awaited(elsewhere.open("Agency")));
    QCOMPARE(must(awaited(client->status())).dataSets.front().rows, rows); // knows the owner by the new key
    SK_OK(awaited(client->rotateKeys()));
    SK_OK(awaited(client->status()));
    QCOMPARE(computer.audit(model::AuditOperation::KeysRotated).size(), std::size_t(2));
}

/// INC-3: the sync ends, nobody asks Amazon meanwhile, and the connection shows what is left to do.
void SessionRacesTest::leakStopsASync()
{
    Computer computer;
    const ConnectResult added = must(awaited(computer.session->connectAccount(m_bench.selfAuthorised())));
    const auto syncing = computer.session->sync({});
    const auto contained = computer.session->suspectLeak(added.connection);
    const auto report = awaited(syncing);
    QVERIFY(!report || !report->dataSets.empty()); // stopped while it was planned, or while it ran
    SK_OK(awaited(contained));
    QVERIFY(!computer.session->isSyncing());
    const model::ConnectionView view = computer.connection();
    QVERIFY(view.connection.suspectedAt);
    QVERIFY(view.leakSteps.front().step == model::LeakStep::RotateKeys && view.leakSteps.front().done);
    QCOMPARE(view.leakSteps.size(), std::size_t(4));
    SK_OK(awaited(computer.session->sync({}))); // the credentials still work until the user ends them
    SK_FAILS(awaited(computer.session->suspectLeak(model::ConnectionId{"nobody"})), ErrorKind::NotFound);
}

QTEST_GUILESS_MAIN(SessionRacesTest)
#include "session_races_test.moc"
