// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbooks people fill in have in common: how cells look, lists to choose from, the page of notes.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/report/detail/workbook.hpp>

#include <xlsxwriter.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::report::detail {

/// A workbook with the formats of a form.
struct FormSheet {
    Workbook book;
    Lang lang;
    lxw_format* bold = book.add_format();
    lxw_format* fill_in = book.add_format(); ///< cells and headings of what is to be filled in
    lxw_format* text = book.add_format();
    lxw_format* wrapped = book.add_format();

    explicit FormSheet(Lang lang);
    static void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
                      lxw_format* format);
    /// Cells of one column must follow the rule or stay empty; `why` is shown else.
    void refuse(lxw_worksheet* sheet, lxw_row_t first, lxw_col_t column, lxw_row_t last,
                lxw_data_validation& rule, Text why) const;
    /// Cells of one column hold one of these or nothing.
    void choose(lxw_worksheet* sheet, lxw_row_t first, lxw_col_t column, lxw_row_t last,
                std::vector<std::string> values, Text why) const;
    /// A sheet of sentences on how to fill in.
    void write_notes(std::span<const Text> notes);
};

} // namespace longmen::report::detail
