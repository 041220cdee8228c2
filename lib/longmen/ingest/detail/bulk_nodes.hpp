// SPDX-License-Identifier: GPL-3.0-or-later
// The table of documents, in the order of its rows.
#pragma once

#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/detail/bulk_ids.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>

#include <string>
#include <vector>

namespace longmen::ingest::detail {

/// Columns of documents by row. Those that are not known are empty.
struct NodeRows {
    Buffer<PackedNumber> ids; ///< provisional where `IdTexts` gave them
    Buffer<Day> day;
    Buffer<std::uint8_t> year_only; ///< empty when none is
    NamedLists classes, applicants, inventors;
    Buffer<PackedNumber> family; ///< any number that tells families apart; `no_family`
    Buffer<std::uint8_t> field;
    std::vector<NumberColumn> measures;
    std::uint64_t rows = 0; ///< of the table, those left out too
};
inline constexpr PackedNumber no_family = ~PackedNumber{0};

[[nodiscard]] NodeRows read_nodes(const std::string& path, const FieldOf& field_of, IdTexts& texts,
                                  BulkTables& report, Threads& threads, Progress& progress);

/// Documents by row, `stubs` more without columns behind them, and their citations (`tables.arcs`, by row)
/// into the order of time.
void put_in_order(NodeRows rows, std::uint64_t stubs, const IdTexts& texts,
                  const std::vector<std::uint32_t>& duplicates, Threads& threads, BulkTables& tables);

/// Either all ends were known, or `unknown` holds those that were not and the rest is empty.
struct EdgeRows {
    Buffer<Arc> arcs;                  ///< by row of the index
    std::vector<PackedNumber> unknown; ///< ascending
    FaultList faults;
    std::uint64_t rows = 0;
    std::vector<std::string> passed_over;
};

[[nodiscard]] EdgeRows read_edges(const std::string& path, const IdIndex& index, IdTexts& texts,
                                  Threads& threads, Progress& progress);

} // namespace longmen::ingest::detail
