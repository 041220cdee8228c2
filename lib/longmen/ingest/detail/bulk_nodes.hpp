// SPDX-License-Identifier: GPL-3.0-or-later
// The table of documents, in the order of its rows.
#pragma once

#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/detail/bulk_ids.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>

#include <string>
#include <vector>

namespace longmen::ingest::detail {

struct NodeRows {
    Buffer<PackedNumber> ids; ///< provisional where `IdTexts` gave them
    Buffer<Day> day;
    Buffer<std::uint8_t> year_only; ///< empty when none is
    NamedLists classes, applicants;
    std::uint64_t rows = 0; ///< of the table, those left out too
};

[[nodiscard]] NodeRows read_nodes(const std::string& path, IdTexts& texts, BulkFaults& faults,
                                  Threads& threads, Progress& progress);

/// Either all ends were known, or `unknown` holds those that were not and the rest is empty.
struct EdgeRows {
    Buffer<Arc> arcs;                  ///< by row of the index
    std::vector<PackedNumber> unknown; ///< ascending
    FaultList faults;
    std::uint64_t rows = 0;
};

[[nodiscard]] EdgeRows read_edges(const std::string& path, const IdIndex& index, IdTexts& texts,
                                  Threads& threads, Progress& progress);

} // namespace longmen::ingest::detail
