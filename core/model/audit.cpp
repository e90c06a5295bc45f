// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/audit.h"

#include "core/model/words.h"

#include <array>

namespace sk::model {

namespace {

using Op = AuditOperation;

/// API calls carry Amazon's own operation names.
constexpr std::array kOperations{
    std::pair{Op::ProfileCreated, std::string_view("profile.created")},
    std::pair{Op::ProfileOpened, std::string_view("profile.opened")},
    std::pair{Op::ProfileClosed, std::string_view("profile.closed")},
    std::pair{Op::ConnectionAdded, std::string_view("connection.added")},
    std::pair{Op::ConnectionTested, std::string_view("connection.tested")},
    std::pair{Op::ConnectionDisconnected, std::string_view("connection.disconnected")},
    std::pair{Op::ConnectionPurged, std::string_view("connection.purged")},
    std::pair{Op::ConnectionStateChanged, std::string_view("connection.state_changed")},
    std::pair{Op::ErasureCertified, std::string_view("erasure.certified")},
    std::pair{Op::OrphansRemoved, std::string_view("orphans.removed")},
    std::pair{Op::ConsentStarted, std::string_view("consent.started")},
    std::pair{Op::ConsentAnswered, std::string_view("consent.answered")},
    std::pair{Op::ConnectionExported, std::string_view("connection.exported")},
    std::pair{Op::FeatureEnabled, std::string_view("feature.enabled")},
    std::pair{Op::FeatureDisabled, std::string_view("feature.disabled")},
    std::pair{Op::RetentionChanged, std::string_view("retention.changed")},
    std::pair{Op::HoldPlaced, std::string_view("hold.placed")},
    std::pair{Op::HoldReleased, std::string_view("hold.released")},
    std::pair{Op::PiiSealed, std::string_view("pii.sealed")},
    std::pair{Op::PiiRemoved, std::string_view("pii.removed")},
    std::pair{Op::PiiExpired, std::string_view("pii.expired")},
    std::pair{Op::RatchetDestroyed, std::string_view("ratchet.destroyed")},
    std::pair{Op::RatchetRestarted, std::string_view("ratchet.restarted")},
    std::pair{Op::RowsExpired, std::string_view("rows.expired")},
    std::pair{Op::PiiDamaged, std::string_view("pii.damaged")},
    std::pair{Op::DataExported, std::string_view("data.exported")},
    std::pair{Op::AuditExported, std::string_view("audit.exported")},
    std::pair{Op::AuditVerified, std::string_view("audit.verified")},
    std::pair{Op::AuditPruned, std::string_view("audit.pruned")},
    std::pair{Op::KeysRotated, std::string_view("keys.rotated")},
    std::pair{Op::LeakSuspected, std::string_view("leak.suspected")},
    std::pair{Op::LeakResolved, std::string_view("leak.resolved")},
    std::pair{Op::OldSecretDestroyed, std::string_view("client_secret.old_destroyed")},
    std::pair{Op::TokenRefreshed, std::string_view("lwa.refreshToken")},
    std::pair{Op::CodeExchanged, std::string_view("lwa.authorizationCode")},
    std::pair{Op::GetMarketplaceParticipations, std::string_view("getMarketplaceParticipations")},
    std::pair{Op::SearchOrders, std::string_view("searchOrders")},
    std::pair{Op::GetOrder, std::string_view("getOrder")},
    std::pair{Op::PiiRevealedForFulfilment, std::string_view("pii.revealed.fulfilment")},
    std::pair{Op::PiiRevealedForTax, std::string_view("pii.revealed.tax")},
    std::pair{Op::PiiRevealedForLegal, std::string_view("pii.revealed.legal")},
    std::pair{Op::PiiRevealedForSlips, std::string_view("pii.revealed.slips")},
    std::pair{Op::PackingSlipsMade, std::string_view("packing-slips.made")},
    std::pair{Op::PiiUsedInPassing, std::string_view("pii.used")},
    std::pair{Op::AcceptableUseAcknowledged, std::string_view("acceptable-use.acknowledged")},
    std::pair{Op::BuyerExported, std::string_view("buyer.exported")},
    std::pair{Op::OrderErased, std::string_view("order.erased")},
    std::pair{Op::RequestRecorded, std::string_view("request.recorded")},
};

} // namespace

std::string_view toWord(AuditOperation operation)
{
    return wordIn(kOperations, operation);
}

std::string_view toWord(DataClass dataClass)
{
    switch (dataClass) {
    case DataClass::None: return "none";
    case DataClass::Credentials: return "credentials";
    case DataClass::Orders: return "orders";
    case DataClass::Pii: return "pii";
    case DataClass::Marketplaces: return "marketplaces";
    case DataClass::Audit: return "audit";
    case DataClass::Settings: return "settings";
    }
    return "unknown";
}

std::string_view toWord(AuditActor actor)
{
    switch (actor) {
    case AuditActor::System: return "system";
    case AuditActor::Owner: return "owner";
    }
    return "unknown";
}

std::optional<AuditOperation> auditOperationFromWord(std::string_view word)
{
    return valueIn(kOperations, word);
}

std::vector<AuditOperation> allAuditOperations()
{
    return valuesOf(kOperations);
}

std::string_view outcomeWord(const AuditEvent &event)
{
    return event.error ? sk::toWord(*event.error) : std::string_view("ok");
}

} // namespace sk::model
