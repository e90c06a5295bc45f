// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/profile/machine.h"

#include <QSignalSpy>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using namespace std::chrono_literals;

/// What processes that share a profile promise each other, over the real socket.
class SharedSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstOwnsTheSecondWorksThroughIt();
    void everyCallReachesTheOwner();
    void errorsCross();
    void signalsReachEveryClient();
    void clientsKnowThatASyncRuns();
    void aSyncEndsWithTheClientThatAskedForIt();
    void aCheckEndsWithTheClientThatAskedForIt();
    void aConsentEndsWithTheClientThatBeganIt_data();
    void aConsentEndsWithTheClientThatBeganIt();
    void callsThatWereNotBegunGoToTheNextOwner();
    void oneTakesOverAndTheOthersFollow();
    void anOwnerThatEndsAtWork();
    void anOwnerThatEndsInASync();
    void aTakeOverThatFailsIsSaid();
    void releaseWaitsForTheAnswersOfOthers();
    void releaseOfAClientIsAtOnce();
    void otherErrorsOfOpeningAreTold();
};

void SharedSessionTest::theFirstOwnsTheSecondWorksThroughIt()
{
    Machine machine;
    const auto first = opened(machine.process());
    const auto second = opened(machine.process());
    QVERIFY(first->isOwner() && !second->isOwner());
    QCOMPARE(machine.opens, 1);
    QCOMPARE(second->info().name, std::string("Alpha"));
    QCOMPARE(must(answerOf(second->status())).auditEntries, 1);
    QCOMPARE(must(answerOf(first->status())).auditEntries, 1);
#ifndef Q_OS_WIN // a pipe there, whose access list is QLocalServer's
    const auto rights = std::filesystem::status(machine.folder.path() / "owner.sock").permissions();
    QCOMPARE(rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all),
             std::filesystem::perms::none);
#endif
}

void SharedSessionTest::everyCallReachesTheOwner()
{
    Machine machine;
    const auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    FakeSession &session = *machine.opened;
    const model::ConnectionId id = session.views.front().connection.id;

    QCOMPARE(must(answerOf(client->connections())).size(), session.views.size());
    QCOMPARE(must(answerOf(client->connections())).front().connection.label, session.views.front().connection.label);
    const model::AccessReport access = must(answerOf(client->checkAccess(id)));
    QCOMPARE(session.accessChecks, std::vector{id});
    QCOMPARE(access.findings.size(), session.access.findings.size());
    QCOMPARE(access.findings.back().clockAhead, session.access.findings.back().clockAhead);
    must(answerOf(client->disconnectAccount(id, fromDayNumber(20'000))));
    QCOMPARE(session.purges.back(), std::optional(fromDayNumber(20'000)));
    must(answerOf(client->disconnectAccount(id, std::nullopt)));
    QVERIFY(!session.purges.back());
    must(answerOf(client->setFeature(id, model::Feature::FulfilmentAddresses, true)));
    QCOMPARE(session.features.back(), std::pair(model::Feature::FulfilmentAddresses, true));
    session.expiry = {7, 8};
    QCOMPARE(must(answerOf(client->expireNow())).deletedRows, 8);
    QCOMPARE(must(answerOf(client->retention())).size(), session.rows.size());
    const model::Inventory inventory = must(answerOf(client->inventory()));
    QCOMPARE(inventory.classes.size(), session.stock.classes.size());
    QVERIFY(inventory.classes[1].connections.back().held == session.stock.classes[1].connections.back().held);
    QCOMPARE(inventory.location.folder, session.stock.location.folder);
    session.previewDeletes = 12;
    QCOMPARE(must(answerOf(client->previewRetention("pii.days", 3))).deleted, 12);
    must(answerOf(client->setRetention("pii.days", 4, {})));
    QCOMPARE(session.retentions.back(), std::pair(std::string("pii.days"), 4));
    must(answerOf(client->setRetention("orders.months", 24, "Tax law")));
    QCOMPARE(session.retentionReasons.back(), std::string("Tax law"));
    QCOMPARE(must(answerOf(client->retention()))[1].reason, std::string("Tax law"));
    const model::Hold hold =
        must(answerOf(client->placeHold({id, {"1"}, model::HoldKind::Legal, "A lawsuit", fromDayNumber(20'100)})));
    QVERIFY(session.placed.back().kind == model::HoldKind::Legal && hold.until == fromDayNumber(20'100));
    QCOMPARE(must(answerOf(client->holds())), session.holdRegister);
    QVERIFY(must(answerOf(client->releaseHold(hold.id))).endedBy == model::HoldEnd::Hand);
    QCOMPARE(session.released, std::vector{hold.id});
    model::AuditFilter filter;
    filter.operation = model::AuditOperation::SearchOrders;
    QCOMPARE(must(answerOf(client->auditSequences(filter))), session.sequences);
    QCOMPARE(session.filters.back().operation, filter.operation);
    const auto entries = must(answerOf(client->auditEntries({3, 1})));
    QCOMPARE(entries.size(), std::size_t(2));
    QCOMPARE(entries.front().seq, 3);
    QCOMPARE(must(answerOf(client->verifyAudit())).entries, session.verification.entries);
    QCOMPARE(must(answerOf(client->exportAudit({machine.folder.path() / "a.csv", {}}))),
             static_cast<std::int64_t>(session.sequences.size()));
    QCOMPARE(session.exports.back().output, machine.folder.path() / "a.csv");
    QCOMPARE(must(answerOf(client->exportData({"orders", "csv", "/tmp/x", {}, {}}))), 0);
    const auto syncing = client->sync({id, {"orders"}, fromDayNumber(19'000)});
    QTRY_COMPARE(session.syncs.size(), std::size_t(1));
    QCOMPARE(session.syncs.back().connection, std::optional(id));
    QCOMPARE(session.syncs.back().dataSets, std::vector<std::string>{"orders"});
    client->stopSync();
    QTRY_COMPARE(session.stops, 1);
    session.finishSync({{{id, "orders", 5, 4, 3, 2, Error{ErrorKind::Cancelled, "stopped"}}}});
    const auto report = must(answerOf(syncing));
    QCOMPARE(report.dataSets.front().stored, 4);
    QCOMPARE(report.dataSets.front().error->detail, std::string("stopped"));
}

void SharedSessionTest::errorsCross()
{
    Machine machine;
    const auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    machine.opened->failure = ErrorKind::VaultDamaged;
    const auto status = answerOf(client->status());
    QCOMPARE(status.error().kind, ErrorKind::VaultDamaged);
    QCOMPARE(status.error().detail, std::string("as the test wants it"));
    QCOMPARE(answerOf(client->setRetention("pii.days", 3, {})).error().kind, ErrorKind::VaultDamaged);
}

void SharedSessionTest::signalsReachEveryClient()
{
    Machine machine;
    const auto owner = opened(machine.process());
    for (const auto &listener : {owner, opened(machine.process()), opened(machine.process())}) {
        (void)must(answerOf(listener->status())); // behind the signals before
        std::optional<model::SyncProgress> progress;
        std::optional<model::ExpiryReport> expired;
        connect(listener.get(), &Session::syncProgressed, listener.get(), [&](const auto &told) { progress = told; });
        connect(listener.get(), &Session::piiExpired, listener.get(), [&](const auto &told) { expired = told; });
        QSignalSpy connections(listener.get(), &Session::connectionsChanged);
        QSignalSpy audit(listener.get(), &Session::auditGrew);
        QSignalSpy retention(listener.get(), &Session::retentionChanged);
        QSignalSpy finished(listener.get(), &Session::syncFinished);
        Q_EMIT machine.opened->syncProgressed({{"de"}, "orders", 5, 100, 7, 3s, fromMillis(1'700'000'000'000)});
        Q_EMIT machine.opened->piiExpired({3, 4});
        Q_EMIT machine.opened->connectionsChanged();
        Q_EMIT machine.opened->auditGrew();
        Q_EMIT machine.opened->retentionChanged();
        Q_EMIT machine.opened->syncFinished({});
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(connections.count() + audit.count() + retention.count(), 3);
        QCOMPARE(progress->dataSet, std::string("orders"));
        QCOMPARE(progress->timeLeft, std::optional<std::chrono::milliseconds>(3s));
        QCOMPARE(expired->deletedRows, 4);
        listener->disconnect(listener.get());
    }
}

void SharedSessionTest::clientsKnowThatASyncRuns()
{
    Machine machine;
    const auto owner = opened(machine.process());
    const auto early = opened(machine.process());
    const auto syncing = owner->sync({});
    QVERIFY(owner->isSyncing());
    const auto late = opened(machine.process());
    QVERIFY(late->isSyncing());
    Q_EMIT machine.opened->auditGrew();
    QTRY_VERIFY(early->isSyncing());
    machine.opened->finishSync({});
    QTRY_VERIFY(!early->isSyncing() && !late->isSyncing());

    const auto own = early->sync({});
    QVERIFY(early->isSyncing()); // at once, as in the owner
    QTRY_VERIFY(machine.opened->syncing);
    machine.opened->finishSync({});
    (void)must(answerOf(own));
    QVERIFY(!early->isSyncing());
}

void SharedSessionTest::aSyncEndsWithTheClientThatAskedForIt()
{
    Machine machine;
    const auto owner = opened(machine.process());
    auto asking = opened(machine.process());
    auto other = opened(machine.process());
    const auto syncing = asking->sync({});
    QTRY_VERIFY(machine.opened->syncing);
    (void)must(answerOf(other->status()));
    other.reset();
    (void)must(answerOf(opened(machine.process())->status())); // the owner has seen the other one go
    QCOMPARE(machine.opened->stops, 0);
    asking.reset();
    QTRY_COMPARE(machine.opened->stops, 1);
}

void SharedSessionTest::aCheckEndsWithTheClientThatAskedForIt()
{
    Machine machine;
    const auto owner = opened(machine.process());
    auto asking = opened(machine.process());
    auto other = opened(machine.process());
    machine.opened->holdAccess = true;
    const auto check = asking->checkAccess({"c1"});
    QTRY_COMPARE(machine.opened->accessChecks.size(), std::size_t(1));
    other.reset();
    (void)must(answerOf(opened(machine.process())->status())); // the owner has seen the other one go
    QCOMPARE(machine.opened->accessStops, 0);
    asking.reset();
    QTRY_COMPARE(machine.opened->accessStops, 1);
}

void SharedSessionTest::aConsentEndsWithTheClientThatBeganIt_data()
{
    QTest::addColumn<bool>("begun");
    QTest::newRow("that waits") << true;
    QTest::newRow("that has not begun yet") << false;
}

void SharedSessionTest::aConsentEndsWithTheClientThatBeganIt()
{
    QFETCH(const bool, begun);
    Machine machine;
    const auto owner = opened(machine.process());
    auto asking = opened(machine.process());
    auto other = opened(machine.process());
    machine.opened->holdConsent = !begun;
    const auto consent = asking->beginConsent({});
    QTRY_COMPARE(machine.opened->consents.size(), std::size_t(1));
    if (begun)
        (void)must(answerOf(consent));
    other.reset();
    (void)must(answerOf(opened(machine.process())->status())); // the owner has seen the other one go
    QCOMPARE(machine.opened->cancelledConsents, 0);
    asking.reset();
    if (!begun) {
        (void)must(answerOf(opened(machine.process())->status()));
        machine.opened->letConsentBegin();
    }
    QTRY_COMPARE(machine.opened->cancelledConsents, 1);
}

void SharedSessionTest::callsThatWereNotBegunGoToTheNextOwner()
{
    Machine machine;
    auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    QSignalSpy changed(client.get(), &Session::connectionsChanged);
    owner.reset(); // the client has not noticed yet
    const auto status = client->status();
    const auto change = client->setRetention("pii.days", 5, {});
    QCOMPARE(must(answerOf(status)).auditEntries, 2);
    must(answerOf(change));
    QVERIFY(client->isOwner());
    QCOMPARE(machine.opened->retentions.back(), std::pair(std::string("pii.days"), 5));
    QVERIFY(changed.count() >= 1); // something may have happened in between
    QCOMPARE(must(answerOf(opened(machine.process())->status())).auditEntries, 2); // it serves now
}

void SharedSessionTest::oneTakesOverAndTheOthersFollow()
{
    Machine machine;
    auto owner = opened(machine.process());
    std::vector<std::shared_ptr<SharedSession>> others;
    for (int i = 0; i < 4; ++i)
        others.push_back(opened(machine.process()));
    owner.reset();
    for (const auto &other : others)
        QCOMPARE(must(answerOf(other->status())).auditEntries, 2);
    QCOMPARE(std::count_if(others.begin(), others.end(), [](const auto &other) { return other->isOwner(); }), 1);
    QCOMPARE(machine.opens, 2);
}

void SharedSessionTest::anOwnerThatEndsAtWork()
{
    Machine machine;
    auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    machine.opened->hold = true;
    const auto reads = client->status();
    const auto changes = client->setRetention("pii.days", 5, {});
    QTRY_COMPARE(machine.opened->retentions.size(), std::size_t(1)); // begun
    owner.reset();
    QCOMPARE(must(answerOf(reads)).auditEntries, 2); // asked once more
    const auto outcome = answerOf(changes);
    QCOMPARE(outcome.error().kind, ErrorKind::ProfileBusy);
    QCOMPARE(outcome.error().detail,
             std::string("process 7 has the profile open and ended at work; look whether this was still done"));
    QVERIFY(machine.opened->retentions.empty()); // not done twice
}

void SharedSessionTest::anOwnerThatEndsInASync()
{
    Machine machine;
    auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    const auto syncing = owner->sync({});
    Q_EMIT machine.opened->auditGrew();
    QTRY_VERIFY(client->isSyncing());
    QSignalSpy finished(client.get(), &Session::syncFinished);
    owner.reset();
    QTRY_COMPARE(finished.count(), 1); // or a window would show progress for ever
    QVERIFY(!client->isSyncing() && client->isOwner());
}

void SharedSessionTest::aTakeOverThatFailsIsSaid()
{
    Machine machine;
    auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    machine.openFailure = ErrorKind::KeychainLocked;
    std::optional<Error> ended;
    connect(client.get(), &Session::ended, client.get(), [&](const Error &error) { ended = error; });
    owner.reset();
    QCOMPARE(answerOf(client->status()).error().kind, ErrorKind::KeychainLocked);
    QTRY_VERIFY(ended);
    QCOMPARE(ended->kind, ErrorKind::KeychainLocked);
    QCOMPARE(answerOf(client->sync({})).error().kind, ErrorKind::KeychainLocked);
    QVERIFY(!client->isSyncing());
}

void SharedSessionTest::releaseWaitsForTheAnswersOfOthers()
{
    Machine machine;
    auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    const auto syncing = client->sync({});
    QTRY_VERIFY(machine.opened->syncing);
    QSignalSpy released(owner.get(), &SharedSession::released);
    owner->release();
    QCOMPARE(must(answerOf(client->status())).auditEntries, 1); // it serves on meanwhile
    QCOMPARE(released.count(), 0);
    machine.opened->finishSync({});
    (void)must(answerOf(syncing));
    QTRY_COMPARE(released.count(), 1);
    const auto late = client->status(); // not accepted any more, and not lost
    owner.reset();
    QCOMPARE(must(answerOf(late)).auditEntries, 2);
}

void SharedSessionTest::releaseOfAClientIsAtOnce()
{
    Machine machine;
    const auto owner = opened(machine.process());
    const auto client = opened(machine.process());
    QSignalSpy released(client.get(), &SharedSession::released);
    client->release();
    QCOMPARE(released.count(), 1);
    QCOMPARE(must(answerOf(owner->status())).auditEntries, 1);
}

void SharedSessionTest::otherErrorsOfOpeningAreTold()
{
    Machine machine;
    machine.openFailure = ErrorKind::VaultNewer;
    const auto process = machine.process();
    QCOMPARE(answerOf(process->open()).error().kind, ErrorKind::VaultNewer);
}

QTEST_GUILESS_MAIN(SharedSessionTest)
#include "shared_session_test.moc"
