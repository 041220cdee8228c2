// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of the table of documents, each read by one thread, and put together.
#pragma once

#include <longmen/ingest/detail/bulk_fields.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>
#include <longmen/ingest/detail/kept_items.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

enum NodeColumn : std::size_t {
    id_column,
    date_column,
    classes_column,
    applicants_column,
    inventors_column,
    family_column,
    first_number
};
inline constexpr std::array<std::string_view, BulkLayout::most_columns - first_number> measure_names{
    "claims",    "npl_citations", "grant_day",     "publication_day", "priority_day",
    "lapse_day", "term_end_day",  "in_force_from", "in_force_until",  "filing_day"};
inline constexpr std::size_t list_count = 3; ///< classes, applicants, inventors

template <template <typename> typename Many>
struct ListPiece {
    Many<std::uint32_t> counts, items; ///< numbers of the thread's own table
};

template <template <typename> typename Many>
struct NodeItems {
    Many<PackedNumber> ids;
    Many<Day> day;
    Many<std::uint8_t> year_only;
    std::array<ListPiece<Many>, list_count> lists;
    Many<PackedNumber> family;
    Many<std::uint8_t> field;
    std::array<Many<std::int32_t>, measure_names.size()> measures;
};

template <typename Item>
using Growing = std::vector<Item>;

struct NodePiece {
    NodeItems<Kept> items;
    unsigned thread = 0;
    FaultList faults;
    std::uint64_t rows = 0;
};

/// What a thread keeps from piece to piece.
struct alignas(apart) NodeMemory {
    std::array<NameTable, list_count> names;
    SubclassMemo subclasses;
    std::array<std::vector<MetName>, list_count> met; ///< names of the piece in hand, not numbered yet
    FieldMemo fields;
    NodeItems<Growing> items; ///< of the piece in hand
    Keeper keeper;

    [[nodiscard]] NodeItems<Kept> keep() {
        NodeItems<Kept> kept;
        kept.ids = keeper.keep(items.ids);
        kept.day = keeper.keep(items.day);
        kept.year_only = keeper.keep(items.year_only);
        for (std::size_t list = 0; list < list_count; ++list) {
            kept.lists.at(list) = {keeper.keep(items.lists.at(list).counts),
                                   keeper.keep(items.lists.at(list).items)};
        }
        kept.family = keeper.keep(items.family);
        kept.field = keeper.keep(items.field);
        for (std::size_t i = 0; i < measure_names.size(); ++i) {
            kept.measures.at(i) = keeper.keep(items.measures.at(i));
        }
        return kept;
    }
};

/// Columns of all pieces, in the order of these, under the names of all threads. `layout` tells which there
/// are; of `rows` only what the columns hold is set. DataError naming `path` when they are more than fit.
void join_pieces(std::vector<NodePiece>& pieces, std::vector<NodeMemory>& memory, const BulkLayout& layout,
                 const std::string& path, Threads& threads, NodeRows& rows);

} // namespace longmen::ingest::detail
