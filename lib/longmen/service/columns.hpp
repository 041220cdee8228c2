// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with headings in one language, in one line.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/money.hpp>
#include <longmen/base/table.hpp>

#include <initializer_list>
#include <optional>
#include <string>

namespace longmen::service {

/// A column's key and its heading in both languages.
struct Heading {
    const char* key;
    Text text;
};

/// An empty table with these columns.
[[nodiscard]] inline Table table_with(std::initializer_list<Heading> headings, Lang lang) {
    Table table;
    for (const auto& heading : headings) {
        table.columns.push_back({heading.key, std::string{heading.text.in(lang)}});
    }
    return table;
}

[[nodiscard]] inline Cell count_cell(std::size_t count) {
    return static_cast<std::int64_t>(count);
}

/// Undefined when empty.
[[nodiscard]] inline Cell text_cell(std::string text) {
    return text.empty() ? Cell{} : Cell{std::move(text)};
}

inline constexpr std::int64_t fen_in_yuan = 100;

/// Yuan: whole where it is, else with its fen; undefined when there is none.
[[nodiscard]] inline Cell yuan_cell(const std::optional<Money>& money) {
    if (!money) {
        return {};
    }
    if (money->fen % fen_in_yuan == 0) {
        return money->fen / fen_in_yuan;
    }
    constexpr int digits = 2;
    return Decimal{static_cast<double>(money->fen) / static_cast<double>(fen_in_yuan), digits, digits};
}

} // namespace longmen::service
