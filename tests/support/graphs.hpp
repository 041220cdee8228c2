// SPDX-License-Identifier: GPL-3.0-or-later
// Small citation graphs for tests: by hand, and random ones with the dirt of real data.
#pragma once

#include <longmen/base/date.hpp>
#include <longmen/graph/adjacency.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace longmen::test {

/// Owns what a CitationGraph points at.
struct TestGraph {
    std::vector<graph::Day> day;
    std::vector<std::uint8_t> year_only;
    graph::Adjacency adjacency;

    TestGraph(std::vector<graph::Day> days, const std::vector<graph::Arc>& arcs, Threads& threads,
              std::vector<std::uint8_t> years = {})
        : day(std::move(days)), year_only(std::move(years)),
          adjacency(graph::build_adjacency(day.size(), arcs, threads)) {}
    [[nodiscard]] graph::CitationGraph view() const {
        return {adjacency.cited.view(), adjacency.citing.view(), day, year_only};
    }
};

struct RandomGraph {
    std::size_t most_nodes = 40;
    double arcs_of_node = 2.5;
    double forward = 0.05; ///< share of arcs to a later id
    double undated = 0.0;  ///< share of nodes without a day
    double years = 0.0;    ///< share of nodes with a year alone
    int span_days = 9000;
};

/// Ids ascend with the day, as builders make them.
inline TestGraph random_graph(std::uint64_t seed, const RandomGraph& form, Threads& threads) {
    std::mt19937_64 random{seed};
    const auto below = [&](std::uint64_t bound) { return random() % bound; };
    const auto chance = [&](double share) { return static_cast<double>(below(1000000)) < share * 1000000; };
    const auto nodes = 1 + below(form.most_nodes);
    std::vector<std::pair<graph::Day, std::uint8_t>> days;
    for (std::size_t i = 0; i < nodes; ++i) {
        const auto day = static_cast<graph::Day>(9000 + below(static_cast<std::uint64_t>(form.span_days)));
        if (chance(form.undated)) {
            days.emplace_back(graph::unknown_day, 0);
        } else if (chance(form.years)) {
            days.emplace_back(Date::from_days(day, DatePrecision::year).days(), 1);
        } else {
            days.emplace_back(day, 0);
        }
    }
    std::ranges::sort(days);
    std::vector<graph::Day> day;
    std::vector<std::uint8_t> years;
    for (const auto& [each, year_only] : days) {
        day.push_back(each);
        years.push_back(year_only);
    }
    std::vector<graph::Arc> arcs;
    const auto count = static_cast<std::size_t>(form.arcs_of_node * static_cast<double>(nodes));
    for (std::size_t i = 0; i < count; ++i) {
        auto citing = static_cast<graph::NodeId>(below(nodes));
        auto cited = static_cast<graph::NodeId>(below(nodes));
        if (citing < cited && !chance(form.forward)) {
            std::swap(citing, cited);
        }
        arcs.push_back({citing, cited});
    }
    return {std::move(day), arcs, threads, form.years > 0 ? std::move(years) : std::vector<std::uint8_t>{}};
}

} // namespace longmen::test
