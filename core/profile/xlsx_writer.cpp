// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/xlsx_writer.h"

#include "core/base/files.h"

#include <xlsxwriter.h>

#include <cstdlib>

namespace sk::profile {

namespace {

constexpr std::uint32_t kMostRows = 1'048'576;

} // namespace

XlsxWriter::XlsxWriter(std::filesystem::path output, std::filesystem::path part, lxw_workbook *workbook,
                       lxw_worksheet *sheet)
    : m_output(std::move(output))
    , m_part(std::move(part))
    , m_workbook(workbook)
    , m_sheet(sheet)
{
}

XlsxWriter::XlsxWriter(XlsxWriter &&other) noexcept
    : m_output(std::move(other.m_output))
    , m_part(std::move(other.m_part))
    , m_workbook(std::exchange(other.m_workbook, nullptr))
    , m_sheet(other.m_sheet)
    , m_row(other.m_row)
{
}

XlsxWriter::~XlsxWriter()
{
    if (m_workbook == nullptr)
        return;
    workbook_close(m_workbook);
    std::error_code code;
    std::filesystem::remove(m_part, code);
}

Result<XlsxWriter> XlsxWriter::create(const std::filesystem::path &output, const std::vector<std::string> &columns)
{
    const std::filesystem::path part = std::filesystem::path(output) += ".part";
    std::string folder = toUtf8(part.has_parent_path() ? part.parent_path() : std::filesystem::path("."));
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    lxw_workbook *workbook = workbook_new_opt(toUtf8(part).c_str(), &options);
    lxw_worksheet *sheet = workbook == nullptr ? nullptr : workbook_add_worksheet(workbook, nullptr);
    if (sheet == nullptr)
        return fail(ErrorKind::File, "cannot write the export: " + toUtf8(output));
    XlsxWriter writer(output, part, workbook, sheet);
    std::vector<TextCell> header;
    header.reserve(columns.size());
    for (const std::string &column : columns)
        header.push_back(TextCell::text(column));
    SK_TRY(writer.append(header));
    return writer;
}

Result<void> XlsxWriter::append(const std::vector<TextCell> &cells)
{
    if (m_row >= kMostRows)
        return fail(ErrorKind::Usage, "Excel holds 1,048,576 rows at most: export csv, or a shorter period");
    std::uint16_t column = 0;
    for (const TextCell &cell : cells) {
        lxw_error error = LXW_NO_ERROR;
        switch (cell.kind) {
        case TextCell::Kind::Empty: break;
        case TextCell::Kind::Text:
            error = worksheet_write_string(m_sheet, m_row, column, cell.value.c_str(), nullptr);
            break;
        case TextCell::Kind::Number:
        case TextCell::Kind::Decimal: // a double holds 15 digits: more than any amount has
            error = worksheet_write_number(m_sheet, m_row, column, std::strtod(cell.value.c_str(), nullptr), nullptr);
            break;
        }
        if (error != LXW_NO_ERROR)
            return fail(ErrorKind::File, std::string("cannot write the export: ") + lxw_strerror(error));
        ++column;
    }
    ++m_row;
    return {};
}

Result<std::int64_t> XlsxWriter::commit()
{
    const lxw_error error = workbook_close(std::exchange(m_workbook, nullptr));
    std::error_code code;
    if (error == LXW_NO_ERROR)
        std::filesystem::rename(m_part, m_output, code);
    if (error == LXW_NO_ERROR && !code)
        return std::int64_t{m_row} - 1;
    std::filesystem::remove(m_part, code);
    return fail(ErrorKind::File,
                "cannot write the export: "
                    + (error == LXW_NO_ERROR ? toUtf8(m_output) : std::string(lxw_strerror(error))));
}

} // namespace sk::profile
