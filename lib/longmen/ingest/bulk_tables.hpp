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
#include <string>
#include <vector>

namespace longmen::ingest {

/// Lists of names: numbers into `names`, which come in the order of their first place in the table.
struct NamedLists {
    OwnedLists lists;
    std::vector<std::string> names;
};

/// Why a row was left out.
enum class BulkFault : std::uint8_t {
    too_few_cells,
    bad_id,       ///< empty, or longer than 64 bytes
    bad_date,     ///< neither `YYYY-MM-DD` nor `YYYY` nor empty
    duplicate_id, ///< a document named again: the first row stands
    count_
};
inline constexpr std::size_t bulk_fault_count = static_cast<std::size_t>(BulkFault::count_);

struct BulkFaults {
    std::array<std::uint64_t, bulk_fault_count> counts{};
    struct Example {
        std::string file;
        std::uint64_t byte = 0; ///< where its line begins
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
    Buffer<Arc> arcs;               ///< in the order of the table
    std::uint64_t node_rows = 0, edge_rows = 0;
    std::uint64_t stubs = 0; ///< documents that only citations name
    BulkFaults faults;

    [[nodiscard]] std::string number(NodeId node) const;
};

/// Reads `nodes` (`id date classes applicant`; may be empty: then citations alone make the documents) and
/// `edges` (`citing cited`). Fields are parted by tabs, or by commas where the first line has no tab; a first
/// line with these names gives the order of columns, else they are taken in this order; further columns are
/// passed over. Dates are `YYYY-MM-DD` or `YYYY`; classes and applicants are parted by `;`. Plain files are
/// read by all threads at once, packed ones (gz, xz, zst, bz2, one file in a zip or tar) are unpacked by one.
///
/// Errors    DataError  a file that cannot be read, a heading without the columns needed, quoted cells, more
///           than 2^32 - 2 documents or citations. Rows that cannot be read are counted in `faults`.
/// Cost      linear in the bytes; memory: the columns, and 8 bytes a citation.
/// Stable    The result does not depend on the number of threads.
[[nodiscard]] BulkTables read_bulk_tables(const std::string& nodes, const std::string& edges,
                                          Threads& threads, Progress& progress);

} // namespace longmen::ingest
