// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

#include <array>
#include <optional>
#include <string_view>

namespace sk::privacy {

/// How Amazon and we class a field (sp-api.md section 8): A named as PII by Amazon, B identifying all the same, C
/// quasi-identifier, S the seller's own personal data.
enum class PiiClass { A, B, C, S };

/// One field of Orders 2026-01-01 that is PII. This table is what the parser's leftovers are judged by, what sealing
/// numbers its values with, and what the tests walk. A path that is not here is dropped as well: unknown means
/// personal.
struct PiiField
{
    std::int32_t number;   ///< part of sealed values' associated data: never reuse or renumber
    std::string_view path; ///< inside the order, array indexes left out
    PiiClass piiClass;
    std::optional<model::Feature> keptFor; ///< the opt-in that allows it to be sealed; none: never kept
};

inline constexpr std::optional<model::Feature> kNever = std::nullopt;
inline constexpr std::optional<model::Feature> kAddresses = model::Feature::FulfilmentAddresses;

inline constexpr std::array kPiiFields{
    PiiField{1, "recipient.deliveryAddress.name", PiiClass::A, kAddresses},
    PiiField{2, "recipient.deliveryAddress.companyName", PiiClass::B, kAddresses},
    PiiField{3, "recipient.deliveryAddress.addressLine1", PiiClass::A, kAddresses},
    PiiField{4, "recipient.deliveryAddress.addressLine2", PiiClass::A, kAddresses},
    PiiField{5, "recipient.deliveryAddress.addressLine3", PiiClass::A, kAddresses},
    PiiField{6, "recipient.deliveryAddress.city", PiiClass::C, kAddresses},
    PiiField{7, "recipient.deliveryAddress.districtOrCounty", PiiClass::B, kAddresses},
    PiiField{8, "recipient.deliveryAddress.stateOrRegion", PiiClass::C, kAddresses},
    PiiField{9, "recipient.deliveryAddress.municipality", PiiClass::B, kAddresses},
    PiiField{10, "recipient.deliveryAddress.postalCode", PiiClass::A, kAddresses},
    PiiField{11, "recipient.deliveryAddress.countryCode", PiiClass::C, kAddresses},
    PiiField{12, "recipient.deliveryAddress.phone", PiiClass::A, kAddresses},
    PiiField{13, "recipient.deliveryAddress.extendedFields.streetName", PiiClass::A, kAddresses},
    PiiField{14, "recipient.deliveryAddress.extendedFields.streetNumber", PiiClass::A, kAddresses},
    PiiField{15, "recipient.deliveryAddress.extendedFields.complement", PiiClass::A, kAddresses},
    PiiField{16, "recipient.deliveryAddress.extendedFields.neighborhood", PiiClass::A, kAddresses},
    PiiField{17, "recipient.deliveryAddress.addressType", PiiClass::C, kAddresses},
    PiiField{18, "recipient.deliveryPreference.dropOffLocation", PiiClass::B, kAddresses},
    PiiField{19, "recipient.deliveryPreference.addressInstruction", PiiClass::B, kAddresses},
    PiiField{20, "recipient.deliveryPreference.deliveryTime", PiiClass::B, kNever},
    PiiField{21, "recipient.deliveryPreference.deliveryCapabilities", PiiClass::C, kNever},
    PiiField{30, "buyer.buyerName", PiiClass::A, kNever},
    PiiField{31, "buyer.buyerEmail", PiiClass::A, kNever},
    PiiField{32, "buyer.buyerCompanyName", PiiClass::B, kNever},
    PiiField{33, "buyer.buyerPurchaseOrderNumber", PiiClass::B, kNever},
    PiiField{40, "orderItems.fulfillment.packing.giftOption.giftMessage", PiiClass::A, kNever},
    PiiField{41, "orderItems.product.customization.customizedUrl", PiiClass::A, kNever},
    PiiField{42, "orderItems.product.serialNumbers", PiiClass::B, kNever},
    PiiField{43, "orderItems.cancellation.cancellationRequest.cancelReason", PiiClass::C, kNever},
    PiiField{44, "orderItems.cancellation.cancellationExecution.cancelReason", PiiClass::C, kNever},
    PiiField{50, "packages.trackingNumber", PiiClass::B, kNever},
    PiiField{51, "packages.packageItems.transparencyCodes", PiiClass::B, kNever},
    PiiField{52, "packages.shipFromAddress", PiiClass::S, kNever},
    PiiField{60, "tax.taxRegistrations.legalName", PiiClass::B, kNever},
    PiiField{61, "tax.taxRegistrations.taxRegistrationNumber", PiiClass::B, kNever},
    PiiField{62, "tax.taxRegistrations.taxRegistrationAddress", PiiClass::B, kNever},
    PiiField{63, "tax.taxRegistrations.taxRegistrationAttributes", PiiClass::B, kNever},
    PiiField{70, "payment.paymentExecutions.authorizationCode", PiiClass::B, kNever},
    PiiField{71, "payment.paymentExecutions.acquirerId", PiiClass::B, kNever},
    PiiField{72, "payment.paymentExecutions.cardBrand", PiiClass::B, kNever},
};

/// The field of exactly this path; null for paths that are not in the table.
[[nodiscard]] constexpr const PiiField *findPiiField(std::string_view path)
{
    for (const PiiField &field : kPiiFields) {
        if (field.path == path)
            return &field;
    }
    return nullptr;
}

} // namespace sk::privacy
