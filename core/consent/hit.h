// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/consent/state.h"

#include <string_view>

namespace sk::consent {

/// What a connection to the loopback listener has said so far, judged.
struct Hit
{
    enum class Verdict { Incomplete, Refused, Accepted };

    Verdict verdict = Verdict::Incomplete;
    int status = 0;    ///< the HTTP status of the reply, unless incomplete
    std::string query; ///< of an accepted one: what Amazon appended to the redirect
};

/// A request's head may be this long; browsers send a few hundred bytes.
inline constexpr std::size_t kLongestHead = 16 * 1024;

/// Accepts a GET that a browser's top-level navigation makes to `http://127.0.0.1:PORT/SEGMENT?…`, and nothing else: no
/// other method, path or Host (DNS rebinding), no Origin and no Sec-Fetch-Dest of a script, image or frame, no body.
[[nodiscard]] Hit judgeHit(std::string_view received, const HandOver &handOver);

} // namespace sk::consent
