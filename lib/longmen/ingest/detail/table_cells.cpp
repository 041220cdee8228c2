// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of any table file, cut to the columns wanted.
#include <longmen/ingest/detail/table_cells.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/ingest/profile.hpp>
#include <longmen/ingest/table_reader.hpp>

#include <algorithm>
#include <charconv>

namespace longmen::ingest::detail {
namespace {

class CellVisitor final : public TableVisitor {
    static constexpr std::size_t absent = ~std::size_t{0};
    const std::string& path_;
    std::span<const std::string_view> columns_;
    std::size_t needed_;
    const std::function<void(const CellRow&)>& take_;
    std::vector<std::size_t> places_;
    std::vector<std::string_view> cells_;

    void find_places(const TableRow& heading) {
        std::vector<std::string> keys;
        for (const auto cell : heading.cells) {
            keys.push_back(heading_key(cell));
        }
        for (const auto column : columns_) {
            const auto at = std::ranges::find(keys, column);
            places_.push_back(at == keys.end() ? absent : static_cast<std::size_t>(at - keys.begin()));
            if (places_.back() == absent && places_.size() <= needed_) {
                throw DataError(path_, heading.number, sentence("缺少“{}”列", "has no column `{}`", column));
            }
        }
        cells_.resize(columns_.size());
    }

public:
    FaultList faults;
    std::uint64_t rows = 0;

    CellVisitor(const std::string& path, std::span<const std::string_view> columns, std::size_t needed,
                const std::function<void(const CellRow&)>& take)
        : path_(path), columns_(columns), needed_(needed), take_(take) {}

    void begin_table(const TableInfo& /*info*/) override { places_.clear(); }
    void end_table() override {}
    void row(const TableRow& row) override {
        if (places_.empty()) {
            find_places(row);
            return;
        }
        ++rows;
        bool short_row = false;
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const bool there = places_[i] < row.cells.size();
            cells_[i] = there ? trim(row.cells[places_[i]]) : std::string_view{};
            short_row = short_row || (!there && i < needed_);
        }
        const CellRow cells{row.number, faults, cells_};
        if (row.fault == TableRow::Fault::open_quote ||
            (row.fault != TableRow::Fault::none && std::ranges::count(places_, row.fault_column) > 0)) {
            cells.refuse(BulkFault::bad_text);
        } else if (short_row) {
            cells.refuse(BulkFault::too_few_cells);
        } else {
            take_(cells);
        }
    }
};

} // namespace

void CellRow::refuse(BulkFault fault) const {
    std::string line;
    for (const auto cell : cells) {
        line += (line.empty() ? "" : " | ") + std::string{is_valid_utf8(cell) ? cell : "?"};
    }
    faults_.add(fault, 0, cut_to_width(line, 100), number_);
}

std::uint64_t each_row(const std::string& path, std::span<const std::string_view> columns, std::size_t needed,
                       BulkFaults& faults, Progress& progress,
                       const std::function<void(const CellRow&)>& take) {
    Limits limits;
    limits.unpacked_bytes = ~std::uint64_t{0};
    CellVisitor visitor{path, columns, needed, take};
    read_tables(path, limits, visitor, progress);
    visitor.faults.move_to(faults, path);
    return visitor.rows;
}

std::uint64_t positive(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

} // namespace longmen::ingest::detail
