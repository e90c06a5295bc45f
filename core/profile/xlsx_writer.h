// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text_table.h"

struct lxw_workbook;
struct lxw_worksheet;

namespace sk::profile {

/// Rows into an Excel workbook of one sheet, by libxlsxwriter in constant memory. The file is renamed into place when
/// it is complete. libxlsxwriter spools rows through a temporary file of its own in the output's folder, which holds
/// export columns only and is gone when it ends.
class XlsxWriter
{
public:
    [[nodiscard]] static Result<XlsxWriter> create(const std::filesystem::path &output,
                                                   const std::vector<std::string> &columns);
    XlsxWriter(XlsxWriter &&other) noexcept;
    XlsxWriter &operator=(XlsxWriter &&) = delete;
    ~XlsxWriter();

    /// Usage beyond Excel's 1,048,576 rows.
    [[nodiscard]] Result<void> append(const std::vector<TextCell> &cells);
    [[nodiscard]] Result<std::int64_t> commit();

private:
    XlsxWriter(std::filesystem::path output, std::filesystem::path part, lxw_workbook *workbook, lxw_worksheet *sheet);

    std::filesystem::path m_output;
    std::filesystem::path m_part;
    lxw_workbook *m_workbook;
    lxw_worksheet *m_sheet;
    std::uint32_t m_row = 0;
};

} // namespace sk::profile
