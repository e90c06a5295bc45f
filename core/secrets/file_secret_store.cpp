// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/file_secret_store.h"

#include "core/base/files.h"
#include "core/secrets/passphrase_seal.h"

#include <algorithm>

namespace sk::secrets {

namespace {

constexpr std::string_view kMagic = "SKSECRET";
constexpr std::size_t kLargestFile = 4 * 1024 * 1024;
constexpr std::string_view kWhat = "the sealed secret file";

} // namespace

FileSecretStore::FileSecretStore(std::filesystem::path path, Bytes header, Secret key, RandomSource random)
    : m_path(std::move(path))
    , m_header(std::move(header))
    , m_key(std::move(key))
    , m_random(std::move(random))
{
}

Result<std::unique_ptr<FileSecretStore>>
FileSecretStore::open(const std::filesystem::path &path, const Secret &passphrase, bool create, RandomSource random)
{
    const auto content = readFile(path, kLargestFile);
    if (!content && (content.error().kind != ErrorKind::NotFound || !create))
        return fail(content.error());
    auto header = content ? PassphraseHeader::read(kMagic, *content, kWhat)
                          : Result<PassphraseHeader>(PassphraseHeader::make(kMagic, {}, random));
    if (!header)
        return fail(header.error());
    SK_ASSIGN(Secret key, header->unlock(passphrase));
    std::unique_ptr<FileSecretStore> store(
        new FileSecretStore(path, header->encode(), std::move(key), std::move(random)));
    if (content)
        SK_TRY(store->load());
    else
        SK_TRY(store->save({}));
    return store;
}

Result<Secret> FileSecretStore::read(const std::string &name)
{
    SK_ASSIGN(const auto entries, load());
    const auto found = entries.find(name);
    if (found == entries.end())
        return fail(ErrorKind::NotFound, "the sealed secret file has no entry " + name);
    return found->second;
}

Result<void> FileSecretStore::write(const std::string &name, const Secret &secret)
{
    if (secret.size() > kLargestEntry)
        return fail(ErrorKind::Usage, "the secret is longer than an entry can be");
    SK_ASSIGN(auto entries, load());
    entries[name] = secret;
    return save(entries);
}

Result<void> FileSecretStore::remove(const std::string &name)
{
    SK_ASSIGN(auto entries, load());
    if (entries.erase(name) == 0)
        return {};
    return save(entries);
}

Result<std::set<std::string>> FileSecretStore::names()
{
    SK_ASSIGN(const auto entries, load());
    std::set<std::string> names;
    for (const auto &[name, secret] : entries)
        names.insert(name);
    return names;
}

Result<std::map<std::string, Secret>> FileSecretStore::load() const
{
    auto content = readFile(m_path, kLargestFile);
    if (!content)
        return fail(content.error().kind == ErrorKind::NotFound ? ErrorKind::KeychainEmptied : content.error().kind,
                    content.error().detail);
    const ByteView bytes(*content);
    if (bytes.size() < PassphraseHeader::kSize || !std::equal(m_header.begin(), m_header.end(), bytes.begin()))
        return fail(ErrorKind::KeyFileDamaged, "the sealed secret file was replaced by another one");
    SK_ASSIGN(const Secret plain, secrets::open(m_key, m_header, bytes.subspan(PassphraseHeader::kSize)));
    ByteReader reader(plain.view());
    std::map<std::string, Secret> entries;
    const std::uint32_t count = reader.u32();
    for (std::uint32_t i = 0; i < count && reader.ok(); ++i) {
        const std::string name = reader.text();
        entries[name] = Secret::copyOf(reader.blob());
    }
    if (!reader.atEnd())
        return fail(ErrorKind::KeyFileDamaged, "the sealed secret file is malformed");
    return entries;
}

Result<void> FileSecretStore::save(const std::map<std::string, Secret> &entries) const
{
    std::size_t size = 4;
    for (const auto &[name, secret] : entries)
        size += 8 + name.size() + secret.size();
    const Secret plain = Secret::make(size, [&](std::span<std::uint8_t> target) {
        std::size_t offset = 0;
        const auto put = [&](ByteView bytes) {
            std::copy(bytes.begin(), bytes.end(), target.begin() + static_cast<std::ptrdiff_t>(offset));
            offset += bytes.size();
        };
        const auto putSize = [&](std::size_t value) {
            put(ByteWriter().u32(static_cast<std::uint32_t>(value)).bytes());
        };
        putSize(entries.size());
        for (const auto &[name, secret] : entries) {
            putSize(name.size());
            put(asBytes(name));
            putSize(secret.size());
            put(secret.view());
        }
    });
    Bytes content = m_header;
    const Bytes box = seal(m_key, m_header, plain.view(), m_random);
    content.insert(content.end(), box.begin(), box.end());
    SK_TRY(writeFileAtomically(m_path, content));
    SK_TRY(load()); // read back: what was told to be gone is gone from the file
    return {};
}

} // namespace sk::secrets
