// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/keychain_backend.h"

#include <algorithm>
#include <functional>
#include <map>

namespace sk::test {

/// A keychain with the moods real ones have (security.md 2.7). `entries` is what it really holds.
class FakeKeychainBackend final : public secrets::KeychainBackend
{
public:
    enum class Mood {
        Normal,
        Locked,      ///< reads say NotFound, writes Denied, removals Done without removing
        Unavailable, ///< no Secret Service at all
        Broken,      ///< "OtherError" of every kind
        Truncating,  ///< keeps only the first 16 bytes, as a Windows blob limit would
        Forgetting,  ///< says Done and keeps nothing
        Clinging,    ///< says Done to a removal and removes nothing
    };

    Mood mood = Mood::Normal;
    std::map<std::string, Bytes> entries;
    int writes = 0;
    std::function<void(FakeKeychainBackend &)> afterRemove; ///< something happens to the keychain just then

    [[nodiscard]] secrets::KeychainRead read(const std::string &key) override
    {
        if (const auto answer = down())
            return {*answer, {}, "down"};
        const auto found = entries.find(key);
        if (mood == Mood::Locked || found == entries.end())
            return {secrets::KeychainAnswer::NotFound, {}, "no entry"};
        return {secrets::KeychainAnswer::Done, secrets::Secret::copyOf(found->second), {}};
    }

    [[nodiscard]] secrets::KeychainChange write(const std::string &key, const secrets::Secret &secret) override
    {
        ++writes;
        if (const auto answer = down())
            return {*answer, "down"};
        if (mood == Mood::Locked)
            return {secrets::KeychainAnswer::Denied, "Cannot create an item in a locked collection"};
        if (mood == Mood::Forgetting)
            return {secrets::KeychainAnswer::Done, {}};
        const std::size_t size = mood == Mood::Truncating ? std::min<std::size_t>(secret.size(), 16) : secret.size();
        entries[key].assign(secret.view().begin(), secret.view().begin() + static_cast<std::ptrdiff_t>(size));
        return {secrets::KeychainAnswer::Done, {}};
    }

    [[nodiscard]] secrets::KeychainChange remove(const std::string &key) override
    {
        if (const auto answer = down())
            return {*answer, "down"};
        if (mood != Mood::Locked && mood != Mood::Clinging)
            entries.erase(key);
        if (afterRemove)
            afterRemove(*this);
        return {secrets::KeychainAnswer::Done, {}};
    }

private:
    [[nodiscard]] std::optional<secrets::KeychainAnswer> down() const
    {
        if (mood == Mood::Unavailable)
            return secrets::KeychainAnswer::Unavailable;
        if (mood == Mood::Broken)
            return secrets::KeychainAnswer::Failed;
        return std::nullopt;
    }
};

} // namespace sk::test
