// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/entry_register.h"

#include "core/base/files.h"

#include <algorithm>

namespace sk::secrets {

namespace {

constexpr std::size_t kLargestFile = 1024 * 1024;

bool isName(std::string_view text)
{
    static constexpr std::string_view others = "/-_.";
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || others.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

} // namespace

EntryRegister::EntryRegister(std::filesystem::path file) : m_file(std::move(file)) {}

Result<std::set<std::string>> EntryRegister::names() const
{
    const auto content = readFile(m_file, kLargestFile);
    if (!content && content.error().kind != ErrorKind::NotFound)
        return fail(content.error());
    std::set<std::string> names;
    std::string_view rest = content ? asText(*content) : std::string_view();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = rest.substr(0, end); isName(line))
            names.emplace(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return names;
}

Result<void> EntryRegister::add(const std::string &name)
{
    if (!isName(name))
        return fail(ErrorKind::Internal, "no name for a keychain entry: " + name);
    SK_ASSIGN(std::set<std::string> all, names());
    if (!all.insert(name).second)
        return {};
    return save(all);
}

Result<void> EntryRegister::strike(const std::string &name)
{
    SK_ASSIGN(std::set<std::string> all, names());
    if (all.erase(name) == 0)
        return {};
    return save(all);
}

Result<void> EntryRegister::save(const std::set<std::string> &names) const
{
    std::string text;
    for (const std::string &name : names)
        text += name + '\n';
    return writeFileAtomically(m_file, asBytes(text));
}

} // namespace sk::secrets
