// SPDX-License-Identifier: GPL-3.0-or-later
// Two sweeps and a product, in the smallest numbers that hold.
#include <longmen/graph/path_counts.hpp>

#include <longmen/base/prefetch.hpp>
#include <longmen/graph/detail/cycles_as_one.hpp>
#include <longmen/graph/detail/path_numbers.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <type_traits>
#include <vector>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;

std::string digits(Wide number) {
    std::string text;
    do {
        text.insert(text.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
        number /= 10;
    } while (number > 0);
    return text;
}

template <typename Number>
class Counter {
    using Math = detail::PathMath<Number>;
    const CitationGraph& graph_;
    PathWeight weight_;
    detail::CyclesAsOne cycles_;
    bool by_id_;
    Buffer<Number> before_, behind_;
    std::atomic<bool> overflow_{false};

    /// Paths of a node whose neighbours' sum is known; true when they do not fit.
    template <typename Sums>
    static bool end_sum(Number& sum, bool any, bool every_node_begins) {
        if (!any) {
            sum = Sums::one;
            return false;
        }
        return every_node_begins && Sums::add(sum, Sums::one);
    }

    /// Where ids are in order and each node is alone: what the arcs to come will read is fetched ahead.
    template <typename Sums>
    void fill_by_id(Buffer<Number>& counts, const Lists& from, bool from_cited, bool every_node_begins) {
        constexpr std::size_t ahead = 32; // arcs
        const auto nodes = graph_.nodes();
        const auto arcs = from.items.size();
        bool overflow = false;
        for (std::size_t i = 0; i < nodes; ++i) {
            const auto node = from_cited ? i : nodes - 1 - i;
            Number sum = Sums::zero;
            for (std::size_t arc = from.offsets[node]; arc < from.offsets[node + 1]; ++arc) {
                const auto later = from_cited ? arc + ahead : arc - ahead; // below 0: beyond the end
                if (later < arcs) {
                    prefetch(counts.data() + from.items[later]);
                }
                overflow = Sums::add(sum, counts[from.items[arc]]) || overflow;
            }
            overflow = end_sum<Sums>(sum, from.count(node) > 0, every_node_begins) || overflow;
            counts[node] = sum;
            if (overflow || overflow_.load(std::memory_order_relaxed)) {
                overflow_ = true;
                return;
            }
        }
    }

    /// Gives up, both ways, at the first number that does not fit.
    template <typename Sums>
    void fill(Buffer<Number>& counts, const Lists& from, bool from_cited, bool every_node_begins) {
        if (by_id_) {
            fill_by_id<Sums>(counts, from, from_cited, every_node_begins);
            return;
        }
        cycles_.sweep(from_cited, [&](std::span<const NodeId> together) {
            if (overflow_.load(std::memory_order_relaxed)) {
                return;
            }
            bool overflow = false;
            Number sum = Sums::zero;
            bool any = false;
            for (const auto node : together) {
                for (const auto neighbour : from[node]) {
                    if (!cycles_.same_cycle(node, neighbour)) {
                        overflow = Sums::add(sum, counts[neighbour]) || overflow;
                        any = true;
                    }
                }
            }
            overflow = end_sum<Sums>(sum, any, every_node_begins) || overflow;
            for (const auto node : together) {
                counts[node] = sum;
            }
            if (overflow) {
                overflow_ = true;
            }
        });
    }

    template <typename Sums>
    void fill_both() {
        threads_.each(2, [&](std::size_t task, unsigned) {
            if (task == 0) {
                fill<Sums>(before_, graph_.cited, true, weight_ != PathWeight::spc);
            } else {
                fill<Sums>(behind_, graph_.citing, false, weight_ == PathWeight::spnp);
            }
        });
    }

    void multiply(Buffer<Number>& weights, std::uint64_t& left_out) {
        std::atomic<std::uint64_t> inside{0};
        threads_.ranges(graph_.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            bool overflow = false;
            std::uint64_t skipped = 0;
            for (auto node = begin; node < end; ++node) {
                for (auto i = graph_.cited.offsets[node]; i < graph_.cited.offsets[node + 1]; ++i) {
                    const auto cited = graph_.cited.items[i];
                    if (cycles_.same_cycle(static_cast<NodeId>(node), cited)) {
                        weights[i] = Math::zero;
                        ++skipped;
                    } else {
                        overflow = Math::multiply(before_[cited], behind_[node], weights[i]) || overflow;
                    }
                }
            }
            if (overflow) {
                overflow_ = true;
            }
            inside += skipped;
        });
        left_out = inside;
    }

    Threads& threads_;

public:
    Counter(const CitationGraph& graph, const Topology& topology, PathWeight weight, Threads& threads)
        : graph_(graph), weight_(weight), cycles_(graph.nodes(), topology), by_id_(topology.by_id),
          before_(graph.nodes(), Filled::no), behind_(graph.nodes(), Filled::no), threads_(threads) {}

    /// Paths before and behind each node; false when a number does not fit.
    bool count() {
        if constexpr (std::is_same_v<Number, double>) {
            fill_both<detail::PlainMath>();
            if (!overflow_) {
                threads_.ranges(graph_.nodes(), nodes_of_piece,
                                [&](std::size_t begin, std::size_t end, unsigned) {
                                    for (auto node = begin; node < end; ++node) {
                                        before_[node] = std::log(before_[node]);
                                        behind_[node] = std::log(behind_[node]);
                                    }
                                });
                return true;
            }
            overflow_ = false;
        }
        fill_both<Math>();
        return !overflow_;
    }

    /// False when a number does not fit.
    bool through_nodes(Buffer<Number>& products) {
        products = Buffer<Number>(graph_.nodes(), Filled::no);
        threads_.ranges(graph_.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            bool overflow = false;
            for (auto node = begin; node < end; ++node) {
                overflow = Math::multiply(before_[node], behind_[node], products[node]) || overflow;
            }
            if (overflow) {
                overflow_ = true;
            }
        });
        return !overflow_;
    }

    /// False when a number does not fit.
    bool through_arcs(Buffer<Number>& weights, Number& total, std::uint64_t& left_out) {
        weights = Buffer<Number>(graph_.arcs(), Filled::no);
        multiply(weights, left_out);
        bool overflow = overflow_;
        total = Math::zero;
        cycles_.sweep(true, [&](std::span<const NodeId> together) { // all paths begin at sources
            const bool source = std::ranges::all_of(together, [&](NodeId node) {
                return std::ranges::all_of(graph_.cited[node],
                                           [&](NodeId to) { return cycles_.same_cycle(node, to); });
            });
            if (source && weight_ == PathWeight::spc) {
                overflow = Math::add(total, behind_[together[0]]) || overflow;
            }
        });
        return !overflow;
    }
};

template <typename Number>
bool try_numbers(const CitationGraph& graph, const Topology& topology, PathWeight weight, Threads& threads,
                 Buffer<Number>& weights, PathCounts& result) {
    Number total{};
    Counter<Number> counter{graph, topology, weight, threads};
    if (!counter.count() || !counter.through_arcs(weights, total, result.left_out)) {
        weights = {};
        return false;
    }
    if (weight != PathWeight::spc) {
        return true;
    }
    if constexpr (std::is_same_v<Number, double>) {
        result.total = fmt::format("e^{:.12f}", total);
    } else {
        result.total = digits(total);
    }
    return true;
}

/// Tries 64 bits, then 128, then logarithms.
template <typename Try>
void fill_smallest(PathColumn& column, Try fits) {
    if (fits(column.small)) {
        column.numbers = PathNumbers::exact_64;
    } else if (fits(column.large)) {
        column.numbers = PathNumbers::exact_128;
    } else {
        column.numbers = PathNumbers::logarithm;
        (void)fits(column.logarithms);
    }
}

} // namespace

std::string PathColumn::text(std::size_t at) const {
    switch (numbers) {
    case PathNumbers::exact_64:
        return std::to_string(small[at]);
    case PathNumbers::exact_128:
        return digits(large[at]);
    case PathNumbers::logarithm:
        break;
    }
    return std::isinf(logarithms[at]) ? "0" : fmt::format("e^{:.12f}", logarithms[at]);
}

double PathColumn::logarithm(std::size_t at) const {
    switch (numbers) {
    case PathNumbers::exact_64:
        return std::log(static_cast<double>(small[at]));
    case PathNumbers::exact_128:
        return std::log(static_cast<double>(large[at]));
    case PathNumbers::logarithm:
        break;
    }
    return logarithms[at];
}

PathCounts count_paths(const CitationGraph& graph, const Topology& topology, PathWeight weight,
                       Threads& threads) {
    PathCounts result;
    fill_smallest(result.weights, [&](auto& weights) {
        return try_numbers(graph, topology, weight, threads, weights, result);
    });
    return result;
}

PathColumn count_paths_through(const CitationGraph& graph, const Topology& topology, PathWeight weight,
                               Threads& threads) {
    PathColumn column;
    fill_smallest(column, [&]<typename Number>(Buffer<Number>& products) {
        Counter<Number> counter{graph, topology, weight, threads};
        const bool fit = counter.count() && counter.through_nodes(products);
        if (!fit) {
            products = {};
        }
        return fit;
    });
    return column;
}

} // namespace longmen::graph
