// SPDX-License-Identifier: GPL-3.0-or-later
// Tables with headings in one language, in one line.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>

#include <initializer_list>
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

} // namespace longmen::service
