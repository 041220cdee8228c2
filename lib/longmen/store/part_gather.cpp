// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of records sorted in a temporary database.
#include <longmen/store/part_gather.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/store/detail/bulk_insert.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace longmen::store {
namespace {

constexpr std::int64_t kept_cells = field_count; ///< in the place of a field: cells kept as they are

std::size_t take_number(std::string_view& text) {
    std::size_t number = 0;
    const auto end = text.find(':');
    std::from_chars(text.data(), text.data() + end, number);
    text.remove_prefix(end + 1);
    return number;
}

/// Kept cells of a row as one text: heading, length and bytes of each.
std::string cell_entry(std::size_t heading, std::string_view cell) {
    return fmt::format("{}:{}:{}", heading, cell.size(), cell);
}

/// Calls `take(heading, cell)` for each.
template <typename Take>
void each_cell(std::string_view text, Take take) {
    while (!text.empty()) {
        const auto heading = take_number(text);
        const auto length = take_number(text);
        take(heading, text.substr(0, length));
        text.remove_prefix(length);
    }
}

/// One record on its way.
class Assembly {
    const std::vector<std::string>& headings_;
    PatentRow row_;
    std::unordered_set<std::string> members_;     ///< of the list in hand
    std::vector<std::vector<std::string>> lines_; ///< of kept cells, by heading
    std::size_t line_count_ = 0;

    void keep(std::string_view cells) {
        lines_.resize(headings_.size());
        for (auto& lines : lines_) {
            lines.resize(line_count_ + 1);
        }
        each_cell(cells, [&](std::size_t heading, std::string_view cell) {
            lines_.at(heading)[line_count_] = std::string{cell};
        });
        ++line_count_;
    }

public:
    Assembly(const std::vector<std::string>& headings, FieldValue record, std::int64_t row)
        : headings_(headings) {
        row_.row = static_cast<std::uint64_t>(row);
        row_.rows = 0;
        row_.values.push_back(std::move(record));
    }

    void note_row(std::int64_t row, bool first) {
        row_.row = std::min(row_.row, static_cast<std::uint64_t>(row));
        row_.rows += first ? 1 : 0;
    }

    void add(std::int64_t field_number, std::string_view value, std::int64_t column) {
        if (field_number == kept_cells) {
            keep(value);
            return;
        }
        const auto field = static_cast<Field>(field_number);
        if (row_.values.back().field != field) {
            members_ = {std::string{value}};
            row_.values.push_back({field, std::string{value}, static_cast<std::uint16_t>(column)});
        } else if (field_info(field).type == FieldType::list && members_.emplace(value).second) {
            row_.values.back().value += '\n';
            row_.values.back().value += value;
        }
    }

    PatentRow finish() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (std::ranges::any_of(lines_[i], [](const std::string& line) { return !line.empty(); })) {
                row_.extras.emplace_back(headings_[i], fmt::format("{}", fmt::join(lines_[i], "\n")));
            }
        }
        return std::move(row_);
    }
};

detail::Database& opened(detail::Database& database) {
    database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;"
                 "PRAGMA temp_store = FILE;"
                 "CREATE TABLE part(record TEXT NOT NULL, field INTEGER NOT NULL, place INTEGER NOT NULL, "
                 "value TEXT NOT NULL, row INTEGER NOT NULL, first INTEGER NOT NULL, heading INTEGER NOT "
                 "NULL) STRICT; BEGIN");
    return database;
}

} // namespace

struct PartGather::State {
    detail::Database database{"", 2};
    detail::BulkInsert parts{opened(database), "INSERT INTO part", 7};
    std::optional<FieldValue> record;  ///< field and column by which records are named
    std::vector<std::string> headings; ///< of kept cells

    void add(const PartRow& row, std::int64_t field, std::int64_t place, std::string_view value, bool first,
             std::int64_t column) {
        parts.add(row.record.value).add(field).add(place).add(value);
        parts.add(static_cast<std::int64_t>(row.row)).add(static_cast<std::int64_t>(first)).add(column);
        parts.end_row();
    }

    std::size_t heading(const std::string& name) {
        const auto found = std::ranges::find(headings, name);
        if (found != headings.end()) {
            return static_cast<std::size_t>(found - headings.begin());
        }
        headings.push_back(name);
        return headings.size() - 1;
    }

    std::string cells(const PartRow& row) {
        std::string text;
        for (const auto& [name, cell] : row.extras) {
            text += cell_entry(heading(name), cell);
        }
        return text;
    }
};

PartGather::PartGather() : state_(std::make_unique<State>()) {}
PartGather::~PartGather() = default;

void PartGather::add(const PartRow& row) {
    auto& state = *state_;
    if (!state.record) {
        state.record = FieldValue{row.record.field, {}, row.record.column};
    } else if (state.record->field != row.record.field) {
        throw InternalError("parts of one table name their records by different fields");
    }
    bool first = true;
    for (const auto& part : row.parts) {
        state.add(row, static_cast<std::int64_t>(part.value.field), part.order, part.value.value, first,
                  part.value.column);
        first = false;
    }
    if (first || !row.extras.empty()) { // a row without parts leaves its record and place
        state.add(row, kept_cells, row.order, state.cells(row), first, 0);
    }
}

void PartGather::finish(const std::function<void(PatentRow)>& take) {
    auto& state = *state_;
    state.parts.flush();
    auto query = state.database.prepare("SELECT record, field, value, row, first, heading FROM part"
                                        " ORDER BY record, field, place, value, row");
    std::optional<Assembly> assembly;
    std::string name;
    while (query.step()) {
        if (!assembly || query.view(0) != name) {
            if (assembly) {
                take(assembly->finish());
            }
            name = query.text(0);
            assembly.emplace(state.headings, FieldValue{state.record->field, name, state.record->column},
                             query.integer(3));
        }
        assembly->note_row(query.integer(3), query.integer(4) != 0);
        assembly->add(query.integer(1), query.view(2), query.integer(5));
    }
    if (assembly) {
        take(assembly->finish());
    }
}

} // namespace longmen::store
