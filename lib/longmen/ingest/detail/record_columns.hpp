// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of the documents of a relational source while its tables are read: first by row of the table of
// documents, then, when citations have named the last of them, in the order of time.
#pragma once

#include <longmen/ingest/detail/key_ranks.hpp>
#include <longmen/ingest/detail/link_runs.hpp>
#include <longmen/ingest/detail/name_block.hpp>
#include <longmen/ingest/detail/table_cells.hpp>
#include <longmen/ingest/relational_tables.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// A day, or the first of a year that is all that is known.
struct ClockDay {
    Day day = unknown_day;
    bool year_only = false;

    /// Both in one number, `unknown_day` for none.
    [[nodiscard]] std::int32_t code() const {
        return day == unknown_day ? unknown_day : day * 2 + (year_only ? 1 : 0);
    }
    [[nodiscard]] static ClockDay of(std::int32_t code) {
        return code == unknown_day ? ClockDay{} : ClockDay{code >> 1, (code & 1) != 0};
    }
};
/// From a cell with a date and one with a year, either of which may be empty or that of no date (9999). False
/// when the date is none.
[[nodiscard]] bool read_clock_day(std::string_view date, std::string_view year, ClockDay& day);
/// The same of a date alone, into a measure.
[[nodiscard]] bool read_day(std::string_view date, Day& day);

/// Numbers of documents before it is known which of them count: packed, or a place among texts.
class NumberPool {
    NameBlock texts_;

public:
    [[nodiscard]] PackedNumber put(std::string_view text) {
        const auto packed = pack_number(text);
        return packed ? *packed : first_unpacked() + texts_.number(text);
    }
    [[nodiscard]] std::string text(PackedNumber number) const {
        return number < first_unpacked()
                   ? unpack_number(number)
                   : std::string{texts_.name(static_cast<std::uint32_t>(number - first_unpacked()))};
    }
    [[nodiscard]] const NameBlock& texts() const { return texts_; }
};

/// An item of literature a document cites, by a hash of it.
struct LiteratureLink {
    std::uint32_t row = 0;
    std::uint32_t high = 0, low = 0;
};

class RecordColumns {
    RelationalRoom room_;
    NumberPool numbers_texts_;
    ScratchColumn<PackedNumber> numbers_;
    NameBlock stubs_;
    KeyDocuments index_;
    std::vector<std::uint32_t> duplicates_;
    Buffer<NodeId> ids_; ///< of each row, stubs behind
    std::size_t documents_ = 0;
    std::optional<LinkRuns<LiteratureLink>> literature_;

    [[nodiscard]] Buffer<NodeId> rows_in_order(const ScratchColumn<std::int32_t>& clock,
                                               const std::vector<std::uint32_t>& text_places) const;
    [[nodiscard]] std::vector<std::uint32_t> put_texts(ScratchTexts& texts) const;
    [[nodiscard]] ScratchColumn<std::int32_t> count_literature();
    void put_columns(BulkClock clock, const Buffer<NodeId>& rows, RelationalTables& tables);
    void put_family(const Buffer<NodeId>& rows, RelationalTables& tables);

public:
    explicit RecordColumns(const RelationalRoom& room)
        : room_(room), numbers_(room.scratch), keys(room.scratch), filing(room.scratch),
          priority(room.scratch), publication(room.scratch), grant(room.scratch), family(room.scratch),
          source_numbers(room.scratch), citations(room.scratch) {}

    // By row of the table of documents. Those a source does not have stay empty.
    ScratchColumn<PackedNumber> keys;             ///< ids in the source
    ScratchColumn<std::int32_t> filing, priority; ///< codes of ClockDay
    ScratchColumn<Day> publication, grant;
    ScratchColumn<PackedNumber> family;                                      ///< `no_family` where not known
    ScratchColumn<PackedNumber> source_numbers;                              ///< what `number_of` is handed
    std::vector<std::pair<std::string, ScratchColumn<std::int32_t>>> counts; ///< further measures, by name
    ScratchColumn<Arc> citations;

    [[nodiscard]] const RelationalRoom& room() const { return room_; }
    /// Rows of the table of documents.
    [[nodiscard]] std::size_t size() const { return keys.size(); }
    /// All documents in the order of time; after `put_in_order`.
    [[nodiscard]] std::size_t documents() const { return documents_; }

    /// Once the table of documents is read: rows named again are left out and counted.
    void end_keys(BulkFaults& faults, const std::string& path);
    /// Row of the document with this id, its place in the order of time after `put_in_order`; IdIndex::none
    /// when there is none.
    [[nodiscard]] std::uint32_t find(PackedNumber key) const { return index_.find(key); }
    /// The same, and the row of the table is counted when there is none.
    [[nodiscard]] std::uint32_t row_of(PackedNumber key, const CellRow& row) const;
    /// Row of a cited document that no table brings, by its number.
    [[nodiscard]] std::uint32_t stub(std::string_view number);
    /// Literature is known from here on.
    void begin_literature() { literature_.emplace(room_, size()); }
    void cite_literature(std::uint32_t row, std::string_view item);

    /// `number_of(row, source_number, key)` gives the number of a document; called by several threads.
    using NumberOf = std::function<std::string(std::size_t row, PackedNumber source, PackedNumber key)>;
    void settle_numbers(const NumberOf& number_of, Threads& threads);
    /// Once citations are read: all columns but lists into `tables`. DataError when no document has a day of
    /// the clock.
    void put_in_order(BulkClock clock, RelationalTables& tables);
    /// Citations into `tables`, by the order of time. Call last.
    void put_citations(RelationalTables& tables);
};

/// Files by table; each reader takes those it knows.
using FilesByTable = std::map<std::string, std::vector<std::string>>;
struct SourceReading {
    const FilesByTable& files;
    BulkClock clock;
    const FieldOf& field_of;
    Threads& threads;
    Progress& progress;
    const RelationalRoom& room;
};
void read_patstat(const SourceReading& reading, RelationalTables& tables);
void read_patentsview(const SourceReading& reading, RelationalTables& tables);

} // namespace longmen::ingest::detail
