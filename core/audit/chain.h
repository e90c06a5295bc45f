// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/model/audit.h"

namespace sk::audit {

/// The bytes of an entry that are hashed. Frozen: golden bytes in tests/audit guard them.
[[nodiscard]] Bytes canonicalBytes(const model::AuditEntry &entry);

/// The hash before the first entry: bound to the profile, so that a chain cannot be moved to another one.
[[nodiscard]] Sha256 genesis(std::string_view profileId);

/// SHA-256(0x00 ‖ hash of the entry before ‖ canonical bytes).
[[nodiscard]] Sha256 link(const Sha256 &previous, const model::AuditEntry &entry);

/// Amazon's request id reduced to what such an id can be; everything else could carry foreign text into the log.
[[nodiscard]] std::string cleanRequestId(std::string_view requestId);

} // namespace sk::audit
