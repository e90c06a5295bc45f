// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/hold_repository.h"
#include "tests/profile/holds_bench.h"

#include <random>

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
using std::chrono::days;
namespace fs = std::filesystem;

/// RET-3: what a hold outlives, what ends it, and that nothing else outlives its day.
class TestHoldsOutlive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesDisconnectAndPurge();
    void outlivesTheOptIn();
    void erasureOfTheOwnerEndsIt();
    void erasureForOthersIsRefused_data();
    void erasureForOthersIsRefused();
    void oldFileIsSwept();
    void recordGoesAfterItsPeriod();
    void nothingElseOutlivesItsDay_data();
    void nothingElseOutlivesItsDay();
};

void TestHoldsOutlive::outlivesDisconnectAndPurge()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    const model::Hold hold = must(store->placeHold(requestFor("1")));
    SK_OK(store->disconnect({"c1"}, dayOf(kNoon) + days(7)));
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    live(profile, *store, 8);
    SK_OK(purgeAll(*store));
    SK_FAILS(store->connection({"c1"}), ErrorKind::NotFound);
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    QCOMPARE(must(store->holds()), std::vector{hold});
    SK_OK(store->placeHold(requestFor("1", 800))); // it can still be extended
    for (const model::Hold &each : must(store->holds()))
        SK_OK(store->releaseHold(each.id));
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
}

void TestHoldsOutlive::outlivesTheOptIn()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    must(store->placeHold(requestFor("1")));
    SK_OK(store->setFeature({"c1"}, model::Feature::FulfilmentAddresses, false));
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    QCOMPARE(revealed(*store, "2"), std::size_t(0));
}

void TestHoldsOutlive::erasureOfTheOwnerEndsIt()
{
    TestProfile profile;
    const auto store = opened(profile, {"701-1111111-1111111", "701-2222222-2222222"});
    const model::Hold hold = must(store->placeHold(requestFor("701-1111111-1111111")));
    const model::Hold past = must(store->placeHold(requestFor("701-2222222-2222222")));
    must(store->releaseHold(past.id));
    const model::ErasureCertificate certificate =
        must(store->erase({{"c1"}, model::ErasureReason::OwnerRequest})).certificate;
    QVERIFY(certificate.isClean()); // no id of an order is left, in the register either
    const auto countOf = [&](std::string_view what) {
        for (const model::ErasedCount &count : certificate.counts) {
            if (count.what == what)
                return count.erased;
        }
        return std::int64_t(-1);
    };
    QCOMPARE(countOf("holds"), std::int64_t(2));
    QCOMPARE(countOf("held-values"), std::int64_t(2));
    QCOMPARE(countOf("keychain-entries"), std::int64_t(3));
    QVERIFY(must(store->holds()).empty() && !hasKey(profile, hold));
    QCOMPARE(scalar(store->storage().vault, "SELECT count(*) FROM audit_entry WHERE operation = 27"),
             std::string("2")); // each release is told
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
}

void TestHoldsOutlive::erasureForOthersIsRefused_data()
{
    QTest::addColumn<int>("reason");
    QTest::newRow("buyer") << static_cast<int>(model::ErasureReason::BuyerRequest);
    QTest::newRow("Amazon") << static_cast<int>(model::ErasureReason::AmazonRequest);
}

void TestHoldsOutlive::erasureForOthersIsRefused()
{
    QFETCH(int, reason);
    TestProfile profile;
    const auto store = opened(profile, {"1"});
    const model::Hold hold = must(store->placeHold(requestFor("1", 400, model::HoldKind::Legal)));
    const std::string before = wordsOf(*store);
    const ErasureRequest request{{"c1"}, static_cast<model::ErasureReason>(reason)};
    const auto refused = store->erase(request);
    SK_FAILS(refused, ErrorKind::HoldInForce);
    QVERIFY(refused.error().detail.find(toIso(hold.until)) != std::string::npos);
    QCOMPARE(wordsOf(*store), before); // nothing was begun
    QCOMPARE(revealed(*store, "1"), std::size_t(2));
    must(store->releaseHold(hold.id));
    SK_OK(store->erase(request));
}

/// An older pii.db put back cannot bring back what was released.
void TestHoldsOutlive::oldFileIsSwept()
{
    TestProfile profile;
    model::Hold hold;
    const auto copy = profile.folder / "copy";
    {
        const auto store = opened(profile, {"1"});
        hold = must(store->placeHold(requestFor("1")));
    }
    fs::copy_file(profile.pii(), copy);
    {
        const auto store = must(profile.open());
        must(store->releaseHold(hold.id));
        live(profile, *store, 31);
    }
    copyOver(copy, profile.pii());
    const auto store = must(profile.open());
    QCOMPARE(must(store->status()).pii.heldRows, std::int64_t(0));
    QCOMPARE(revealed(*store, "1"), std::size_t(0));
    QVERIFY(wordsOf(*store).find("orphans.removed 1; ") != std::string::npos);
}

/// As long as the audit log tells of it.
void TestHoldsOutlive::recordGoesAfterItsPeriod()
{
    TestProfile profile;
    const auto store = opened(profile, {"1", "2"});
    must(store->releaseHold(must(store->placeHold(requestFor("1", 3000))).id));
    must(store->placeHold(requestFor("2", 3000)));
    live(profile, *store, 725);
    SK_OK(purgeAll(*store));
    QCOMPARE(must(store->holds()).size(), std::size_t(2));
    live(profile, *store, 10);
    SK_OK(purgeAll(*store));
    QCOMPARE(must(store->holds()).size(), std::size_t(1)); // the one in force, whatever its age
    QVERIFY(must(store->holds()).front().isInForce());
}

void TestHoldsOutlive::nothingElseOutlivesItsDay_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U})
        QTest::addRow("seed %u", seed) << seed;
}

/// Whatever clock, restarts, holds and releases do: what can be read has its day still to come, or a hold in the
/// register that has.
void TestHoldsOutlive::nothingElseOutlivesItsDay()
{
    QFETCH(unsigned, seed);
    std::mt19937 chance(seed);
    const auto upTo = [&](int most) { return static_cast<int>(chance() % static_cast<unsigned>(most + 1)); };
    TestProfile profile;
    auto store = must(profile.open());
    addConnection(*store, "c1");
    std::map<std::string, Day> dies;
    std::vector<std::string> orders; ///< the newest last
    std::size_t readable = 0;
    std::size_t readableByHold = 0;
    for (int step = 0; step < 150; ++step) {
        switch (upTo(7)) {
        case 0: {
            const std::string order = std::to_string(step);
            const int life = 1 + upTo(29);
            sealValues(*store, "c1", order, life);
            dies[order] = dayOf(store->now()) + days(life);
            orders.push_back(order);
            break;
        }
        case 1:
        case 2:
            if (!dies.empty()) {
                const std::string order =
                    orders[orders.size() - 1 - chance() % std::min<std::size_t>(orders.size(), 4)];
                HoldRequest request{{"c1"}, {order}, model::HoldKind::Legal, kReason, {}};
                request.until = dayOf(store->now()) + days(1 + upTo(90));
                (void)store->placeHold(request); // refused when it is too late
            }
            break;
        case 3:
            if (const auto all = must(store->holds()); !all.empty())
                (void)store->releaseHold(all[static_cast<std::size_t>(upTo(static_cast<int>(all.size()) - 1))].id);
            break;
        case 4:
            store.reset();
            profile.clock.setWall(profile.clock.now() + days(upTo(40)) - days(upTo(1) * upTo(20)));
            store = must(profile.open());
            break;
        case 5: profile.clock.setWall(profile.clock.now() - days(upTo(5))); break;
        default: profile.clock.advance(std::chrono::hours(upTo(60))); break;
        }
        (void)store->storage(); // as everything that reads or syncs comes by here
        const Day today = dayOf(store->now());
        const auto holds = must(store->holds());
        for (const auto &[order, day] : dies) {
            if (revealed(*store, order) == 0)
                continue;
            ++readable;
            const bool listed = std::ranges::any_of(holds, [&, id = order](const model::Hold &hold) {
                return hold.order.value == id && hold.isInForce() && hold.until >= today;
            });
            readableByHold += static_cast<std::size_t>(day <= today);
            QVERIFY2(today < day || listed, order.c_str());
        }
    }
    QVERIFY2(readable > 30 && readableByHold > 5,
             (std::to_string(readable) + ' ' + std::to_string(readableByHold)).c_str());
}

QTEST_APPLESS_MAIN(TestHoldsOutlive)
#include "holds_outlive_test.moc"
