// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of an XLSX cell mean: numbers, dates by their style, shared strings.
#pragma once

#include <longmen/ingest/detail/xlsx_package.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// Shortest decimal that is the same number: `12`, `0.1`, `-3.5`. A number of 16 digits or more, which a
/// spreadsheet has rounded, keeps its exponent (`9.11407E+17`), so that nobody takes it for a code. Text that
/// is no number comes back as it is.
std::string print_cell_number(std::string_view text);

/// `YYYY-MM-DD`, with ` HH:MM:SS` when the day has a fraction. Nothing below day 1 (a time alone) or beyond
/// 9999-12-31. `epoch_1904`: days count from 1904-01-01.
std::optional<std::string> print_cell_date(std::string_view serial, bool epoch_1904);

/// True for number formats that show a day: `yyyy/m/d`, `[$-804]yyyy"年"m"月"`; not for times or `0.00`.
bool is_date_format(std::string_view format);

/// `_x000D_` and its like, as Excel writes characters XML cannot hold; the carriage return is dropped.
std::string decode_escapes(std::string text);

/// Column of a cell reference, 0-based: `A1` 0, `AH200` 33. Nothing when it is none.
std::optional<std::size_t> cell_column(std::string_view reference);

/// Which cell formats (positions in cellXfs) show dates.
class XlsxStyles {
    std::vector<bool> dates_;

public:
    static XlsxStyles read(XlsxPackage& package, const std::string& part);
    [[nodiscard]] bool is_date(std::size_t format) const { return format < dates_.size() && dates_[format]; }
};

/// All shared strings in one block of memory. Runs are joined, phonetic guides left out.
class XlsxStrings {
    std::string text_;
    std::vector<std::size_t> ends_;

public:
    static XlsxStrings read(XlsxPackage& package, const std::string& part);
    /// Nothing when there is no such string.
    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;
};

} // namespace longmen::ingest::detail
