// SPDX-License-Identifier: GPL-3.0-or-later
// Brandes: forward from a source counting shortest paths, back again summing what depends on each node.
#include <longmen/graph/betweenness.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

namespace longmen::graph {
namespace {

constexpr std::size_t groups_of_sources = 16;
constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;
constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

/// Unseen everywhere between two calls.
class Search {
    const Lists& neighbours_;
    std::vector<std::uint32_t> depth_;
    std::vector<double> paths_;   ///< shortest ones from the source
    std::vector<double> depends_; ///< share of targets reached through a node
    std::vector<NodeId> order_;   ///< by depth

    void forward(NodeId source) {
        order_.assign(1, source);
        depth_[source] = 0;
        paths_[source] = 1;
        for (std::size_t at = 0; at < order_.size(); ++at) {
            const auto node = order_[at];
            for (const auto next : neighbours_[node]) {
                if (depth_[next] == unseen) {
                    depth_[next] = depth_[node] + 1;
                    paths_[next] = 0;
                    order_.push_back(next);
                }
                if (depth_[next] == depth_[node] + 1) {
                    paths_[next] += paths_[node];
                }
            }
        }
    }

    void back(NodeId source, Buffer<double>& sums) {
        for (auto at = order_.rbegin(); at != order_.rend(); ++at) {
            const auto node = *at;
            double depends = 0; // d(v) = sum over w behind v of paths(v)/paths(w) (1 + d(w))
            for (const auto next : neighbours_[node]) {
                if (depth_[next] == depth_[node] + 1) {
                    depends += paths_[node] / paths_[next] * (1 + depends_[next]);
                }
            }
            depends_[node] = depends;
            if (node != source) {
                sums[node] += depends;
            }
        }
    }

public:
    explicit Search(const Lists& neighbours)
        : neighbours_(neighbours), depth_(neighbours.size(), unseen), paths_(neighbours.size()),
          depends_(neighbours.size()) {}

    void add(NodeId source, Buffer<double>& sums) {
        forward(source);
        if (!std::isfinite(std::accumulate(order_.begin(), order_.end(), 0.0, [&](double most, NodeId node) {
                return std::max(most, paths_[node]);
            }))) {
            throw UsageError(
                sentence("两个节点之间的最短路径多于 1e308 条，无法计算中介中心性",
                         "betweenness cannot be computed: there are more than 1e308 shortest paths "
                         "between two nodes"));
        }
        back(source, sums);
        for (const auto node : order_) {
            depth_[node] = unseen;
        }
    }
};

/// Below `bound`, each number as likely as any other.
std::uint64_t draw_below(std::mt19937_64& random, std::uint64_t bound) {
    const auto excess = (std::numeric_limits<std::uint64_t>::max() % bound + 1) % bound;
    auto number = random();
    while (number > std::numeric_limits<std::uint64_t>::max() - excess) {
        number = random();
    }
    return number % bound;
}

/// The first `sample` of all nodes in random order, ascending.
std::vector<NodeId> draw_sources(std::size_t nodes, std::size_t sample, std::uint64_t seed) {
    std::vector<NodeId> sources(nodes);
    std::iota(sources.begin(), sources.end(), NodeId{0});
    if (sample < nodes) {
        std::mt19937_64 random{seed};
        for (std::size_t at = 0; at < sample; ++at) {
            std::swap(sources[at], sources[at + draw_below(random, nodes - at)]);
        }
        sources.resize(sample);
        std::ranges::sort(sources);
    }
    return sources;
}

} // namespace

Measured<double> Betweenness::share(std::size_t node) const {
    if (pairs == 0) {
        return Undefined::zero_denominator;
    }
    return values[node] / pairs;
}

Betweenness betweenness(const Lists& neighbours, bool directed, const BetweennessOptions& options,
                        Threads& threads) {
    // --- check
    if (!(options.confidence > 0 && options.confidence < 1)) {
        throw UsageError(sentence("置信度须在 0 与 1 之间，而非 {}",
                                  "confidence must lie between 0 and 1, not {}", options.confidence));
    }
    const auto nodes = neighbours.size();
    Betweenness result;
    result.values = Buffer<double>(nodes);
    if (nodes == 0) {
        return result;
    }
    const auto n = static_cast<double>(nodes);
    const double each_pair = directed ? 1 : 2; // how often a pair is met
    result.pairs = std::max(0.0, (n - 1) * (n - 2) / each_pair);
    // --- count
    const auto sources = draw_sources(nodes, options.sample == 0 ? nodes : options.sample, options.seed);
    result.sources = sources.size();
    const auto groups = std::min(groups_of_sources, sources.size());
    std::vector<Buffer<double>> sums(groups);
    threads.each(groups, [&](std::size_t group, unsigned) {
        sums[group] = Buffer<double>(nodes);
        Search search{neighbours};
        for (auto at = sources.size() * group / groups; at < sources.size() * (group + 1) / groups; ++at) {
            search.add(sources[at], sums[group]);
        }
    });
    // --- finish
    const auto k = static_cast<double>(sources.size());
    const double scale = n / k / each_pair;
    threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            double sum = 0;
            for (const auto& of_group : sums) {
                sum += of_group[node];
            }
            result.values[node] = sum * scale;
        }
    });
    if (sources.size() < nodes && nodes > 1) {
        result.error = n / (n - 1) * std::sqrt(std::log(2 * n / (1 - options.confidence)) / (2 * k));
    }
    return result;
}

} // namespace longmen::graph
