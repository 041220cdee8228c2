// SPDX-License-Identifier: GPL-3.0-or-later
// Breadth first, hop by hop.
#include <longmen/graph/neighbourhood.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <utility>

namespace longmen::graph {
namespace {

void check_input(std::span<const Lists> ways, std::span<const NodeId> centres) {
    const auto differs = [&](const Lists& way) { return way.size() != ways[0].size(); };
    if (ways.empty() || std::ranges::any_of(ways, differs)) {
        throw UsageError(sentence("邻域须沿同一网络的至少一个方向",
                                  "a neighbourhood needs one or more directions of the same network"));
    }
    if (std::ranges::any_of(centres, [&](NodeId centre) { return centre >= ways[0].size(); })) {
        throw UsageError(sentence("邻域的中心不在 {} 个节点之内",
                                  "a centre of the neighbourhood lies outside the {} nodes", ways[0].size()));
    }
}

} // namespace

Neighbourhood neighbourhood(std::span<const Lists> ways, std::span<const NodeId> centres,
                            const NeighbourhoodOptions& options) {
    check_input(ways, centres);
    Neighbourhood result;
    std::vector<std::uint8_t> seen(ways[0].size());
    std::vector<NodeId> layer;
    const auto meet = [&](NodeId node) {
        if (seen[node] == 0) {
            seen[node] = 1;
            layer.push_back(node);
        }
    };
    std::ranges::for_each(centres, meet);
    for (std::uint32_t hop = 0; !layer.empty(); ++hop) {
        if (hop > 0 && result.nodes.size() + layer.size() > options.most_nodes) {
            result.complete = false;
            break;
        }
        std::ranges::sort(layer);
        result.nodes.insert(result.nodes.end(), layer.begin(), layer.end());
        result.hops.resize(result.nodes.size(), hop);
        if (hop == options.hops) {
            break;
        }
        for (const auto node : std::exchange(layer, {})) {
            for (const auto& way : ways) {
                std::ranges::for_each(way[node], meet);
            }
        }
    }
    return result;
}

} // namespace longmen::graph
