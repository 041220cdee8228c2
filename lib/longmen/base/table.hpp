// SPDX-License-Identifier: GPL-3.0-or-later
// A result as a table: what the command line prints or writes in any format.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace longmen {

/// A number with the decimals it has in files and on the screen.
struct Decimal {
    double value = 0;
    int file_digits = 4;
    int screen_digits = 1;
};

/// Empty (undefined), text, integer, decimal.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Decimal>;

struct Column {
    std::string key;     ///< stable name in CSV and JSON
    std::string heading; ///< in the user's language, for the screen
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
};

} // namespace longmen
