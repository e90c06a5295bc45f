// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/key_ring.h"

#include <algorithm>
#include <array>

namespace sk::keys {

namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kSaltSize = 16;

/// Tags of the encoded keys; a later key gets a new tag and older slots stay readable.
enum class Tag : std::uint8_t { VaultKey = 1, VaultSalt, PiiStoreKey, PiiStoreSalt, Pii, Backup, AuditSeed };

struct Entry
{
    Tag tag;
    ByteView value;
};

} // namespace

KeyRing KeyRing::generate(const RandomSource &random)
{
    const auto key = [&] { return Secret::make(kKeySize, random); };
    const auto salt = [&] {
        Bytes bytes(kSaltSize);
        random(bytes);
        return bytes;
    };
    return {{key(), salt()}, {key(), salt()}, key(), key(), key()};
}

Secret KeyRing::encode() const
{
    const std::array entries{Entry{Tag::VaultKey, vault.key.view()},
                             Entry{Tag::VaultSalt, vault.salt},
                             Entry{Tag::PiiStoreKey, piiStore.key.view()},
                             Entry{Tag::PiiStoreSalt, piiStore.salt},
                             Entry{Tag::Pii, pii.view()},
                             Entry{Tag::Backup, backup.view()},
                             Entry{Tag::AuditSeed, auditSeed.view()}};
    std::size_t size = 0;
    for (const Entry &entry : entries)
        size += entry.value.empty() ? 0 : 2 + entry.value.size();
    return Secret::make(size, [&](std::span<std::uint8_t> target) {
        auto out = target.begin();
        for (const Entry &entry : entries) {
            if (entry.value.empty())
                continue;
            *out++ = static_cast<std::uint8_t>(entry.tag);
            *out++ = static_cast<std::uint8_t>(entry.value.size());
            out = std::copy(entry.value.begin(), entry.value.end(), out);
        }
    });
}

Result<KeyRing> KeyRing::decode(const Secret &bytes)
{
    KeyRing ring;
    ByteReader reader(bytes.view());
    while (!reader.atEnd() && reader.ok()) {
        const auto tag = static_cast<Tag>(reader.u8());
        const ByteView value = reader.raw(reader.u8());
        switch (tag) {
        case Tag::VaultKey: ring.vault.key = Secret::copyOf(value); break;
        case Tag::VaultSalt: ring.vault.salt.assign(value.begin(), value.end()); break;
        case Tag::PiiStoreKey: ring.piiStore.key = Secret::copyOf(value); break;
        case Tag::PiiStoreSalt: ring.piiStore.salt.assign(value.begin(), value.end()); break;
        case Tag::Pii: ring.pii = Secret::copyOf(value); break;
        case Tag::Backup: ring.backup = Secret::copyOf(value); break;
        case Tag::AuditSeed: ring.auditSeed = Secret::copyOf(value); break;
        }
    }
    if (!reader.ok())
        return fail(ErrorKind::KeyFileDamaged, "a key slot is malformed");
    return ring;
}

} // namespace sk::keys
