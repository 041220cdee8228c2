// SPDX-License-Identifier: GPL-3.0-or-later
// Nodes in buckets by degree; the least one is taken away, its neighbours move down a bucket.
#include <longmen/graph/k_core.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace longmen::graph {

Buffer<std::uint32_t> core_numbers(const Lists& neighbours) {
    const auto nodes = neighbours.size();
    Buffer<std::uint32_t> core(nodes); // degree in what is left, then the core number
    std::uint32_t greatest = 0;
    for (std::size_t node = 0; node < nodes; ++node) {
        core[node] = neighbours.count(node);
        greatest = std::max(greatest, core[node]);
    }
    std::vector<NodeId> begins(std::size_t{greatest} + 2); // of each degree in `order`
    for (const auto degree : core) {
        ++begins[degree + 1];
    }
    for (std::size_t degree = 1; degree < begins.size(); ++degree) {
        begins[degree] += begins[degree - 1];
    }
    std::vector<NodeId> order(nodes);
    std::vector<NodeId> place(nodes);
    auto next = begins;
    for (std::size_t node = 0; node < nodes; ++node) {
        place[node] = next[core[node]]++;
        order[place[node]] = static_cast<NodeId>(node);
    }
    for (std::size_t at = 0; at < nodes; ++at) {
        const auto node = order[at];
        for (const auto other : neighbours[node]) {
            if (core[other] <= core[node]) {
                continue;
            }
            // `other` changes places with the first of its bucket, which then begins behind it
            const auto first_place = begins[core[other]];
            const auto first = order[first_place];
            std::swap(order[place[other]], order[first_place]);
            std::swap(place[other], place[first]);
            begins[core[other]] = first_place + 1;
            --core[other];
        }
    }
    return core;
}

} // namespace longmen::graph
