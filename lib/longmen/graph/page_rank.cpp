// SPDX-License-Identifier: GPL-3.0-or-later
// The rank of documents that cite nothing, spread evenly, scales all by one factor: the sweep is enough.
#include <longmen/graph/page_rank.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/rank_sweep.hpp>

namespace longmen::graph {

Buffer<double> page_rank(const CitationGraph& graph, const Topology& topology, double damping,
                         Threads& threads) {
    if (!(damping > 0 && damping < 1)) {
        throw UsageError(sentence("PageRank 的阻尼系数须在 0 与 1 之间，得到 {}",
                                  "the damping of PageRank lies between 0 and 1, got {}", damping));
    }
    return detail::rank_sweep(graph, topology, damping, {}, threads);
}

} // namespace longmen::graph
