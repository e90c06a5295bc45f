// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/messages.h"

#include <string_view>

namespace sk::simulator {

/// One of Amazon's known error answers (sp-api.md 2.2, 3.2, 3.3).
struct ApiError
{
    int status;
    std::string_view code;
    std::string_view message;
    std::string_view details;
};

constexpr std::string_view kAccessDenied = "Access to requested resource is denied.";

constexpr ApiError kMissingToken{403, "Unauthorized", kAccessDenied, "Access token is missing in the request header."};
constexpr ApiError kInvalidToken{403, "Unauthorized", kAccessDenied,
                                 "The access token you provided is revoked, malformed or invalid."};
/// The status is known (sp-api.md 2.2), the exact details text is not verified.
constexpr ApiError kExpiredToken{403, "Unauthorized", kAccessDenied, "The access token you provided has expired."};
constexpr ApiError kMissingRole{403, "Unauthorized", kAccessDenied, ""};
constexpr ApiError kExpiredSecret{403, "Unauthorized", "The LWA secret token you provided has expired.", ""};
constexpr ApiError kUnknownPath{403, "MissingAuthenticationToken", kAccessDenied, ""};
/// Message: the model's own words for 404.
constexpr ApiError kNotFound{404, "NotFound", "The resource specified does not exist.", ""};
constexpr ApiError kThrottled{429, "QuotaExceeded", "You exceeded your quota for the requested resource.", ""};
/// Messages: the model's own words for 500 and 503; the code of the 503 is not verified.
constexpr ApiError kInternalFailure{
    500, "InternalFailure", "An unexpected condition occurred that prevented the server from fulfilling the request.",
    ""};
constexpr ApiError kUnavailable{503, "ServiceUnavailable", "Temporary overloading or maintenance of the server.", ""};
constexpr ApiError kBadPageToken{400, "InvalidInput",
                                 "The paginationToken you have submitted is not valid. All parameters must match the "
                                 "original request except maxResultsPerPage.",
                                 ""};

/// `{"errors":[{code,message,details}]}` with the error's status.
Reply errorReply(const ApiError &error);

/// 400 InvalidInput as in the model's sandbox answer; `details` says what is wrong, in our words.
Reply invalidInput(std::string_view details);

/// `{"error":…,"error_description":…}` of Login with Amazon.
Reply lwaError(int status, std::string_view error, std::string_view description);

} // namespace sk::simulator
