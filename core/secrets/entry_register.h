// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <set>
#include <string>

namespace sk::secrets {

/// The names of the entries a profile may have in the keychain, one a line in a plain file; no keychain of all systems
/// can be asked for them. A name is added before its entry is made and struck out after the entry was seen to be gone:
/// whenever a process dies, the file lists too much at most, never too little. Used by the profile's owner only.
class EntryRegister
{
public:
    explicit EntryRegister(std::filesystem::path file);

    /// Lines that cannot be a name are passed over: damage costs a name, not the profile.
    [[nodiscard]] Result<std::set<std::string>> names() const;
    [[nodiscard]] Result<void> add(const std::string &name);
    [[nodiscard]] Result<void> strike(const std::string &name);

private:
    [[nodiscard]] Result<void> save(const std::set<std::string> &names) const;

    std::filesystem::path m_file;
};

} // namespace sk::secrets
