// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/samples.h"

#include "core/profile/inventory.h"
#include "tests/ui/fake_session.h"

namespace sk::ui::test {

using namespace std::chrono_literals;
using model::AuditOperation;

namespace {

Time at(std::string_view iso)
{
    return timeFromIso(iso).value_or(Time());
}

model::Marketplace place(const std::string &id, const std::string &name, const std::string &country)
{
    model::Marketplace marketplace;
    marketplace.id = {id};
    marketplace.name = name;
    marketplace.countryCode = country;
    marketplace.participating = true;
    return marketplace;
}

constexpr std::array kOperations{
    AuditOperation::SearchOrders, AuditOperation::SearchOrders, AuditOperation::TokenRefreshed,
    AuditOperation::PiiSealed,    AuditOperation::GetOrder,     AuditOperation::PiiRemoved,
    AuditOperation::PiiExpired,   AuditOperation::SearchOrders, AuditOperation::ConnectionTested};

model::DataClass classOf(AuditOperation operation)
{
    switch (operation) {
    case AuditOperation::PiiSealed:
    case AuditOperation::PiiRemoved:
    case AuditOperation::PiiExpired: return model::DataClass::Pii;
    case AuditOperation::TokenRefreshed: return model::DataClass::Credentials;
    default: return model::DataClass::Orders;
    }
}

} // namespace

model::ConnectionView sampleConnection(const std::string &id, const std::string &label, const std::string &region)
{
    model::ConnectionView view;
    view.connection.id = {id};
    view.connection.label = label;
    view.connection.region = region;
    view.connection.createdAt = view.connection.authorisedAt = view.connection.secretEnteredAt =
        at("2026-11-10T09:00:00Z");
    view.marketplaces = {place("A1PA6795UKMFR9", "Amazon.de", "DE"), place("A13V1IB3VIYZZH", "Amazon.fr", "FR"),
                         place("APJ6JRA9NG5V4", "Amazon.it", "IT")};
    model::DataSetStatus orders;
    orders.name = "orders";
    orders.rows = 48213;
    orders.freshAsOf = at("2026-11-22T13:46:00Z");
    orders.historyComplete = true;
    view.dataSets = {orders};
    return view;
}

model::AuditEntry sampleEntry(std::int64_t sequence)
{
    model::AuditEntry entry;
    entry.seq = sequence;
    entry.time = at("2026-11-22T13:57:41Z") - (18342 - sequence) * 179s;
    entry.event.operation = kOperations[static_cast<std::size_t>(sequence) % kOperations.size()];
    entry.event.dataClass = classOf(entry.event.operation);
    const bool call = static_cast<int>(entry.event.operation) >= static_cast<int>(AuditOperation::TokenRefreshed);
    entry.event.connection = {sequence % 5 == 0 ? "us" : "de"};
    entry.event.rows = call && entry.event.operation != AuditOperation::SearchOrders ? 0 : 40 + sequence * 7 % 61;
    entry.event.httpStatus = call ? 200 : 0;
    entry.event.requestId = call ? "7f3b2c9a-41d8-4c55-9b0e-5a6e1d20c4f7" : "";
    entry.event.duration = call ? std::chrono::milliseconds(180 + sequence * 37 % 700) : 0ms;
    if (sequence % 17 == 0 && call) {
        entry.event.error = ErrorKind::Throttled;
        entry.event.httpStatus = 429;
        entry.event.rows = 0;
    }
    return entry;
}

std::vector<std::int64_t> sequencesDownFrom(std::int64_t newest)
{
    std::vector<std::int64_t> sequences;
    sequences.reserve(static_cast<std::size_t>(newest));
    for (std::int64_t seq = newest; seq > 0; --seq)
        sequences.push_back(seq);
    return sequences;
}

void fillWithSamples(FakeSession &session)
{
    session.issued = {sampleCertificate()};
    session.toShip = sampleShipments();
    session.access = sampleAccess();
    session.found = sampleOrderFound();
    session.foundValues = sampleBuyerCopy().values;
    session.requests = sampleRequests();
    model::ConnectionView german = sampleConnection("de", "Nordlicht Europe", "eu");
    german.connection.features = {model::Feature::FulfilmentAddresses};
    german.connection.secretEnteredAt = at("2026-07-30T09:00:00Z");
    german.sealedValues = 1284;
    german.nextExpiry = dayOf(at("2026-11-24T00:00:00Z"));
    model::ConnectionView american = sampleConnection("us", "Nordlicht US", "na");
    american.marketplaces = {place("ATVPDKIKX0DER", "Amazon.com", "US"), place("A2EUQ1WTGCTBG2", "Amazon.ca", "CA")};
    american.connection.state = model::ConnectionState::ReauthorisationNeeded;
    american.connection.stateReason = ErrorKind::AuthorisationRevoked;
    american.dataSets.front().rows = 9120;
    american.dataSets.front().freshAsOf = at("2026-11-19T06:12:00Z");
    american.dataSets.front().lastError = ErrorKind::AuthorisationRevoked;
    model::ConnectionView old = sampleConnection("fe", "Nordlicht Japan", "fe");
    old.marketplaces = {place("A1VC38T7YXB528", "Amazon.co.jp", "JP")};
    old.connection.state = model::ConnectionState::Disconnected;
    old.connection.purgeOn = dayOf(at("2026-11-27T00:00:00Z"));
    session.views = {german, american, old};
    session.state.dataSets = german.dataSets;
    session.rows = {
        {"pii.days", 30, 1, 30, 1284, at("2026-10-25T10:00:00Z"), dayOf(at("2026-11-24T00:00:00Z")), 30, {}},
        {"orders.months", 18, 1, 120, 57333, at("2025-06-03T08:00:00Z"), dayOf(at("2026-12-03T00:00:00Z")), 18, {}},
        {"audit.months", 24, 12, 120, 18342, at("2026-10-15T08:00:00Z"), std::nullopt, 120, {}}};
    session.holdRegister = sampleHolds();
    session.stock = sampleInventory();
    session.sequences = sequencesDownFrom(18342);
    session.verification = {18342, "9f2c4be07a1d55e3b8c60f9127d4aa83", std::nullopt};
}

std::vector<model::Hold> sampleHolds()
{
    const auto hold = [](const char *id, const char *order, model::HoldKind kind, const char *reason,
                         const char *placed, const char *until) {
        return model::Hold{id,      {"de"},     "Nordlicht Europe", {order}, kind,         reason,
                           "owner", at(placed), dayOf(at(until)),   9,       std::nullopt, std::nullopt};
    };
    std::vector<model::Hold> holds{
        hold("h3", "305-8841207-5520311", model::HoldKind::Legal, "Lawsuit about warranty, file 4 C 117/26",
             "2026-11-20T09:12:00Z", "2028-12-31T00:00:00Z"),
        hold("h2", "303-1177420-9018822", model::HoldKind::Tax, "Tax audit 2026, invoices to private buyers",
             "2026-10-02T15:40:00Z", "2027-03-31T00:00:00Z"),
        hold("h1", "302-5530018-7742169", model::HoldKind::Tax, "VAT check of the third quarter",
             "2026-07-14T08:05:00Z", "2026-10-31T00:00:00Z")};
    holds[2].endedBy = model::HoldEnd::Date;
    holds[2].ended = at("2026-11-01T07:30:00Z");
    return holds;
}

model::Inventory sampleInventory()
{
    const auto held = [](std::int64_t rows, std::string_view oldest, std::string_view newest) {
        return model::Held{rows, at(oldest), at(newest), std::nullopt};
    };
    std::vector<model::Connection> connections{sampleConnection("de", "Nordlicht Europe", "eu").connection,
                                               sampleConnection("us", "Nordlicht US", "na").connection,
                                               sampleConnection("fe", "Nordlicht Japan", "fe").connection};
    connections[2].purgeOn = dayOf(at("2026-11-27T00:00:00Z"));
    std::vector<records::TableHolding> tables;
    std::int64_t share = 12; // of the whole, in this connection
    for (const char *id : {"de", "us", "fe"}) {
        tables.push_back({"connection", {id}, held(1, "2026-11-10T09:00:00Z", "2026-11-10T09:00:00Z")});
        tables.push_back({"marketplace", {id}, held(3, "2026-11-22T13:46:00Z", "2026-11-22T13:46:00Z")});
        for (const char *table : {"orders", "order_item", "order_proceeds", "order_package"})
            tables.push_back({table, {id}, held(share * 4017, "2025-06-03T08:00:00Z", "2026-11-22T13:46:00Z")});
        tables.push_back(
            {"order_item_handling", {id}, held(share * 11, "2025-08-11T08:00:00Z", "2026-11-21T07:10:00Z")});
        tables.push_back({"rate_bucket", {id}, held(4, "2026-11-22T13:46:00Z", "2026-11-22T13:46:00Z")});
        share /= 3;
    }
    tables.push_back({"audit_entry", {}, held(18342, "2026-10-15T08:00:00Z", "2026-11-22T13:57:41Z")});
    tables.push_back({"exported_file", {}, held(2, "2026-11-14T16:20:00Z", "2026-11-20T10:05:00Z")});
    tables.push_back({"erasure_certificate", {}, held(1, "2026-11-23T12:00:04Z", "2026-11-23T12:00:04Z")});
    tables.push_back({"hold", {"de"}, held(3, "2026-07-14T08:05:00Z", "2026-11-20T09:12:00Z")});
    tables.push_back({"setting", {}, {4, std::nullopt, std::nullopt, std::nullopt}});
    profile::OutsideVault outside;
    outside.now = at("2026-11-22T13:58:00Z");
    outside.piiDays = 30;
    outside.ordersMonths = 18;
    outside.auditMonths = 24;
    outside.sealed = {{{"de"}, held(1284, "2026-10-25T10:00:00Z", "2026-11-22T13:40:00Z")}};
    outside.sealed.front().held.goesFrom = dayOf(at("2026-11-24T00:00:00Z"));
    outside.held = {{{"de"}, held(18, "2026-09-29T10:00:00Z", "2026-11-18T13:40:00Z")}};
    outside.held.front().held.goesFrom = dayOf(at("2027-04-01T00:00:00Z"));
    outside.secrets = {"hold/h2",  "hold/h3",  "device",     "anchor",    "canary",
                       "token/de", "token/us", "ratchet/de", "ratchet/us"};
    outside.slots = 1;
    model::Inventory inventory = profile::inventoryOf(connections, tables, outside);
    inventory.location.folder = "/data/Sellerkeep/profiles/5d0c2f1e-7a64-4b6e-9c0d-2f4b8a1e7c33";
    return inventory;
}

model::AccessReport sampleAccess()
{
    model::AccessReport report;
    report.connection = {"de"};
    report.region = "eu";
    report.time = at("2026-11-22T13:58:00Z");
    const auto found = [](AuditOperation call, model::AccessVerdict verdict, std::optional<ErrorKind> error,
                          int status) {
        return model::AccessFinding{call,  verdict, error, {}, status, "7f3b2c9a-41d8-4c55-9b0e-5a6e1d20c4f7",
                                    240ms, {}};
    };
    report.findings = {found(AuditOperation::TokenRefreshed, model::AccessVerdict::Fine, {}, 200),
                       found(AuditOperation::GetMarketplaceParticipations, model::AccessVerdict::RoleMissing,
                             ErrorKind::RoleMissing, 403),
                       found(AuditOperation::SearchOrders, model::AccessVerdict::Fine, {}, 200),
                       found(AuditOperation::GetOrder, model::AccessVerdict::AddressMissing, {}, 200),
                       {}};
    report.findings[1].roles = {"Product Listing", "Selling Partner Insights"};
    report.findings[3].roles = {"Direct-to-Consumer Shipping"};
    report.findings[4].verdict = model::AccessVerdict::ClockWrong;
    report.findings[4].error = ErrorKind::ClockWrong;
    report.findings[4].clockAhead = std::chrono::minutes(-7);
    return report;
}

std::vector<model::Shipment> sampleShipments()
{
    const std::vector<std::string> fields{"name", "addressLine1", "city", "postalCode", "countryCode", "phone"};
    const auto shipment = [&fields](const char *order, const char *shipBy, const char *level, const char *until,
                                    std::vector<model::ShipmentItem> items) {
        return model::Shipment{{{"de"}, {order}}, "Amazon.de",     level, at(shipBy), true, fields,
                               dayOf(at(until)),  std::move(items)};
    };
    std::vector<model::Shipment> all{
        shipment("305-1183625-7740213", "2026-11-22T22:59:59Z", "EXPEDITED", "2026-12-19T00:00:00Z",
                 {{"NL-TENT-2P", "Trekking tent, two persons", 1}, {"NL-PEG-10", "Tent pegs, set of ten", 2}}),
        shipment("305-9920147-1102368", "2026-11-24T22:59:59Z", "STANDARD", "2026-12-20T00:00:00Z",
                 {{"NL-STOVE-S", "Camping stove, small", 1}}),
        shipment("306-4471902-5583017", "2026-11-25T22:59:59Z", "STANDARD", "2026-12-21T00:00:00Z",
                 {{"NL-LAMP-USB", "Lantern, rechargeable", 3}}),
        shipment("304-2236710-9914425", "2026-11-16T22:59:59Z", "STANDARD", "2026-12-09T00:00:00Z",
                 {{"NL-MUG-04", "Enamel mug, 0.4 l", 4}}),
    };
    all.back().open = false;
    return all;
}

std::string sampleValue(const std::string &field, const std::string &order)
{
    if (field == "name")
        return "Erika Mustermann";
    if (field == "addressLine1")
        return "Musterweg " + order.substr(0, 3);
    if (field == "city")
        return "Musterstadt";
    if (field == "postalCode")
        return "00" + order.substr(0, 3);
    if (field == "countryCode")
        return "DE";
    return "555 " + order.substr(4, 4);
}

model::Erased sampleCertificate()
{
    model::ErasureCertificate certificate;
    certificate.id = "0b7c6a52-3c1e-4f0a-9d2e-5a8d7c1b2e3f";
    certificate.profileId = "11111111-2222-4333-8444-555555555555";
    certificate.profileName = "Nordlicht Handels GmbH";
    certificate.subject = "c1a2b3c4-0000-4000-8000-000000000001";
    certificate.label = "Nordlicht US";
    certificate.reason = model::ErasureReason::AmazonRequest;
    certificate.by = "owner";
    certificate.begun = fromMillis(1'795'435'200'000);
    certificate.finished = certificate.begun + std::chrono::seconds(4);
    certificate.counts = {{"connections", 1},  {"orders", 2148},    {"order-items", 2903},
                          {"pii-values", 164}, {"export-files", 2}, {"keychain-entries", 2}};
    certificate.checks = {{"rows", 9, 0, true},
                          {"pii-values", 1, 0, true},
                          {"keychain", 2, 0, true},
                          {"vault-pages", 18'000'000, 0, true},
                          {"pii-pages", 900'000, 0, true},
                          {"files", 19'000'000, 0, true}};
    certificate.outOfReach = {"exports-moved", "os-snapshots", "amazon"};
    certificate.auditSeq = 4711;
    certificate.auditHead = std::string(64, 'a');
    return {certificate, "{\"format\":\"sellerkeep-erasure-certificate\"}"};
}

model::OrderFound sampleOrderFound()
{
    const auto row = [](std::vector<std::pair<const char *, const char *>> values) {
        model::HeldRow held;
        for (const auto &[name, value] : values)
            held.values.push_back({name, std::string(value), false});
        return held;
    };
    model::OrderFound found;
    found.order = {"701-4839201-5583920"};
    model::OrderHolding holding;
    holding.connection = {"de"};
    holding.label = "Nordlicht Europa";
    holding.tables = {
        {"orders",
         "orders",
         {row({{"order_id", "701-4839201-5583920"},
               {"marketplace_name", "Amazon.de"},
               {"channel", "AMAZON"},
               {"status", "UNSHIPPED"},
               {"fulfilled_by", "MERCHANT"},
               {"created_at", "2026-11-20T09:12:00Z"},
               {"updated_at", "2026-11-20T09:40:00Z"},
               {"currency", "EUR"},
               {"grand_total", "59.80"},
               {"items_total", "50.25"},
               {"tax_total", "9.55"},
               {"received_at", "2026-11-20T10:00:00Z"},
               {"origin", "searchOrders"}})}},
        {"order-items",
         "order_item",
         {row({{"item_id", "48273911029384"},
               {"sku", "NL-LAMP-02"},
               {"asin", "B0C1234XYZ"},
               {"title", "Stehlampe Nordlicht, Eiche, 160 cm, mit Leuchtmittel und Fernbedienung"},
               {"quantity", "1"},
               {"currency", "EUR"},
               {"item_price", "42.00"}}),
          row({{"item_id", "48273911029391"},
               {"sku", "NL-BULB-11"},
               {"asin", "B0C7777XYZ"},
               {"title", "Leuchtmittel E27, 4er-Pack"},
               {"quantity", "2"},
               {"currency", "EUR"},
               {"item_price", "8.25"}})}},
    };
    for (const char *field : {"recipient.deliveryAddress.name", "recipient.deliveryAddress.addressLine1",
                              "recipient.deliveryAddress.postalCode", "recipient.deliveryAddress.city"})
        holding.personal.push_back({field, at("2026-11-20T10:00:00Z"), "getOrder", dayOf(at("2026-12-20T00:00:00Z"))});
    found.holdings = {holding};
    found.files = {{"/data/Exports/export-orders-2026.csv", at("2026-11-21T10:00:00Z"), false}};
    return found;
}

profile::BuyerCopy sampleBuyerCopy()
{
    profile::BuyerCopy copy{sampleOrderFound(), {}};
    for (const char *value : {"Philomena Plantenberg", "Uferweg 7 <b>", "24103", "Kiel"})
        copy.values.push_back(secrets::Secret::copyOf(asBytes(value)));
    return copy;
}

std::vector<model::DeletionRequest> sampleRequests()
{
    model::DeletionRequest late{"r1",
                                model::RequestedBy::Amazon,
                                dayOf(at("2026-10-20T00:00:00Z")),
                                at("2026-10-20T08:00:00Z"),
                                std::nullopt,
                                {{{"701-2210394-1192837"}, {}}},
                                true};
    model::DeletionRequest open{"r2",
                                model::RequestedBy::Buyer,
                                dayOf(at("2026-11-10T00:00:00Z")),
                                at("2026-11-10T08:00:00Z"),
                                std::nullopt,
                                {{{"701-4839201-5583920"}, {}}, {{"701-9928371-0092837"}, {}}},
                                false};
    model::DeletionRequest done{"r3",
                                model::RequestedBy::Amazon,
                                dayOf(at("2026-09-01T00:00:00Z")),
                                at("2026-09-01T08:00:00Z"),
                                at("2026-09-12T08:00:00Z"),
                                {{{"701-1029384-7561029"}, "0b7c6a52-3c1e-4f0a-9d2e-5a8d7c1b2e3f"}},
                                false};
    return {late, open, done};
}

} // namespace sk::ui::test
