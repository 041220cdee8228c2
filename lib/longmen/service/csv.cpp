// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of CSV and TSV files.
#include <longmen/service/csv.hpp>

#include <fmt/format.h>

#include <iterator>

namespace longmen::service {

std::string csv_cell(std::string_view text, char separator) {
    std::string cell;
    if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) {
        cell += '\'';
    }
    cell += text;
    if (cell.find_first_of(std::string{"\"\r\n"} + separator) == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

void append_csv_cell(std::string& text, const Cell& cell, char separator) {
    if (const auto* own = std::get_if<std::string>(&cell)) {
        text += csv_cell(*own, separator);
    } else if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        fmt::format_to(std::back_inserter(text), "{}", *integer);
    } else if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        fmt::format_to(std::back_inserter(text), "{:.{}f}", decimal->value, decimal->file_digits);
    }
}

} // namespace longmen::service
