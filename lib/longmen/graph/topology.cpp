// SPDX-License-Identifier: GPL-3.0-or-later
// Tarjan's algorithm with a stack of its own.
#include <longmen/graph/topology.hpp>

#include <algorithm>
#include <atomic>
#include <limits>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 16;
constexpr NodeId unseen = 0; ///< numbers of visit begin at 1
constexpr NodeId closed = std::numeric_limits<NodeId>::max();

bool ascends(const CitationGraph& graph, Threads& threads) {
    std::atomic<bool> all{true};
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        bool good = true;
        for (auto node = begin; node < end; ++node) {
            const auto to = graph.cited.offsets[node + 1]; // neighbours ascend: the last one is the greatest
            good = good && (to == graph.cited.offsets[node] || graph.cited.items[to - 1] < node);
        }
        if (!good) {
            all = false;
        }
    });
    return all;
}

class StrongComponents {
    const CitationGraph& graph_;
    Topology& result_;
    Buffer<NodeId> number_; ///< of visit, then the least one reached, then `closed`
    Buffer<ArcId> next_;    ///< arc to follow
    std::vector<NodeId> path_, open_;
    NodeId visits_ = 0;
    NodeId placed_ = 0;
    Buffer<NodeId> low_;

    void enter(NodeId node) {
        number_[node] = low_[node] = ++visits_;
        next_[node] = graph_.cited.offsets[node];
        path_.push_back(node);
        open_.push_back(node);
    }

    void close(NodeId node) {
        const auto first = placed_;
        NodeId member = 0;
        do {
            member = open_.back();
            open_.pop_back();
            number_[member] = closed;
            result_.order[placed_++] = member;
        } while (member != node);
        if (placed_ - first > 1) {
            std::sort(result_.order.begin() + first, result_.order.begin() + placed_);
            result_.heads.push_back(first);
            result_.sizes.push_back(placed_ - first);
        }
    }

    void visit(NodeId root) {
        enter(root);
        while (!path_.empty()) {
            const auto node = path_.back();
            if (next_[node] < graph_.cited.offsets[node + 1]) {
                const auto to = graph_.cited.items[next_[node]++];
                if (number_[to] == unseen) {
                    enter(to);
                } else if (number_[to] != closed) {
                    low_[node] = std::min(low_[node], number_[to]);
                }
                continue;
            }
            path_.pop_back();
            if (!path_.empty()) {
                low_[path_.back()] = std::min(low_[path_.back()], low_[node]);
            }
            if (low_[node] == number_[node]) {
                close(node);
            }
        }
    }

public:
    StrongComponents(const CitationGraph& graph, Topology& result)
        : graph_(graph), result_(result), number_(graph.nodes()), next_(graph.nodes()), low_(graph.nodes()) {
        result.order = Buffer<NodeId>(graph.nodes());
    }

    void run() {
        for (std::size_t node = 0; node < graph_.nodes(); ++node) {
            if (number_[node] == unseen) {
                visit(static_cast<NodeId>(node));
            }
        }
    }
};

} // namespace

Topology find_topology(const CitationGraph& graph, Threads& threads) {
    Topology result;
    result.by_id = ascends(graph, threads);
    if (!result.by_id) {
        StrongComponents{graph, result}.run();
    }
    return result;
}

Disorder count_disorder(const CitationGraph& graph, const Topology& topology, Threads& threads) {
    std::atomic<std::uint64_t> forward{0};
    std::atomic<std::uint64_t> undated{0};
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::uint64_t ahead = 0;
        std::uint64_t without = 0;
        for (auto node = begin; node < end; ++node) {
            for (const auto to : graph.cited[node]) {
                if (graph.day[node] == unknown_day || graph.day[to] == unknown_day) {
                    ++without;
                } else if (graph.day[to] > graph.day[node]) {
                    ++ahead;
                }
            }
        }
        forward += ahead;
        undated += without;
    });
    Disorder disorder{forward, undated, topology.heads.size(), 0, 0};
    for (const auto size : topology.sizes) {
        disorder.in_cycles += size;
        disorder.largest_cycle = std::max<std::uint64_t>(disorder.largest_cycle, size);
    }
    return disorder;
}

} // namespace longmen::graph
