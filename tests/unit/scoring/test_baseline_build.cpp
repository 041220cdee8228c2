// SPDX-License-Identifier: GPL-3.0-or-later
// Distributions by cell and percentiles of columns against members sorted by hand.
#include "model_text.hpp"

#include <longmen/scoring/baseline_build.hpp>
#include <longmen/stats/ranks.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

namespace test_baseline_build {

using namespace longmen;
using namespace longmen::scoring;

namespace {

struct Documents {
    std::vector<std::optional<CellKey>> keys;
    indicators::Column column;
    DocumentCells cells;
};

Documents documents_of(unsigned seed, std::size_t n, unsigned fields, unsigned years) {
    std::mt19937 random{seed};
    Documents made{std::vector<std::optional<CellKey>>(n), {"x", Buffer<double>(n)}, {}};
    made.column.open = Buffer<std::uint8_t>(n);
    made.column.reason = Undefined::no_citations;
    for (std::size_t d = 0; d < n; ++d) {
        if (random() % 9 != 0) {
            made.keys[d] =
                CellKey{static_cast<std::uint32_t>(random() % 2),
                        random() % 15 == 0 ? CellKey::no_year : 2000 + static_cast<int>(random() % years),
                        static_cast<int>(random() % fields)};
        }
        made.column.values[d] =
            random() % 5 == 0 ? indicators::undefined_value : static_cast<double>(random() % 30) / 7;
        made.column.open[d] = random() % 6 == 0 ? 1 : 0;
    }
    made.cells = sort_into_cells(n, {"CN", "US"}, [&](std::size_t d) { return made.keys[d]; });
    return made;
}

} // namespace

TEST_CASE("baseline build: cells hold the documents of their key and the figures of their values") {
    const auto made = documents_of(1, 3000, 36, 5);
    Threads threads{2};
    const auto indicator =
        distribution_by_cell(made.cells, made.column, stats::Distribution::fewest_kept, threads);
    std::map<CellKey, std::vector<double>> right;
    std::map<CellKey, std::size_t> open;
    for (std::size_t d = 0; d < made.keys.size(); ++d) {
        if (made.keys[d] && made.column.defined(d)) {
            right[*made.keys[d]].push_back(made.column.values[d]);
            open[*made.keys[d]] += made.column.open[d];
        }
    }
    REQUIRE(indicator.cells.size() == right.size());
    std::size_t at = 0;
    for (auto& [key, values] : right) {
        const auto& cell = indicator.cells[at++];
        std::ranges::sort(values);
        CHECK(cell.key == key);
        CHECK(cell.size == values.size());
        CHECK(cell.open == open[key]);
        CHECK(cell.mean == Approx(std::accumulate(values.begin(), values.end(), 0.0) /
                                  static_cast<double>(values.size())));
        CHECK(cell.minimum == values.front());
        CHECK(cell.maximum == values.back());
        CHECK(cell.values->points() == stats::Distribution::of_sorted(values).points());
    }
}

TEST_CASE(
    "baseline build: percentiles are mid-ranks in the cohort that the rule gives, on any number of threads") {
    const auto fields = test::shipped_fields();
    const auto made = documents_of(2, 40000, 36, 12);
    std::vector<stats::CohortMember> members;
    for (std::size_t d = 0; d < made.keys.size(); ++d) {
        const auto key = made.keys[d].value_or(CellKey{});
        stats::CohortMember member;
        member.field = key.field;
        member.sector = fields.sector_of(key.field);
        member.office = static_cast<int>(key.office);
        if (key.year != CellKey::no_year) {
            member.year = key.year;
        }
        member.counted = made.keys[d] && made.column.defined(d);
        members.push_back(member);
    }
    constexpr std::size_t minimum = 45;
    const auto right = stats::make_cohorts(members, minimum);
    std::vector<std::vector<double>> sorted;
    for (const auto& cohort : right.cohorts) {
        sorted.emplace_back();
        for (const auto member : cohort.members) {
            sorted.back().push_back(made.column.values[member]);
        }
        std::ranges::sort(sorted.back());
    }
    const std::vector<std::uint32_t> offices{0, 1};
    std::vector<double> first;
    for (const unsigned count : {1U, 3U}) {
        Threads threads{count};
        Baseline own;
        own.offices = made.cells.offices;
        own.indicators.push_back(distribution_by_cell(made.cells, made.column, made.keys.size(), threads));
        CohortFinder finder{own, own.indicators[0], fields, minimum, stats::CohortLevel::corpus};
        const auto found = column_percentiles(made.cells, offices, made.column, finder, threads);
        for (std::size_t d = 0; d < made.keys.size(); ++d) {
            const auto reason = static_cast<Undefined>(found.reasons[d]);
            if (!made.column.defined(d)) {
                REQUIRE(reason == Undefined::no_citations);
            } else if (!made.keys[d]) {
                REQUIRE(reason == Undefined::not_applicable);
            } else {
                const auto& values = sorted[*right.cells[right.cell_of[d]].cohort];
                REQUIRE(found.values[d] == stats::standing(values, made.column.values[d]).percentile());
            }
        }
        const std::vector<double> all(found.values.begin(), found.values.end());
        first = first.empty() ? all : first;
        CHECK(std::equal(all.begin(), all.end(), first.begin(),
                         [](double a, double b) { return a == b || (a != a && b != b); }));
    }
}

TEST_CASE("baseline build: an office the baseline does not know, and a cohort that stays too small") {
    const auto fields = test::shipped_fields();
    const auto made = documents_of(3, 300, 3, 2);
    Threads threads{1};
    Baseline own;
    own.offices = {"CN"};
    own.indicators.push_back(distribution_by_cell(made.cells, made.column, 1000, threads));
    CohortFinder finder{own, own.indicators[0], fields, 100000};
    const std::vector<std::uint32_t> offices{0, DocumentCells::none};
    const auto found = column_percentiles(made.cells, offices, made.column, finder, threads);
    for (std::size_t d = 0; d < made.keys.size(); ++d) {
        CHECK(found.values[d] != found.values[d]);
        CHECK(found.cohort[d] == DocumentCells::none);
        if (made.keys[d] && made.column.defined(d)) {
            CHECK(static_cast<Undefined>(found.reasons[d]) == Undefined::cohort_too_small);
        }
    }
}

} // namespace test_baseline_build
