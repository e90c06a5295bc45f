// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/anchor.h"

#include <algorithm>

namespace sk::audit {

namespace {

constexpr std::uint8_t kVersion = 2;

} // namespace

secrets::Secret Anchor::encode() const
{
    return secrets::Secret::copyOf(ByteWriter()
                                       .u8(kVersion)
                                       .i64(seq)
                                       .raw(head)
                                       .i64(toMillis(highestTime))
                                       .i64(vaultBytes)
                                       .i64(cut.seq)
                                       .raw(cut.hash)
                                       .bytes());
}

Result<Anchor> Anchor::decode(const secrets::Secret &bytes)
{
    ByteReader reader(bytes.view());
    Anchor anchor;
    const std::uint8_t version = reader.u8();
    anchor.seq = reader.i64();
    const ByteView head = reader.raw(anchor.head.size());
    anchor.highestTime = fromMillis(reader.i64());
    anchor.vaultBytes = reader.i64();
    anchor.cut.seq = reader.i64();
    const ByteView cutHash = reader.raw(anchor.cut.hash.size());
    if (!reader.atEnd() || version != kVersion)
        return fail(ErrorKind::KeyFileDamaged, "the audit anchor in the keychain is malformed");
    std::copy(head.begin(), head.end(), anchor.head.begin());
    std::copy(cutHash.begin(), cutHash.end(), anchor.cut.hash.begin());
    return anchor;
}

} // namespace sk::audit
