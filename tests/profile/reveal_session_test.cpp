// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/acceptable_use.h"
#include "core/profile/address_values.h"
#include "tests/profile/consent_bench.h"

using namespace sk;
using namespace sk::profile;
using namespace sk::test;
namespace fs = std::filesystem;

namespace {

/// A seller who ships much himself, and has not shipped all of it.
simulator::Options merchant()
{
    simulator::Options options = simulator::test::unpaced(300);
    options.historyDays = 20;
    options.merchantShare = 0.8;
    return options;
}

} // namespace

/// Addresses that came from the sample Amazon, looked at and printed through an open session.
class RevealSessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromSyncToLook();
    void slipsDoNotGoIntoTheProfile();
    void slipsGoWithTheirConnection();
    void slipsOfNoConnectionAreNotRemembered();
    void slipsOfAnErasedOrderAreRefused();

private:
    /// Orders that wait to be shipped, out of a connection of the sample Amazon.
    [[nodiscard]] std::vector<model::OrderRef> toShip(Computer &computer);

    ConsentBench m_bench{merchant()};
};

std::vector<model::OrderRef> RevealSessionTest::toShip(Computer &computer)
{
    ConnectRequest request = m_bench.selfAuthorised();
    request.features = {model::Feature::FulfilmentAddresses};
    must(awaited(computer.session->connectAccount(request)));
    must(awaited(computer.session->sync({})));
    std::vector<model::OrderRef> orders;
    for (const model::Shipment &shipment : must(awaited(computer.session->shipments()))) {
        if (shipment.open)
            orders.push_back(shipment.order);
    }
    return orders;
}

void RevealSessionTest::fromSyncToLook()
{
    Computer computer;
    QVERIFY(!toShip(computer).empty());
    const auto shipments = must(awaited(computer.session->shipments()));
    QVERIFY(!shipments.empty() && shipments.front().open);
    QVERIFY(!shipments.front().fields.empty() && !shipments.front().items.empty());
    const RevealRequest look{{shipments.front().order}, model::RevealPurpose::Fulfilment, std::nullopt};
    SK_FAILS(awaited(computer.session->reveal(look)), ErrorKind::NotAcknowledged);
    SK_OK(awaited(computer.session->acknowledgeUse(kUseRules)));
    const Revealed revealed = must(awaited(computer.session->reveal(look)));
    const auto values = addressValues(revealed.addresses.front());
    QCOMPARE(values.size(), shipments.front().fields.size());
    QVERIFY(std::ranges::none_of(values, [](const AddressValue &value) { return value.value.empty(); }));
    QCOMPARE(computer.audit(model::AuditOperation::PiiRevealedForFulfilment).size(), std::size_t(2));
    QCOMPARE(computer.audit(model::AuditOperation::AcceptableUseAcknowledged).size(), std::size_t(1));

    const fs::path table = computer.folder / "zones.csv";
    SK_FAILS(awaited(computer.session->shippingZones(table)), ErrorKind::NotFound);
    must(writeFileAtomically(table, asBytes("0,9,all\n")));
    const auto zones = must(awaited(computer.session->shippingZones(table)));
    const auto open = std::ranges::count_if(shipments, [](const model::Shipment &shipment) { return shipment.open; });
    QCOMPARE(zones.front().orders + zones.back().orders, std::int64_t(open));
}

void RevealSessionTest::slipsDoNotGoIntoTheProfile()
{
    Computer computer;
    const fs::path inside = computer.session->info().folder / "slips.pdf";
    SK_FAILS(awaited(computer.session->reveal({{{{"c1"}, {"1"}}}, model::RevealPurpose::Fulfilment, inside})),
             ErrorKind::Usage);
    SK_FAILS(awaited(computer.session->slipsMade({{{{"c1"}, {"1"}}}, inside})), ErrorKind::Usage);
    SK_FAILS(awaited(computer.session->slipsMade({{}, computer.folder / "slips.pdf"})), ErrorKind::Usage);
}

/// DEL-4: what Sellerkeep wrote, and is still there as it was written, goes with the connection.
void RevealSessionTest::slipsGoWithTheirConnection()
{
    Computer computer;
    std::vector<model::OrderRef> orders = toShip(computer);
    QVERIFY(orders.size() >= 3);
    orders.resize(3);
    const fs::path file = computer.folder / "slips.pdf";
    must(writeFileAtomically(file, asBytes("%PDF- an address")));
    QCOMPARE(must(awaited(computer.session->slipsMade({orders, file}))), std::int64_t(3));
    const auto told = computer.audit(model::AuditOperation::PackingSlipsMade);
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(told[0].event.rows, std::int64_t(3));
    QVERIFY(told[0].event.dataClass == model::DataClass::Pii);
    must(awaited(computer.session->eraseConnection(orders.front().connection, model::ErasureReason::OwnerRequest)));
    QVERIFY(!fs::exists(file));
}

void RevealSessionTest::slipsOfNoConnectionAreNotRemembered()
{
    Computer computer;
    const std::vector<model::OrderRef> orders = toShip(computer);
    QVERIFY(!orders.empty());
    const fs::path file = computer.folder / "slips.pdf";
    must(writeFileAtomically(file, asBytes("%PDF- an address")));
    const auto erased =
        computer.session->eraseConnection(orders.front().connection, model::ErasureReason::OwnerRequest);
    const auto late = computer.session->slipsMade({orders, file});
    SK_OK(awaited(erased));
    const auto outcome = awaited(late);
    QVERIFY(!outcome || !fs::exists(file)); // refused, so that the window removes it; or known to the erasure
    SK_FAILS(awaited(computer.session->slipsMade({orders, file})), ErrorKind::NotFound);
}

/// Erased between the look and the file: a slip that is remembered for other orders would be found by no erasure.
void RevealSessionTest::slipsOfAnErasedOrderAreRefused()
{
    Computer computer;
    std::vector<model::OrderRef> orders = toShip(computer);
    QVERIFY(orders.size() >= 2);
    orders.resize(2);
    const fs::path file = computer.folder / "slips.pdf";
    must(writeFileAtomically(file, asBytes("%PDF- an address")));
    must(awaited(computer.session->eraseOrder(orders.back().order, model::ErasureReason::BuyerRequest)));
    const auto refused = awaited(computer.session->slipsMade({orders, file}));
    SK_FAILS(refused, ErrorKind::NotFound);
    QVERIFY(refused.error().detail.find(orders.back().order.value) != std::string::npos);
    orders.pop_back();
    QCOMPARE(must(awaited(computer.session->slipsMade({orders, file}))), std::int64_t(1));
}

QTEST_GUILESS_MAIN(RevealSessionTest)
#include "reveal_session_test.moc"
