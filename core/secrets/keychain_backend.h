// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret.h"

namespace sk::secrets {

/// What a keychain says of itself, before we decide what it means (security.md 2.7).
enum class KeychainAnswer { Done, NotFound, Denied, Unavailable, Failed };

struct KeychainRead
{
    KeychainAnswer answer = KeychainAnswer::Failed;
    Secret secret;
    std::string detail;
};

struct KeychainChange
{
    KeychainAnswer answer = KeychainAnswer::Failed;
    std::string detail;
};

/// The three raw calls every keychain has. A locked one lies: reads say NotFound, removals say Done.
class KeychainBackend
{
public:
    virtual ~KeychainBackend() = default;
    [[nodiscard]] virtual KeychainRead read(const std::string &key) = 0;
    [[nodiscard]] virtual KeychainChange write(const std::string &key, const Secret &secret) = 0;
    [[nodiscard]] virtual KeychainChange remove(const std::string &key) = 0;
};

} // namespace sk::secrets
