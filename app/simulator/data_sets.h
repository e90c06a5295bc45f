// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sk::simulator {

/// `includedData` of Orders 2026-01-01 as a set of bits.
using DataSets = std::uint32_t;

constexpr DataSets kBuyer = 1U << 0;
constexpr DataSets kRecipient = 1U << 1;
constexpr DataSets kProceeds = 1U << 2;
constexpr DataSets kExpense = 1U << 3;
constexpr DataSets kPromotion = 1U << 4;
constexpr DataSets kCancellation = 1U << 5;
constexpr DataSets kFulfillment = 1U << 6;
constexpr DataSets kPackages = 1U << 7;
constexpr DataSets kTax = 1U << 8;
constexpr DataSets kPayment = 1U << 9;
constexpr DataSets kFulfillmentOrders = 1U << 10;
constexpr DataSets kAllDataSets = (1U << 11) - 1;

/// What the fault "unasked PII" adds.
constexpr DataSets kPersonalDataSets = kBuyer | kRecipient | kTax | kPayment;

struct DataSetName
{
    std::string_view name;
    DataSets bit;
};

/// The model's enum, in its order.
constexpr DataSetName kDataSetNames[] = {
    {"BUYER", kBuyer},
    {"RECIPIENT", kRecipient},
    {"PROCEEDS", kProceeds},
    {"EXPENSE", kExpense},
    {"PROMOTION", kPromotion},
    {"CANCELLATION", kCancellation},
    {"FULFILLMENT", kFulfillment},
    {"PACKAGES", kPackages},
    {"TAX", kTax},
    {"PAYMENT", kPayment},
    {"FULFILLMENT_ORDERS", kFulfillmentOrders},
};

} // namespace sk::simulator
