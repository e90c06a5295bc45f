// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/lwa.h"
#include "core/net/http.h"

namespace sk::test {

inline constexpr const char *kPlanted = "planted"; // in everything that is secret below

inline secrets::Secret secretOf(std::string_view text)
{
    return secrets::Secret::copyOf(asBytes(text));
}

inline amazon::LwaCredentials credentials()
{
    return {"client", secretOf("planted-cs"), secretOf("planted-rt")};
}

inline net::HttpResponse answer(int status, const QByteArray &body)
{
    net::HttpResponse response;
    response.status = status;
    response.body = body;
    response.requestId = "request-1";
    return response;
}

inline const QByteArray kStale =
    R"({"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.",)"
    R"("details":"The access token you provided is revoked, malformed or invalid."}]})";
inline const QByteArray kNoRole =
    R"({"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":""}]})";

} // namespace sk::test
