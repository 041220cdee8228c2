// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of tags to rows.
#include <longmen/ingest/detail/tagged_records.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/sheet_rows.hpp>

#include <simdjson.h>

#include <algorithm>
#include <optional>

namespace longmen::ingest::detail {
namespace {

constexpr std::string_view record_mark = "<REC>";
constexpr std::string_view kind_tag = "%0";
constexpr std::size_t longest_tag = 80;

struct TaggedLine {
    std::string_view key, value;
};

/// Nothing for a line that bears no tag.
std::optional<TaggedLine> tagged(std::string_view line) {
    if (line.starts_with('%') && line.size() >= 2 && line[1] != ' ' && (line.size() == 2 || line[2] == ' ')) {
        return TaggedLine{line.substr(0, 2), trim(line.substr(2))};
    }
    const auto end = line.substr(0, longest_tag).find(">=");
    if (!line.starts_with('<') || end == std::string_view::npos || end < 2 ||
        line.substr(1, end - 1).find_first_of("<>\" ") != std::string_view::npos) {
        return std::nullopt;
    }
    return TaggedLine{line.substr(1, end - 1), trim(line.substr(end + 2))};
}

} // namespace

bool looks_like_tagged(std::string_view text) {
    text = trim(text);
    const auto line = trim(text.substr(0, text.find('\n')));
    const auto first = tagged(line);
    return line == record_mark || (first && (first->key.front() != '%' || first->key == kind_tag));
}

void TaggedRecords::collect(std::string_view line) {
    line = trim(line);
    marked_ = marked_ || line == record_mark;
    const auto found = tagged(line);
    if (!found || !columns_.try_emplace(std::string{found->key}, keys_.size()).second) {
        return;
    }
    keys_.emplace_back(found->key);
    if (keys_.size() > limits_.columns) {
        throw DataError(sentence("{}：标签超过 {} 种；应为逐行标注字段的记录",
                                 "{}: more than {} different tags; expected records of tagged lines", path_,
                                 limits_.columns));
    }
}

bool TaggedRecords::begins_record(std::string_view key) const {
    return key == kind_tag || begun_ == 0 || (!marked_ && key == keys_.front());
}

void TaggedRecords::add(std::string_view piece, bool cut) {
    auto& value = values_[column_];
    const bool whole =
        (value.empty() || append_bounded(value, "\n", limits_)) && append_bounded(value, piece, limits_);
    if ((cut || !whole) && fault_ == TableRow::Fault::none) {
        fault_ = TableRow::Fault::cell_too_large;
        fault_column_ = column_;
    }
    if (!simdjson::validate_utf8(piece.data(), piece.size()) && fault_ == TableRow::Fault::none) {
        fault_ = TableRow::Fault::bad_text;
        fault_column_ = column_;
    }
}

void TaggedRecords::convert(std::string_view line, bool cut, std::uint64_t number, TableVisitor& visitor) {
    line = trim(line);
    if (line == record_mark) {
        finish(visitor);
        return;
    }
    const auto found = tagged(line);
    if (found && begins_record(found->key)) {
        finish(visitor);
        begun_ = number;
        values_.assign(keys_.size(), {});
    }
    if (begun_ == 0 || line.empty()) {
        return;
    }
    if (found) {
        column_ = columns_.at(std::string{found->key});
    }
    if (const auto text = found ? found->value : line; !text.empty()) {
        add(text, cut);
    }
}

void TaggedRecords::finish(TableVisitor& visitor) {
    if (begun_ == 0) {
        return;
    }
    const std::vector<std::string_view> cells{values_.begin(), values_.end()};
    if (const auto kind = columns_.find(std::string{kind_tag});
        kind != columns_.end() && fault_ == TableRow::Fault::none && fold(cells[kind->second]) != "patent") {
        fault_ = TableRow::Fault::not_a_patent;
        fault_column_ = kind->second;
    }
    visitor.row({begun_, cells, fault_, fault_column_});
    begun_ = 0;
    fault_ = TableRow::Fault::none;
}

} // namespace longmen::ingest::detail
