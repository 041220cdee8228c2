// SPDX-License-Identifier: GPL-3.0-or-later
// Citers of the same year whose day is not known: they count, though their ids lie before the document.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/graph/citation_graph.hpp>

namespace longmen::indicators::detail {

/// How many cite the node, with an id below `begin` (the first of its day) and of its year.
inline std::int32_t citing_same_year(const graph::CitationGraph& graph, std::size_t node,
                                     graph::NodeId begin) {
    std::int32_t count = 0;
    if (graph.year_only.empty()) {
        return count;
    }
    for (const auto citing : graph.citing[node]) {
        count += citing < begin && !graph.knows_day(citing) && graph.day[citing] != graph::unknown_day &&
                         Date::from_days(graph.day[citing]).year() == Date::from_days(graph.day[node]).year()
                     ? 1
                     : 0;
    }
    return count;
}

} // namespace longmen::indicators::detail
