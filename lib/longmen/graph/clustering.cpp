// SPDX-License-Identifier: GPL-3.0-or-later
// Edges point from the end of fewer neighbours to the other; a triangle then has one corner where it begins.
#include <longmen/graph/clustering.hpp>

#include <longmen/graph/adjacency.hpp>

#include <atomic>
#include <numeric>
#include <utility>
#include <vector>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = 512;

OwnedLists pointed(const Lists& neighbours, Threads& threads) {
    const auto points_to = [&](std::size_t from, std::size_t to) {
        return std::pair{neighbours.count(from), from} < std::pair{neighbours.count(to), to};
    };
    OwnedLists result;
    result.offsets = Buffer<ArcId>(neighbours.size() + 1);
    result.items = Buffer<std::uint32_t>(neighbours.items.size() / 2);
    threads.ranges(neighbours.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            for (const auto other : neighbours[node]) {
                result.offsets[node + 1] += points_to(node, other) ? 1 : 0;
            }
        }
    });
    std::partial_sum(result.offsets.begin(), result.offsets.end(), result.offsets.begin());
    threads.ranges(neighbours.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            auto place = result.offsets[node];
            for (const auto other : neighbours[node]) {
                if (points_to(node, other)) {
                    result.items[place++] = other;
                }
            }
        }
    });
    return result;
}

Measured<double> share(std::uint64_t part, std::uint64_t all) {
    if (all == 0) {
        return Undefined::zero_denominator;
    }
    return static_cast<double>(part) / static_cast<double>(all);
}

} // namespace

Measured<double> Clustering::local(std::size_t node) const {
    return share(triangles[node], pairs[node]);
}

Measured<double> Clustering::mean() const {
    double sum = 0;
    std::size_t defined = 0;
    for (std::size_t node = 0; node < pairs.size(); ++node) {
        if (const auto value = local(node); value.defined()) {
            sum += value.value();
            ++defined;
        }
    }
    if (defined == 0) {
        return Undefined::zero_denominator;
    }
    return sum / static_cast<double>(defined);
}

Measured<double> Clustering::whole() const {
    return share(std::accumulate(triangles.begin(), triangles.end(), std::uint64_t{0}),
                 std::accumulate(pairs.begin(), pairs.end(), std::uint64_t{0}));
}

Clustering clustering(const Lists& neighbours, Threads& threads) {
    const auto nodes = neighbours.size();
    Clustering result{Buffer<std::uint64_t>(nodes), Buffer<std::uint64_t>(nodes)};
    const auto owned = pointed(neighbours, threads);
    const auto ahead = owned.view();
    const auto count_at = [&](NodeId node, std::uint64_t more) {
        std::atomic_ref<std::uint64_t>{result.triangles[node]}.fetch_add(more, std::memory_order_relaxed);
    };
    std::vector<std::vector<std::uint8_t>> marks(threads.count());
    threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        auto& marked = marks[thread];
        marked.resize(nodes);
        for (auto node = begin; node < end; ++node) {
            const std::uint64_t degree = neighbours.count(node);
            result.pairs[node] = degree * (degree - 1) / 2; // of 0 neighbours 0: the product comes first
            for (const auto second : ahead[node]) {
                marked[second] = 1;
            }
            std::uint64_t from_here = 0;
            for (const auto second : ahead[node]) {
                std::uint64_t along = 0;
                for (const auto third : ahead[second]) {
                    if (marked[third] != 0) {
                        ++along;
                        count_at(third, 1);
                    }
                }
                if (along > 0) {
                    count_at(second, along);
                }
                from_here += along;
            }
            if (from_here > 0) {
                count_at(static_cast<NodeId>(node), from_here);
            }
            for (const auto second : ahead[node]) {
                marked[second] = 0;
            }
        }
    });
    return result;
}

} // namespace longmen::graph
