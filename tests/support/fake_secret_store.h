// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secrets/secret_store.h"

#include <map>

namespace sk::test {

/// A SecretStore in memory that keeps the contract of a real one and can be told to fail.
class FakeSecretStore final : public secrets::SecretStore
{
public:
    std::map<std::string, secrets::Secret> entries;
    std::optional<ErrorKind> failReads;
    std::optional<ErrorKind> failWrites;
    std::optional<ErrorKind> failRemovals;

    [[nodiscard]] Result<secrets::Secret> read(const std::string &name) override
    {
        if (failReads)
            return fail(*failReads, "told to fail");
        const auto found = entries.find(name);
        if (found == entries.end())
            return fail(ErrorKind::NotFound, "no entry " + name);
        return found->second;
    }
    [[nodiscard]] Result<void> write(const std::string &name, const secrets::Secret &secret) override
    {
        if (failWrites)
            return fail(*failWrites, "told to fail");
        entries[name] = secret;
        return {};
    }
    [[nodiscard]] Result<void> remove(const std::string &name) override
    {
        if (failRemovals)
            return fail(*failRemovals, "told to fail");
        entries.erase(name);
        return {};
    }
    [[nodiscard]] Result<std::set<std::string>> names() override
    {
        std::set<std::string> names;
        for (const auto &[name, secret] : entries)
            names.insert(name);
        return names;
    }
    [[nodiscard]] Result<void> removeAll() override
    {
        if (failRemovals)
            return fail(*failRemovals, "told to fail");
        entries.clear();
        return {};
    }
};

} // namespace sk::test
