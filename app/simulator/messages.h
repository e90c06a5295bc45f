// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sk::simulator {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// A request as the server hands it to the pure part: nothing of the HTTP library in it.
struct Request
{
    std::string method;
    std::string path;  ///< still percent-encoded
    std::string query; ///< still percent-encoded, without '?'
    std::string body;
    std::string contentType;
    std::string userAgent;
    std::string accessToken; ///< `x-amz-access-token`
};

/// What is wrong with the way an answer travels; the faults set it.
enum class Delivery {
    Normal,
    Truncated, ///< Content-Length promises more than is sent
    Dropped,   ///< connection closed before the first byte
    Slow,      ///< body drips
};

/// An answer before it is put on the wire.
struct Reply
{
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    Pairs headers;
    Delivery delivery = Delivery::Normal;
    double slowSeconds = 0; ///< how long a slow body takes
};

/// Undoes percent-encoding; '+' is a space when `plusIsSpace`.
/// @return false when an escape is broken.
bool percentDecode(std::string_view text, bool plusIsSpace, std::string &out);

/// Reads `a=1&b=2`, strictly: only characters that may stand in a form or query unescaped
/// (so a raw '|' is refused) and only complete escapes.
/// @return false when the text is not such a list.
bool parseFormPairs(std::string_view text, Pairs &out);

/// Splits at commas; empty parts are kept.
std::vector<std::string> splitList(std::string_view text);

} // namespace sk::simulator
