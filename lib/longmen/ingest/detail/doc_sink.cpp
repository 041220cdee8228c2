// SPDX-License-Identifier: GPL-3.0-or-later
// Completes records on their way.
#include <longmen/ingest/detail/doc_sink.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>

namespace longmen::ingest::detail {

void DocumentList::add(std::size_t column, std::string_view member) {
    if (member.empty()) {
        return;
    }
    if (empty()) {
        column_ = column;
    }
    members_.add(member);
}

std::string DocumentList::text() const {
    return join(members_.members(), "\n");
}

void DocumentSink::know(const std::vector<Column>& columns) {
    columns_ = &columns;
    dense_.assign(columns.size(), 0);
}

void DocumentSink::begin() {
    lists_.clear();
    extras_.clear();
    number_.reset();
}

std::uint16_t DocumentSink::dense(std::size_t column) {
    auto& at = dense_[column];
    if (at == 0) {
        used_.push_back(column);
        at = static_cast<std::uint16_t>(used_.size());
    }
    return at;
}

void DocumentSink::cite(Field field, std::size_t column, std::string_view member) {
    auto found = std::ranges::find(lists_, field, &std::pair<Field, DocumentList>::first);
    if (found == lists_.end()) {
        lists_.emplace_back(field, DocumentList{});
        found = lists_.end() - 1;
    }
    found->second.add(column, member);
}

void DocumentSink::keep(std::vector<ExtraValue> extras) {
    constexpr std::size_t most_named = 2000; // no office has as many elements; a hostile file may
    extras_ = std::move(extras);
    for (const auto& [path, value] : extras_) {
        if (unknown_.size() < most_named) {
            unknown_.insert(path);
        }
    }
}

std::vector<std::pair<std::string, std::string>> DocumentSink::used() const {
    std::vector<std::pair<std::string, std::string>> columns;
    for (const auto column : used_) {
        columns.emplace_back((*columns_)[column].heading, (*columns_)[column].target);
    }
    return columns;
}

void DocumentSink::patent(PatentRow row) {
    for (const auto field : {Field::app_no, Field::grant_no, Field::pub_no}) {
        const auto found = std::ranges::find(row.values, field, &FieldValue::field);
        if (found != row.values.end()) {
            number_ = found->value;
        }
    }
    for (auto& value : row.values) {
        value.column = dense(value.column - 1U);
    }
    for (const auto& [field, list] : lists_) {
        row.values.push_back({field, list.text(), dense(list.column())});
    }
    const auto given = row.extras.size(); // those of the document differ from each other
    for (auto& extra : extras_) {
        const auto end = row.extras.begin() + static_cast<std::ptrdiff_t>(given);
        const auto found = std::ranges::find(row.extras.begin(), end, extra.first, &ExtraValue::first);
        if (found == end) {
            row.extras.push_back(std::move(extra));
        } else if (found->second != extra.second) {
            found->second.append("\n").append(extra.second);
        }
    }
    if (relatives_) {
        numbers_.add(0, *number_);
        held_.push_back({std::move(row), {}});
    } else {
        real_.patent(std::move(row));
    }
}

void DocumentSink::event(EventRow row) {
    if (held_.empty()) {
        real_.event(std::move(row));
    } else {
        held_.back().events.push_back(std::move(row));
    }
}

void DocumentSink::begin_document() {
    held_.clear();
    relatives_.reset();
    numbers_ = {};
}

void DocumentSink::end_document() {
    // Each of n members gets n numbers; no real family comes near this many.
    constexpr std::size_t most_relatives = 2000;
    const auto family = held_.size() > most_relatives ? std::string{} : numbers_.text();
    if (held_.size() > most_relatives) {
        real_.warn({DiagnosticCode::cell_too_large,
                    held_[0].row.row,
                    (*columns_)[*relatives_].heading,
                    {},
                    std::to_string(held_.size())});
    }
    for (auto& [row, events] : held_) {
        if (held_.size() > 1 && !family.empty()) {
            row.values.push_back({Field::extended_family_members, family, dense(*relatives_)});
        }
        real_.patent(std::move(row));
        for (auto& event : events) {
            real_.event(std::move(event));
        }
    }
    begin_document();
}

void DocumentSink::reject(RejectedRow row) {
    for (const auto& [field, list] : lists_) {
        row.cells.emplace_back((*columns_)[list.column()].heading, list.text());
    }
    for (auto& extra : extras_) {
        row.cells.push_back(std::move(extra));
    }
    real_.reject(std::move(row));
}

} // namespace longmen::ingest::detail
