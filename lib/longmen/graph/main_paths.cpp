// SPDX-License-Identifier: GPL-3.0-or-later
// Marks on arcs: first those a kind begins from, then what follows from them.
#include <longmen/graph/main_paths.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/cycles_as_one.hpp>
#include <longmen/graph/detail/path_numbers.hpp>

#include <algorithm>
#include <functional>
#include <iterator>

namespace longmen::graph {
namespace {

enum class Way : std::uint8_t { on, back }; ///< with the flow of knowledge, against it

struct Step {
    ArcId arc = 0;
    NodeId to = 0;
};

template <typename Number>
class Tracer {
    using Math = detail::PathMath<Number>;
    using Weight = std::function<Number(ArcId)>;
    const CitationGraph& graph_;
    detail::CyclesAsOne cycles_;
    Weight weight_;
    Buffer<std::uint8_t> taken_; ///< by arc
    bool overflow_ = false;

    /// The steps from a component to others.
    template <typename Take>
    void steps(std::span<const NodeId> together, Way way, Take take) const {
        for (const auto node : together) {
            for (const auto to : (way == Way::on ? graph_.citing : graph_.cited)[node]) {
                if (!cycles_.same_cycle(node, to)) {
                    take(Step{way == Way::on ? position_of(graph_.cited, to, node)
                                             : position_of(graph_.cited, node, to),
                              to});
                }
            }
        }
    }

    /// The steps of greatest `value(step)`, with all ties.
    template <typename Value>
    static std::vector<Step> greatest(const std::vector<Step>& all, Value value) {
        std::vector<Step> best;
        if (all.empty()) {
            return best;
        }
        auto most = value(all.front());
        for (const auto& step : all) {
            most = std::max(most, value(step));
        }
        std::ranges::copy_if(all, std::back_inserter(best),
                             [&](const Step& step) { return Math::same(value(step), most); });
        return best;
    }

    /// Takes steps, and from where they lead the best steps on, until there are none.
    template <typename Value>
    void follow(std::vector<Step> open, Way way, Value value) {
        Buffer<std::uint8_t> seen(graph_.nodes());
        while (!open.empty()) {
            const auto step = open.back();
            open.pop_back();
            taken_[step.arc] = 1;
            const auto together = cycles_.together(step.to);
            if (seen[together[0]] != 0) {
                continue;
            }
            seen[together[0]] = 1;
            std::vector<Step> next;
            steps(together, way, [&](const Step& each) { next.push_back(each); });
            std::ranges::copy(greatest(next, value), std::back_inserter(open));
        }
    }

    /// For each node the greatest sum of weights of a path that ends there (on) or begins there (back).
    Buffer<Number> sums(Way way) {
        Buffer<Number> best(graph_.nodes());
        cycles_.sweep(way == Way::on, [&](std::span<const NodeId> together) {
            Number most = Math::zero;
            steps(together, way == Way::on ? Way::back : Way::on,
                  [&](const Step& step) { most = std::max(most, with(step, best)); });
            for (const auto node : together) {
                best[node] = most;
            }
        });
        return best;
    }

    Number with(const Step& step, const Buffer<Number>& sum) {
        Number value = weight_(step.arc);
        overflow_ = Math::add(value, sum[step.to]) || overflow_;
        return value;
    }

    /// Every arc outside cycles: `take(step back along it, citing)`.
    template <typename Take>
    void each_arc(Take take) const {
        for (std::size_t at = 0; at < graph_.nodes(); ++at) {
            const auto node = static_cast<NodeId>(at);
            steps(std::span{&node, 1}, Way::back, [&](const Step& step) { take(step, node); });
        }
    }

    void local(Way way) {
        std::vector<Step> first;
        cycles_.sweep(true, [&](std::span<const NodeId> together) {
            bool end = true; // nothing comes in from behind
            steps(together, way == Way::on ? Way::back : Way::on, [&](const Step&) { end = false; });
            if (end) {
                steps(together, way, [&](const Step& step) { first.push_back(step); });
            }
        });
        const auto value = [&](const Step& step) { return weight_(step.arc); };
        first = greatest(first, value);
        begun = first.size();
        follow(std::move(first), way, value);
    }

    void global() {
        const auto before = sums(Way::on);
        const auto behind = sums(Way::back);
        const auto through = [&](const Step& back, NodeId citing) { // of the best path over an arc
            auto sum = with(back, before);
            overflow_ = Math::add(sum, behind[citing]) || overflow_;
            return sum;
        };
        auto most = Math::zero;
        each_arc([&](const Step& step, NodeId citing) { most = std::max(most, through(step, citing)); });
        each_arc([&](const Step& step, NodeId citing) {
            taken_[step.arc] = Math::same(through(step, citing), most) ? 1 : 0;
        });
    }

    void key_routes(std::size_t count, bool by_sum) {
        struct Arc {
            Step back;
            NodeId citing;
        };
        std::vector<Arc> arcs;
        each_arc([&](const Step& step, NodeId citing) { arcs.push_back({step, citing}); });
        if (arcs.empty()) {
            return;
        }
        const auto cut = arcs.begin() + static_cast<std::ptrdiff_t>(std::min(count, arcs.size()) - 1);
        std::ranges::nth_element(arcs, cut, std::greater{},
                                 [&](const Arc& arc) { return weight_(arc.back.arc); });
        const auto least = weight_(cut->back.arc);
        std::erase_if(arcs, [&](const Arc& arc) {
            const auto weight = weight_(arc.back.arc);
            return weight < least && !Math::same(weight, least);
        });
        begun = arcs.size();
        std::vector<Step> on;
        std::vector<Step> back;
        for (const auto& arc : arcs) {
            on.push_back({arc.back.arc, arc.citing});
            back.push_back(arc.back);
        }
        if (by_sum) {
            const auto before = sums(Way::on);
            const auto behind = sums(Way::back);
            follow(std::move(on), Way::on, [&](const Step& step) { return with(step, behind); });
            follow(std::move(back), Way::back, [&](const Step& step) { return with(step, before); });
        } else {
            const auto value = [&](const Step& step) { return weight_(step.arc); };
            follow(std::move(on), Way::on, value);
            follow(std::move(back), Way::back, value);
        }
    }

public:
    std::size_t begun = 0;

    Tracer(const CitationGraph& graph, const Topology& topology, Weight weight)
        : graph_(graph), cycles_(graph.nodes(), topology), weight_(std::move(weight)), taken_(graph.arcs()) {}

    /// False when a sum does not fit.
    bool run(const MainPathOptions& options) {
        switch (options.kind) {
        case MainPathKind::local_forward:
            local(Way::on);
            break;
        case MainPathKind::local_backward:
            local(Way::back);
            break;
        case MainPathKind::global:
            global();
            break;
        case MainPathKind::key_route_local:
        case MainPathKind::key_route_global:
            key_routes(options.key_routes, options.kind == MainPathKind::key_route_global);
            break;
        }
        return !overflow_;
    }

    [[nodiscard]] MainPaths result() const {
        MainPaths paths;
        paths.begun = begun;
        Buffer<std::uint8_t> on_path(graph_.nodes());
        each_arc([&](const Step& step, NodeId citing) {
            if (taken_[step.arc] != 0) {
                paths.arcs.push_back(step.arc);
                for (const auto end : {step.to, citing}) {
                    on_path[cycles_.together(end)[0]] = on_path[end] = 1;
                }
            }
        });
        for (std::size_t at = 0; at < graph_.nodes(); ++at) {
            const auto node = static_cast<NodeId>(at);
            const bool through = on_path[cycles_.together(node)[0]] != 0;
            if (through) {
                paths.nodes.push_back(node); // members of a cycle are ends of its arcs
            }
            for (auto arc = graph_.cited.offsets[at]; through && arc < graph_.cited.offsets[at + 1]; ++arc) {
                if (cycles_.same_cycle(node, graph_.cited.items[arc])) {
                    paths.inside.push_back(arc);
                }
            }
        }
        return paths;
    }
};

} // namespace

MainPaths main_paths(const CitationGraph& graph, const Topology& topology, const PathCounts& counts,
                     const MainPathOptions& options) {
    const auto& weights = counts.weights;
    if (weights.size() != graph.arcs()) {
        throw UsageError(sentence("路径权重有 {} 个，而图有 {} 条引用",
                                  "there are path weights for {} citations, but the graph has {}",
                                  weights.size(), graph.arcs()));
    }
    if (options.key_routes == 0) {
        throw UsageError(sentence("关键路由数须至少为 1", "there must be at least 1 key route"));
    }
    if (weights.numbers != PathNumbers::logarithm) {
        const bool small = weights.numbers == PathNumbers::exact_64;
        Tracer<Wide> exact{graph, topology, [&](ArcId arc) -> Wide {
                               return small ? Wide{weights.small[arc]} : weights.large[arc];
                           }};
        if (exact.run(options)) {
            return exact.result();
        }
    }
    Tracer<double> rounded{graph, topology, [&](ArcId arc) { return weights.logarithm(arc); }};
    rounded.run(options);
    return rounded.result();
}

} // namespace longmen::graph
