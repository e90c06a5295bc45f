// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http.h"

namespace sk::net {

/// An answer as it came over the line, before anything in it is believed.
struct RawAnswer
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// The declared length of the body. Nothing if there is none or if the body comes in chunks; MalformedResponse if it is
/// no number.
[[nodiscard]] Result<std::optional<std::size_t>> declaredLength(const RawAnswer &answer);

/// Turns a raw answer into one that is whole, or says why it is not: its length must be the declared one, a gzip body
/// must end properly. Without a declared length Qt cannot be trusted with the end (a broken chunk counts as the last
/// one), so a 2xx body must then prove its end itself: gzip, or JSON whose brackets close. `now` serves a Retry-After
/// that is a date, where the server sends no date of its own.
[[nodiscard]] Result<HttpResponse> complete(RawAnswer answer, const Limits &limits, Time now);

/// True if the brackets outside of strings close exactly at the end. No validation beyond that.
[[nodiscard]] bool jsonCloses(QByteArrayView text);

} // namespace sk::net
