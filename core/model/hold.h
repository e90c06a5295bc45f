// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace sk::model {

/// What obliges the seller to keep an order's personal data beyond its period.
enum class HoldKind : std::uint8_t { Tax, Legal };
/// What ended a hold.
enum class HoldEnd : std::uint8_t { Date, Hand };

/// A tax or legal hold on one order (RET-3), as the register has it. The register outlives the values; no PII is in it.
struct Hold
{
    std::string id; ///< UUID; names the keychain entry of its key
    ConnectionId connection;
    std::string label; ///< the connection's when the hold was placed; the connection may be gone by now
    OrderId order;
    HoldKind kind = HoldKind::Tax;
    std::string reason; ///< one line of the person's own, without PII
    std::string by;     ///< the person's slot: `owner`
    Time placed{};
    Day until{};             ///< the last UTC day on which it holds
    std::int64_t values = 0; ///< that were sealed under it
    std::optional<HoldEnd> endedBy{};
    std::optional<Time> ended{}; ///< when its key was seen to be gone; absent while endedBy is set: to be finished

    [[nodiscard]] bool isInForce() const { return !endedBy; }
    friend bool operator==(const Hold &, const Hold &) = default;
};

/// Stable words: `tax`, `legal`; `date`, `hand`.
[[nodiscard]] std::string_view toWord(HoldKind kind);
[[nodiscard]] std::string_view toWord(HoldEnd end);
[[nodiscard]] std::optional<HoldKind> holdKindFromWord(std::string_view word);
[[nodiscard]] std::optional<HoldEnd> holdEndFromWord(std::string_view word);

} // namespace sk::model
