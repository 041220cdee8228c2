// SPDX-License-Identifier: GPL-3.0-or-later
// One pass finds the leading member of each group; the leaders, in the order of nodes, give that of the
// groups.
#include <longmen/graph/fold.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace longmen::graph {
namespace {

constexpr NodeId none = std::numeric_limits<NodeId>::max();
constexpr std::size_t nodes_of_piece = std::size_t{1} << 16;
constexpr std::size_t groups_of_piece = std::size_t{1} << 14;

void check_input(const CitationGraph& graph, std::span<const std::uint32_t> group,
                 std::span<const PackedNumber> numbers) {
    if (group.size() != graph.nodes() || numbers.size() != graph.nodes()) {
        throw UsageError(sentence("图有 {} 个节点，而组号有 {} 个、号码有 {} 个",
                                  "the graph has {} nodes, but there are groups of {} and numbers of {}",
                                  graph.nodes(), group.size(), numbers.size()));
    }
    const auto greatest = std::ranges::max_element(group);
    if (greatest != group.end() && *greatest >= graph.nodes()) {
        throw UsageError(sentence("组号 {} 超出节点数 {}", "group {} is not below the {} nodes", *greatest,
                                  graph.nodes()));
    }
}

/// By the number given for a group.
struct Found {
    Buffer<NodeId> lead; ///< its first member with a day, else its first one; `none` for a number not in use
    Buffer<NodeId> name; ///< its member of the smallest number
    Buffer<std::uint8_t> exact; ///< a member is known to the day of the leading one
};

Found find_leads(const CitationGraph& graph, std::span<const std::uint32_t> group,
                 std::span<const PackedNumber> numbers) {
    const auto nodes = graph.nodes();
    Found found{Buffer<NodeId>(nodes), Buffer<NodeId>(nodes), Buffer<std::uint8_t>(nodes)};
    std::ranges::fill(found.lead, none);
    for (NodeId node = 0; node < nodes; ++node) {
        const auto at = group[node];
        auto& lead = found.lead[at];
        auto& name = found.name[at];
        if (lead == none) {
            lead = name = node;
        } else {
            if (graph.day[lead] == unknown_day && graph.day[node] != unknown_day) {
                lead = node; // days ascend: the first one known is the earliest
            }
            if (numbers[node] < numbers[name]) {
                name = node;
            }
        }
        const bool to_the_day = graph.year_only.empty() || graph.year_only[node] == 0;
        if (to_the_day && graph.day[node] != unknown_day && graph.day[node] == graph.day[lead]) {
            found.exact[at] = 1;
        }
    }
    return found;
}

/// Numbers of groups in their new order: by day of the leader, then by number of the name.
std::vector<std::uint32_t> order_of(const CitationGraph& graph, std::span<const std::uint32_t> group,
                                    std::span<const PackedNumber> numbers, const Found& found,
                                    Threads& threads) {
    std::vector<std::uint32_t> order;
    std::vector<std::size_t> days; // where a new day begins
    Day last = 0;
    for (NodeId node = 0; node < graph.nodes(); ++node) {
        if (found.lead[group[node]] == node) {
            if (order.empty() || graph.day[node] != last) {
                days.push_back(order.size());
                last = graph.day[node];
            }
            order.push_back(group[node]);
        }
    }
    days.push_back(order.size());
    threads.each(days.size() - 1, [&](std::size_t day, unsigned) {
        const auto begin = order.begin() + static_cast<std::ptrdiff_t>(days[day]);
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(days[day + 1]);
        std::sort(begin, end, [&](std::uint32_t a, std::uint32_t b) {
            const auto x = found.name[a];
            const auto y = found.name[b];
            return std::pair{numbers[x], x} < std::pair{numbers[y], y};
        });
    });
    return order;
}

OwnedLists members_of(const Buffer<NodeId>& of, std::size_t groups) {
    OwnedLists members;
    members.offsets = Buffer<ArcId>(groups + 1);
    members.items = Buffer<std::uint32_t>(of.size());
    auto& offsets = members.offsets;
    for (const auto group : of) {
        ++offsets[group + 1];
    }
    for (std::size_t group = 0; group < groups; ++group) {
        offsets[group + 1] += offsets[group];
    }
    for (NodeId node = 0; node < of.size(); ++node) {
        members.items[offsets[of[node]]++] = node;
    }
    for (auto group = groups; group > 0; --group) { // each place has moved to the end of its list
        offsets[group] = offsets[group - 1];
    }
    offsets[0] = 0;
    return members;
}

/// Items each once, by their first place.
class FirstOnce {
    using Placed = std::pair<std::uint32_t, std::uint32_t>; // item, place
    std::vector<Placed> items_;

public:
    void add(std::uint32_t item) { items_.emplace_back(item, static_cast<std::uint32_t>(items_.size())); }
    void move_to(std::vector<std::uint32_t>& target) {
        std::ranges::sort(items_);
        items_.erase(std::ranges::unique(items_, {}, &Placed::first).begin(), items_.end());
        std::ranges::sort(items_, {}, &Placed::second);
        for (const auto& placed : items_) {
            target.push_back(placed.first);
        }
        items_.clear();
    }
};

} // namespace

Folding find_folding(const CitationGraph& graph, std::span<const std::uint32_t> group,
                     std::span<const PackedNumber> numbers, Threads& threads) {
    check_input(graph, group, numbers);
    auto found = find_leads(graph, group, numbers);
    const auto order = order_of(graph, group, numbers, found, threads);
    Folding folding;
    folding.name = Buffer<NodeId>(order.size());
    folding.day = Buffer<Day>(order.size());
    folding.year_only = Buffer<std::uint8_t>(graph.year_only.empty() ? 0 : order.size());
    Buffer<NodeId> place(graph.nodes());
    for (NodeId at = 0; at < order.size(); ++at) {
        const auto number = order[at];
        place[number] = at;
        folding.name[at] = found.name[number];
        folding.day[at] = graph.day[found.lead[number]];
        if (!folding.year_only.empty()) {
            folding.year_only[at] = folding.day[at] != unknown_day && found.exact[number] == 0 ? 1 : 0;
        }
    }
    found = {};
    folding.of = Buffer<NodeId>(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            folding.of[node] = place[group[node]];
        }
    });
    folding.members = members_of(folding.of, order.size());
    return folding;
}

Adjacency fold_citations(const CitationGraph& graph, const Folding& folding, Threads& threads) {
    Buffer<Arc> arcs(graph.cited.items.size());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            for (auto at = graph.cited.offsets[node]; at < graph.cited.offsets[node + 1]; ++at) {
                arcs[at] = {folding.of[node], folding.of[graph.cited.items[at]]};
            }
        }
    });
    return build_adjacency_consuming(folding.groups(), std::move(arcs), threads);
}

OwnedLists fold_lists(const Lists& lists, const Folding& folding, Threads& threads) {
    const auto members = folding.members.view();
    const auto groups = folding.groups();
    OwnedLists result;
    result.offsets = Buffer<ArcId>(groups + 1);
    std::vector<std::vector<std::uint32_t>> pieces((groups + groups_of_piece - 1) / groups_of_piece);
    threads.ranges(groups, groups_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        auto& piece = pieces[begin / groups_of_piece];
        FirstOnce once;
        for (auto group = begin; group < end; ++group) {
            for (const auto node : members[group]) {
                std::ranges::for_each(lists[node], [&](std::uint32_t item) { once.add(item); });
            }
            const auto before = piece.size();
            once.move_to(piece);
            result.offsets[group + 1] = static_cast<ArcId>(piece.size() - before); // a size, so far
        }
    });
    for (std::size_t group = 0; group < groups; ++group) {
        result.offsets[group + 1] += result.offsets[group];
    }
    result.items = Buffer<std::uint32_t>(result.offsets[groups]);
    threads.each(pieces.size(), [&](std::size_t at, unsigned) {
        std::ranges::copy(pieces[at], result.items.data() + result.offsets[at * groups_of_piece]);
        pieces[at] = {};
    });
    return result;
}

} // namespace longmen::graph
