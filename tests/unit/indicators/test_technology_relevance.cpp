// SPDX-License-Identifier: GPL-3.0-or-later
// Sets of families, on random graphs.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/indicators/technology_relevance.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace test_technology_relevance {

using namespace longmen;
using namespace longmen::indicators;

namespace {

struct Made {
    test::TestGraph graph;
    std::vector<std::uint32_t> family, office;
    std::vector<std::uint8_t> field;
    [[nodiscard]] RelevanceInput input() const { return {graph.view(), family, field, office, 4}; }
};

Made make(std::uint64_t seed, Threads& threads) {
    test::RandomGraph form;
    form.most_nodes = 400;
    form.arcs_of_node = 4;
    form.undated = 0.05;
    form.years = seed % 3 == 0 ? 0.2 : 0.0;
    form.span_days = 1500; // few years, so that groups are large enough
    Made made{test::random_graph(seed, form, threads), {}, {}, {}};
    std::mt19937_64 random{seed + 1000};
    for (std::size_t node = 0; node < made.graph.day.size(); ++node) {
        made.family.push_back(static_cast<std::uint32_t>(random() % (1 + made.graph.day.size() * 2 / 3)));
        made.office.push_back(static_cast<std::uint32_t>(random() % 4));
        made.field.push_back(static_cast<std::uint8_t>(random() % 8 == 0 ? 0 : 1 + random() % 2));
    }
    return made;
}

/// Whether g lies in the window of f, on the calendar.
bool within(const graph::CitationGraph& graph, NodeId f, NodeId g, int years) {
    if (graph.day[g] == unknown_day) {
        return false;
    }
    const auto from = Date::from_days(graph.day[f]);
    const auto to = Date::from_days(graph.day[g]);
    if (!graph.knows_day(f) || !graph.knows_day(g)) {
        const auto end = Date::from_days(graph::window_end(graph.day[f], !graph.knows_day(f), years));
        return to.year() >= from.year() &&
               (graph.knows_day(f) ? graph.day[g] <= end.days() : to.year() <= end.year());
    }
    return graph.day[g] >= graph.day[f] && graph.day[g] <= graph::window_end(graph.day[f], false, years);
}

} // namespace

TEST_CASE("technology relevance: as defined, on random families") {
    Threads one{1};
    Threads two{2};
    std::size_t defined = 0;
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto made = make(seed, two);
        const auto graph = made.graph.view();
        const graph::DayIndex index{graph.day};
        const int years = 1 + static_cast<int>(seed % 3);
        const auto found = technology_relevance(made.input(), index, years, two);
        const auto again = technology_relevance(made.input(), index, years, one);

        std::map<std::uint32_t, double> cited, citing;
        std::map<std::uint32_t, std::vector<NodeId>> members;
        for (NodeId node = 0; node < graph.nodes(); ++node) {
            cited[made.office[node]] += graph.cited.count(node);
            citing[made.office[node]] += graph.cited.count(node) > 0 ? 1 : 0;
            members[made.family[node]].push_back(node);
        }
        std::map<std::uint32_t, double> count;
        std::map<std::uint32_t, NodeId> first;
        std::map<std::pair<int, int>, std::vector<std::uint32_t>> groups;
        for (const auto& [family, list] : members) {
            for (const auto node : list) { // ids ascend with the day
                if (graph.day[node] != unknown_day) {
                    first[family] = node;
                    break;
                }
            }
            if (!first.contains(family)) {
                continue;
            }
            std::map<std::uint32_t, double> best;
            for (const auto node : list) {
                for (const auto other : graph.citing[node]) {
                    if (made.family[other] != family && within(graph, first[family], other, years)) {
                        const auto office = made.office[other];
                        auto& weight = best[made.family[other]];
                        weight = std::max(weight, citing[office] / cited[office]);
                    }
                }
            }
            for (const auto& [other, weight] : best) {
                count[family] += weight;
            }
            if (made.field[first[family]] != 0) {
                groups[{Date::from_days(graph.day[first[family]]).year(), made.field[first[family]]}]
                    .push_back(family);
            }
        }
        std::map<std::uint32_t, double> wanted;
        for (const auto& [key, list] : groups) {
            double sum = 0;
            for (const auto family : list) {
                sum += count[family];
            }
            for (const auto family : list) {
                if (list.size() >= 30 && sum > 0) {
                    wanted[family] = count[family] * static_cast<double>(list.size()) / sum;
                }
            }
        }
        for (NodeId node = 0; node < graph.nodes(); ++node) {
            const auto family = made.family[node];
            if (wanted.contains(family)) {
                ++defined;
                REQUIRE(found.values[node] == Approx(wanted[family]));
                REQUIRE(again.values[node] == found.values[node]);
                REQUIRE(found.first[node] == first[family]);
                continue;
            }
            REQUIRE(std::isnan(found.values[node]));
            const auto reason = static_cast<Undefined>(found.reasons[node]);
            if (!first.contains(family)) {
                REQUIRE(reason == Undefined::no_data);
            } else if (made.field[first[family]] == 0) {
                REQUIRE(reason == Undefined::no_classes);
            } else {
                REQUIRE((reason == Undefined::cohort_too_small || reason == Undefined::zero_denominator));
            }
        }
    }
    CHECK(defined > 500);
}

TEST_CASE("technology relevance: without families each document is one; windows out of range are refused") {
    Threads threads{2};
    const auto made = make(7, threads);
    const graph::DayIndex index{made.graph.day};
    auto input = made.input();
    std::vector<std::uint32_t> alone;
    for (std::uint32_t node = 0; node < made.graph.day.size(); ++node) {
        alone.push_back(node);
    }
    input.family = alone;
    const auto each = technology_relevance(input, index, 2, threads);
    input.family = {};
    const auto none = technology_relevance(input, index, 2, threads);
    for (std::size_t node = 0; node < alone.size(); ++node) {
        CHECK((each.values[node] == none.values[node] ||
               (std::isnan(each.values[node]) && std::isnan(none.values[node]))));
    }
    CHECK_THROWS_AS(technology_relevance(input, index, 0, threads), UsageError);
}

} // namespace test_technology_relevance
