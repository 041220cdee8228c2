// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of an XLSX cell mean: numbers, dates by their style, shared strings.
#pragma once

#include <longmen/ingest/detail/office_package.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// Shortest decimal that is the same number: `12`, `0.1`, `-3.5`. A number of 16 digits or more, which a
/// spreadsheet has rounded to 15, keeps its exponent (`9.11407E+17`), so that nobody takes it for a code. A
/// whole number of fewer digits than `zeros`, the zeros of its format, gets them in front: `030600`. Text
/// that is no number comes back as it is.
std::string print_cell_number(std::string_view text, std::size_t zeros = 0);

/// `YYYY-MM-DD`, with ` HH:MM:SS` when the day has a fraction. Nothing below day 1 (a time alone) or beyond
/// 9999-12-31. `epoch_1904`: days count from 1904-01-01.
std::optional<std::string> print_cell_date(std::string_view serial, bool epoch_1904);

/// `2020-01-01T08:30:00.000` in the same form.
std::string print_iso_date(std::string_view value);

/// True for number formats that show a day: `yyyy/m/d`, `[$-804]yyyy"年"m"月"`; not for times or `0.00`.
bool is_date_format(std::string_view format);

/// Digits that a format of zeros alone (`000000`) shows at least; 0 for any other format.
std::size_t format_zeros(std::string_view format);

/// `_x000D_` and its like, as Excel writes characters XML cannot hold; the carriage return is dropped.
std::string decode_escapes(std::string text);

/// Column of a cell reference, 0-based: `A1` 0, `AH200` 33. Nothing when it is none.
std::optional<std::size_t> cell_column(std::string_view reference);

/// A whole number of an attribute; `fallback` for anything else.
std::size_t to_size(std::string_view text, std::size_t fallback);

/// What a number format makes of a number.
struct NumberFormat {
    bool date = false;
    std::size_t zeros = 0; ///< see `format_zeros`
};

/// The number formats of cells, by position in cellXfs.
class XlsxStyles {
    std::vector<NumberFormat> formats_;

public:
    static XlsxStyles read(OfficePackage& package, const std::string& part);
    [[nodiscard]] bool is_date(std::size_t format) const {
        return format < formats_.size() && formats_[format].date;
    }
    [[nodiscard]] std::size_t zeros(std::size_t format) const {
        return format < formats_.size() ? formats_[format].zeros : 0;
    }
};

/// All shared strings in one block of memory. Runs are joined, phonetic guides left out.
class XlsxStrings {
    std::string text_;
    std::vector<std::size_t> ends_;

public:
    static XlsxStrings read(OfficePackage& package, const std::string& part);
    /// Nothing when there is no such string.
    [[nodiscard]] std::optional<std::string_view> at(std::size_t index) const;
};

} // namespace longmen::ingest::detail
