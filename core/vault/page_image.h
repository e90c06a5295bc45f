// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/database.h"

namespace sk::vault {

/// Every page of a database as SQLite sees it, decrypted, free pages included: what someone with the key could read.
/// For proving that erased values are gone. Holds the whole file in memory, wiped when done.
class PageImage
{
public:
    /// Database when the pages cannot be read or do not fit into memory.
    [[nodiscard]] static Result<PageImage> of(const Database &database);

    [[nodiscard]] ByteView bytes() const { return {m_bytes.get(), m_size}; }

private:
    struct Wiper
    {
        std::size_t size = 0;
        void operator()(std::uint8_t *bytes) const;
    };
    PageImage(std::uint8_t *bytes, std::size_t size) : m_bytes(bytes, Wiper{size}), m_size(size) {}

    std::unique_ptr<std::uint8_t, Wiper> m_bytes;
    std::size_t m_size;
};

} // namespace sk::vault
