// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_library.h"
#include "core/profile/profile_lock.h"
#include "core/profile/purge.h"
#include "core/profile/retention.h"
#include "core/vault/transaction.h"
#include "tests/support/fake_keychain_backend.h"
#include "tests/support/test_profile.h"

#include <QLockFile>
#include <QSignalSpy>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using std::chrono::days;

Q_DECLARE_METATYPE(sk::profile::PurgeState)
Q_DECLARE_METATYPE(sk::profile::PurgeTask)

/// RET-4: what is due goes in the background, in batches that let others in.
class TestPurge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextBatch_data();
    void nextBatch();
    void othersGetTheirTurn();
    void goesOnAfterAClose();
    void disconnectIsDoneWhenItsRowsAreGone();
};

namespace {

constexpr int kOrders = 2'300;
constexpr std::int64_t kBatches = 5;

/// A computer with a profile of many old orders.
struct World
{
    Folder folder;
    FakeClock clock{kNoon};
    FakeKeychainBackend keychain;
    ProfileLibrary library{folder.path() / "data", {access(), clock}};
    std::shared_ptr<Session> session;

    World()
    {
        const ProfileInfo info = must(awaited(library.create("Shop")));
        fill(info);
        session = must(awaited(library.open("Shop")));
    }
    [[nodiscard]] SecretAccess access() { return {&keychain, {}, SecretStoreKind::Os, secrets::systemRandom()}; }
    void fill(const ProfileInfo &info)
    {
        const auto lock = must(lockProfile(info.folder));
        const ProfileFile file = must(readProfileFile(info.folder));
        const auto secrets = must(openSecrets(access(), info.folder, file, false));
        const auto store = must(Store::open(info.folder, info.id, {*secrets, clock, access().random}));
        addConnection(*store, "c1");
        vault::Transaction transaction = must(vault::Transaction::begin(store->storage().vault));
        for (int i = 0; i < kOrders; ++i)
            must(store->storage().orders.store(sampleOrder(std::to_string(i), kNoon),
                                               {{"c1"}, monthsBefore(kNoon, 6), "searchOrders"}));
        must(transaction.commit());
    }
    [[nodiscard]] std::int64_t orders() const { return must(awaited(session->status())).dataSets.front().rows; }
    [[nodiscard]] std::vector<model::AuditEntry> entries(model::AuditOperation operation) const
    {
        model::AuditFilter filter;
        filter.operation = operation;
        return must(awaited(session->auditEntries(must(awaited(session->auditSequences(filter))))));
    }
    [[nodiscard]] std::int64_t expired() const
    {
        std::int64_t rows = 0;
        for (const model::AuditEntry &entry : entries(model::AuditOperation::RowsExpired))
            rows += entry.event.rows;
        return rows;
    }
};

} // namespace

void TestPurge::nextBatch_data()
{
    QTest::addColumn<PurgeState>("state");
    QTest::addColumn<PurgeTask>("task");
    const Day today = dayOf(kNoon);
    PurgeState idle;
    idle.today = today;
    idle.logIsSeen = true;
    idle.rowsMayGo = true;
    const auto connection = [](const char *id, model::ConnectionState state, std::optional<Day> purgeOn) {
        model::Connection one = sampleConnection(id);
        one.state = state;
        one.purgeOn = purgeOn;
        return one;
    };
    using model::ConnectionState;
    QTest::newRow("nothing") << idle << PurgeTask{};
    PurgeState state = idle;
    state.connections = {connection("a", ConnectionState::Active, std::nullopt),
                         connection("b", ConnectionState::Disconnected, today + days(1)),
                         connection("c", ConnectionState::Disconnected, today),
                         connection("d", ConnectionState::Disconnected, today - days(3))};
    state.ordersAreDue = true;
    QTest::newRow("the promised date first") << state << PurgeTask{PurgeWork::Connection, {"c"}};
    state.stuck = {model::ConnectionId{"c"}};
    QTest::newRow("then one that nothing hinders") << state << PurgeTask{PurgeWork::Connection, {"d"}};
    state.stuck = {model::ConnectionId{"c"}, model::ConnectionId{"d"}};
    QTest::newRow("nobody waits for those that are stuck") << state << PurgeTask{PurgeWork::Orders, {}};
    state.stuck.clear();
    state.begun = {model::ConnectionId{"b"}};
    QTest::newRow("what is begun goes on before its date") << state << PurgeTask{PurgeWork::Connection, {"b"}};
    state.begun.clear();
    state.rowsMayGo = false;
    QTest::newRow("also under a strange clock") << state << PurgeTask{PurgeWork::Connection, {"c"}};
    state.connections.resize(2);
    QTest::newRow("old rows wait for a believable one") << state << PurgeTask{};
    state.rowsMayGo = true;
    state.recordsAreDue = true;
    QTest::newRow("then what is old") << state << PurgeTask{PurgeWork::Orders, {}};
    state.ordersAreDue = false;
    QTest::newRow("then records of holds") << state << PurgeTask{PurgeWork::HoldRecords, {}};
    state.recordsAreDue = false;
    state.logIsSeen = false;
    QTest::newRow("the log last") << state << PurgeTask{PurgeWork::AuditLog, {}};
    state.rowsMayGo = false;
    QTest::newRow("and once in any case") << state << PurgeTask{PurgeWork::AuditLog, {}};
}

void TestPurge::nextBatch()
{
    QFETCH(PurgeState, state);
    QFETCH(PurgeTask, task);
    QVERIFY(profile::nextPurge(state) == task);
}

/// A question that is asked while a purge runs is answered between two batches, not behind the last one.
void TestPurge::othersGetTheirTurn()
{
    World world;
    QCOMPARE(world.orders(), std::int64_t(kOrders)); // within their 18 months
    const auto set = world.session->setRetention(std::string(kOrdersMonths), 3, {});
    std::set<std::int64_t> seen;
    while (!set.isFinished())
        seen.insert(world.orders());
    must(awaited(set));
    QCOMPARE(world.orders(), std::int64_t(0));
    std::erase_if(seen, [](std::int64_t rows) { return rows == 0 || rows == kOrders; });
    QVERIFY2(seen.size() >= 2, std::to_string(seen.size()).c_str());
    for (const std::int64_t rows : seen)
        QCOMPARE((kOrders - rows) % 500, std::int64_t(0)); // whole batches
    QCOMPARE(static_cast<std::int64_t>(world.entries(model::AuditOperation::RowsExpired).size()), kBatches);
    QCOMPARE(world.expired(), std::int64_t(kOrders));
}

/// A session that closes stops behind the batch it is at; the next one goes on by itself, and takes nothing twice.
void TestPurge::goesOnAfterAClose()
{
    World world;
    {
        (void)world.session->setRetention(std::string(kOrdersMonths), 3, {});
        while (world.orders() == kOrders) {
        }
        QVERIFY(world.orders() > 0);
        world.session.reset();
        QTest::qWait(0);
    }
    world.session = must(awaited(world.library.open("Shop")));
    QSignalSpy told(world.session.get(), &Session::piiExpired);
    QTRY_COMPARE(world.orders(), std::int64_t(0));
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(world.expired(), std::int64_t(kOrders));
    QCOMPARE(must(awaited(world.session->expireNow())).deletedRows, std::int64_t(0));
    QVERIFY(must(awaited(world.session->verifyAudit())).intact());
}

void TestPurge::disconnectIsDoneWhenItsRowsAreGone()
{
    World world;
    const auto gone = world.session->disconnectAccount({"c1"}, dayOf(kNoon));
    std::set<std::int64_t> seen;
    while (!gone.isFinished())
        seen.insert(world.orders());
    must(awaited(gone));
    QVERIFY(must(awaited(world.session->connections())).empty());
    QVERIFY(std::ranges::any_of(seen, [](std::int64_t rows) { return rows > 0 && rows < kOrders; }));
    QCOMPARE(static_cast<std::int64_t>(world.entries(model::AuditOperation::ConnectionPurged).size()), kBatches);
}

QTEST_GUILESS_MAIN(TestPurge)
#include "purge_test.moc"
