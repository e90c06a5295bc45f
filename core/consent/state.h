// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/secrets/secret.h"

#include <chrono>

namespace sk::consent {

/// How long a consent may take, from the address that was shown to the answer (CRED-2).
inline constexpr std::chrono::minutes kConsentTime{15};

/// Where on this computer the redirect page hands the answer to: the loopback listener of the attempt.
struct HandOver
{
    std::uint16_t port = 0;
    std::string segment; ///< of the path; 128 random bits, so that no other page can hit the listener blindly
};

/// A moment by both clocks: the monotonic one need not count a computer's sleep, the wall clock can be set.
struct Moment
{
    std::chrono::milliseconds monotonic{0};
    Time wall;
};

[[nodiscard]] Moment momentOf(const Clock &clock);

/// Random bytes as base64url without padding (RFC 4648 section 5).
[[nodiscard]] std::string randomText(const RandomSource &random, std::size_t bytes);

/// The one-time OAuth state of one consent attempt (RFC 6749 10.12): 32 bytes of the system's CSPRNG, and behind them,
/// if there is a listener, `.PORT.SEGMENT` for the redirect page. Amazon carries it round and does not look into it.
class State
{
public:
    State(const RandomSource &random, const std::optional<HandOver> &handOver, Moment now);

    [[nodiscard]] const std::string &text() const { return m_text; }
    /// Succeeds once: with exactly this state, within kConsentTime by either clock. ConsentInvalid says what is wrong.
    [[nodiscard]] Result<void> redeem(std::string_view presented, Moment now);

private:
    std::string m_text;
    Moment m_born;
    bool m_redeemed = false;
};

} // namespace sk::consent
