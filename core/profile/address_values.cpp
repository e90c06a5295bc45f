// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/address_values.h"

#include "core/base/bytes.h"

#include <algorithm>

namespace sk::profile {

secrets::Secret packedValues(const std::vector<std::string_view> &values)
{
    const auto put = [&values](std::span<std::uint8_t> target) {
        std::size_t at = 0;
        for (const std::string_view value : values) {
            const Bytes length = ByteWriter().u32(static_cast<std::uint32_t>(value.size())).bytes();
            std::ranges::copy(length, target.begin() + static_cast<std::ptrdiff_t>(at));
            at += length.size();
            std::ranges::copy(value, target.begin() + static_cast<std::ptrdiff_t>(at));
            at += value.size();
        }
    };
    std::size_t size = 0;
    for (const std::string_view value : values)
        size += sizeof(std::uint32_t) + value.size();
    return secrets::Secret::make(size, put);
}

std::vector<AddressValue> addressValues(const RevealedAddress &address)
{
    ByteReader reader(address.values.view());
    std::vector<AddressValue> values;
    for (const std::string &field : address.shipment.fields)
        values.push_back({field, asText(reader.blob())});
    return values;
}

} // namespace sk::profile
