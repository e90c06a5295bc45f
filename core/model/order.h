// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"
#include "core/model/money.h"

#include <optional>
#include <string>
#include <vector>

namespace sk::model {

// The fields of Orders 2026-01-01 that are not PII (sp-api.md 5.3 and 8); tests/records/order_fields_test.cpp holds
// them against Amazon's model. Enum values stay text, because Amazon adds new ones; an absent amount is absent, never
// zero.

/// One line of a proceeds breakdown; `subtype` is set for the detailed lines of TAX and DISCOUNT.
struct ProceedsLine
{
    std::string type;
    std::string subtype;
    std::string status;
    Money amount;
};

struct TimeRange
{
    std::optional<Time> earliest;
    std::optional<Time> latest;

    friend bool operator==(const TimeRange &, const TimeRange &) = default;
};

/// A product that may be sent in an item's place.
struct Substitute
{
    std::string sku;
    std::string asin;
    std::string title;
    std::optional<std::int64_t> quantity;
    std::string measurement; ///< "value UNIT"

    friend bool operator==(const Substitute &, const Substitute &) = default;
};

/// What an item asks of whoever picks, packs and ships it. Most items ask for nothing.
struct ItemHandling
{
    TimeRange scheduledDelivery;
    std::string serialNumbers;  ///< REQUIRED
    std::string palletDelivery; ///< MANDATORY, as the four below
    std::string cashOnDelivery;
    std::string signatureConfirmation;
    std::string recipientIdentityVerification;
    std::string recipientAgeVerification;
    std::string iossNumber;       ///< the VAT registration a carrier has to be told
    std::string substitutionType; ///< CUSTOMER_PREFERENCE, AMAZON_RECOMMENDED, DO_NOT_SUBSTITUTE
    std::vector<Substitute> substitutes;

    friend bool operator==(const ItemHandling &, const ItemHandling &) = default;
};

/// An item of this or another order that was bought together with an item, such as its installation.
struct AssociatedItem
{
    std::string type;
    std::string orderId;
    std::string itemId;
};

struct OrderItem
{
    std::string id;
    std::string sku;
    std::string asin;
    std::string title;
    std::int64_t quantity = 0;
    std::optional<std::int64_t> quantityFulfilled;
    std::optional<std::int64_t> quantityUnfulfilled;
    std::string measurement;
    std::string conditionType;
    std::string conditionSubtype;
    std::string conditionNote; ///< the seller's own words, from the public listing
    std::string priceDesignation;
    std::vector<std::string> programs;
    std::vector<AssociatedItem> associatedItems;
    std::vector<std::string> promotions;
    std::string giftWrapLevel;
    std::string cancelRequester;
    std::string cancelledBy;
    std::optional<Money> unitPrice;
    std::optional<Money> proceedsTotal;
    std::optional<std::int64_t> pointsNumber;
    std::optional<Money> pointsValue;
    std::vector<ProceedsLine> proceeds;
    ItemHandling handling;

    /// The currency of the item's amounts; empty when it has none of its own.
    [[nodiscard]] std::string currency() const;
};

/// How many of which item lie in a package.
struct PackedItem
{
    std::string itemId;
    std::int64_t quantity = 0;
};

struct OrderPackage
{
    std::string id;
    std::string status;
    std::string detailedStatus;
    std::string carrier;
    std::string shippingService;
    std::optional<Time> createdAt;
    std::optional<Time> shippedAt;
    std::vector<PackedItem> items;
};

/// A kind and an id: order aliases, associated orders.
struct TypedId
{
    std::string type;
    std::string id;
};

struct Order
{
    OrderId id;
    Time createdAt;
    Time updatedAt;
    MarketplaceId marketplaceId;
    std::string marketplaceName;
    std::string channel;
    std::string status;      ///< FulfillmentStatus; empty when FULFILLMENT was not sent
    std::string fulfilledBy; ///< MERCHANT, AMAZON
    std::string serviceLevel;
    TimeRange shipBy;
    TimeRange deliverBy;
    TimeRange labelPrinting; ///< Amazon sends no end
    std::vector<std::string> programs;
    std::vector<TypedId> aliases;
    std::vector<TypedId> associatedOrders;
    std::vector<std::string> fulfillmentOrders; ///< ids of External Fulfillment's shipments; Easy Ship only
    std::optional<Money> grandTotal;
    std::vector<ProceedsLine> proceeds;
    std::vector<OrderItem> items;
    std::vector<OrderPackage> packages;

    /// The currency of the order's amounts; empty when it has none yet.
    [[nodiscard]] std::string currency() const;
    /// Sum of a proceeds type: the order's own line, else its items'. Absent when no amount is known.
    [[nodiscard]] std::optional<std::int64_t> total(std::string_view type) const;
    [[nodiscard]] std::int64_t units() const;
    [[nodiscard]] std::optional<Time> firstShippedAt() const;
    [[nodiscard]] bool isDelivered() const;
};

/// An item's own amount of a type: its subtype-ITEM line where the type is detailed, else the subtotal.
[[nodiscard]] std::optional<std::int64_t> itemAmount(const OrderItem &item, std::string_view type);

} // namespace sk::model
