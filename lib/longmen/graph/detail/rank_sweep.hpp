// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks that flow along citations, by back substitution.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/topology.hpp>

#include <span>

namespace longmen::graph::detail {

/// Solves x = start + damping P' x, scaled to a sum of 1; `start` empty: 1 everywhere. Documents in a cycle
/// are solved together. NaN everywhere when all of start is 0.
[[nodiscard]] Buffer<double> rank_sweep(const CitationGraph& graph, const Topology& topology, double damping,
                                        std::span<const double> start, Threads& threads);

} // namespace longmen::graph::detail
