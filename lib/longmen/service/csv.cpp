// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of CSV and TSV files.
#include <longmen/service/csv.hpp>

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

} // namespace longmen::service
