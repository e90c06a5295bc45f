// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/passphrase_seal.h"

namespace sk::secrets {

namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSaltSize = 16;
constexpr std::size_t kCheckSize = 16;

} // namespace

PassphraseHeader PassphraseHeader::make(std::string_view magic, PassphraseCost cost, const RandomSource &random)
{
    PassphraseHeader header;
    header.m_magic = magic;
    header.m_cost = cost;
    header.m_salt.resize(kSaltSize);
    random(header.m_salt);
    return header;
}

Result<PassphraseHeader> PassphraseHeader::read(std::string_view magic, ByteView file, std::string_view what)
{
    ByteReader reader(file);
    const bool ours = asText(reader.raw(magic.size())) == magic;
    if (!reader.ok() || !ours)
        return fail(ErrorKind::KeyFileDamaged, "this is not " + std::string(what));
    if (reader.u8() != kVersion)
        return fail(ErrorKind::KeyFileDamaged, std::string(what) + " was written by a newer Sellerkeep");
    PassphraseHeader header;
    header.m_magic = magic;
    header.m_cost = {reader.u32(), reader.u32()};
    const ByteView salt = reader.raw(kSaltSize);
    const ByteView check = reader.raw(kCheckSize);
    header.m_salt.assign(salt.begin(), salt.end());
    header.m_check.assign(check.begin(), check.end());
    if (!reader.ok())
        return fail(ErrorKind::KeyFileDamaged, std::string(what) + " was cut short");
    return header;
}

Result<Secret> PassphraseHeader::unlock(const Secret &passphrase)
{
    SK_ASSIGN(Secret key, keyFromPassphrase(passphrase, m_salt, m_cost));
    Bytes check = keyCheckValue(key, m_salt);
    if (!m_check.empty() && check != m_check)
        return fail(ErrorKind::WrongPassphrase);
    m_check = std::move(check);
    return key;
}

Bytes PassphraseHeader::encode() const
{
    ByteWriter writer;
    writer.raw(asBytes(m_magic)).u8(kVersion).u32(m_cost.passes).u32(m_cost.kibibytes).raw(m_salt).raw(m_check);
    return writer.bytes();
}

Result<Bytes> sealWithPassphrase(std::string_view magic, const Secret &content, const Secret &passphrase,
                                 PassphraseCost cost, const RandomSource &random)
{
    PassphraseHeader header = PassphraseHeader::make(magic, cost, random);
    SK_ASSIGN(const Secret key, header.unlock(passphrase));
    Bytes file = header.encode();
    const Bytes box = seal(key, file, content.view(), random);
    file.insert(file.end(), box.begin(), box.end());
    return file;
}

Result<Secret> openWithPassphrase(std::string_view magic, ByteView file, const Secret &passphrase,
                                  std::string_view what)
{
    SK_ASSIGN(PassphraseHeader header, PassphraseHeader::read(magic, file, what));
    SK_ASSIGN(const Secret key, header.unlock(passphrase));
    return open(key, file.first(PassphraseHeader::kSize), file.subspan(PassphraseHeader::kSize));
}

} // namespace sk::secrets
