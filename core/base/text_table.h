// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

class QSaveFile;

namespace sk {

enum class TextFormat { Csv, JsonLines };

/// One value of a table: text, a whole number, a decimal number kept as text (amounts: no format may round them), or
/// nothing.
struct TextCell
{
    enum class Kind { Empty, Text, Number, Decimal };
    Kind kind = Kind::Empty;
    std::string value;

    [[nodiscard]] static TextCell empty() { return {}; }
    [[nodiscard]] static TextCell text(std::string value) { return {Kind::Text, std::move(value)}; }
    [[nodiscard]] static TextCell number(std::int64_t value) { return {Kind::Number, std::to_string(value)}; }
    [[nodiscard]] static TextCell decimal(std::string value) { return {Kind::Decimal, std::move(value)}; }
};

/// A CSV field (RFC 4180). Text that a spreadsheet would take for a formula gets a leading apostrophe.
[[nodiscard]] std::string csvField(const TextCell &cell);
/// A JSON string with its quotes (RFC 8259).
[[nodiscard]] std::string jsonString(std::string_view text);

/// Writes rows to a file that appears only when it is complete: CSV with a header line and CRLF, or JSON Lines.
class TextTableWriter
{
public:
    [[nodiscard]] static Result<TextTableWriter> create(const std::filesystem::path &output, TextFormat format,
                                                        std::vector<std::string> columns);
    TextTableWriter(TextTableWriter &&) noexcept;
    TextTableWriter &operator=(TextTableWriter &&) noexcept;
    ~TextTableWriter();

    [[nodiscard]] Result<void> append(const std::vector<TextCell> &cells);
    /// Puts the file in place; returns the number of rows. Without it nothing is left behind.
    [[nodiscard]] Result<std::int64_t> commit();

private:
    TextTableWriter(std::unique_ptr<QSaveFile> file, TextFormat format, std::vector<std::string> columns);
    [[nodiscard]] Result<void> write(const std::string &line);

    std::unique_ptr<QSaveFile> m_file;
    TextFormat m_format;
    std::vector<std::string> m_columns;
    std::int64_t m_rows = 0;
};

} // namespace sk
