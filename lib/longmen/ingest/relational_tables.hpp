// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of PATSTAT or PatentsView as they are, straight into columns.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/base/scratch_file.hpp>
#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/profile.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest {

/// The date that orders documents and ends windows.
enum class BulkClock : std::uint8_t { filing, priority, publication };
/// `filing`, `priority`, `publication`
[[nodiscard]] std::string_view bulk_clock_key(BulkClock clock);

/// What lies beside the memory while tables are read.
struct RelationalRoom {
    Scratch scratch;
    /// Documents whose classes and persons are put in order at a time; rounded up to a power of two, and so
    /// that there are at most 64 ranges.
    std::size_t documents_of_range = std::size_t{1} << 20;
};

/// Texts one behind another: text i is `bytes[offsets[i] .. offsets[i + 1])`.
struct ScratchTexts {
    ScratchColumn<std::uint64_t> offsets;
    ScratchFile bytes;

    explicit ScratchTexts(const Scratch& scratch);
    void add(std::string_view text);
};

/// Numbers into `names`, which come in the order of the documents that bear them first. Without lists
/// `offsets` is empty.
struct ScratchLists {
    ScratchColumn<ArcId> offsets;
    ScratchColumn<std::uint32_t> items;
    ScratchTexts names;

    explicit ScratchLists(const Scratch& scratch);
    [[nodiscard]] Lists view() { return {offsets.view(), items.view()}; }
};

/// Documents in the order of time: by day (unknown ones first), then by number; of one day and number by
/// their id in the source. Columns as those of BulkTables, but beside the memory.
struct RelationalTables {
    std::string source; ///< `patstat` or `patentsview`
    std::string unit;   ///< what a document is: `application` or `grant`
    ScratchColumn<PackedNumber> numbers;
    ScratchTexts texts;
    ScratchColumn<Day> day;
    ScratchColumn<std::uint8_t> year_only;
    ScratchLists classes, applicants, inventors;
    ScratchColumn<std::uint32_t> family;
    ScratchColumn<std::uint8_t> field;
    std::vector<std::string> measure_names;
    ScratchColumn<std::int32_t> measures; ///< those of the first name for all documents, then the next
    Buffer<Arc> arcs;                     ///< in the order of the table
    Day last_day = unknown_day;           ///< the latest of any kind, of a bare year its last
    std::uint64_t node_rows = 0, edge_rows = 0;
    std::uint64_t stubs = 0;              ///< documents that only citations name
    std::vector<std::string> passed_over; ///< files nothing was made of
    BulkFaults faults;

    explicit RelationalTables(const Scratch& scratch);
    [[nodiscard]] std::string number(NodeId node);
    /// Gives back memory and disk of bytes of a column, which must not be read any more.
    void drop(std::span<const char> part) noexcept;
};

/// Reads files and the files of folders in whatever order they come, each once; the heading of a file tells
/// its table (profiles of the source). Cells may be quoted, files packed.
///
/// PATSTAT      documents are the applications of tls201; tls211 gives their numbers, dates and claims,
/// tls212
///              citations (of their publications, to applications) and literature cited, tls209 and tls224
///              classes, tls207 with tls206 applicants and inventors.
/// PatentsView  documents are the grants of g_patent; g_application gives the filing date, further tables
///              citations of grants, CPC and IPC, applicants, inventors, literature cited.
///
/// A cited document that no table brings becomes one without columns; every other id that refers to nothing
/// is counted as `unknown_id` and its row left out. Classes are those of the IPC, of the CPC where there are
/// none; the field is that of the first IPC symbol that has one, else of the first CPC symbol. Lists come in
/// the order the source gives them, names numbered in the order of documents.
///
/// Errors    DataError  a file named that cannot be read, no table of documents, tables of two sources, links
///           to persons without a table of persons, a clock of which no date is known, more than fits, a
///           folder of `room` that cannot be written or is full.
/// Cost      linear in the bytes, reading by one thread. Memory and room on the disk as in the manual of
///           `snapshot`: nothing is held for each class or link, 8 bytes for a citation in the end.
/// Stable    The result depends neither on the number of threads, on `room`, nor on the order of files or
///           rows, but for the examples of rows that could not be used.
[[nodiscard]] RelationalTables read_relational_tables(const std::vector<std::string>& paths, BulkClock clock,
                                                      const Profiles& profiles, const FieldOf& field_of,
                                                      Threads& threads, Progress& progress,
                                                      const RelationalRoom& room = {});

} // namespace longmen::ingest
