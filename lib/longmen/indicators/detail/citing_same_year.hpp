// SPDX-License-Identifier: GPL-3.0-or-later
// Citers of the same year whose day is not known: they count, though their ids lie before the document.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/graph/citation_graph.hpp>

namespace longmen::indicators::detail {

/// Whether one that cites the node, with an id below `begin` (the first of its day), is of its year and knows
/// no day. Precondition: the graph has years alone.
inline bool is_of_same_year(const graph::CitationGraph& graph, std::size_t node, graph::NodeId begin,
                            graph::NodeId citing) {
    return citing < begin && !graph.knows_day(citing) && graph.day[citing] != graph::unknown_day &&
           Date::from_days(graph.day[citing]).year() == Date::from_days(graph.day[node]).year();
}

/// How many they are.
inline std::int32_t citing_same_year(const graph::CitationGraph& graph, std::size_t node,
                                     graph::NodeId begin) {
    std::int32_t count = 0;
    if (graph.year_only.empty()) {
        return count;
    }
    for (const auto citing : graph.citing[node]) {
        count += is_of_same_year(graph, node, begin, citing) ? 1 : 0;
    }
    return count;
}

} // namespace longmen::indicators::detail
