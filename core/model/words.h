// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

/// Tables of values and the words they are stored and shown to programs under. A table is an array of pairs of a value
/// and its word; each value and each word stands in it once.
namespace sk::model {

/// The word of a value; "unknown" for a value the table does not have.
template <typename Table, typename Value>
constexpr std::string_view wordIn(const Table &table, Value value)
{
    for (const auto &[key, word] : table) {
        if (key == value)
            return word;
    }
    return "unknown";
}

/// The value a word stands for; nothing for a word the table does not have.
template <typename Table>
constexpr auto valueIn(const Table &table, std::string_view word)
    -> std::optional<typename Table::value_type::first_type>
{
    for (const auto &[key, text] : table) {
        if (text == word)
            return key;
    }
    return std::nullopt;
}

/// Every value the table has, in its order.
template <typename Table>
std::vector<typename Table::value_type::first_type> valuesOf(const Table &table)
{
    std::vector<typename Table::value_type::first_type> values;
    values.reserve(table.size());
    for (const auto &[value, word] : table)
        values.push_back(value);
    return values;
}

} // namespace sk::model
