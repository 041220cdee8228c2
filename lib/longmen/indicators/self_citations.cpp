// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of applicants are short: each is held against each.
#include <longmen/indicators/self_citations.hpp>

#include <longmen/indicators/detail/citing_same_year.hpp>

#include <algorithm>
#include <limits>

namespace longmen::indicators {

Relation relation_of(const graph::Lists& applicants, graph::NodeId citing, graph::NodeId cited) {
    const auto left = applicants[citing];
    const auto right = applicants[cited];
    if (left.empty() || right.empty()) {
        return Relation::unknown;
    }
    const bool common = std::ranges::any_of(
        left, [&](std::uint32_t name) { return std::ranges::find(right, name) != right.end(); });
    return common ? Relation::self : Relation::other;
}

Buffer<double> self_citation_share(const graph::Lists& neighbours, const graph::Lists& applicants,
                                   Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
    Buffer<double> values(neighbours.size());
    threads.ranges(values.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            std::uint64_t known = 0;
            std::uint64_t self = 0;
            for (const auto other : neighbours[node]) {
                const auto relation = relation_of(applicants, static_cast<graph::NodeId>(node), other);
                known += relation == Relation::unknown ? 0 : 1;
                self += relation == Relation::self ? 1 : 0;
            }
            values[node] = known == 0 ? std::numeric_limits<double>::quiet_NaN()
                                      : static_cast<double>(self) / static_cast<double>(known);
        }
    });
    return values;
}

SelfCitations self_citations(const graph::CitationGraph& graph, const graph::DayIndex& index,
                             const graph::Lists& applicants, int window_years, Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
    graph::check_window(window_years);
    const auto ends = graph::window_ends(graph, index, window_years);
    const auto begins = graph::same_day_begins(graph, index);
    const bool years = !graph.year_only.empty();
    SelfCitations counts{Counts(graph.nodes()), Counts(graph.nodes())};
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            if (node < index.first_known() || applicants.count(node) == 0) {
                counts.self[node] = counts.external[node] = -1;
                continue;
            }
            for (const auto citing : graph.citing[node]) {
                const bool within = citing >= begins[node]
                                        ? citing < ends[node]
                                        : years && detail::is_of_same_year(graph, node, begins[node], citing);
                if (within) {
                    const auto relation = relation_of(applicants, citing, static_cast<graph::NodeId>(node));
                    ++(relation == Relation::self ? counts.self : counts.external)[node];
                }
            }
        }
    });
    return counts;
}

} // namespace longmen::indicators
