// SPDX-License-Identifier: GPL-3.0-or-later
// Worked values, and the definition on random graphs.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/diversity.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <vector>

namespace test_diversity {

using namespace longmen;
using namespace longmen::graph;
using indicators::DiversityRule;

namespace {

struct Classes {
    std::vector<ArcId> offsets{0};
    std::vector<std::uint32_t> items;

    void add(const std::vector<std::uint32_t>& one) {
        items.insert(items.end(), one.begin(), one.end());
        offsets.push_back(static_cast<ArcId>(items.size()));
    }
    [[nodiscard]] Lists view() const { return {offsets, items}; }
};

double defined(std::span<const NodeId> neighbours, const Lists& classes, DiversityRule rule, bool corrected) {
    std::map<std::uint32_t, double> counts;
    double total = 0;
    for (const auto neighbour : neighbours) {
        const auto own = classes[neighbour];
        if (own.empty()) {
            continue;
        }
        if (rule == DiversityRule::first) {
            counts[own[0]] += 1;
            total += 1;
            continue;
        }
        for (const auto one : own) {
            counts[one] += rule == DiversityRule::pooled ? 1 : 1.0 / static_cast<double>(own.size());
        }
        total += rule == DiversityRule::pooled ? static_cast<double>(own.size()) : 1;
    }
    if (total == 0 || (corrected && total < 2)) {
        return std::nan("");
    }
    double squares = 0;
    for (const auto& [one, count] : counts) {
        squares += count * count / (total * total);
    }
    return (1 - squares) * (corrected ? total / (total - 1) : 1);
}

} // namespace

TEST_CASE("diversity: the worked values of three cited documents") {
    Threads threads{1};
    // 0: A61K; 1: C07D; 2: A61K, G01N. 3 cites all; by codes A61K counts twice in the first document.
    const test::TestGraph graph{{1, 2, 3, 4}, {{3, 0}, {3, 1}, {3, 2}}, threads};
    Classes classes;
    for (const auto& one : std::vector<std::vector<std::uint32_t>>{{0}, {1}, {0, 2}, {0}}) {
        classes.add(one);
    }
    const auto of = [&](DiversityRule rule, bool corrected) {
        return indicators::diversity(graph.view().cited, classes.view(), 3, rule, corrected, threads)[3];
    };
    CHECK(std::abs(of(DiversityRule::fractional, false) - 0.6111111111111112) < 1e-15);
    CHECK(std::abs(of(DiversityRule::pooled, false) - (1 - (4 + 1 + 1) / 16.0)) < 1e-15);
    CHECK(std::abs(of(DiversityRule::first, false) - 0.4444444444444444) < 1e-15);
    CHECK(std::abs(of(DiversityRule::first, true) - 0.6666666666666666) < 1e-15);
    CHECK_THROWS_AS(of(DiversityRule::fractional, true), UsageError);
}

TEST_CASE("diversity: as defined, on random graphs") {
    Threads one{1};
    Threads two{2};
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const auto random = test::random_graph(seed, {.arcs_of_node = 4, .forward = 0.2}, one);
        const auto graph = random.view();
        std::mt19937_64 numbers{seed};
        const bool wide = seed % 50 == 0; // ids that are not packed
        const std::uint32_t class_count = wide ? (1U << 20U) + 4 : 12;
        Classes classes;
        for (std::size_t i = 0; i < graph.nodes(); ++i) {
            std::vector<std::uint32_t> own;
            for (auto k = numbers() % 6; k > 0; --k) {
                const auto each =
                    static_cast<std::uint32_t>(wide && numbers() % 9 == 0 ? (1U << 20U) + 3 : numbers() % 12);
                if (std::ranges::find(own, each) == own.end()) {
                    own.push_back(each);
                }
            }
            classes.add(own);
        }
        for (const auto rule : {DiversityRule::pooled, DiversityRule::fractional, DiversityRule::first}) {
            for (const bool corrected : {false, true}) {
                if (corrected && rule == DiversityRule::fractional) {
                    continue;
                }
                const auto values =
                    indicators::diversity(graph.citing, classes.view(), class_count, rule, corrected, one);
                const auto again =
                    indicators::diversity(graph.citing, classes.view(), class_count, rule, corrected, two);
                for (std::size_t node = 0; node < graph.nodes(); ++node) {
                    const auto wanted = defined(graph.citing[node], classes.view(), rule, corrected);
                    REQUIRE(std::isnan(values[node]) == std::isnan(wanted));
                    REQUIRE((std::isnan(wanted) || std::abs(values[node] - wanted) < 1e-12));
                    REQUIRE((std::isnan(wanted) || values[node] == again[node]));
                }
            }
        }
    }
}

} // namespace test_diversity
