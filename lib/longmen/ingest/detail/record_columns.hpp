// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the documents of a relational source while its tables are read.
#pragma once

#include <longmen/ingest/detail/bulk_ids.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>
#include <longmen/ingest/detail/link_lists.hpp>
#include <longmen/ingest/detail/table_cells.hpp>
#include <longmen/ingest/relational_tables.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// A day, or the first of a year that is all that is known.
struct ClockDay {
    Day day = unknown_day;
    bool year_only = false;
};
/// From a cell with a date and one with a year, either of which may be empty or that of no date (9999). False
/// when the date is none.
[[nodiscard]] bool read_clock_day(std::string_view date, std::string_view year, ClockDay& day);
/// The same of a date alone, into a measure.
[[nodiscard]] bool read_day(std::string_view date, Day& day);

/// Numbers of documents before it is known which of them count: packed, or a place among texts.
class NumberPool {
    std::vector<std::string> texts_;

public:
    [[nodiscard]] PackedNumber put(const std::string& text) {
        const auto packed = pack_number(text);
        if (!packed) {
            texts_.push_back(text);
        }
        return packed ? *packed : first_unpacked() + texts_.size() - 1;
    }
    [[nodiscard]] std::string text(PackedNumber number) const {
        return number < first_unpacked() ? unpack_number(number) : texts_[number - first_unpacked()];
    }
};

/// By row of the table of documents. Columns a source does not have stay empty.
struct RecordColumns {
    std::vector<PackedNumber> keys; ///< ids in the source
    std::vector<ClockDay> filing, priority;
    std::vector<Day> publication, grant;
    std::vector<PackedNumber> family;
    std::vector<std::pair<std::string, std::vector<std::int32_t>>> counts; ///< further measures, by name
    NameTable symbols;                                                     ///< of classes, in full
    std::vector<Link> ipc, cpc;
    NameTable applicant_names, inventor_names;
    std::vector<Link> applicants, inventors;                         ///< items: names
    std::vector<std::pair<std::uint32_t, std::uint64_t>> literature; ///< row, hash of the item cited
    bool knows_literature = false;
    std::vector<Arc> citations;

    /// Fills `row_of`; rows named again are left out and counted.
    void end_keys(BulkFaults& faults, const std::string& path);
    /// IdIndex::none, and the row is counted, when no document has this key.
    [[nodiscard]] std::uint32_t row_of(PackedNumber key, const CellRow& row) const;
    /// Row of a cited document that no table brings, by its number.
    [[nodiscard]] std::uint32_t stub(const std::string& number);
    [[nodiscard]] std::size_t size() const { return keys.size(); }

    std::vector<std::uint32_t> duplicates;
    std::vector<std::string> stubs; ///< numbers, in the order they were met
    std::unique_ptr<IdIndex> index;

private:
    std::unordered_map<std::string, std::uint32_t> stub_rows_;
};

/// All into the order of time; of `records` the keys are left. `number_of(row)` gives the number of a
/// document.
void finish_records(RecordColumns& records, BulkClock clock, const FieldOf& field_of,
                    const std::function<std::string(std::size_t row)>& number_of, Threads& threads,
                    BulkTables& tables);

/// Files by table; each reader takes those it knows.
using FilesByTable = std::map<std::string, std::vector<std::string>>;
void read_patstat(const FilesByTable& files, BulkClock clock, const FieldOf& field_of, Threads& threads,
                  Progress& progress, BulkTables& tables);
void read_patentsview(const FilesByTable& files, BulkClock clock, const FieldOf& field_of, Threads& threads,
                      Progress& progress, BulkTables& tables);

} // namespace longmen::ingest::detail
