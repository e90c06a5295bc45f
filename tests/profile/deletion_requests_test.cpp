// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/requests.h"
#include "core/records/deletion_requests.h"
#include "tests/profile/buyer_bench.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;

/// DEL-6: the register of deletion requests, its deadline, and what completing one erases.
class TestDeletionRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void registerKeepsTheDeadline_data();
    void registerKeepsTheDeadline();
    void holdDelaysNoOtherOrder();
    void completingErasesAndLinks();
    void badRequestsAreRefused();
};

void TestDeletionRequests::registerKeepsTheDeadline_data()
{
    QTest::addColumn<int>("age");
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("today") << 0 << QByteArray("open");
    QTest::newRow("last day") << 30 << QByteArray("open");
    QTest::newRow("a day late") << 31 << QByteArray("overdue");
    QTest::newRow("forgotten") << 400 << QByteArray("overdue");
}

void TestDeletionRequests::registerKeepsTheDeadline()
{
    QFETCH(int, age);
    QFETCH(QByteArray, state);
    TestProfile profile;
    const auto store = must(profile.open());
    const Day today = dayOf(store->now());
    const auto added = must(store->addDeletionRequest(
        {model::RequestedBy::Amazon, today - std::chrono::days(age), {{kOrder}, {kOther}, {kOrder}}}));
    QCOMPARE(added.orders.size(), std::size_t(2)); // named twice is one
    QVERIFY(added.deadline() == today - std::chrono::days(age) + std::chrono::days(30));
    const auto all = must(store->deletionRequests());
    QCOMPARE(all.size(), std::size_t(1));
    QCOMPARE(std::string(model::stateOf(all.front())), state.toStdString());
    QCOMPARE(std::string(model::stateOf(added)), state.toStdString());
    QCOMPARE(must(store->status()).warnings.size(), std::size_t(state == "overdue" ? 1 : 0));
}

void TestDeletionRequests::holdDelaysNoOtherOrder()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const Day today = dayOf(store->now());
    must(store->placeHold(
        {{"c1"}, {kOrder}, model::HoldKind::Legal, "Lawsuit about a warranty", today + std::chrono::days(400)}));
    const auto request =
        must(store->addDeletionRequest({model::RequestedBy::Amazon, today, {{kOrder}, {"701-5555555-5555555"}}}));
    const model::CompletedRequest completed = must(store->completeDeletionRequest(request.id));
    QCOMPARE(completed.erased.size(), std::size_t(1));
    QVERIFY(!completed.request.doneAt && completed.request.orders.front().certificate.empty());
    SK_FAILS(store->completeDeletionRequest(request.id), ErrorKind::HoldInForce); // only that one is left
}

void TestDeletionRequests::completingErasesAndLinks()
{
    TestProfile profile;
    const auto store = must(profile.open());
    fill(*store);
    const Day today = dayOf(store->now());
    const auto request = must(store->addDeletionRequest(
        {model::RequestedBy::Amazon, today - std::chrono::days(40), {{kOrder}, {"701-5555555-5555555"}}}));
    const auto second = must(store->addDeletionRequest({model::RequestedBy::Buyer, today, {{kOrder}, {kOther}}}));
    const model::CompletedRequest completed = must(store->completeDeletionRequest(request.id));
    QCOMPARE(completed.erased.size(), std::size_t(2));
    for (const model::Erased &erased : completed.erased) {
        QVERIFY(erased.certificate.isClean());
        QVERIFY(erased.certificate.reason == model::ErasureReason::AmazonRequest);
        QVERIFY(must(store->verifyCertificate(asBytes(erased.file))).holds());
    }
    QCOMPARE(std::string(model::stateOf(completed.request)), std::string("done"));
    QCOMPARE(completed.request.orders.front().order.value, kOrder); // as the certificate says
    QCOMPARE(completed.request.orders.front().certificate, completed.erased.front().certificate.id);
    QCOMPARE(
        scalar(store->storage().vault, "SELECT count(*) FROM deletion_request_order WHERE order_id = '" + kOrder + "'"),
        std::string("0"));
    // The other request is answered in part, and its own order is still there.
    const auto all = must(store->deletionRequests());
    QCOMPARE(all.front().id, second.id);
    QVERIFY(!all.front().doneAt && !all.front().orders.front().certificate.empty());
    QVERIFY(must(store->findOrder({kOther})).isHeld());
    QVERIFY(must(store->status()).warnings.empty());
    QVERIFY(must(store->completeDeletionRequest(request.id)).erased.empty()); // nothing is left to do
    QCOMPARE(store->completeDeletionRequest("none").error().kind, ErrorKind::NotFound);
}

void TestDeletionRequests::badRequestsAreRefused()
{
    TestProfile profile;
    const auto store = must(profile.open());
    const Day today = dayOf(store->now());
    const auto refused = [&](const model::NewDeletionRequest &request) {
        const auto added = store->addDeletionRequest(request);
        return !added && added.error().kind == ErrorKind::Usage;
    };
    QVERIFY(refused({model::RequestedBy::Amazon, today, {}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today, {{""}}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today, {{"Philomena Plantenberg, Lindwurmstr. 117"}}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today, {{"Plantenberg"}}}));
    QVERIFY(refused({model::RequestedBy::Amazon, today + std::chrono::days(1), {{kOrder}}}));
    QCOMPARE(rowsOf(*store, "deletion_request"), std::int64_t(0));
}

QTEST_APPLESS_MAIN(TestDeletionRequests)
#include "deletion_requests_test.moc"
