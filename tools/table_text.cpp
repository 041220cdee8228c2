// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as text.
#include "table_text.hpp"

#include <longmen/base/text.hpp>
#include <longmen/service/csv.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace longmen::tools {
namespace {

constexpr std::size_t widest_text = 60;

/// As on the screen.
std::string cell_text(const Cell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return *text;
    }
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) {
        return fmt::format("{}", *integer);
    }
    if (const auto* decimal = std::get_if<Decimal>(&cell)) {
        return fmt::format("{:.{}f}", decimal->value, decimal->screen_digits);
    }
    return "–";
}

bool is_number(const Cell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Decimal>(cell);
}

std::string pad(const std::string& text, std::size_t width, bool right) {
    const auto used = display_width(text);
    const std::string blanks(width > used ? width - used : 0, ' ');
    return right ? blanks + text : text + blanks;
}

std::string one_line(std::string text) {
    std::ranges::replace(text, '\n', ' ');
    return cut_to_width(text, widest_text);
}

} // namespace

std::string screen_text(const Table& table) {
    std::vector<std::size_t> widths;
    std::vector<bool> right(table.columns.size(), false);
    for (const auto& column : table.columns) {
        widths.push_back(display_width(column.heading));
    }
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(one_line(cell_text(row[i]))));
            right[i] = right[i] || is_number(row[i]);
        }
    }
    std::string result;
    const auto add_row = [&](auto&& text_of) {
        std::string line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            line += (i ? "  " : "") + pad(text_of(i), widths[i], right[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result += line + '\n';
    };
    add_row([&](std::size_t i) { return table.columns[i].heading; });
    for (const auto& row : table.rows) {
        add_row([&](std::size_t i) { return i < row.size() ? one_line(cell_text(row[i])) : std::string{}; });
    }
    return result;
}

std::string separated_text(const Table& table, char separator) {
    std::string result;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        result += (i ? std::string(1, separator) : "") + service::csv_cell(table.columns[i].key, separator);
    }
    result += '\n';
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            result += i ? std::string(1, separator) : "";
            service::append_csv_cell(result, row[i], separator);
        }
        result += '\n';
    }
    return result;
}

std::string json_text(const Table& table) {
    return service::json_document(service::rows_json(table));
}

std::string markdown_text(const Table& table) {
    const auto escape = [](std::string text) {
        std::string result;
        for (const char c : text) {
            result += c == '|' ? "\\|" : c == '\n' ? "<br>" : std::string(1, c);
        }
        return result;
    };
    std::string result = "|";
    std::string rule = "|";
    for (const auto& column : table.columns) {
        result += " " + escape(column.heading) + " |";
        rule += " --- |";
    }
    result += '\n' + rule + '\n';
    for (const auto& row : table.rows) {
        result += "|";
        for (const auto& cell : row) {
            result += " " + escape(cell_text(cell)) + " |";
        }
        result += '\n';
    }
    return result;
}

} // namespace longmen::tools
