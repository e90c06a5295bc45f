// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace sk::simulator {

/// A path from UTF-8 text and back. std::filesystem takes plain char as the locale's code page on Windows.
inline std::filesystem::path pathFrom(const std::string &utf8)
{
    return {std::u8string(utf8.begin(), utf8.end())};
}

inline std::string textOf(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

} // namespace sk::simulator
