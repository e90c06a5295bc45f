// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sk::simulator {

/// Everything that can go wrong on demand.
enum class FaultKind : std::uint8_t {
    Throttle,
    ServerError,
    Unavailable,
    HtmlOk,
    HtmlBadRequest,
    Truncated,
    CutJson,
    Dropped,
    Slow,
    Gzip,
    WrongDate,
    Redirect,
    RevokedAccessToken,
    ExpiredSecret,
    MissingRole,
    RepeatedPage,
    RefusedPageToken,
    UnaskedPii,
    UnknownValues,
    RevokedRefreshToken,
    NewRefreshToken,
    TokenUnavailable,
    CodeRefused,
    ConsentDeclined,
    ConsentState,
};

/// Which requests a fault counts and hits.
enum class FaultTarget : std::uint8_t {
    AnyApi,
    SearchOrders,
    Token,
    Consent, ///< what the person does on the consent page
};

/// One row of the catalogue. `usualTimes` 0 means until cleared: right for states of an account,
/// while accidents happen once.
struct FaultFact
{
    FaultKind kind;
    std::string_view name;
    FaultTarget target;
    int usualTimes;
    double usualValue;
    std::string_view summary;
};

std::span<const FaultFact> faultCatalogue();
const FaultFact &factOf(FaultKind kind);

/// A fault to come: from the `from`-th request of its target on, counted from the injection,
/// `times` times.
struct Fault
{
    FaultKind kind = FaultKind::Throttle;
    int from = 1;
    int times = -1;   ///< -1: the kind's usual number; 0: until cleared
    double value = 0; ///< slow-body: seconds; wrong-date: hours; new-refresh-token: 1 kills the old; 0: usual
};

/// Reads `KIND[=VALUE][@N[xM]]`; M may be `*` for "until cleared".
std::optional<Fault> parseFault(std::string_view text);

/// The faults in force. Safe to use from several threads.
class FaultPlan
{
public:
    void inject(const Fault &fault);
    void clear();

    /// Counts one request of `target` (SearchOrders counts as AnyApi too) and uses up the faults
    /// that hit it. @param hasPageToken whether a refused pagination token can hit.
    std::vector<Fault> hit(FaultTarget target, bool hasPageToken);

private:
    struct Armed
    {
        Fault fault;
        int seen = 0;
        int fired = 0;
    };

    std::mutex m_mutex;
    std::vector<Armed> m_armed;
};

/// The fault of this kind among those that hit, or nullptr.
const Fault *findFault(const std::vector<Fault> &faults, FaultKind kind);

} // namespace sk::simulator
