// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/slot_file.h"

#include "core/base/files.h"
#include "core/secrets/crypto.h"

#include <algorithm>

namespace sk::keys {

namespace {

constexpr std::string_view kMagic = "SKSLOTS";
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kLargestFile = 1024 * 1024;
constexpr std::size_t kDeviceSize = 32;
constexpr std::size_t kChecksumSize = 32;

/// What a slot's box is bound to: moving it to another profile, person or role makes it useless.
Bytes associated(const SlotFile &file, const Slot &slot)
{
    ByteWriter writer;
    writer.text("sellerkeep slot 1")
        .text(file.profileId)
        .u8(slot.id)
        .u8(static_cast<std::uint8_t>(slot.role))
        .text(slot.name);
    return writer.bytes();
}

Secret slotKey(const Secret &device, const SlotFile &file, const Slot &slot)
{
    return secrets::hkdf(device, asBytes(file.profileId), associated(file, slot));
}

} // namespace

Bytes SlotFile::encode() const
{
    ByteWriter writer;
    writer.raw(asBytes(kMagic)).u8(kVersion).text(profileId).u32(static_cast<std::uint32_t>(slots.size()));
    for (const Slot &slot : slots)
        writer.u8(slot.id).u8(static_cast<std::uint8_t>(slot.role)).text(slot.name).blob(slot.check).blob(slot.box);
    const Sha256 checksum = secrets::sha256(writer.bytes());
    return writer.raw(checksum).bytes();
}

Result<SlotFile> SlotFile::decode(ByteView bytes)
{
    if (bytes.size() < kMagic.size() + kChecksumSize || asText(bytes.first(kMagic.size())) != kMagic)
        return fail(ErrorKind::KeyFileDamaged, "not a slot file");
    const ByteView content = bytes.first(bytes.size() - kChecksumSize);
    ByteReader reader(content.subspan(kMagic.size()));
    const std::uint8_t version = reader.u8();
    if (!std::ranges::equal(secrets::sha256(content), bytes.last(kChecksumSize)))
        return fail(ErrorKind::KeyFileDamaged, "the slot file was changed or is damaged");
    if (version != kVersion)
        return fail(ErrorKind::KeyFileDamaged, "the slot file was written by a newer Sellerkeep");
    SlotFile file;
    file.profileId = reader.text();
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        Slot slot;
        slot.id = reader.u8();
        slot.role = static_cast<Role>(reader.u8());
        slot.name = reader.text();
        const ByteView check = reader.blob();
        const ByteView box = reader.blob();
        slot.check.assign(check.begin(), check.end());
        slot.box.assign(box.begin(), box.end());
        file.slots.push_back(std::move(slot));
    }
    if (!reader.atEnd())
        return fail(ErrorKind::KeyFileDamaged, "the slot file is malformed");
    return file;
}

Result<SlotFile> SlotFile::load(const std::filesystem::path &path)
{
    SK_ASSIGN(const Bytes bytes, readFile(path, kLargestFile));
    return decode(bytes);
}

Result<void> SlotFile::save(const std::filesystem::path &path) const
{
    return writeFileAtomically(path, encode());
}

void SlotFile::addSlot(Role role, const std::string &name, const KeyRing &ring, const Secret &device,
                       const RandomSource &random)
{
    Slot slot;
    for (const Slot &other : slots)
        slot.id = std::max(slot.id, static_cast<std::uint8_t>(other.id + 1));
    slot.role = role;
    slot.name = name;
    const Secret key = slotKey(device, *this, slot);
    slot.check = secrets::keyCheckValue(key, associated(*this, slot));
    slot.box = secrets::seal(key, associated(*this, slot), ring.encode().view(), random);
    slots.push_back(std::move(slot));
}

Result<OpenedSlot> SlotFile::open(const Secret &device, Which which) const
{
    if (device.size() != kDeviceSize)
        return fail(ErrorKind::KeychainEmptied, "the keychain's device secret is not one of ours");
    const Slot *fitting = nullptr;
    Secret fittingKey;
    for (const Slot &slot : slots) {
        Secret key = slotKey(device, *this, slot);
        if (secrets::keyCheckValue(key, associated(*this, slot)) != slot.check)
            continue;
        fitting = &slot;
        fittingKey = std::move(key);
        if (which == Which::Oldest)
            break;
    }
    if (fitting == nullptr)
        return fail(ErrorKind::KeychainEmptied, "no key slot fits this machine's device secret");
    SK_ASSIGN(const Secret plain, secrets::open(fittingKey, associated(*this, *fitting), fitting->box));
    SK_ASSIGN(KeyRing ring, KeyRing::decode(plain));
    return OpenedSlot{*fitting, std::move(ring)};
}

Result<KeyRing> SlotFile::open(const Secret &device) const
{
    return open(device, Which::Oldest).transform([](const OpenedSlot &opened) { return opened.ring; });
}

} // namespace sk::keys
