// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text_table.h"

#include <QSaveFile>

#include <array>
#include <cstdio>

namespace sk {

std::string csvField(const TextCell &cell)
{
    std::string text = cell.value;
    if (cell.kind == TextCell::Kind::Text && !text.empty()
        && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"')
            quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string jsonString(std::string_view text)
{
    std::string json = "\"";
    for (const char c : text) {
        switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                std::array<char, 8> escape{};
                std::snprintf(escape.data(), escape.size(), "\\u%04x",
                              static_cast<unsigned>(static_cast<unsigned char>(c)));
                json += escape.data();
            } else {
                json += c;
            }
        }
    }
    return json + '"';
}

TextTableWriter::TextTableWriter(std::unique_ptr<QSaveFile> file, TextFormat format, std::vector<std::string> columns)
    : m_file(std::move(file))
    , m_format(format)
    , m_columns(std::move(columns))
{
}

TextTableWriter::TextTableWriter(TextTableWriter &&) noexcept = default;
TextTableWriter &TextTableWriter::operator=(TextTableWriter &&) noexcept = default;
TextTableWriter::~TextTableWriter() = default;

Result<TextTableWriter> TextTableWriter::create(const std::filesystem::path &output, TextFormat format,
                                                std::vector<std::string> columns)
{
    auto file = std::make_unique<QSaveFile>(QString::fromStdU16String(output.u16string()));
    if (!file->open(QIODevice::WriteOnly))
        return fail(ErrorKind::File, "cannot write the export: " + file->errorString().toStdString());
    file->setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    TextTableWriter writer(std::move(file), format, std::move(columns));
    if (format == TextFormat::Csv) {
        std::string line;
        for (const std::string &column : writer.m_columns)
            line += (line.empty() ? "" : ",") + column;
        SK_TRY(writer.write(line + "\r\n"));
    }
    return writer;
}

Result<void> TextTableWriter::append(const std::vector<TextCell> &cells)
{
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            line += ',';
        if (m_format == TextFormat::Csv) {
            line += csvField(cells[i]);
            continue;
        }
        line += jsonString(m_columns[i]) + ':';
        switch (cells[i].kind) {
        case TextCell::Kind::Empty: line += "null"; break;
        case TextCell::Kind::Text:
        case TextCell::Kind::Decimal: line += jsonString(cells[i].value); break;
        case TextCell::Kind::Number: line += cells[i].value; break;
        }
    }
    ++m_rows;
    return write(m_format == TextFormat::Csv ? line + "\r\n" : '{' + line + "}\n");
}

Result<std::int64_t> TextTableWriter::commit()
{
    if (!m_file->commit())
        return fail(ErrorKind::File, "cannot write the export: " + m_file->errorString().toStdString());
    return m_rows;
}

Result<void> TextTableWriter::write(const std::string &line)
{
    const auto size = static_cast<qint64>(line.size());
    if (m_file->write(line.data(), size) != size)
        return fail(ErrorKind::File, "cannot write the export: " + m_file->errorString().toStdString());
    return {};
}

} // namespace sk
