// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/data_sets.h"
#include "app/simulator/json_writer.h"
#include "app/simulator/marketplaces.h"
#include "app/simulator/order_facts.h"
#include "app/simulator/order_items.h"
#include "app/simulator/people.h"

#include <optional>
#include <vector>

namespace sk::simulator {

/// How orders are to be shown.
struct RenderOptions
{
    DataSets dataSets = 0;
    Millis visible = 0;         ///< the state of the world that is shown
    bool unknownValues = false; ///< fault: enum values and fields that no model names
};

/// Writes one `Order` of orders_2026-01-01.json, each field group only when asked for
/// (sp-api.md 5.3). Lives for one order.
///
/// Choices of ours where Amazon says nothing: DISCOUNT subtotals are negative, so that breakdowns
/// add up to the total; orders cancelled before payment have no amounts, later ones keep them.
class OrderRenderer
{
public:
    OrderRenderer(JsonWriter &json, const OrderFacts &order, const Marketplace &marketplace,
                  const RenderOptions &options);

    void write();

private:
    void writeHead();
    void writeBuyer();
    void writeRecipient();
    void writeAddress(bool withPhone);
    void writeDeliveryPreference();
    void writeProceeds();
    void writePayment();
    void writeTax();
    void writeFulfillment();
    void writePackages();
    void writePackageStatus();
    void writePackageItems();

    void writeItem(const Item &item);
    void writeProduct(const Item &item);
    void writeItemProceeds(const Item &item);
    void writeItemBreakdowns(const Charges &charges);
    void writeItemExtras(const Item &item);
    void writeItemCancellation();
    void writeAssociatedItem();
    void writeItemFulfillment(const Item &item);
    void writePicking(const Item &item);
    void writePacking(const Item &item);
    void writeShipping(const Item &item);
    void writeItemTax();

    void writeMoney(std::string_view name, std::int64_t minorUnits);
    void writeWindow(std::string_view name, Millis from, Millis until);
    void writeUnknown();
    bool wants(DataSets set) const { return (m_options.dataSets & set) != 0; }
    bool isOpenToBuyerData() const;
    const Person &person();
    Millis at(std::uint32_t offset) const { return m_order.created + Millis{offset} * kSecond; }
    Millis latestDelivery() const;

    JsonWriter &m_json;
    const OrderFacts &m_order;
    const Marketplace &m_marketplace;
    RenderOptions m_options;
    Status m_status;
    bool m_hasAmounts;
    std::vector<Item> m_items;
    std::optional<Person> m_person;
};

} // namespace sk::simulator
