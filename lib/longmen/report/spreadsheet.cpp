// SPDX-License-Identifier: GPL-3.0-or-later
// Writes tables as sheets.
#include <longmen/report/spreadsheet.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/detail/workbook.hpp>

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <map>

namespace longmen::report {
namespace {

constexpr std::size_t narrowest = 6;
constexpr std::size_t widest = 60;
constexpr std::size_t rows_measured = 200;
constexpr std::size_t longest_text = 32767; // characters of a cell, by the format

/// Text in parts a cell can hold is cut, and says so.
std::string cell_text(const std::string& text) {
    if (text.size() <= longest_text) {
        return text;
    }
    std::size_t end = longest_text - 3;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end) + "…";
}

void set_widths(lxw_worksheet* sheet, const Table& table) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        auto width = display_width(table.columns[c].heading);
        for (std::size_t r = 0; r < std::min(table.rows.size(), rows_measured); ++r) {
            if (c < table.rows[r].size()) {
                if (const auto* text = std::get_if<std::string>(&table.rows[r][c])) {
                    width = std::max(width, display_width(*text));
                }
            }
        }
        const auto column = static_cast<lxw_col_t>(c);
        worksheet_set_column(sheet, column, column,
                             static_cast<double>(std::clamp(width + 2, narrowest, widest)), nullptr);
    }
}

void write_sheet(detail::Workbook& book, const Sheet& given, lxw_format* heading,
                 std::map<int, lxw_format*>& decimals) {
    const auto& table = given.table;
    if (table.rows.size() >= LXW_ROW_MAX) {
        throw DataError(sentence("{} 行超出一张工作表的容量；请改用 CSV",
                                 "{} rows are more than a sheet of a workbook holds; write CSV instead",
                                 table.rows.size()));
    }
    auto* sheet = book.add_sheet(given.name);
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(c), table.columns[c].heading.c_str(),
                               heading);
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto row = static_cast<lxw_row_t>(r + 1);
        for (std::size_t c = 0; c < table.rows[r].size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            const auto& cell = table.rows[r][c];
            if (const auto* text = std::get_if<std::string>(&cell)) {
                worksheet_write_string(sheet, row, column, cell_text(*text).c_str(), nullptr);
            } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
                worksheet_write_number(sheet, row, column, static_cast<double>(*integer), nullptr);
            } else if (const auto* decimal = std::get_if<Decimal>(&cell)) {
                auto& format = decimals[decimal->screen_digits];
                if (format == nullptr) {
                    format = book.add_format();
                    format_set_num_format(
                        format,
                        decimal->screen_digits > 0
                            ? ("0." + std::string(static_cast<std::size_t>(decimal->screen_digits), '0'))
                                  .c_str()
                            : "0");
                }
                worksheet_write_number(sheet, row, column, decimal->value, format);
            }
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    if (!table.columns.empty()) {
        worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()),
                             static_cast<lxw_col_t>(table.columns.size() - 1));
    }
    set_widths(sheet, table);
}

} // namespace

std::string spreadsheet(const std::vector<Sheet>& sheets) {
    detail::Workbook book;
    auto* heading = book.add_format();
    format_set_bold(heading);
    std::map<int, lxw_format*> decimals;
    for (const auto& sheet : sheets) {
        write_sheet(book, sheet, heading, decimals);
    }
    return book.bytes();
}

} // namespace longmen::report
