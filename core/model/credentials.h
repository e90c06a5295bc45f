// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connection.h"

namespace sk::model {

/// What grows old and has to be renewed (CRED-4).
enum class CredentialKind {
    ClientSecret,  ///< of the application: Amazon ends it
    Authorisation, ///< of the seller: Amazon ends it
    ProfileKeys,   ///< ours: renewed by rotation, nobody ends them
};

enum class CredentialStage {
    Fresh,
    Remind,  ///< time to renew it
    Overdue, ///< Amazon has ended it, or may any day
};

/// How old something is, and what that means.
struct CredentialAge
{
    CredentialKind kind = CredentialKind::ClientSecret;
    std::optional<ConnectionId> connection; ///< none for the profile's own keys
    Time madeAt;                            ///< entered, authorised, generated
    CredentialStage stage = CredentialStage::Fresh;
    Day remindOn;
    std::optional<Day> endsOn; ///< the day on which Amazon ends it
};

/// The only place with the numbers of days; `madeAt` in the future is fresh.
[[nodiscard]] CredentialAge credentialState(CredentialKind kind, Time madeAt, Time now);
/// Of a connection's credentials; none for a disconnected one, which has none.
[[nodiscard]] std::vector<CredentialAge> credentialAges(const Connection &connection, Time now);

/// What has to happen after a suspected leak, in this order.
enum class LeakStep {
    RotateKeys,          ///< ours, by us
    RevokeAuthorisation, ///< at Amazon: the old refresh token ends
    NewClientSecret,     ///< at Amazon, entered here
    NewAuthorisation,    ///< at Amazon; its refresh token entered here
};

struct LeakStepState
{
    LeakStep step = LeakStep::RotateKeys;
    bool done = false;
};

/// The steps of a connection whose credentials are suspected, each ticked by what is known of it; none when they are
/// not, or nothing is left of them. `keysMadeAt`: the profile's keys.
[[nodiscard]] std::vector<LeakStepState> leakSteps(const Connection &connection, Time keysMadeAt);
/// Nothing of what may have leaked is in use any more.
[[nodiscard]] bool isLeakOver(const Connection &connection, Time keysMadeAt);

/// What a change of the profile's keys came to.
struct KeyRotation
{
    std::int64_t resealed = 0; ///< PII values now sealed under the new key
    std::int64_t dropped = 0;  ///< PII values that no key opened any more
};

/// The stable words of the command line: `client-secret`, `remind`, `new-authorisation`, …
[[nodiscard]] std::string_view toWord(CredentialKind kind);
[[nodiscard]] std::string_view toWord(CredentialStage stage);
[[nodiscard]] std::string_view toWord(LeakStep step);

} // namespace sk::model
