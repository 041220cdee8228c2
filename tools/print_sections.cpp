// SPDX-License-Identifier: GPL-3.0-or-later
// Prints answers in several parts.
#include "print_sections.hpp"

#include "table_text.hpp"

#include <longmen/service/key_words.hpp>

namespace longmen::tools {

void write_sections(Context& context, const OutputOptions& output,
                    const std::vector<service::Section>& sections, const Table& table,
                    const std::string& json) {
    const auto format = output.format();
    if (format != Format::table && format != Format::md) {
        output.write(context, table, json);
        return;
    }
    const bool markdown = format == Format::md;
    std::string text;
    for (const auto& section : sections) {
        text += text.empty() ? "" : "\n";
        text += (markdown ? "## " : "") + section.title + '\n';
        text += markdown && !section.lines.empty() ? "\n" : "";
        for (const auto& line : section.lines) {
            text += (markdown ? "- " : "") + line + '\n';
        }
        if (!section.table.rows.empty()) {
            const auto table_in_words = service::in_words(section.table, context.lang);
            text += (markdown || !section.lines.empty() ? "\n" : "") +
                    (markdown ? markdown_text(table_in_words) : screen_text(table_in_words));
        }
    }
    output.write_bytes(context, text);
}

} // namespace longmen::tools
