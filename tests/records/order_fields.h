// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sk::test {

// What becomes of the fields of Amazon's Orders 2026-01-01 that are no PII. Paths are those of the PII registry:
// members inside an order, array indexes left out.

struct StoredField
{
    std::string_view path;
    std::string_view table;
    std::string_view column;
};

inline constexpr StoredField kStored[] = {
    {"orderId", "orders", "order_id"},
    {"orderAliases.aliasId", "orders", "aliases"},
    {"orderAliases.aliasType", "orders", "aliases"},
    {"createdTime", "orders", "created_at"},
    {"lastUpdatedTime", "orders", "updated_at"},
    {"programs", "orders", "programs"},
    {"associatedOrders.orderId", "orders", "associated_orders"},
    {"associatedOrders.associationType", "orders", "associated_orders"},
    {"salesChannel.channelName", "orders", "channel"},
    {"salesChannel.marketplaceId", "orders", "marketplace_id"},
    {"salesChannel.marketplaceName", "orders", "marketplace_name"},
    {"proceeds.grandTotal.amount", "orders", "grand_total"},
    {"proceeds.grandTotal.currencyCode", "orders", "currency"},
    {"proceeds.breakdowns.type", "order_proceeds", "type"},
    {"proceeds.breakdowns.status", "order_proceeds", "status"},
    {"proceeds.breakdowns.subtotal.amount", "order_proceeds", "amount"},
    {"proceeds.breakdowns.subtotal.currencyCode", "order_proceeds", "currency"},
    {"fulfillment.fulfillmentStatus", "orders", "status"},
    {"fulfillment.fulfilledBy", "orders", "fulfilled_by"},
    {"fulfillment.fulfillmentServiceLevel", "orders", "service_level"},
    {"fulfillment.shipByWindow.earliestDateTime", "orders", "ship_by_earliest"},
    {"fulfillment.shipByWindow.latestDateTime", "orders", "ship_by_latest"},
    {"fulfillment.deliverByWindow.earliestDateTime", "orders", "deliver_by_earliest"},
    {"fulfillment.deliverByWindow.latestDateTime", "orders", "deliver_by_latest"},
    {"fulfillment.labelPrintingWindow.earliestDateTime", "orders", "label_printing_earliest"},
    {"fulfillment.labelPrintingWindow.latestDateTime", "orders", "label_printing_latest"},
    {"fulfillmentOrders.fulfillmentOrderId", "orders", "fulfillment_orders"},

    {"orderItems.orderItemId", "order_item", "item_id"},
    {"orderItems.quantityOrdered", "order_item", "quantity"},
    {"orderItems.measurement.unit", "order_item", "measurement"},
    {"orderItems.measurement.value", "order_item", "measurement"},
    {"orderItems.associatedOrderItems.orderId", "order_item", "associated_items"},
    {"orderItems.associatedOrderItems.orderItemId", "order_item", "associated_items"},
    {"orderItems.associatedOrderItems.associationType", "order_item", "associated_items"},
    {"orderItems.programs", "order_item", "programs"},
    {"orderItems.product.asin", "order_item", "asin"},
    {"orderItems.product.title", "order_item", "title"},
    {"orderItems.product.sellerSku", "order_item", "sku"},
    {"orderItems.product.condition.conditionType", "order_item", "condition_type"},
    {"orderItems.product.condition.conditionSubtype", "order_item", "condition_subtype"},
    // Free text, but the seller's own: it stands on the public listing before there is a buyer.
    {"orderItems.product.condition.conditionNote", "order_item", "condition_note"},
    {"orderItems.product.price.unitPrice.amount", "order_item", "unit_price"},
    {"orderItems.product.price.unitPrice.currencyCode", "order_item", "currency"},
    {"orderItems.product.price.priceDesignation", "order_item", "price_designation"},
    {"orderItems.proceeds.proceedsTotal.amount", "order_item", "proceeds_total"},
    {"orderItems.proceeds.proceedsTotal.currencyCode", "order_item", "currency"},
    {"orderItems.proceeds.breakdowns.type", "order_proceeds", "type"},
    {"orderItems.proceeds.breakdowns.subtotal.amount", "order_proceeds", "amount"},
    {"orderItems.proceeds.breakdowns.subtotal.currencyCode", "order_proceeds", "currency"},
    {"orderItems.proceeds.breakdowns.detailedBreakdowns.subtype", "order_proceeds", "subtype"},
    {"orderItems.proceeds.breakdowns.detailedBreakdowns.value.amount", "order_proceeds", "amount"},
    {"orderItems.proceeds.breakdowns.detailedBreakdowns.value.currencyCode", "order_proceeds", "currency"},
    {"orderItems.expense.pointsCost.pointsGranted.pointsNumber", "order_item", "points_number"},
    {"orderItems.expense.pointsCost.pointsGranted.pointsMonetaryValue.amount", "order_item", "points_value"},
    {"orderItems.expense.pointsCost.pointsGranted.pointsMonetaryValue.currencyCode", "order_item", "currency"},
    {"orderItems.promotion.breakdowns.promotionId", "order_item", "promotions"},
    {"orderItems.cancellation.cancellationRequest.requester", "order_item", "cancel_requester"},
    {"orderItems.cancellation.cancellationExecution.cancelledBy", "order_item", "cancelled_by"},
    {"orderItems.fulfillment.quantityFulfilled", "order_item", "quantity_fulfilled"},
    {"orderItems.fulfillment.quantityUnfulfilled", "order_item", "quantity_unfulfilled"},
    {"orderItems.fulfillment.packing.giftOption.giftWrapLevel", "order_item", "gift_wrap_level"},

    {"orderItems.fulfillment.packing.serialNumberRequirement.requirementType", "order_item_handling", "serial_numbers"},
    {"orderItems.fulfillment.shipping.scheduledDeliveryWindow.earliestDateTime", "order_item_handling",
     "scheduled_delivery_earliest"},
    {"orderItems.fulfillment.shipping.scheduledDeliveryWindow.latestDateTime", "order_item_handling",
     "scheduled_delivery_latest"},
    {"orderItems.fulfillment.shipping.shippingConstraints.palletDelivery", "order_item_handling", "pallet_delivery"},
    {"orderItems.fulfillment.shipping.shippingConstraints.cashOnDelivery", "order_item_handling", "cash_on_delivery"},
    {"orderItems.fulfillment.shipping.shippingConstraints.signatureConfirmation", "order_item_handling",
     "signature_confirmation"},
    {"orderItems.fulfillment.shipping.shippingConstraints.recipientIdentityVerification", "order_item_handling",
     "recipient_identity_verification"},
    {"orderItems.fulfillment.shipping.shippingConstraints.recipientAgeVerification", "order_item_handling",
     "recipient_age_verification"},
    {"orderItems.fulfillment.shipping.internationalShipping.iossNumber", "order_item_handling", "ioss_number"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionType", "order_item_handling",
     "substitution_type"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionOptions.asin", "order_item_substitute", "asin"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionOptions.quantityOrdered",
     "order_item_substitute", "quantity"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionOptions.sellerSku", "order_item_substitute",
     "sku"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionOptions.title", "order_item_substitute",
     "title"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionOptions.measurement.unit",
     "order_item_substitute", "measurement"},
    {"orderItems.fulfillment.picking.substitutionPreference.substitutionOptions.measurement.value",
     "order_item_substitute", "measurement"},

    {"packages.packageReferenceId", "order_package", "package_id"},
    {"packages.createdTime", "order_package", "created_at"},
    {"packages.packageStatus.status", "order_package", "status"},
    {"packages.packageStatus.detailedStatus", "order_package", "detailed_status"},
    {"packages.carrier", "order_package", "carrier"},
    {"packages.shipTime", "order_package", "shipped_at"},
    {"packages.shippingService", "order_package", "shipping_service"},
    {"packages.packageItems.orderItemId", "order_package_item", "item_id"},
    {"packages.packageItems.quantity", "order_package_item", "quantity"},
};

struct LeftOutField
{
    std::string_view path; ///< it and everything below
    std::string_view reason;
};

inline constexpr std::string_view kOnlyWithTax =
    "comes only with TAX, which hands over the buyers' tax numbers: not asked for while no feature needs it";
inline constexpr std::string_view kOnlyWithPayment =
    "comes only with PAYMENT, which hands over payment details: not asked for while no feature needs it";

inline constexpr LeftOutField kLeftOut[] = {
    {"tax.taxRegistrations.entityType", kOnlyWithTax},
    {"tax.taxRegistrations.taxRegistrationType", kOnlyWithTax},
    {"tax.taxInvoicing", kOnlyWithTax},
    {"orderItems.tax", kOnlyWithTax},
    {"payment.paymentExecutions.paymentMethod", kOnlyWithPayment},
    {"payment.paymentExecutions.paymentAmount", kOnlyWithPayment},
};

} // namespace sk::test
