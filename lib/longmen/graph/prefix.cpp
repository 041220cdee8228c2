// SPDX-License-Identifier: GPL-3.0-or-later
// Lists ascend, so each is cut in one place.
#include <longmen/graph/prefix.hpp>

#include <algorithm>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;

/// Of the first `nodes` lists what lies below `nodes`.
OwnedLists cut(const Lists& lists, std::size_t nodes, Threads& threads) {
    OwnedLists result;
    result.offsets = Buffer<ArcId>(nodes + 1, Filled::no);
    result.offsets[0] = 0;
    threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            const auto list = lists[node];
            result.offsets[node + 1] =
                list.empty() || list.back() < nodes
                    ? static_cast<ArcId>(list.size())
                    : static_cast<ArcId>(std::ranges::lower_bound(list, nodes) - list.begin());
        }
    });
    for (std::size_t node = 0; node < nodes; ++node) {
        result.offsets[node + 1] += result.offsets[node];
    }
    result.items = Buffer<std::uint32_t>(result.offsets[nodes], Filled::no);
    threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            std::copy_n(lists.items.begin() + lists.offsets[node],
                        result.offsets[node + 1] - result.offsets[node],
                        result.items.begin() + result.offsets[node]);
        }
    });
    return result;
}

} // namespace

NodeId documents_until(const CitationGraph& graph, Day day) {
    return static_cast<NodeId>(std::ranges::upper_bound(graph.day, day) - graph.day.begin());
}

Prefix::Prefix(const CitationGraph& whole, std::size_t nodes, Threads& threads) : graph_(whole) {
    if (nodes >= whole.nodes()) {
        return;
    }
    citing_ = cut(whole.citing, nodes, threads);
    graph_.citing = citing_.view();
    graph_.cited = {whole.cited.offsets.first(nodes + 1),
                    whole.cited.items.first(whole.cited.offsets[nodes])};
    if (graph_.cited.items.size() > graph_.citing.items.size()) {
        cited_ = cut(whole.cited, nodes, threads);
        graph_.cited = cited_.view();
    }
    graph_.day = whole.day.first(nodes);
    if (!whole.year_only.empty()) {
        graph_.year_only = whole.year_only.first(nodes);
    }
}

} // namespace longmen::graph
