// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/signature.h"

#include <sodium.h>

#include <cstdlib>

namespace sk::secrets {

namespace {

static_assert(std::tuple_size_v<PublicKey> == crypto_sign_PUBLICKEYBYTES);
static_assert(std::tuple_size_v<Signature> == crypto_sign_BYTES);

struct KeyPair
{
    PublicKey publicKey{};
    Secret secretKey;
};

KeyPair keyPairOf(const Secret &seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES)
        std::abort(); // a mistake of ours: signing under another key would prove nothing
    KeyPair pair;
    pair.secretKey = Secret::make(crypto_sign_SECRETKEYBYTES, [&](std::span<std::uint8_t> target) {
        crypto_sign_seed_keypair(pair.publicKey.data(), target.data(), seed.view().data());
    });
    return pair;
}

} // namespace

PublicKey publicKeyOf(const Secret &seed)
{
    return keyPairOf(seed).publicKey;
}

Signature sign(const Secret &seed, ByteView message)
{
    const KeyPair pair = keyPairOf(seed);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), pair.secretKey.view().data());
    return signature;
}

bool isSignedBy(const PublicKey &key, ByteView message, const Signature &signature)
{
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

} // namespace sk::secrets
