// SPDX-License-Identifier: GPL-3.0-or-later
// Back substitution, from the citing to the cited.
#include <longmen/graph/detail/rank_sweep.hpp>

#include <longmen/base/prefetch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace longmen::graph::detail {
namespace {

constexpr std::size_t nodes_of_block = std::size_t{1} << 15;

/// z(v) = (start(v) + a * sum of z over those that cite v) / number that v cites; times that number it is the
/// rank, up to one factor.
class Sweep {
    const CitationGraph& graph_;
    const Topology& topology_;
    double damping_;
    std::span<const double> start_; ///< empty: 1 everywhere
    Buffer<double> flow_;           ///< z
    Buffer<double> rank_;

    /// Members of a cycle are read before they are written.
    static Filled filled(const Topology& topology) { return topology.by_id ? Filled::no : Filled::zero; }

    [[nodiscard]] double share(NodeId node, double rank) const {
        const auto cited = graph_.cited.count(node);
        return cited == 0 ? rank : rank / cited;
    }

    void set(NodeId node, double sum) {
        rank_[node] = (start_.empty() ? 1.0 : start_[node]) + damping_ * sum;
        flow_[node] = share(node, rank_[node]);
    }

    [[nodiscard]] double sum_of(NodeId node) const {
        double sum = 0;
        for (const auto from : graph_.citing[node]) {
            sum += flow_[from];
        }
        return sum;
    }

    /// Members of a strong component depend on each other.
    void solve_cycle(std::size_t head, std::size_t size) {
        constexpr double enough = 1e-15;
        constexpr int most_rounds = 10000; // each shrinks the error by the damping at least
        for (int round = 0; round < most_rounds; ++round) {
            double change = 0;
            double total = 0;
            for (auto place = head; place < head + size; ++place) {
                const auto node = topology_.at(place);
                const auto before = rank_[node];
                set(node, sum_of(node));
                change += std::abs(rank_[node] - before);
                total += rank_[node];
            }
            if (change <= enough * total || total == 0) {
                return;
            }
        }
    }

    void by_order() {
        auto cycle = topology_.heads.size();
        for (auto place = graph_.nodes(); place-- > 0;) {
            if (cycle > 0 && place == topology_.heads[cycle - 1] + topology_.sizes[cycle - 1] - 1) {
                --cycle;
                solve_cycle(topology_.heads[cycle], topology_.sizes[cycle]);
                place = topology_.heads[cycle];
            } else {
                const auto node = topology_.at(place);
                set(node, sum_of(node));
            }
        }
    }

    /// What a node shortly after this one will read.
    void fetch_far(std::size_t node, std::size_t from) const {
        constexpr std::size_t ahead = 6;
        if (node + ahead < graph_.nodes()) {
            for (const auto citing : graph_.citing[node + ahead]) {
                if (citing >= from) {
                    prefetch(flow_.data() + citing);
                }
            }
        }
    }

    /// The part of each node's sum that comes from blocks behind the next one is added up by one thread while
    /// another finishes the block in hand. The parts are cut at the same places for any number of threads.
    void by_id(Threads& threads) {
        const auto blocks = (graph_.nodes() + nodes_of_block - 1) / nodes_of_block;
        std::vector<double> far(2 * nodes_of_block);
        const auto far_of = [&](std::size_t block) { return far.data() + (block % 2) * nodes_of_block; };
        const auto far_begin = [&](std::size_t block) { return (block + 2) * nodes_of_block; };
        const auto gather = [&](std::size_t block) {
            auto* sums = far_of(block);
            const auto from = far_begin(block);
            const auto first = block * nodes_of_block;
            const auto last = std::min(graph_.nodes(), first + nodes_of_block);
            for (auto node = first; node < last; ++node) {
                fetch_far(node, from);
                double sum = 0;
                for (auto i = graph_.citing.offsets[node + 1]; i-- > graph_.citing.offsets[node];) {
                    const auto citing = graph_.citing.items[i];
                    if (citing < from) {
                        break;
                    }
                    sum += flow_[citing];
                }
                sums[node - first] = sum;
            }
        };
        const auto finish = [&](std::size_t block) {
            const auto* sums = far_of(block);
            const auto from = far_begin(block);
            const auto first = block * nodes_of_block;
            for (auto node = std::min(graph_.nodes(), first + nodes_of_block); node-- > first;) {
                double sum = sums[node - first];
                for (auto i = graph_.citing.offsets[node]; i < graph_.citing.offsets[node + 1]; ++i) {
                    const auto citing = graph_.citing.items[i];
                    if (citing >= from) {
                        break;
                    }
                    sum += flow_[citing];
                }
                set(static_cast<NodeId>(node), sum);
            }
        };
        if (blocks > 0) {
            gather(blocks - 1);
        }
        for (auto block = blocks; block-- > 0;) {
            threads.each(block > 0 ? 2 : 1, [&](std::size_t task, unsigned) {
                if (task == 0) {
                    finish(block);
                } else {
                    gather(block - 1);
                }
            });
        }
    }

public:
    Sweep(const CitationGraph& graph, const Topology& topology, double damping, std::span<const double> start)
        : graph_(graph), topology_(topology), damping_(damping), start_(start),
          flow_(graph.nodes(), filled(topology)), rank_(graph.nodes(), filled(topology)) {}

    Buffer<double> run(Threads& threads) {
        if (topology_.by_id) {
            by_id(threads);
        } else {
            by_order();
        }
        // Sums of blocks, then the sum of these: one order for any number of threads.
        std::vector<double> sums((graph_.nodes() + nodes_of_block - 1) / nodes_of_block);
        threads.ranges(graph_.nodes(), nodes_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
            double sum = 0;
            for (auto node = begin; node < end; ++node) {
                sum += rank_[node];
            }
            sums[begin / nodes_of_block] = sum;
        });
        double total = 0;
        for (const auto sum : sums) {
            total += sum;
        }
        threads.ranges(graph_.nodes(), nodes_of_block, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto node = begin; node < end; ++node) {
                rank_[node] /= total;
            }
        });
        return std::move(rank_);
    }
};

} // namespace

Buffer<double> rank_sweep(const CitationGraph& graph, const Topology& topology, double damping,
                          std::span<const double> start, Threads& threads) {
    return Sweep{graph, topology, damping, start}.run(threads);
}

} // namespace longmen::graph::detail
