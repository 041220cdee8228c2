// SPDX-License-Identifier: GPL-3.0-or-later
// Groups held against plain loops over all documents, on random graphs.
#include "support/graphs.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/indicators/group_columns.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

namespace test_group_columns {

using namespace longmen;
using namespace longmen::indicators;

namespace {

constexpr std::uint32_t parties = 5;

/// Documents with up to two applicants and a field.
struct World {
    test::TestGraph graph;
    std::vector<std::vector<std::uint32_t>> applicants;
    std::vector<std::uint8_t> field;
    std::vector<ArcId> offsets{0};
    std::vector<std::uint32_t> items;
    int year = 2016;
    ColumnInput input;

    World(std::uint64_t seed, Threads& threads)
        : graph(test::random_graph(
              seed, {.most_nodes = 60, .undated = 0.1, .years = seed % 3 == 0 ? 0.3 : 0.0}, threads)) {
        std::mt19937_64 random{seed + 1000};
        for (std::size_t i = 0; i < graph.day.size(); ++i) {
            std::set<std::uint32_t> of;
            for (std::uint64_t k = random() % 3; k > 0; --k) {
                of.insert(static_cast<std::uint32_t>(random() % parties));
            }
            applicants.emplace_back(of.begin(), of.end());
            items.insert(items.end(), of.begin(), of.end());
            offsets.push_back(static_cast<ArcId>(items.size()));
            field.push_back(static_cast<std::uint8_t>(random() % 4));
        }
        input.graph = graph.view();
        input.applicants = {offsets, items};
        input.applicant_count = parties;
        input.field = field;
        input.as_of = Date::from_ymd(year, 12, 31)->days();
    }
    [[nodiscard]] bool counts(NodeId node) const {
        return graph.day[node] != unknown_day && graph.day[node] <= input.as_of;
    }
    [[nodiscard]] int year_of(NodeId node) const { return Date::from_days(graph.day[node]).year(); }
    [[nodiscard]] bool held_by(NodeId node, std::uint32_t party) const {
        return std::ranges::count(applicants[node], party) > 0;
    }
};

const Column& at(const GroupColumns& columns, std::string_view key) {
    return *std::ranges::find(columns.columns, key, &Column::key);
}

GroupOptions options_of(GroupKind kind) {
    GroupOptions options;
    options.kind = kind;
    options.life_cycle = {2, 3, 0.95};
    return options;
}

} // namespace

TEST_CASE("group columns: applicants by plain loops, with any number of threads") {
    Threads threads{2}, one_thread{1};
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const World world{seed, threads};
        const auto result = compute_groups(world.input, options_of(GroupKind::applicants), {}, threads);
        std::set<std::uint32_t> seen;
        const auto nodes = static_cast<NodeId>(world.graph.day.size());
        std::uint64_t whole_documents = 0, whole_citations = 0;
        const auto impact = [&](NodeId node, std::uint64_t& documents, std::uint64_t& citations) {
            if (!world.counts(node) || world.year_of(node) >= world.year ||
                world.year_of(node) < world.year - 5) {
                return;
            }
            ++documents;
            for (const auto citing : world.input.graph.citing[node]) {
                citations += world.counts(citing) && world.year_of(citing) == world.year ? 1 : 0;
            }
        };
        for (NodeId node = 0; node < nodes; ++node) {
            impact(node, whole_documents, whole_citations);
        }
        for (std::size_t i = 0; i < result.groups.size(); ++i) {
            const auto party = result.groups[i];
            seen.insert(party);
            double documents = 0, citations = 0, own = 0, known = 0;
            std::uint64_t own_documents = 0, own_citations = 0;
            for (NodeId node = 0; node < nodes; ++node) {
                if (!world.counts(node) || !world.held_by(node, party)) {
                    continue;
                }
                documents += 1;
                impact(node, own_documents, own_citations);
                for (const auto citing : world.input.graph.citing[node]) {
                    if (!world.counts(citing)) {
                        continue;
                    }
                    citations += 1;
                    const auto& others = world.applicants[citing];
                    known += others.empty() ? 0 : 1;
                    own += std::ranges::any_of(others, [&](auto who) { return world.held_by(node, who); })
                               ? 1
                               : 0;
                }
            }
            REQUIRE(documents > 0);
            CHECK(at(result, "documents").values[i] == documents);
            CHECK(at(result, "citations").values[i] == citations);
            CHECK(at(result, "self_citation_share").defined(i) == (known > 0));
            if (known > 0) {
                CHECK(at(result, "self_citation_share").values[i] == Approx(own / known));
            }
            const auto& current = at(result, "current_impact");
            CHECK(current.defined(i) == (own_documents > 0 && whole_citations > 0));
            if (current.defined(i)) {
                CHECK(current.values[i] ==
                      Approx(static_cast<double>(own_citations) / static_cast<double>(own_documents) /
                             (static_cast<double>(whole_citations) / static_cast<double>(whole_documents))));
            }
            CHECK((i == 0 || result.documents[i] <= result.documents[i - 1]));
        }
        for (std::uint32_t party = 0; party < parties; ++party) {
            bool any = false;
            for (NodeId node = 0; node < nodes; ++node) {
                any = any || (world.counts(node) && world.held_by(node, party));
            }
            CHECK(any == seen.contains(party));
        }
        const auto again = compute_groups(world.input, options_of(GroupKind::applicants), {}, one_thread);
        REQUIRE(again.groups == result.groups);
        for (std::size_t k = 0; k < result.columns.size(); ++k) {
            for (std::size_t i = 0; i < result.groups.size(); ++i) {
                const bool same = again.columns[k].defined(i) == result.columns[k].defined(i) &&
                                  (!result.columns[k].defined(i) ||
                                   again.columns[k].values[i] == result.columns[k].values[i]);
                REQUIRE(same);
            }
        }
    }
}

TEST_CASE("group columns: specialisation of one applicant leaves the unclassified out") {
    Threads threads{2};
    std::size_t checked = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const World world{seed, threads};
        auto options = options_of(GroupKind::fields);
        options.applicant = 1;
        const auto result = compute_groups(world.input, options, {}, threads);
        for (std::size_t i = 0; i < result.groups.size(); ++i) {
            double own = 0, own_total = 0, field = 0, total = 0;
            for (NodeId node = 0; node < world.graph.day.size(); ++node) {
                if (!world.counts(node) || world.field[node] == 0) {
                    continue;
                }
                const bool mine = world.held_by(node, 1), here = world.field[node] == result.groups[i];
                total += 1;
                own_total += mine ? 1 : 0;
                field += here ? 1 : 0;
                own += mine && here ? 1 : 0;
            }
            const auto& rta = at(result, "rta");
            if (result.groups[i] == 0) {
                CHECK(rta.why(i) == Undefined::not_applicable);
            } else if (own_total > 0) {
                CHECK(rta.values[i] == Approx(own / own_total / (field / total)));
                CHECK(at(result, "rta_low").values[i] <= rta.values[i]);
                CHECK(at(result, "rta_high").values[i] >= rta.values[i]);
                ++checked;
            } else {
                CHECK(rta.why(i) == Undefined::zero_denominator);
            }
        }
    }
    CHECK(checked > 50);
}

TEST_CASE("group columns: what is not there is undefined or refused") {
    Threads threads{1};
    World world{3, threads};
    const std::vector<std::string> rta{"rta"}, linkage{"science_linkage"}, hhi{"applicant_hhi"};
    CHECK_THROWS_AS(compute_groups(world.input, options_of(GroupKind::fields), rta, threads), UsageError);
    CHECK_THROWS_AS(compute_groups(world.input, options_of(GroupKind::applicants), hhi, threads), UsageError);
    const auto corpus = compute_groups(world.input, options_of(GroupKind::corpus), linkage, threads);
    REQUIRE(corpus.groups.size() == 1);
    CHECK(corpus.columns[0].why(0) == Undefined::no_data);
    const std::vector<std::int32_t> references(world.graph.day.size(), 4);
    const std::vector<Measure> measures{{"npl_citations", references}};
    world.input.measures = measures;
    CHECK(compute_groups(world.input, options_of(GroupKind::corpus), linkage, threads).columns[0].values[0] ==
          4);
    world.input.applicants = {};
    CHECK_THROWS_AS(compute_groups(world.input, options_of(GroupKind::applicants), {}, threads), UsageError);
    CHECK(compute_groups(world.input, options_of(GroupKind::corpus), hhi, threads).columns[0].why(0) ==
          Undefined::no_data);
    world.input.field = {};
    CHECK_THROWS_AS(compute_groups(world.input, options_of(GroupKind::fields), {}, threads), UsageError);
    for (const auto& one : group_indicators()) {
        CHECK(one.value != nullptr);
        CHECK_FALSE(one.info.heading.zh.empty());
        CHECK(std::ranges::count(group_indicators(), one.info.key,
                                 [](const auto& x) { return x.info.key; }) == 1);
    }
    CHECK(group_kind_by_key("fields") == GroupKind::fields);
    CHECK_FALSE(group_kind_by_key("documents"));
}

} // namespace test_group_columns
