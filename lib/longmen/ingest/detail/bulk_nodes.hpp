// SPDX-License-Identifier: GPL-3.0-or-later
// The table of documents, in the order of its rows.
#pragma once

#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/detail/bulk_ids.hpp>

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

struct EdgeRows {
    Buffer<Arc> arcs;                ///< by row of the documents; those only citations name come behind them
    std::vector<PackedNumber> stubs; ///< ascending
    std::uint64_t rows = 0;
};

[[nodiscard]] EdgeRows read_edges(const std::string& path, const IdIndex& index, std::size_t nodes,
                                  IdTexts& texts, BulkFaults& faults, Threads& threads, Progress& progress);

} // namespace longmen::ingest::detail
