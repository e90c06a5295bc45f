// SPDX-License-Identifier: GPL-3.0-or-later
// size: one line for each struct and enum that crosses the owner socket, in one place
#pragma once

// What may cross the owner socket: every struct with the number of its members, every enum with its values.
// A new struct is one line below. A member that is added without changing the number does not compile: the structured
// binding in membersOf() would have another number of names. So no member can be forgotten on the wire.

#include "core/profile/session.h"

#include <algorithm>
#include <tuple>

namespace sk::profile {

template <typename T>
inline constexpr int kMembers = 0;

template <typename Tag>
inline constexpr int kMembers<model::Id<Tag>> = 1;
template <>
inline constexpr int kMembers<Error> = 2;
template <>
inline constexpr int kMembers<model::Marketplace> = 9;
template <>
inline constexpr int kMembers<model::CustomEndpoint> = 3;
template <>
inline constexpr int kMembers<model::Connection> = 17;
template <>
inline constexpr int kMembers<model::CredentialAge> = 6;
template <>
inline constexpr int kMembers<model::LeakStepState> = 2;
template <>
inline constexpr int kMembers<model::KeyRotation> = 2;
template <>
inline constexpr int kMembers<model::DataSetStatus> = 6;
template <>
inline constexpr int kMembers<model::ConnectionView> = 6;
template <>
inline constexpr int kMembers<model::PiiStatus> = 3;
template <>
inline constexpr int kMembers<model::StatusView> = 6;
template <>
inline constexpr int kMembers<model::DataLocation> = 3;
template <>
inline constexpr int kMembers<model::Held> = 4;
template <>
inline constexpr int kMembers<model::HeldOfConnection> = 3;
template <>
inline constexpr int kMembers<model::InventoryClass> = 4;
template <>
inline constexpr int kMembers<model::Inventory> = 4;
template <>
inline constexpr int kMembers<model::SyncProgress> = 7;
template <>
inline constexpr int kMembers<model::DataSetReport> = 7;
template <>
inline constexpr int kMembers<model::SyncReport> = 1;
template <>
inline constexpr int kMembers<model::ExpiryReport> = 2;
template <>
inline constexpr int kMembers<model::RetentionRow> = 9;
template <>
inline constexpr int kMembers<model::RetentionPreview> = 3;
template <>
inline constexpr int kMembers<model::AccessFinding> = 8;
template <>
inline constexpr int kMembers<model::AccessReport> = 6;
template <>
inline constexpr int kMembers<model::AccessProgress> = 3;
template <>
inline constexpr int kMembers<model::AuditEvent> = 9;
template <>
inline constexpr int kMembers<model::AuditEntry> = 3;
template <>
inline constexpr int kMembers<model::AuditFilter> = 5;
template <>
inline constexpr int kMembers<model::AuditVerification> = 4;
template <>
inline constexpr int kMembers<model::Hold> = 12;
template <>
inline constexpr int kMembers<HoldRequest> = 5;
template <>
inline constexpr int kMembers<ConnectRequest> = 10;
template <>
inline constexpr int kMembers<ConsentRequest> = 14;
template <>
inline constexpr int kMembers<ConsentStarted> = 4;
template <>
inline constexpr int kMembers<ConnectionExport> = 3;
template <>
inline constexpr int kMembers<ConnectionImport> = 4;
template <>
inline constexpr int kMembers<ConnectResult> = 2;
template <>
inline constexpr int kMembers<SyncRequest> = 3;
template <>
inline constexpr int kMembers<ExportRequest> = 5;
template <>
inline constexpr int kMembers<AuditExportRequest> = 2;

template <>
inline constexpr int kMembers<model::ErasedCount> = 2;
template <>
inline constexpr int kMembers<model::ErasureCheck> = 4;
template <>
inline constexpr int kMembers<model::ErasureCertificate> = 15;
template <>
inline constexpr int kMembers<model::Erased> = 2;
template <>
inline constexpr int kMembers<model::CertificateVerdict> = 4;
template <>
inline constexpr int kMembers<model::OrderRef> = 2;
template <>
inline constexpr int kMembers<model::ShipmentItem> = 3;
template <>
inline constexpr int kMembers<model::Shipment> = 8;
template <>
inline constexpr int kMembers<model::AcceptableUse> = 2;
template <>
inline constexpr int kMembers<model::ZoneCount> = 2;
template <>
inline constexpr int kMembers<RevealRequest> = 3;
template <>
inline constexpr int kMembers<RevealedAddress> = 2;
template <>
inline constexpr int kMembers<Revealed> = 2;
template <>
inline constexpr int kMembers<SlipsMade> = 2;
template <>
inline constexpr int kMembers<model::HeldValue> = 3;
template <>
inline constexpr int kMembers<model::HeldRow> = 1;
template <>
inline constexpr int kMembers<model::HeldTable> = 3;
template <>
inline constexpr int kMembers<model::HeldPersonal> = 4;
template <>
inline constexpr int kMembers<model::OrderHolding> = 4;
template <>
inline constexpr int kMembers<model::RememberedFile> = 3;
template <>
inline constexpr int kMembers<model::OrderFound> = 5;
template <>
inline constexpr int kMembers<model::RequestedOrder> = 2;
template <>
inline constexpr int kMembers<model::DeletionRequest> = 7;
template <>
inline constexpr int kMembers<model::NewDeletionRequest> = 3;
template <>
inline constexpr int kMembers<model::CompletedRequest> = 2;
template <>
inline constexpr int kMembers<BuyerExport> = 3;
template <>
inline constexpr int kMembers<BuyerCopy> = 2;

// Enums: true for the values there are. Where there is a switch, the compiler asks for every new value.
[[nodiscard]] constexpr bool isKnown(ErrorKind kind)
{
    return kind >= ErrorKind::Usage && kind <= ErrorKind::Internal;
}
[[nodiscard]] constexpr bool isKnown(model::ConnectionState state)
{
    switch (state) {
    case model::ConnectionState::Active:
    case model::ConnectionState::ReauthorisationNeeded:
    case model::ConnectionState::SecretRefused:
    case model::ConnectionState::Disconnected: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::ConnectionKind kind)
{
    switch (kind) {
    case model::ConnectionKind::SellingPartner:
    case model::ConnectionKind::Ads: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::CredentialKind kind)
{
    switch (kind) {
    case model::CredentialKind::ClientSecret:
    case model::CredentialKind::Authorisation:
    case model::CredentialKind::ProfileKeys: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::CredentialStage stage)
{
    switch (stage) {
    case model::CredentialStage::Fresh:
    case model::CredentialStage::Remind:
    case model::CredentialStage::Overdue: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::LeakStep step)
{
    switch (step) {
    case model::LeakStep::RotateKeys:
    case model::LeakStep::RevokeAuthorisation:
    case model::LeakStep::NewClientSecret:
    case model::LeakStep::NewAuthorisation: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::Feature feature)
{
    switch (feature) {
    case model::Feature::FulfilmentAddresses: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::DataClass dataClass)
{
    switch (dataClass) {
    case model::DataClass::None:
    case model::DataClass::Credentials:
    case model::DataClass::Orders:
    case model::DataClass::Pii:
    case model::DataClass::Marketplaces:
    case model::DataClass::Audit:
    case model::DataClass::Settings: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::LocationTrouble trouble)
{
    switch (trouble) {
    case model::LocationTrouble::CloudFolder:
    case model::LocationTrouble::NetworkDrive:
    case model::LocationTrouble::RemovableDrive: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::ErasureScope scope)
{
    switch (scope) {
    case model::ErasureScope::Connection:
    case model::ErasureScope::Profile:
    case model::ErasureScope::Order: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::HoldKind kind)
{
    switch (kind) {
    case model::HoldKind::Tax:
    case model::HoldKind::Legal: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::HoldEnd end)
{
    switch (end) {
    case model::HoldEnd::Date:
    case model::HoldEnd::Hand: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::RevealPurpose purpose)
{
    switch (purpose) {
    case model::RevealPurpose::Fulfilment:
    case model::RevealPurpose::Tax:
    case model::RevealPurpose::Legal: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::ErasureReason reason)
{
    switch (reason) {
    case model::ErasureReason::OwnerRequest:
    case model::ErasureReason::DisconnectedTooLong:
    case model::ErasureReason::AmazonRequest:
    case model::ErasureReason::BuyerRequest: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::RequestedBy askedBy)
{
    switch (askedBy) {
    case model::RequestedBy::Amazon:
    case model::RequestedBy::Buyer: return true;
    }
    return false;
}
[[nodiscard]] constexpr bool isKnown(model::AccessVerdict verdict)
{
    return verdict >= model::AccessVerdict::Pending && verdict <= model::AccessVerdict::Unclear;
}
[[nodiscard]] constexpr bool isKnown(model::AuditActor actor)
{
    switch (actor) {
    case model::AuditActor::System:
    case model::AuditActor::Owner: return true;
    }
    return false;
}
[[nodiscard]] inline bool isKnown(model::AuditOperation operation)
{
    const std::vector<model::AuditOperation> all = model::allAuditOperations();
    return std::find(all.begin(), all.end(), operation) != all.end();
}

/// References to the members of a struct of the list above, in the order of their declaration.
template <typename T>
[[nodiscard]] constexpr auto membersOf(T &value)
{
    constexpr int count = kMembers<std::remove_const_t<T>>;
    static_assert(count >= 1 && count <= 17, "name the struct and the number of its members in wire_types.h");
    if constexpr (count == 1) {
        auto &[a] = value;
        return std::tie(a);
    } else if constexpr (count == 2) {
        auto &[a, b] = value;
        return std::tie(a, b);
    } else if constexpr (count == 3) {
        auto &[a, b, c] = value;
        return std::tie(a, b, c);
    } else if constexpr (count == 4) {
        auto &[a, b, c, d] = value;
        return std::tie(a, b, c, d);
    } else if constexpr (count == 5) {
        auto &[a, b, c, d, e] = value;
        return std::tie(a, b, c, d, e);
    } else if constexpr (count == 6) {
        auto &[a, b, c, d, e, f] = value;
        return std::tie(a, b, c, d, e, f);
    } else if constexpr (count == 7) {
        auto &[a, b, c, d, e, f, g] = value;
        return std::tie(a, b, c, d, e, f, g);
    } else if constexpr (count == 8) {
        auto &[a, b, c, d, e, f, g, h] = value;
        return std::tie(a, b, c, d, e, f, g, h);
    } else if constexpr (count == 9) {
        auto &[a, b, c, d, e, f, g, h, i] = value;
        return std::tie(a, b, c, d, e, f, g, h, i);
    } else if constexpr (count == 10) {
        auto &[a, b, c, d, e, f, g, h, i, j] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j);
    } else if constexpr (count == 11) {
        auto &[a, b, c, d, e, f, g, h, i, j, k] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k);
    } else if constexpr (count == 12) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l);
    } else if constexpr (count == 13) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m);
    } else if constexpr (count == 14) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n);
    } else if constexpr (count == 15) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
    } else if constexpr (count == 16) {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p);
    } else {
        auto &[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q] = value;
        return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q);
    }
}

} // namespace sk::profile
