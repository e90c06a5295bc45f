// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/crypto.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <sodium.h>

#include <array>
#include <cstdlib>

namespace sk::secrets {

namespace {

constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kSaltSize = crypto_pwhash_SALTBYTES;

/// OpenSSL fails here only when it is broken or out of memory; going on would mean weaker cryptography.
void must(bool ok)
{
    if (!ok)
        std::abort();
}

struct ContextDeleter
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
    void operator()(EVP_KDF_CTX *context) const { EVP_KDF_CTX_free(context); }
    void operator()(EVP_KDF *kdf) const { EVP_KDF_free(kdf); }
};
template <typename T>
using Owned = std::unique_ptr<T, ContextDeleter>;

OSSL_PARAM octets(const char *name, ByteView bytes)
{
    return OSSL_PARAM_construct_octet_string(name, const_cast<std::uint8_t *>(bytes.data()), bytes.size());
}

} // namespace

Sha256 sha256(ByteView bytes)
{
    Sha256 digest{};
    crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
    return digest;
}

Secret hkdf(const Secret &key, ByteView salt, ByteView info, std::size_t length)
{
    static const Owned<EVP_KDF> kdf(EVP_KDF_fetch(nullptr, "HKDF", nullptr));
    must(kdf != nullptr);
    const Owned<EVP_KDF_CTX> context(EVP_KDF_CTX_new(kdf.get()));
    must(context != nullptr);
    std::array<char, 7> digest{"SHA256"};
    // OpenSSL refuses an empty octet string: an empty salt is left out, which RFC 5869 defines as zeros.
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest.data(), 0),
                                octets(OSSL_KDF_PARAM_KEY, key.view()), octets(OSSL_KDF_PARAM_INFO, info),
                                salt.empty() ? OSSL_PARAM_construct_end() : octets(OSSL_KDF_PARAM_SALT, salt),
                                OSSL_PARAM_construct_end()};
    return Secret::make(length, [&](std::span<std::uint8_t> target) {
        must(EVP_KDF_derive(context.get(), target.data(), target.size(), parameters.data()) == 1);
    });
}

Bytes keyCheckValue(const Secret &key, ByteView context)
{
    ByteWriter info;
    info.text("sellerkeep key check").blob(context);
    const Secret value = hkdf(key, {}, info.bytes(), 16);
    return {value.view().begin(), value.view().end()};
}

Bytes seal(const Secret &key, ByteView associated, ByteView plain, const RandomSource &random)
{
    must(key.size() == 32);
    Bytes box(kNonceSize + plain.size() + kTagSize);
    const auto nonce = std::span(box).first(kNonceSize);
    const auto cipher = std::span(box).subspan(kNonceSize, plain.size());
    const auto tag = std::span(box).last(kTagSize);
    random(nonce);
    const Owned<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    int written = 0;
    must(context
         && EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.view().data(), nonce.data()) == 1);
    must(EVP_EncryptUpdate(context.get(), nullptr, &written, associated.data(), static_cast<int>(associated.size()))
         == 1);
    must(EVP_EncryptUpdate(context.get(), cipher.data(), &written, plain.data(), static_cast<int>(plain.size())) == 1);
    must(EVP_EncryptFinal_ex(context.get(), cipher.data() + written, &written) == 1);
    must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, static_cast<int>(kTagSize), tag.data()) == 1);
    return box;
}

Result<Secret> open(const Secret &key, ByteView associated, ByteView box)
{
    if (key.size() != 32 || box.size() < kNonceSize + kTagSize)
        return fail(ErrorKind::KeyFileDamaged, "a sealed value is too short");
    const ByteView nonce = box.first(kNonceSize);
    const ByteView cipher = box.subspan(kNonceSize, box.size() - kNonceSize - kTagSize);
    std::array<std::uint8_t, kTagSize> tag{};
    std::copy(box.end() - kTagSize, box.end(), tag.begin());
    const Owned<EVP_CIPHER_CTX> context(EVP_CIPHER_CTX_new());
    int written = 0;
    must(context
         && EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.view().data(), nonce.data()) == 1);
    must(EVP_DecryptUpdate(context.get(), nullptr, &written, associated.data(), static_cast<int>(associated.size()))
         == 1);
    bool authentic = false;
    Secret plain = Secret::make(cipher.size(), [&](std::span<std::uint8_t> target) {
        must(EVP_DecryptUpdate(context.get(), target.data(), &written, cipher.data(), static_cast<int>(cipher.size()))
             == 1);
        must(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, static_cast<int>(kTagSize), tag.data()) == 1);
        authentic = EVP_DecryptFinal_ex(context.get(), target.data() + written, &written) == 1;
    });
    if (!authentic)
        return fail(ErrorKind::KeyFileDamaged, "a sealed value does not open with this key");
    return plain;
}

bool PassphraseCost::isAcceptable() const
{
    return passes >= 3 && passes <= 10 && kibibytes >= 64 * 1024 && kibibytes <= 1024 * 1024;
}

Result<Secret> keyFromPassphrase(const Secret &passphrase, ByteView salt, PassphraseCost cost)
{
    if (!cost.isAcceptable() || salt.size() != kSaltSize)
        return fail(ErrorKind::KeyFileDamaged, "the passphrase parameters of the file are out of bounds");
    bool done = false;
    Secret key = Secret::make(32, [&](std::span<std::uint8_t> target) {
        const char *text = passphrase.isEmpty() ? "" : passphrase.text().data(); // never null
        done = crypto_pwhash(target.data(), target.size(), text, passphrase.size(), salt.data(), cost.passes,
                             std::size_t{cost.kibibytes} * 1024, crypto_pwhash_ALG_ARGON2ID13)
            == 0;
    });
    if (!done)
        return fail(ErrorKind::Internal, "not enough memory to check the passphrase");
    return key;
}

} // namespace sk::secrets
