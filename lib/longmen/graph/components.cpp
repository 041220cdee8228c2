// SPDX-License-Identifier: GPL-3.0-or-later
// Union of sets by several threads at once: a root always points at a smaller one.
#include <longmen/graph/components.hpp>

#include <algorithm>
#include <atomic>
#include <unordered_map>
#include <vector>

namespace longmen::graph {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 14;

class Sets {
    Buffer<NodeId> parent_;

    [[nodiscard]] std::atomic_ref<NodeId> at(NodeId node) { return std::atomic_ref<NodeId>{parent_[node]}; }

public:
    explicit Sets(std::size_t nodes) : parent_(nodes, Filled::no) {}

    void make(NodeId node) { parent_[node] = node; }
    [[nodiscard]] NodeId parent(NodeId node) { return at(node).load(std::memory_order_relaxed); }

    void unite(NodeId a, NodeId b) {
        auto x = parent(a);
        auto y = parent(b);
        while (x != y) {
            if (x < y) {
                std::swap(x, y);
            }
            auto root = x; // the greater one is tied to the smaller, if it still is a root
            if (at(x).compare_exchange_strong(root, y, std::memory_order_relaxed)) {
                return;
            }
            x = parent(root);
            y = parent(y);
        }
    }

    /// The same where no other thread touches the sets of the two.
    void unite_alone(NodeId a, NodeId b) {
        auto x = parent_[a];
        auto y = parent_[b];
        while (x != y) {
            if (x < y) {
                std::swap(x, y);
            }
            const auto up = parent_[x];
            if (up == x) {
                parent_[x] = y;
                return;
            }
            x = up;
            y = parent_[y];
        }
    }

    /// Points straight at the root. Others may do the same meanwhile.
    NodeId flatten(NodeId node) {
        auto root = parent(node);
        while (root != parent(root)) {
            root = parent(root);
        }
        at(node).store(root, std::memory_order_relaxed);
        return root;
    }

    [[nodiscard]] Buffer<NodeId> take() { return std::move(parent_); }
};

/// The root met most often among some nodes spread evenly.
NodeId frequent_root(Sets& sets, std::size_t nodes) {
    constexpr std::size_t samples = 1024;
    std::unordered_map<NodeId, int> counts;
    NodeId best = 0;
    int most = 0;
    for (std::size_t i = 0; i < samples; ++i) {
        const auto root = sets.parent(static_cast<NodeId>(i * nodes / samples));
        if (const auto count = ++counts[root]; count > most) {
            most = count;
            best = root;
        }
    }
    return best;
}

} // namespace

Components weak_components(const CitationGraph& graph, Threads& threads) {
    Components result;
    const auto nodes = graph.nodes();
    if (nodes == 0) {
        return result;
    }
    constexpr ArcId first_few = 2;
    Sets sets{nodes};
    const auto each = [&](auto work) {
        threads.ranges(nodes, nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto node = begin; node < end; ++node) {
                work(static_cast<NodeId>(node));
            }
        });
    };
    // Each thread has a stretch of time to itself: threads that tie roots of one another wait for each
    // other's memory. What is left between the stretches meets few roots.
    const auto stretch = nodes / threads.count() + 1;
    const auto first_cited = [&](NodeId node) {
        const auto cited = graph.cited[node];
        return cited.first(std::min<std::size_t>(first_few, cited.size()));
    };
    threads.ranges(nodes, stretch, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            sets.make(static_cast<NodeId>(node));
        }
        for (auto node = static_cast<NodeId>(begin); node < end; ++node) {
            for (const auto to : first_cited(node)) {
                if (to >= begin && to < end) {
                    sets.unite_alone(node, to);
                }
            }
        }
        for (auto node = static_cast<NodeId>(begin); node < end; ++node) {
            sets.flatten(node);
        }
    });
    each([&](NodeId node) {
        for (const auto to : first_cited(node)) {
            if (to / stretch != node / stretch) {
                sets.unite(node, to);
            }
        }
    });
    each([&](NodeId node) { sets.flatten(node); });
    // An arc with an end outside the largest part so far is seen from that end.
    const auto largest = frequent_root(sets, nodes);
    each([&](NodeId node) {
        if (sets.parent(node) == largest) {
            return;
        }
        const auto cited = graph.cited[node];
        for (const auto to : cited.subspan(std::min<std::size_t>(first_few, cited.size()))) {
            sets.unite(node, to);
        }
        for (const auto from : graph.citing[node]) {
            sets.unite(node, from);
        }
    });
    each([&](NodeId node) { sets.flatten(node); });
    result.of = sets.take();
    result.sizes = Buffer<NodeId>(nodes);
    for (const auto root : result.of) {
        ++result.sizes[root];
    }
    for (const auto size : result.sizes) {
        result.count += size > 0 ? 1 : 0;
        result.largest = std::max<std::uint64_t>(result.largest, size);
    }
    return result;
}

} // namespace longmen::graph
