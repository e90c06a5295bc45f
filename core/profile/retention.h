// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/audit.h"
#include "core/privacy/expiry.h"

#include <array>
#include <string_view>

namespace sk::profile {

inline constexpr std::string_view kPiiDays = "pii.days";
inline constexpr std::string_view kOrdersMonths = "orders.months";
inline constexpr std::string_view kAuditMonths = "audit.months";

/// How long a class of data is kept: default and bounds (controls RET-1, RET-4, RET-5). Between `cap` and `most` only
/// with a recorded legal reason. PII counts from the earliest of
/// receipt, shipment, delivery; other rows from receipt; audit entries from when they were written. These outlive by
/// default every row they tell of.
struct RetentionRule
{
    std::string_view key;
    int standard;
    int least;
    int cap;
    int most;
    model::DataClass dataClass; ///< what a change of it is audited as
};

inline constexpr std::array kRetentionRules{
    RetentionRule{kPiiDays, privacy::kDefaultPiiDays, 1, privacy::kMostPiiDays, privacy::kMostPiiDays,
                  model::DataClass::Pii},
    RetentionRule{kOrdersMonths, 18, 1, 18, 120, model::DataClass::Orders},
    RetentionRule{kAuditMonths, 24, 12, 120, 120, model::DataClass::Audit},
};

[[nodiscard]] const RetentionRule *findRetentionRule(std::string_view key);
/// NotFound for an unknown key, Usage for a value outside its bounds.
[[nodiscard]] Result<void> checkRetention(std::string_view key, int value);
/// What is recorded as the legal reason of a value that checkRetention() lets pass: empty up to the cap. Usage beyond
/// it without a fit reason, and for a reason that nothing needs.
[[nodiscard]] Result<std::string> legalReason(std::string_view key, int value, std::string_view reason);

/// Calendar months back or on; a day that the month does not have becomes its last.
[[nodiscard]] Time monthsBefore(Time time, int months);
[[nodiscard]] Time monthsAfter(Time time, int months);

} // namespace sk::profile
