// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/padding.h"

#include <algorithm>

namespace sk::privacy {

namespace {

constexpr std::size_t kSmallest = 64;
constexpr std::size_t kLengthSize = 4;

} // namespace

secrets::Secret pad(ByteView value)
{
    std::size_t size = kSmallest;
    while (size < value.size() + kLengthSize)
        size *= 2;
    return secrets::Secret::make(size, [value](std::span<std::uint8_t> target) {
        const Bytes length = ByteWriter().u32(static_cast<std::uint32_t>(value.size())).bytes();
        const auto body = std::copy(length.begin(), length.end(), target.begin());
        std::fill(std::copy(value.begin(), value.end(), body), target.end(), std::uint8_t{0});
    });
}

Result<ByteView> unpad(ByteView padded)
{
    ByteReader reader(padded);
    const ByteView value = reader.blob();
    if (!reader.ok())
        return fail(ErrorKind::VaultDamaged, "a sealed value is malformed");
    return value;
}

} // namespace sk::privacy
