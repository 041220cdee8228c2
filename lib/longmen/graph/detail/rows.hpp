// SPDX-License-Identifier: GPL-3.0-or-later
// A weighted graph made row by row: each node's neighbours are summed up by one thread, in a fixed order.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/base/page_allocator.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <algorithm>
#include <limits>
#include <vector>

namespace longmen::graph::detail {

inline constexpr std::size_t nodes_of_row_block = 1024;

/// Sums by neighbour of one node after another.
class RowSums {
    PagedVector<double> sums_;
    std::vector<NodeId> touched_;

public:
    void resize(std::size_t nodes) { sums_.resize(nodes); }
    /// `weight` is above zero: a sum of zero marks a neighbour not yet met.
    void add(NodeId neighbour, double weight) {
        if (sums_[neighbour] == 0) {
            touched_.push_back(neighbour);
        }
        sums_[neighbour] += weight;
    }
    /// Moves the row behind `neighbours` and `weights`, in ascending order; how many it has.
    std::size_t move_to(PagedVector<NodeId>& neighbours, PagedVector<double>& weights) {
        std::ranges::sort(touched_);
        for (const auto neighbour : touched_) {
            neighbours.push_back(neighbour);
            weights.push_back(sums_[neighbour]);
            sums_[neighbour] = 0;
        }
        const auto size = touched_.size();
        touched_.clear();
        return size;
    }
};

/// `row(node, sums)` adds the neighbours of a node; it must not add the node itself. UsageError when the
/// edges do not fit 32 bits.
template <typename Row>
OwnedWeightedGraph build_rows(std::size_t nodes, bool directed, Threads& threads, Row row) {
    struct alignas(apart) Worker {
        RowSums sums;
        PagedVector<NodeId> neighbours; ///< of all its blocks
        PagedVector<double> weights;
    };
    struct Block {
        unsigned thread = 0;
        std::size_t begin = 0, size = 0; ///< among those of the thread
    };
    OwnedWeightedGraph graph;
    graph.directed = directed;
    graph.neighbours.offsets = Buffer<ArcId>(nodes + 1, Filled::no);
    auto& offsets = graph.neighbours.offsets;
    offsets[0] = 0;
    std::vector<Block> blocks((nodes + nodes_of_row_block - 1) / nodes_of_row_block);
    std::vector<Worker> workers(threads.count());
    threads.ranges(nodes, nodes_of_row_block, [&](std::size_t begin, std::size_t end, unsigned thread) {
        auto& [sums, neighbours, weights] = workers[thread];
        const auto first = neighbours.size();
        sums.resize(nodes);
        for (auto node = begin; node < end; ++node) {
            row(static_cast<NodeId>(node), sums);
            offsets[node + 1] = static_cast<ArcId>(sums.move_to(neighbours, weights)); // a size, so far
        }
        blocks[begin / nodes_of_row_block] = {thread, first, neighbours.size() - first};
    });
    std::uint64_t total = 0;
    for (std::size_t node = 0; node < nodes; ++node) {
        total += offsets[node + 1];
        offsets[node + 1] = static_cast<ArcId>(total);
    }
    if (total >= std::numeric_limits<ArcId>::max()) {
        throw UsageError(sentence("网络过大：{} 个相邻关系，须少于 {}",
                                  "the network is too large: {} neighbours; there must be fewer than {}",
                                  total, std::numeric_limits<ArcId>::max()));
    }
    graph.neighbours.items = Buffer<std::uint32_t>(total, Filled::no);
    graph.weights = Buffer<double>(total, Filled::no);
    threads.each(blocks.size(), [&](std::size_t at, unsigned) {
        const auto& [thread, begin, size] = blocks[at];
        const auto first = offsets[at * nodes_of_row_block];
        std::copy_n(workers[thread].neighbours.data() + begin, size, graph.neighbours.items.data() + first);
        std::copy_n(workers[thread].weights.data() + begin, size, graph.weights.data() + first);
    });
    return graph;
}

} // namespace longmen::graph::detail
