// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/passphrase_rules.h"

#include "core/base/text.h"

#include <algorithm>

namespace sk::profile {

namespace {

constexpr std::size_t kLeastCharacters = 12;
constexpr std::size_t kLeastName = 3;

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Anything else counts as special, letters outside ASCII included.
bool isSpecial(char c)
{
    return !isUpper(c) && !isLower(c) && !isDigit(c);
}

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The words of a name or an e-mail address: `jane.doe@example.com` is jane, doe, example, com.
std::vector<std::string_view> partsOf(std::string_view name)
{
    std::vector<std::string_view> parts;
    constexpr std::string_view separators = " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find_first_of(separators));
        name.remove_prefix(std::min(name.size(), part.size() + 1));
        if (characters(part) >= kLeastName)
            parts.push_back(part);
    }
    return parts;
}

bool holds(std::string_view text, std::string_view part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == lower(b); })
        != text.end();
}

} // namespace

std::vector<PassphraseFlaw> passphraseFlaws(const secrets::Secret &passphrase, const std::vector<std::string> &names)
{
    const std::string_view text = passphrase.text();
    const auto lacks = [text](bool (*kind)(char)) { return std::none_of(text.begin(), text.end(), kind); };
    std::vector<PassphraseFlaw> flaws;
    if (characters(text) < kLeastCharacters)
        flaws.push_back(PassphraseFlaw::TooShort);
    if (lacks(isUpper))
        flaws.push_back(PassphraseFlaw::NoUpper);
    if (lacks(isLower))
        flaws.push_back(PassphraseFlaw::NoLower);
    if (lacks(isDigit))
        flaws.push_back(PassphraseFlaw::NoDigit);
    if (lacks(isSpecial))
        flaws.push_back(PassphraseFlaw::NoSpecial);
    const bool named = std::any_of(names.begin(), names.end(), [text](const std::string &name) {
        const std::vector<std::string_view> parts = partsOf(name);
        return std::any_of(parts.begin(), parts.end(), [text](std::string_view part) { return holds(text, part); });
    });
    if (named)
        flaws.push_back(PassphraseFlaw::HoldsName);
    return flaws;
}

std::string_view toText(PassphraseFlaw flaw)
{
    switch (flaw) {
    case PassphraseFlaw::TooShort: return "at least 12 characters";
    case PassphraseFlaw::NoUpper: return "an upper-case letter";
    case PassphraseFlaw::NoLower: return "a lower-case letter";
    case PassphraseFlaw::NoDigit: return "a digit";
    case PassphraseFlaw::NoSpecial: return "a special character";
    case PassphraseFlaw::HoldsName: return "no name of yours";
    }
    return {};
}

} // namespace sk::profile
