// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keys/hold_key.h"

#include "core/secrets/crypto.h"

namespace sk::keys {

namespace {

constexpr std::size_t kKeySize = 32;

} // namespace

Secret newHoldKey(const RandomSource &random)
{
    return Secret::make(kKeySize, random);
}

Result<Secret> holdSealingKey(const Secret &holdKey, const Secret &pii, ByteView context, const std::string &hold)
{
    if (pii.isEmpty())
        return fail(ErrorKind::NotFound, "this key slot does not open PII");
    if (holdKey.view().size() != kKeySize)
        return fail(ErrorKind::KeyFileDamaged, "the key of hold " + hold + " in the keychain is malformed");
    return secrets::hkdf(holdKey, pii.view(), ByteWriter().text("sellerkeep hold 1").blob(context).text(hold).bytes());
}

std::string holdEntry(const std::string &hold)
{
    return "hold/" + hold;
}

} // namespace sk::keys
