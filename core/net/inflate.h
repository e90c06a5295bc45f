// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace sk::net {

/// Unpacks a complete gzip file (RFC 1952, several members included). MalformedResponse when it is cut, damaged or
/// followed by anything; ResponseTooLarge beyond `maxBytes`, or when it grew more than `maxRatio` times (only counted
/// above 64 KiB, since a short text may well shrink that much). Never allocates more than a little above the limit.
[[nodiscard]] Result<QByteArray> gunzip(QByteArrayView packed, std::size_t maxBytes, std::size_t maxRatio = 200);

} // namespace sk::net
