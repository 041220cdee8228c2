// SPDX-License-Identifier: GPL-3.0-or-later
// A weighted graph as a sparse matrix of Eigen, nothing copied.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/weighted_graph.hpp>

#include <Eigen/SparseCore>

#include <cstdint>
#include <limits>

namespace longmen::graph {

using AdjacencyMatrix = Eigen::Map<const Eigen::SparseMatrix<double, Eigen::RowMajor, std::int32_t>>;

/// Row i, column j: the weight from i to j. It lives as long as what the graph points at.
/// Errors      UsageError  2^31 or more nodes or neighbours: Eigen counts with a sign.
/// Checked by  test_eigen_adaptor
[[nodiscard]] inline AdjacencyMatrix adjacency_matrix(const WeightedGraph& graph) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max());
    const auto& [offsets, items] = graph.neighbours;
    if (graph.nodes() > most || items.size() > most) {
        throw UsageError(sentence("网络过大，不能作矩阵：{} 个节点、{} 个相邻关系",
                                  "the network is too large for a matrix: {} nodes, {} neighbours",
                                  graph.nodes(), items.size()));
    }
    // Below 2^31 an unsigned number and a signed one have the same bytes, and may be read as each other.
    const auto as_signed = [](const std::uint32_t* numbers) {
        return reinterpret_cast<const std::int32_t*>(numbers); // NOLINT: see above
    };
    const auto size = static_cast<Eigen::Index>(graph.nodes());
    return {size,
            size,
            static_cast<Eigen::Index>(items.size()),
            as_signed(offsets.data()),
            as_signed(items.data()),
            graph.weights.data()};
}

} // namespace longmen::graph
