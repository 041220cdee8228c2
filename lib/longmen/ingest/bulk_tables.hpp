// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk tables of documents and citations, straight into columns: hundreds of millions of rows that never pass
// through a database.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/record/columns.hpp>
#include <longmen/record/packed_number.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest {

/// Lists of names: numbers into `names`, which come in the order of their first place in the table.
struct NamedLists {
    OwnedLists lists;
    std::vector<std::string> names;
};

/// Plain numbers of all documents under a name, `missing_measure` where not known.
struct NumberColumn {
    std::string name;
    Buffer<std::int32_t> values;
};

/// Technology field of a class symbol as the table writes it (`A61K 8/02`), 0 when it has none. Called by
/// several threads at once.
using FieldOf = std::function<std::uint8_t(std::string_view symbol)>;

/// Why a row was left out, but for `bad_value`.
enum class BulkFault : std::uint8_t {
    too_few_cells,
    bad_id,       ///< empty, or longer than 64 bytes
    bad_date,     ///< neither `YYYY-MM-DD` nor `YYYY` nor empty
    duplicate_id, ///< a document named again: the first row stands
    bad_value,    ///< a number or date besides the clock; taken as not known, the row stands
    unknown_id,   ///< names a record that no table brings
    bad_text,     ///< bytes that are no text, a cell without end
    count_
};
inline constexpr std::size_t bulk_fault_count = static_cast<std::size_t>(BulkFault::count_);

struct BulkFaults {
    std::array<std::uint64_t, bulk_fault_count> counts{};
    struct Example {
        std::string file;
        std::uint64_t byte = 0; ///< where its line begins
        std::uint64_t row = 0;  ///< its line, of tables read by rows; 0: `byte` tells the place
        BulkFault fault{};
        std::string line; ///< its beginning
    };
    std::vector<Example> examples; ///< the first ten of each table
};

/// Documents in the order of time: by day (unknown ones first), then by number. All columns follow it.
struct BulkTables {
    Buffer<PackedNumber> numbers;   ///< what does not pack is `first_unpacked()` plus its place in `texts`
    std::vector<std::string> texts; ///< in order
    Buffer<Day> day;
    Buffer<std::uint8_t> year_only; ///< empty when all days are known to the day
    NamedLists classes, applicants; ///< empty lists where the table has no such column
    NamedLists inventors;           ///< no lists where it has none
    Buffer<std::uint32_t> family;   ///< dense numbers; empty where not known
    Buffer<std::uint8_t> field;     ///< technology field, 0 none; empty without classes
    std::vector<NumberColumn> measures;
    Buffer<Arc> arcs;           ///< in the order of the table
    std::string clock = "date"; ///< `filing` or `publication` where the heading says so
    std::uint64_t node_rows = 0, edge_rows = 0;
    std::uint64_t stubs = 0;              ///< documents that only citations name
    std::vector<std::string> passed_over; ///< columns and files nothing was made of: `edges.tsv: category`
    BulkFaults faults;

    [[nodiscard]] std::string number(NodeId node) const;
};

/// Reads `nodes` (`id date classes applicant`; may be empty: then citations alone make the documents) and
/// `edges` (`citing cited`). Fields are parted by tabs, or by commas where the first line has no tab; a first
/// line with these names gives the order of columns, else they are taken in this order. Under such a line
/// documents may also have `inventors family claims npl_citations grant_date publication_date priority_date
/// lapse_date term_end_date in_force_from in_force_until filing_date`; columns of other names are passed over
/// and named. Dates are `YYYY-MM-DD` or `YYYY`; classes, applicants and inventors are parted by `;`. The
/// field of a document is that of the first of its classes that has one, by `field_of`; without it there are
/// no fields. Plain files are read by all threads at once, packed ones (gz, xz, zst, bz2, one file in a zip
/// or tar) are unpacked by one.
///
/// Errors    DataError  a file that cannot be read, a heading without the columns needed, quoted cells, more
///           than 2^32 - 2 documents or citations. Rows that cannot be read are counted in `faults`.
/// Cost      linear in the bytes; memory: the columns, and 8 bytes a citation.
/// Stable    The result does not depend on the number of threads.
[[nodiscard]] BulkTables read_bulk_tables(const std::string& nodes, const std::string& edges,
                                          Threads& threads, Progress& progress, const FieldOf& field_of = {});

} // namespace longmen::ingest
