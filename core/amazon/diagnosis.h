// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/operations.h"
#include "core/model/access.h"
#include "core/net/hurdle.h"

namespace sk::amazon {

/// One thing the access doctor asks of Amazon.
struct AccessCheck
{
    std::optional<OperationId> operation;  ///< none: an access token of Login with Amazon
    std::optional<model::Feature> feature; ///< the opt-in that needs it; none: every connection does

    [[nodiscard]] model::AuditOperation call() const;
};

/// Every operation a sync uses, in the order in which they are tried.
inline constexpr std::array kAccessChecks{
    AccessCheck{std::nullopt, std::nullopt},
    AccessCheck{OperationId::GetMarketplaceParticipations, std::nullopt},
    AccessCheck{OperationId::SearchOrders, std::nullopt},
    AccessCheck{OperationId::GetOrder, model::Feature::FulfilmentAddresses},
};

/// What one check showed, before anybody says what it means.
struct Observation
{
    bool asked = true; ///< false: there was nothing to try it on
    std::optional<ErrorKind> error;
    net::Hurdle hurdle = net::Hurdle::None;
    bool unknownPath = false;
    bool addressMissing = false; ///< the recipient was asked for and is not in the answer
    int httpStatus = 0;
    std::string requestId;
    std::chrono::milliseconds duration{0};
    Time sent; ///< by this machine's clock, as is `answered`
    Time answered;
    std::optional<Time> serverDate;
};

/// What is known of a connection before anything is asked.
struct AccessFacts
{
    model::ConnectionKind kind = model::ConnectionKind::SellingPartner;
    std::vector<model::Feature> features;
    Time now;
    Time secretEnteredAt;
    bool hasWorked = false; ///< Login with Amazon has taken these credentials before
};

/// The checks of a connection, a prefix of which has been done.
[[nodiscard]] std::vector<AccessCheck> checksFor(const AccessFacts &facts);

/// What to try after `done`; nothing when all is tried, or when the last failure leaves nothing to be learnt: without
/// an access token, with refused credentials, or without a way to the server.
[[nodiscard]] std::optional<AccessCheck> nextCheck(const AccessFacts &facts, const std::vector<Observation> &done);

/// What the observations mean, one finding for each check of the connection and a last one for the clock. Sources:
/// sp-api.md 2.2, 2.8, 3.1, 3.3, 3.7, 5.1. `over`: nextCheck() has no more; else what is not done yet is Pending.
[[nodiscard]] std::vector<model::AccessFinding> diagnose(const AccessFacts &facts, const std::vector<Observation> &done,
                                                         bool over);

} // namespace sk::amazon
