// SPDX-License-Identifier: GPL-3.0-or-later
// Puts texts together from the cells of a row.
#include <longmen/ingest/detail/cell_texts.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>

#include <algorithm>
#include <charconv>

namespace longmen::ingest::detail {

std::optional<std::size_t> column_of_heading(const std::vector<Column>& columns, std::string_view key) {
    if (key.empty()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].composed && heading_key(columns[i].heading) == key) {
            return i;
        }
    }
    return std::nullopt;
}

std::string_view told(const TableRow& row, std::optional<std::size_t> column, const Profile& profile) {
    if (!column || *column >= row.cells.size()) {
        return {};
    }
    const auto cell = trim(row.cells[*column]);
    return is_nothing(cell, profile) ? std::string_view{} : cell;
}

std::optional<std::int64_t> whole_number(std::string_view cell) {
    const auto digits = count_text(cell);
    if (!digits) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    std::from_chars(digits->data(), digits->data() + digits->size(), number);
    return number;
}

TiedTexts::TiedTexts(const CellTexts& texts, const std::vector<Column>& columns, const Profile& profile)
    : profile_(profile) {
    std::optional<std::size_t> first;
    for (const auto& text : texts) {
        Alternative alternative;
        for (const auto& piece : text.pieces) {
            const auto column = column_of_heading(columns, piece.heading);
            alternative.pieces.push_back({piece.literal, !piece.heading.empty(), column});
            first = first ? first : column;
        }
        alternative.conditional = !text.only.empty();
        alternative.except = text.except;
        alternative.only = column_of_heading(columns, text.only);
        alternative.words = text.words;
        alternative.wants_positive = !text.positive.empty();
        alternative.positive = column_of_heading(columns, text.positive);
        alternatives_.push_back(std::move(alternative));
    }
    column_ = first.value_or(0);
}

bool TiedTexts::holds(const Alternative& alternative, const TableRow& row) const {
    if (alternative.conditional) {
        const auto word = fold(told(row, alternative.only, profile_));
        const bool among = std::ranges::find(alternative.words, word) != alternative.words.end();
        if (among == alternative.except) {
            return false;
        }
    }
    return !alternative.wants_positive ||
           whole_number(told(row, alternative.positive, profile_)).value_or(0) > 0;
}

std::string TiedTexts::compose(const Alternative& alternative, const TableRow& row) const {
    std::string text;
    bool cells = false;
    bool any = false;
    for (const auto& piece : alternative.pieces) {
        text += piece.literal;
        if (piece.cell) {
            const auto cell = told(row, piece.column, profile_);
            cells = true;
            any = any || !cell.empty();
            text += cell;
        }
    }
    return cells && !any ? std::string{} : std::string{trim(text)};
}

std::string TiedTexts::read(const TableRow& row) const {
    for (const auto& alternative : alternatives_) {
        if (holds(alternative, row)) {
            if (auto text = compose(alternative, row); !text.empty()) {
                return text;
            }
        }
    }
    return {};
}

} // namespace longmen::ingest::detail
