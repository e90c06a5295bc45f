// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privacy/zones.h"

#include "core/base/text.h"

namespace sk::privacy {

namespace {

constexpr bool isCodeLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

/// Capitals and digits alone: "sw1a 1aa" and "SW1A-1AA" are one code.
std::string plainCode(std::string_view code)
{
    std::string plain;
    for (const char c : code) {
        if (isCodeLetter(upper(c)))
            plain += upper(c);
    }
    return plain;
}

std::vector<std::string> split(std::string_view line)
{
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t comma = line.find(',');
        parts.emplace_back(trimmed(line.substr(0, comma)));
        if (comma == std::string_view::npos)
            return parts;
        line.remove_prefix(comma + 1);
    }
}

Result<ZoneRange> rangeOf(const std::vector<std::string> &parts, std::size_t line)
{
    const auto wrong = [line](const std::string &what) {
        return fail(ErrorKind::Usage, "line " + std::to_string(line) + " of the zone table: " + what);
    };
    if (parts.size() < 3 || parts.size() > 4)
        return wrong("it has to be from,to,zone or from,to,zone,country");
    ZoneRange range{plainCode(parts[0]), plainCode(parts[1]), parts[2], parts.size() == 4 ? upper(parts[3]) : ""};
    if (range.from.empty() || range.from.size() != range.to.size())
        return wrong("both ends have to be beginnings of postal codes of one length");
    if (range.from > range.to)
        return wrong("its first code comes after its last");
    if (range.zone.empty())
        return wrong("the zone has no name");
    if (!range.country.empty() && range.country.size() != 2)
        return wrong("the country has to be a code of two letters");
    return range;
}

} // namespace

Result<std::vector<ZoneRange>> parseZones(std::string_view csv)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (csv.starts_with(byteOrderMark))
        csv.remove_prefix(byteOrderMark.size());
    std::vector<ZoneRange> table;
    std::size_t number = 0;
    while (!csv.empty()) {
        const std::size_t end = csv.find('\n');
        const std::string_view line = trimmed(csv.substr(0, end));
        csv.remove_prefix(end == std::string_view::npos ? csv.size() : end + 1);
        ++number;
        const bool isHeading = number == 1 && lower(line).starts_with("from,");
        if (line.empty() || line.starts_with('#') || isHeading)
            continue;
        SK_ASSIGN(ZoneRange range, rangeOf(split(line), number));
        table.push_back(std::move(range));
    }
    if (table.empty())
        return fail(ErrorKind::Usage, "the zone table has no line: from,to,zone");
    return table;
}

std::string_view zoneOf(std::span<const ZoneRange> table, std::string_view postalCode, std::string_view country)
{
    const std::string code = plainCode(postalCode);
    for (const ZoneRange &range : table) {
        if (code.size() < range.from.size() || (!range.country.empty() && range.country != upper(country)))
            continue;
        const std::string_view beginning = std::string_view(code).substr(0, range.from.size());
        if (beginning >= range.from && beginning <= range.to)
            return range.zone;
    }
    return {};
}

} // namespace sk::privacy
