// SPDX-License-Identifier: GPL-3.0-or-later
// Collapses blanks of markup.
#include <longmen/ingest/detail/markup_text.hpp>

#include <longmen/ingest/detail/sheet_rows.hpp>

#include <algorithm>

namespace longmen::ingest::detail {

void MarkupText::add(std::string_view piece, const Limits& limits) {
    cut_ = !append_bounded(text_, piece, limits) || cut_;
}

void MarkupText::paragraph(const Limits& limits) {
    if (begun_ && !text_.empty() && !line_begins_) {
        line_break(limits);
    }
    begun_ = true;
}

void MarkupText::line_break(const Limits& limits) {
    add("\n", limits);
    line_begins_ = true;
    blank_pending_ = false;
}

void MarkupText::text(std::string_view piece, const Limits& limits) {
    constexpr std::string_view blanks = " \t\r\n";
    begun_ = true;
    while (!piece.empty()) {
        const auto word = piece.find_first_not_of(blanks);
        blank_pending_ = blank_pending_ || (word != 0 && !line_begins_);
        if (word == std::string_view::npos) {
            return;
        }
        const auto end = std::min(piece.find_first_of(blanks, word), piece.size());
        if (blank_pending_) {
            add(" ", limits);
            blank_pending_ = false;
        }
        add(piece.substr(word, end - word), limits);
        line_begins_ = false;
        piece.remove_prefix(end);
    }
}

void MarkupText::literal(std::string_view piece, const Limits& limits) {
    if (blank_pending_) {
        add(" ", limits);
        blank_pending_ = false;
    }
    add(piece, limits);
    line_begins_ = false;
}

std::string_view MarkupText::view() const {
    const std::string_view all = text_;
    return all.substr(0, all.find_last_not_of('\n') + 1);
}

} // namespace longmen::ingest::detail
