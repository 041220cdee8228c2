// SPDX-License-Identifier: GPL-3.0-or-later
// Strongly connected components of "claims" give every circle one set; components are finished callees first.
#include <longmen/resolve/detail/family_active.hpp>

#include <algorithm>
#include <unordered_map>

namespace longmen::resolve::detail {
namespace {

using Ids = std::vector<std::uint32_t>;

constexpr std::uint32_t none = UINT32_MAX;

struct SetHash {
    std::size_t operator()(const Ids& ids) const {
        std::size_t hash = ids.size();
        for (const auto id : ids) { // golden ratio, 64 bits: neighbours part
            hash = (hash ^ id) * 0x9E3779B97F4A7C15ULL;
        }
        return hash ^ (hash >> 32U);
    }
};

void make_set(Ids& ids) {
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
}

/// One application: what its documents say together.
struct Node {
    std::uint32_t own = 0;
    Ids priorities, parents;
    bool active = true; ///< of all its documents that have priorities
    Ids next;           ///< nodes whose sets it takes
    Ids direct;         ///< numbers that are first filings as far as the input shows
    std::uint32_t order = 0, low = 0, component = none;
};

class Resolver {
    const Ties& ties_;
    std::vector<Node> nodes_;
    Ids node_of_; ///< number to the node that owns it, `none` where no document does
    Ids stack_;
    std::uint32_t visited_ = 0;
    std::vector<Ids> sets_; ///< by component

    [[nodiscard]] bool owned(std::uint32_t id) const { return node_of_[id] != none; }

    [[nodiscard]] bool claims_something(const Node& node) const {
        return !node.parents.empty() ||
               std::ranges::any_of(node.priorities, [&](auto id) { return id != node.own; });
    }

    /// Takes a claimed number: the set behind it, or the number itself.
    void take(Node& node, std::uint32_t id) {
        if (owned(id) && claims_something(nodes_[node_of_[id]])) {
            node.next.push_back(node_of_[id]);
        } else {
            node.direct.push_back(id);
        }
    }

    void connect(Node& node) {
        for (const auto parent : node.parents) {
            if (owned(parent)) {
                take(node, parent);
            }
        }
        if (!node.next.empty() || !node.direct.empty()) {
            return;
        }
        if (node.active && node.parents.empty() && !node.priorities.empty()) {
            node.direct = node.priorities;
            return;
        }
        Ids rest;
        for (const auto id : node.priorities) {
            if (id != node.own && !std::ranges::binary_search(node.parents, id)) {
                rest.push_back(id);
            }
        }
        const auto outside = [&](auto id) { return ties_.numbers.international(id) && !owned(id); };
        const bool something_else = !std::ranges::all_of(rest, outside);
        for (const auto id : rest) {
            if (!something_else || !outside(id)) {
                take(node, id);
            }
        }
        if (rest.empty()) {
            node.direct = node.parents.empty() ? Ids{node.own} : node.parents;
        }
    }

    void finish(std::uint32_t top) {
        const auto component = static_cast<std::uint32_t>(sets_.size());
        Ids set;
        auto smallest = none;
        for (bool more = true; more;) {
            const auto at = stack_.back();
            stack_.pop_back();
            auto& node = nodes_[at];
            node.component = component;
            smallest = std::min(smallest, node.own);
            set.insert(set.end(), node.direct.begin(), node.direct.end());
            for (const auto next : node.next) {
                const auto other = nodes_[next].component;
                if (other != none && other != component) {
                    set.insert(set.end(), sets_[other].begin(), sets_[other].end());
                }
            }
            more = at != top;
        }
        make_set(set);
        sets_.push_back(set.empty() ? Ids{smallest} : std::move(set));
    }

    /// Tarjan's algorithm without recursion: chains of continuations can be long.
    void visit(std::uint32_t start) {
        std::vector<std::pair<std::uint32_t, std::size_t>> path{{start, 0}};
        nodes_[start].order = nodes_[start].low = ++visited_;
        stack_.push_back(start);
        while (!path.empty()) {
            auto& [at, step] = path.back();
            auto& node = nodes_[at];
            if (step < node.next.size()) {
                const auto next = node.next[step++];
                auto& other = nodes_[next];
                if (other.order == 0) {
                    other.order = other.low = ++visited_;
                    stack_.push_back(next);
                    path.emplace_back(next, 0);
                } else if (other.component == none) {
                    node.low = std::min(node.low, other.order);
                }
                continue;
            }
            const auto done = at;
            path.pop_back();
            if (!path.empty()) {
                auto& caller = nodes_[path.back().first];
                caller.low = std::min(caller.low, nodes_[done].low);
            }
            if (nodes_[done].low == nodes_[done].order) {
                finish(done);
            }
        }
    }

public:
    explicit Resolver(const Ties& ties) : ties_(ties), node_of_(ties.numbers.size(), none) {
        nodes_.reserve(ties.claims.size());
        for (const auto& claims : ties.claims) {
            auto& at = node_of_[claims.own];
            if (at == none) {
                at = static_cast<std::uint32_t>(nodes_.size());
                nodes_.emplace_back();
                nodes_.back().own = claims.own;
            }
            auto& node = nodes_[at];
            node.priorities.insert(node.priorities.end(), claims.priorities.begin(), claims.priorities.end());
            node.parents.insert(node.parents.end(), claims.parents.begin(), claims.parents.end());
            node.active = node.active && (claims.active || claims.priorities.empty());
        }
        for (auto& node : nodes_) {
            make_set(node.priorities);
            make_set(node.parents);
        }
        for (auto& node : nodes_) {
            connect(node);
        }
    }

    ActiveSets resolve() {
        for (std::uint32_t at = 0; at < nodes_.size(); ++at) {
            if (nodes_[at].order == 0) {
                visit(at);
            }
        }
        ActiveSets result;
        std::unordered_map<Ids, std::uint32_t, SetHash> known; // ids follow the components, not the hash
        Ids set_of_component(sets_.size());
        for (std::size_t i = 0; i < sets_.size(); ++i) {
            const auto [place, fresh] =
                known.try_emplace(sets_[i], static_cast<std::uint32_t>(result.sets.size()));
            if (fresh) {
                result.sets.push_back(sets_[i]);
            }
            set_of_component[i] = place->second;
        }
        for (const auto& claims : ties_.claims) {
            result.set_of.push_back(set_of_component[nodes_[node_of_[claims.own]].component]);
        }
        return result;
    }
};

} // namespace

ActiveSets active_sets(const Ties& ties) {
    return Resolver{ties}.resolve();
}

} // namespace longmen::resolve::detail
