// SPDX-License-Identifier: GPL-3.0-or-later
// Documents folded into groups: the citation graph of families out of that of applications or publications.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/record/packed_number.hpp>

#include <cstdint>
#include <span>

namespace longmen::graph {

/// What becomes of the nodes. Groups are numbered as a citation graph wants it: by day, then by number.
struct Folding {
    Buffer<NodeId> of;              ///< of each node: its group
    OwnedLists members;             ///< of each group: its nodes, ascending
    Buffer<NodeId> name;            ///< of each group: its node of the smallest number
    Buffer<Day> day;                ///< of each group
    Buffer<std::uint8_t> year_only; ///< of each group; empty when that of the nodes is

    [[nodiscard]] std::size_t groups() const { return name.size(); }
};

/// Folding by a number that the members of a group have in common.
///
/// Question    What does the citation graph look like when a family counts once?
/// Definition  A group's day is the earliest day known of a member; it is known to the year alone when no
///             member is known to that very day. Its name is the member of the smallest number, its place
///             in time that of its day, then of its name's number. Group a cites group b when a member of
///             a cites a member of b and a is not b.
/// Source      martinez-2011 (families as units of counting)
/// Variant     A group cites from its earliest day on, whichever member does.
/// Undefined   No member with a day: unknown_day, as of documents.
/// Inputs      graph. group  of each node, below the number of nodes. numbers  of each node.
/// Result      a folding; `fold_citations` and `fold_lists` bring columns of nodes to groups.
/// Errors      UsageError  a column of another length, a group out of range.
/// Cost        O(nodes), and sorting groups of one day by number; 28 bytes a node at most.
/// Stable      The result depends on the input alone, not on the number of threads or of the groups.
/// Checked by  test_fold (definition in maps, on 500 random graphs)
/// Grade       experimental since 0.1
[[nodiscard]] Folding find_folding(const CitationGraph& graph, std::span<const std::uint32_t> group,
                                   std::span<const PackedNumber> numbers, Threads& threads);

/// Citations between groups, each once; `report` counts the loops dropped (citations inside a group) and the
/// duplicates folded into one. Cost as build_adjacency.
[[nodiscard]] Adjacency fold_citations(const CitationGraph& graph, const Folding& folding, Threads& threads);

/// Of each group what its members have, each once, in the order in which it comes first: members by time,
/// each member's list as it stands.
[[nodiscard]] OwnedLists fold_lists(const Lists& lists, const Folding& folding, Threads& threads);

} // namespace longmen::graph
