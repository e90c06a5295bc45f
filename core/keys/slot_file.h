// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keys/key_ring.h"

#include <filesystem>
#include <vector>

namespace sk::keys {

/// One person's way to the keys: a key ring sealed under a key made from the device secret (and, with the app lock,
/// a passphrase).
struct Slot
{
    std::uint8_t id = 1;
    Role role = Role::Owner;
    std::string name; ///< of the person, shown in lists
    Bytes check;      ///< keyCheckValue of the slot's key, compared before opening
    Bytes box;        ///< the sealed KeyRing

    /// A person has one slot; a second one is there while the keys change.
    [[nodiscard]] bool isOfSamePerson(const Slot &other) const { return role == other.role && name == other.name; }
};

/// A slot with what it wraps.
struct OpenedSlot
{
    Slot slot;
    KeyRing ring;
};

/// The file `slots` beside the vault. It holds any number of slots; only the owner's is made today.
struct SlotFile
{
    std::string profileId;
    std::vector<Slot> slots;

    [[nodiscard]] Bytes encode() const;
    /// KeyFileDamaged when it is not one, was cut or changed in a single bit, or is newer than this program. It ends
    /// with a SHA-256 of the rest: damage must not look like another machine's device secret.
    [[nodiscard]] static Result<SlotFile> decode(ByteView bytes);
    [[nodiscard]] static Result<SlotFile> load(const std::filesystem::path &path);
    [[nodiscard]] Result<void> save(const std::filesystem::path &path) const;

    /// Seals `ring` for a new slot under the device secret.
    void addSlot(Role role, const std::string &name, const KeyRing &ring, const Secret &device,
                 const RandomSource &random);
    enum class Which { Oldest, Newest };
    /// Opens a slot that fits the device secret; KeychainEmptied when none does (another device's secret). Several fit
    /// only while keys change: the oldest has the keys from before.
    [[nodiscard]] Result<OpenedSlot> open(const Secret &device, Which which) const;
    [[nodiscard]] Result<KeyRing> open(const Secret &device) const;
};

} // namespace sk::keys
