// SPDX-License-Identifier: GPL-3.0-or-later
// Cohorts of a baseline against those made of the members themselves.
#include "model_text.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/scoring/baseline.hpp>
#include <longmen/stats/ranks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace test_baseline {

using namespace longmen;
using namespace longmen::scoring;
using stats::CohortLevel;

namespace {

struct Member {
    stats::CohortMember place;
    double value = 0;
};

std::vector<Member> members_of(std::mt19937& random, std::size_t n,
                               const indicators::TechnologyFields& fields) {
    std::vector<Member> members(n);
    for (auto& member : members) {
        auto& place = member.place;
        place.field = static_cast<int>(random() % 36);
        place.sector = fields.sector_of(place.field);
        place.office = static_cast<int>(random() % 3);
        if (random() % 20 != 0) {
            place.year = 1990 + static_cast<int>(random() % (4 + 3 * static_cast<unsigned>(place.office)));
        }
        member.value = static_cast<double>(random() % 50);
    }
    return members;
}

CellKey key_of(const stats::CohortMember& place) {
    return {static_cast<std::uint32_t>(place.office), place.year.value_or(CellKey::no_year), place.field};
}

Baseline baseline_of(const std::vector<Member>& members) {
    std::map<CellKey, std::vector<double>> cells;
    for (const auto& member : members) {
        cells[key_of(member.place)].push_back(member.value);
    }
    Baseline baseline;
    baseline.offices = {"", "CN", "EP"};
    baseline.indicators.push_back({"claims", {}, false});
    for (auto& [key, values] : cells) {
        std::ranges::sort(values);
        BaselineCell cell;
        cell.key = key;
        cell.size = values.size();
        cell.minimum = values.front();
        cell.maximum = values.back();
        for (const double value : values) {
            cell.mean += value / static_cast<double>(values.size());
        }
        cell.values = std::make_shared<const stats::Distribution>(stats::Distribution::of_sorted(values));
        baseline.indicators[0].cells.push_back(std::move(cell));
    }
    return baseline;
}

} // namespace

TEST_CASE("baseline: cells merged by the rule give what the members themselves give") {
    const auto fields = test::shipped_fields();
    std::mt19937 random{7};
    std::array<int, stats::cohort_levels> taken{};
    for (int round = 0; round < 12; ++round) {
        const auto members = members_of(random, 100 + random() % 4000, fields);
        const auto baseline = baseline_of(members);
        std::vector<stats::CohortMember> places;
        for (const auto& member : members) {
            places.push_back(member.place);
        }
        const std::size_t minimum = 1 + random() % 60;
        const auto right = stats::make_cohorts(places, minimum);
        CohortFinder finder{baseline, baseline.indicators[0], fields, minimum, CohortLevel::corpus};
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto found = finder.find(key_of(members[i].place));
            const auto& cell = right.cells[right.cell_of[i]];
            REQUIRE(found.steps.sizes == cell.sizes);
            REQUIRE(found.cohort.has_value() == cell.cohort.has_value());
            if (!cell.cohort) {
                continue;
            }
            const auto& cohort = right.cohorts[*cell.cohort];
            std::vector<double> values;
            for (const auto member : cohort.members) {
                values.push_back(members[member].value);
            }
            std::ranges::sort(values);
            const auto& made = finder.cohorts()[*found.cohort];
            ++taken.at(static_cast<std::size_t>(made.level));
            REQUIRE(made.level == cohort.level);
            REQUIRE(made.size == values.size());
            CHECK(made.minimum == values.front());
            CHECK(made.maximum == values.back());
            CHECK(made.p99->value == stats::percentile_of_sorted(values, 99).value);
            CHECK(made.p99->high == stats::percentile_of_sorted(values, 99).high);
            CHECK(made.values->percentile(members[i].value) ==
                  stats::standing(values, members[i].value).percentile());
            double sum = 0;
            for (const double value : values) {
                sum += value;
            }
            CHECK(made.mean == Approx(sum / static_cast<double>(values.size())));
        }
        CHECK(finder.cohorts().size() == right.cohorts.size());
    }
    CHECK(std::ranges::count(taken, 0) == 0); // every step was taken by some
}

TEST_CASE("baseline: another's corpus is no cohort, and nothing is read from a cell that is not there") {
    const auto fields = test::shipped_fields();
    std::mt19937 random{8};
    const auto baseline = baseline_of(members_of(random, 500, fields));
    CohortFinder finder{baseline, baseline.indicators[0], fields, 30};
    const auto absent = finder.find({1, 1800, 5});
    CHECK_FALSE(absent.cohort);
    CHECK(absent.steps.sizes[static_cast<std::size_t>(CohortLevel::all_fields)] == 0U);
    CHECK_FALSE(absent.steps.sizes[static_cast<std::size_t>(CohortLevel::corpus)]);
    CHECK_FALSE(finder.find({1, CellKey::no_year, 5}).cohort);
    CHECK_THROWS_AS((CohortFinder{baseline, baseline.indicators[0], fields, 0}), UsageError);
}

TEST_CASE("baseline: published figures stay in their cell") {
    const auto fields = test::shipped_fields();
    Baseline baseline;
    baseline.offices = {"EP"};
    baseline.indicators.push_back({"claims",
                                   {{{0, 2016, 16}, 12, 0, 4, 1, 9, {}, {{50, 3}, {99, 8.5}}},
                                    {{0, 2017, 16}, 40, 0, 4, 1, 9, {}, {{50, 3}}}},
                                   true});
    CohortFinder small{baseline, baseline.indicators[0], fields, 30};
    CHECK_FALSE(
        small.find({0, 2016, 16}).cohort); // 52 members with its neighbour, and no way to put them together
    const auto whole = small.find({0, 2017, 16});
    REQUIRE(whole.cohort);
    CHECK_FALSE(small.cohorts()[*whole.cohort].p99);
    CohortFinder finder{baseline, baseline.indicators[0], fields, 1};
    const auto found = finder.find({0, 2016, 16});
    REQUIRE(found.cohort);
    const auto& cohort = finder.cohorts()[*found.cohort];
    CHECK(cohort.id == "EP/16/2016");
    CHECK(cohort.p99->value == 8.5);
    CHECK(cohort.p99->low == 0);
    CHECK_FALSE(cohort.values);
}

TEST_CASE("baseline: names of cohorts") {
    CHECK(cohort_id(CohortLevel::cell, "CN", 28, 4, 2016, 2016) == "CN/28/2016");
    CHECK(cohort_id(CohortLevel::years, "CN", 28, 4, 2015, 2017) == "CN/28/2015-2017");
    CHECK(cohort_id(CohortLevel::sector, "CN", 28, 4, 2015, 2017) == "CN/S4/2015-2017");
    CHECK(cohort_id(CohortLevel::all_fields, "", 28, 4, 2015, 2017) == "-/*/2015-2017");
    CHECK(cohort_id(CohortLevel::corpus, "CN", 28, 4, 0, 0) == "*");
}

} // namespace test_baseline
