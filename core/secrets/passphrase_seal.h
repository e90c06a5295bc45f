// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/crypto.h"

namespace sk::secrets {

/// The clear beginning of a file that a passphrase opens: which kind of file, what deriving the key costs, salt, key
/// check value. The sealed rest follows; these bytes are bound to it as associated data.
class PassphraseHeader
{
public:
    /// A header for a new file. `magic` is eight characters.
    [[nodiscard]] static PassphraseHeader make(std::string_view magic, PassphraseCost cost, const RandomSource &random);
    /// Reads the header of a file. KeyFileDamaged names `what` is wrong.
    [[nodiscard]] static Result<PassphraseHeader> read(std::string_view magic, ByteView file, std::string_view what);

    /// The key of the passphrase; blocks for as long as the cost says. WrongPassphrase for a header that was read.
    [[nodiscard]] Result<Secret> unlock(const Secret &passphrase);
    /// Complete once unlock() has succeeded.
    [[nodiscard]] Bytes encode() const;

    static constexpr std::size_t kSize = 8 + 1 + 4 + 4 + 16 + 16;

private:
    PassphraseHeader() = default;

    std::string m_magic;
    PassphraseCost m_cost;
    Bytes m_salt;
    Bytes m_check; ///< empty for a new file until unlock()
};

/// Header and sealed content, ready to be written. KeyFileDamaged for a cost that is out of bounds.
[[nodiscard]] Result<Bytes> sealWithPassphrase(std::string_view magic, const Secret &content, const Secret &passphrase,
                                               PassphraseCost cost, const RandomSource &random);
/// The inverse. `what` names the file for the reader of an error. WrongPassphrase, KeyFileDamaged.
[[nodiscard]] Result<Secret> openWithPassphrase(std::string_view magic, ByteView file, const Secret &passphrase,
                                                std::string_view what);

} // namespace sk::secrets
