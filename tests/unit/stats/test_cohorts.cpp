// SPDX-License-Identifier: GPL-3.0-or-later
// Cohort merging: each step by hand, then against the definition on random corpora.
#include <longmen/base/errors.hpp>
#include <longmen/stats/cohorts.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

namespace test_cohorts {

using namespace longmen::stats;

namespace {

void add(std::vector<CohortMember>& to, int n, int field, int sector, int year, int office = 1) {
    for (int i = 0; i < n; ++i) {
        to.push_back({field, sector, office, year, true});
    }
}

const Cohort& cohort_of(const Cohorts& c, std::size_t member) {
    return c.cohorts[c.cells[c.cell_of[member]].cohort.value()];
}

/// The definition, spelt out: the members at one level around one member.
std::vector<std::uint32_t> members_at(const std::vector<CohortMember>& all, std::size_t focal,
                                      CohortLevel level) {
    std::vector<std::uint32_t> result;
    const auto& f = all[focal];
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& m = all[i];
        bool in = m.counted;
        if (level != CohortLevel::corpus) {
            in = in && m.year && f.year && m.office == f.office;
            in = in && std::abs(*m.year - *f.year) <= (level == CohortLevel::cell ? 0 : 1);
            in = in && (level > CohortLevel::years || m.field == f.field);
            in = in && (level != CohortLevel::sector || m.sector == f.sector);
        }
        if (in) {
            result.push_back(static_cast<std::uint32_t>(i));
        }
    }
    return result;
}

} // namespace

TEST_CASE("cohorts: a cell with enough members stands alone") {
    std::vector<CohortMember> members;
    add(members, 30, 7, 1, 2015);
    add(members, 5, 7, 1, 2016);
    const auto c = make_cohorts(members, 30);
    CHECK(cohort_of(c, 0).level == CohortLevel::cell);
    CHECK(cohort_of(c, 0).members.size() == 30);
    CHECK(cohort_of(c, 30).level == CohortLevel::years);
    CHECK(cohort_of(c, 30).members.size() == 35);
    CHECK(cohort_of(c, 30).year_from == 2015);
    CHECK(cohort_of(c, 30).year_to == 2017);
}

TEST_CASE("cohorts: the steps are years, sector, all fields of these years, corpus") {
    std::vector<CohortMember> members;
    add(members, 1, 7, 1, 2015);  // 0
    add(members, 2, 8, 1, 2016);  // same sector
    add(members, 3, 20, 3, 2014); // other sector
    add(members, 4, 7, 1, 2000);  // other years
    add(members, 5, 7, 1, 2015, 2);
    const auto level_with = [&](std::size_t minimum) {
        return cohort_of(make_cohorts(members, minimum), 0).level;
    };
    CHECK(level_with(1) == CohortLevel::cell);
    CHECK(level_with(2) == CohortLevel::sector);
    CHECK(level_with(4) == CohortLevel::all_fields);
    CHECK(level_with(7) == CohortLevel::corpus);
    const auto c = make_cohorts(members, 15);
    const auto& cell = c.cells[c.cell_of[0]];
    CHECK(cohort_of(c, 0).members.size() == 15);
    CHECK(cell.sizes[0] == 1u);
    CHECK(cell.sizes[1] == 1u);
    CHECK(cell.sizes[2] == 3u);
    CHECK(cell.sizes[3] == 6u);
    CHECK(cell.sizes[4] == 15u);
    CHECK_FALSE(make_cohorts(members, 16).cells[0].cohort.has_value());
}

TEST_CASE("cohorts: members that are not counted get a cohort and fill none") {
    std::vector<CohortMember> members;
    add(members, 3, 7, 1, 2015);
    members[2].counted = false;
    const auto c = make_cohorts(members, 2);
    CHECK(cohort_of(c, 2).members == std::vector<std::uint32_t>{0, 1});
}

TEST_CASE("cohorts: without a year only the corpus is left; empty input; a minimum of nothing") {
    std::vector<CohortMember> members;
    add(members, 3, 7, 1, 2015);
    members[0].year.reset();
    const auto c = make_cohorts(members, 1);
    CHECK(cohort_of(c, 0).level == CohortLevel::corpus);
    CHECK_FALSE(c.cells[c.cell_of[0]].sizes[0].has_value());
    CHECK(cohort_of(c, 1).level == CohortLevel::cell);
    CHECK(make_cohorts({}, 30).cells.empty());
    CHECK_THROWS_AS(make_cohorts(members, 0), longmen::UsageError);
}

TEST_CASE("cohorts: equal the definition on random corpora") {
    std::mt19937 random{11};
    for (int round = 0; round < 60; ++round) {
        std::vector<CohortMember> members(random() % 60);
        for (auto& m : members) {
            m.field = static_cast<int>(random() % 5);
            m.sector = m.field / 2;
            m.office = static_cast<int>(random() % 2);
            if (random() % 10 != 0) {
                m.year = 2010 + static_cast<int>(random() % 5);
            }
            m.counted = random() % 4 != 0;
        }
        const std::size_t minimum = 1 + random() % 20;
        const auto c = make_cohorts(members, minimum);
        for (std::size_t i = 0; i < members.size(); ++i) {
            std::optional<CohortLevel> expected;
            for (std::size_t l = 0; l < cohort_levels && !expected; ++l) {
                const auto level = static_cast<CohortLevel>(l);
                if ((members[i].year || level == CohortLevel::corpus) &&
                    members_at(members, i, level).size() >= minimum) {
                    expected = level;
                }
            }
            REQUIRE(c.cells[c.cell_of[i]].cohort.has_value() == expected.has_value());
            if (expected) {
                REQUIRE(cohort_of(c, i).level == *expected);
                REQUIRE(cohort_of(c, i).members == members_at(members, i, *expected));
            }
        }
    }
}

} // namespace test_cohorts
