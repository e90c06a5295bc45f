// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/amazon/lwa.h"
#include "core/model/connection.h"

namespace sk::profile {

/// A connection on its way to another machine: credentials, and what they are for. No buyer's data, no opt-in and no
/// key of this profile: whoever imports it decides about opt-ins anew.
struct CarriedConnection
{
    model::Connection connection; ///< kind, region, label, seller id, endpoint, application, ages; no id, no features
    std::vector<std::string> marketplaces;
    amazon::LwaCredentials credentials;
};

/// Seals it with Argon2id and AES-256-GCM under a passphrase of its own; blocks for about a second. The file holds
/// nothing in the clear but the cost and salt of the passphrase.
[[nodiscard]] Result<Bytes> sealConnection(const CarriedConnection &carried, const secrets::Secret &passphrase,
                                           const RandomSource &random);
/// The inverse. WrongPassphrase, KeyFileDamaged. The ages are as they were written.
[[nodiscard]] Result<CarriedConnection> openConnection(ByteView file, const secrets::Secret &passphrase);

/// Real ones have a few kilobytes.
inline constexpr std::size_t kLargestConnectionFile = 256 * 1024;

} // namespace sk::profile
