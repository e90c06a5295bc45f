// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/chain.h"

#include "core/secrets/crypto.h"

namespace sk::audit {

Bytes canonicalBytes(const model::AuditEntry &entry)
{
    const model::AuditEvent &event = entry.event;
    ByteWriter writer;
    writer
        .u8(1) // version of this encoding
        .i64(entry.seq)
        .i64(toMillis(entry.time))
        .u8(static_cast<std::uint8_t>(event.actor))
        .u8(static_cast<std::uint8_t>(event.operation))
        .text(event.connection.value)
        .u8(static_cast<std::uint8_t>(event.dataClass))
        .i64(event.rows)
        .text(model::outcomeWord(event))
        .u32(static_cast<std::uint32_t>(event.httpStatus))
        .text(event.requestId)
        .i64(event.duration.count());
    return writer.bytes();
}

Sha256 genesis(std::string_view profileId)
{
    return secrets::sha256(ByteWriter().text("sellerkeep audit 1").text(profileId).bytes());
}

Sha256 link(const Sha256 &previous, const model::AuditEntry &entry)
{
    return secrets::sha256(ByteWriter().u8(0).raw(previous).raw(canonicalBytes(entry)).bytes());
}

std::string cleanRequestId(std::string_view requestId)
{
    constexpr std::size_t longest = 64;
    std::string clean;
    for (const char c : requestId.substr(0, longest)) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-')
            clean += c;
    }
    return clean;
}

} // namespace sk::audit
