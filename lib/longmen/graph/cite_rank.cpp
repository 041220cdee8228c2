// SPDX-License-Identifier: GPL-3.0-or-later
// A start that falls with age, then the sweep.
#include <longmen/graph/cite_rank.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/rank_sweep.hpp>
#include <longmen/graph/time.hpp>

#include <cmath>

namespace longmen::graph {

Buffer<double> cite_rank(const CitationGraph& graph, const Topology& topology, double stop, double tau_years,
                         Day as_of, Threads& threads) {
    if (!(stop > 0 && stop < 1 && tau_years > 0)) {
        throw UsageError(sentence("CiteRank 的停止概率须在 0 与 1 之间，时间常数须大于 0；得到 {} 和 {}",
                                  "CiteRank stops with a chance between 0 and 1 and forgets over more than 0 "
                                  "years; got {} and {}",
                                  stop, tau_years));
    }
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 16;
    Buffer<double> start(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            const auto day = graph.day[node];
            start[node] = day == unknown_day || day > as_of
                              ? 0
                              : std::exp(-static_cast<double>(as_of - day) / days_of_year / tau_years);
        }
    });
    return detail::rank_sweep(graph, topology, 1 - stop, start.view(), threads);
}

} // namespace longmen::graph
