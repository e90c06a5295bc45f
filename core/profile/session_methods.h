// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every call and every signal of Session, in one list that both ends of the owner socket are made from.
//
// A new call of Session needs
//   1. its declaration in session.h and its work in LocalSession,
//   2. one line in SessionCalls below,
//   3. its declaration in shared_session.h and one line in shared_session_calls.cpp,
//      return call<&Session::newCall>(std::move(argument));
//   4. for a struct that crosses the socket for the first time: one line in wire_types.h.
// Whatever of this is forgotten does not compile. A new signal needs one line in SessionSignals; a test counts them.

#include "core/profile/wire_reader.h"

namespace sk::profile {

/// What may be done when the owner ended after it had taken a call and before it answered.
enum class WhenLost {
    AskAgain, ///< the call only reads: the next owner is asked
    Fail,     ///< nobody knows whether it was done
};

template <typename Function>
struct Signature;
template <typename T, typename... Arguments>
struct Signature<QFuture<Result<T>> (Session::*)(Arguments...)>
{
    using Outcome = Result<T>;
    using Values = std::tuple<std::decay_t<Arguments>...>;
};
template <typename... Arguments>
struct Signature<void (Session::*)(Arguments...)>
{
    using Outcome = Result<void>;
    using Values = std::tuple<std::decay_t<Arguments>...>;
};

template <auto function, WhenLost whenLost>
struct Call : Signature<decltype(function)>
{
    static constexpr auto kFunction = function;
    static constexpr WhenLost kWhenLost = whenLost;
};
template <auto function>
using Reads = Call<function, WhenLost::AskAgain>;
template <auto function>
using Changes = Call<function, WhenLost::Fail>;
template <auto function>
struct Signal : Signature<decltype(function)>
{
    static constexpr auto kFunction = function;
};

// clang-format off
using SessionCalls = std::tuple<
    Reads<&Session::connections>,
    Changes<&Session::connectAccount>,
    Changes<&Session::beginConsent>,
    Changes<&Session::awaitConsent>,
    Changes<&Session::pasteConsent>,
    Changes<&Session::cancelConsent>,
    Changes<&Session::exportConnection>,
    Changes<&Session::importConnection>,
    Changes<&Session::checkAccess>,
    Changes<&Session::stopAccessCheck>,
    Changes<&Session::disconnectAccount>,
    Changes<&Session::setFeature>,
    Changes<&Session::rotateKeys>,
    Changes<&Session::suspectLeak>,
    Changes<&Session::sync>,
    Changes<&Session::stopSync>,
    Reads<&Session::status>,
    Reads<&Session::inventory>,
    Changes<&Session::expireNow>,
    Reads<&Session::retention>,
    Reads<&Session::previewRetention>,
    Changes<&Session::setRetention>,
    Reads<&Session::holds>,
    Changes<&Session::placeHold>,
    Changes<&Session::releaseHold>,
    Reads<&Session::auditSequences>,
    Reads<&Session::auditEntries>,
    Reads<&Session::verifyAudit>,
    Changes<&Session::exportAudit>,
    Changes<&Session::exportData>,
    Changes<&Session::eraseConnection>,
    Reads<&Session::certificates>,
    Reads<&Session::verifyCertificate>,
    Reads<&Session::shipments>,
    Reads<&Session::acceptableUse>,
    Changes<&Session::acknowledgeUse>,
    Changes<&Session::reveal>,
    Changes<&Session::slipsMade>,
    Changes<&Session::shippingZones>,
    Reads<&Session::findOrder>,
    Changes<&Session::exportBuyer>,
    Changes<&Session::rememberBuyerCopy>,
    Changes<&Session::eraseOrder>,
    Reads<&Session::deletionRequests>,
    Changes<&Session::addDeletionRequest>,
    Changes<&Session::completeDeletionRequest>>;
// clang-format on

// clang-format off
using SessionSignals = std::tuple<
    Signal<&Session::syncProgressed>,
    Signal<&Session::syncFinished>,
    Signal<&Session::accessProgressed>,
    Signal<&Session::connectionsChanged>,
    Signal<&Session::keysRotated>,
    Signal<&Session::auditGrew>,
    Signal<&Session::retentionChanged>,
    Signal<&Session::piiExpired>>;
// clang-format on

template <auto value>
using Constant = std::integral_constant<decltype(value), value>;

/// Where `function` stands in SessionCalls: its number on the wire.
template <auto function, std::size_t at = 0>
[[nodiscard]] constexpr std::size_t callNumber()
{
    static_assert(at < std::tuple_size_v<SessionCalls>, "name the call in SessionCalls (session_methods.h)");
    if constexpr (std::is_same_v<Constant<function>, Constant<std::tuple_element_t<at, SessionCalls>::kFunction>>)
        return at;
    else
        return callNumber<function, at + 1>();
}

template <auto function>
using CallOf = std::tuple_element_t<callNumber<function>(), SessionCalls>;

/// Runs `work(Element())` for each type of a list, with its number: work.template operator()<Element>(number).
template <typename List, typename Work, std::size_t... at>
void forEachOf(Work work, std::index_sequence<at...>)
{
    (work.template operator()<std::tuple_element_t<at, List>>(at), ...);
}
template <typename List, typename Work>
void forEach(Work work)
{
    forEachOf<List>(work, std::make_index_sequence<std::tuple_size_v<List>>());
}

/// Reads the arguments of a call or signal; empty unless the bytes are exactly these.
template <typename Values>
[[nodiscard]] std::optional<Values> readValues(WireReader &reader)
{
    Values values;
    std::apply([&reader](auto &...value) { ((value = reader.get<std::remove_reference_t<decltype(value)>>()), ...); },
               values);
    return reader.atEnd() ? std::optional<Values>(std::move(values)) : std::nullopt;
}

} // namespace sk::profile
