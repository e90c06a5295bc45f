// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/erasure.h"

#include "core/model/words.h"

#include <algorithm>
#include <array>

namespace sk::model {

namespace {

constexpr std::array kScopes{
    std::pair{ErasureScope::Connection, std::string_view("connection")},
    std::pair{ErasureScope::Profile, std::string_view("profile")},
    std::pair{ErasureScope::Order, std::string_view("order")},
};
constexpr std::array kReasons{
    std::pair{ErasureReason::OwnerRequest, std::string_view("owner-request")},
    std::pair{ErasureReason::DisconnectedTooLong, std::string_view("disconnected-too-long")},
    std::pair{ErasureReason::AmazonRequest, std::string_view("amazon-request")},
    std::pair{ErasureReason::BuyerRequest, std::string_view("buyer-request")},
};

} // namespace

bool ErasureCertificate::isClean() const
{
    return std::all_of(checks.begin(), checks.end(),
                       [](const ErasureCheck &check) { return check.done && check.found == 0; });
}

std::string_view toWord(ErasureScope scope)
{
    return wordIn(kScopes, scope);
}

std::string_view toWord(ErasureReason reason)
{
    return wordIn(kReasons, reason);
}

std::optional<ErasureScope> erasureScopeFromWord(std::string_view word)
{
    return valueIn(kScopes, word);
}

std::optional<ErasureReason> erasureReasonFromWord(std::string_view word)
{
    return valueIn(kReasons, word);
}

} // namespace sk::model
