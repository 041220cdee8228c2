// SPDX-License-Identifier: GPL-3.0-or-later
// One member for each family, and places of values in cohorts, against the definition counted out.
#include "portfolio_cases.hpp"

#include <longmen/indicators/status.hpp>

#include <map>
#include <set>

namespace test_family_standings {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

TEST_CASE("family standings: the best active member stands for its family") {
    const PortfolioCase data(
        {{.number = "CN1", .claims = 50, .status = LegalState::fee_lapsed, .family = "F"},
         {.number = "CN2", .claims = 10, .family = "F"},
         {.number = "CN3", .claims = 30, .family = "F"},
         {.number = "CN4", .claims = 20, .status = LegalState::rejected},
         {.number = "CN5", .filed = "2023-01-01"},
         {.number = "CN6", .claims = 90, .status = LegalState::rejected, .family = "CN4"}});
    const auto& families = data.standings->families;
    REQUIRE(families.size() == 2); // the one filed after the as-of date is left out
    CHECK(families.at("F").representative == data.at("CN3"));
    CHECK(families.at("F").active);
    CHECK_FALSE(families.at("CN4").active);
    CHECK(families.at("CN4").representative == data.at("CN4")); // dead: by number
}

TEST_CASE("family standings: mid-rank among the active families of field, year and office") {
    const PortfolioCase data({{.number = "CN1", .claims = 10},
                              {.number = "CN2", .claims = 20},
                              {.number = "CN3", .claims = 20},
                              {.number = "CN4", .claims = 40},
                              {.number = "CN5", .claims = 90, .status = LegalState::fee_lapsed},
                              {.number = "CN6", .claims = 1, .ipc = lamps},
                              {.number = "CN7", .filed = "2016-01-01", .claims = 2}});
    const auto place = data.standings->place(data.at("CN2"), data.scores);
    CHECK(place.size == 4);
    CHECK(place.percentile.value() == 0.5); // one below, two equal, one above
    CHECK(data.standings->place(data.at("CN4"), data.scores).percentile.value() == 0.875);
    // A dead one is placed, but stands in nobody's way.
    CHECK(data.standings->place(data.at("CN5"), data.scores).percentile.value() == 1);
    CHECK(data.standings->place(data.at("CN6"), data.scores).size == 1);
    CHECK(place.cohort.starts_with("CN/"));
    CHECK(place.cohort.ends_with("/2015"));
}

TEST_CASE("family standings: too few, and no value") {
    const PortfolioCase data({{.number = "CN1"}, {.number = "CN2", .claims = {}}}, 3);
    CHECK(data.standings->place(0, data.scores).percentile.reason() == Undefined::cohort_too_small);
    CHECK(data.standings->place(1, data.scores).percentile.reason() == Undefined::no_data);
}

TEST_CASE("family standings: drawn corpora against the definition taken literally") {
    for (std::uint32_t seed = 1; seed <= 30; ++seed) {
        const PortfolioCase data(drawn(seed));
        // Best active member with a value, family by family.
        std::map<std::string, std::uint32_t> best;
        for (std::uint32_t i = 0; i < data.corpus.patents.size(); ++i) {
            const auto validity = indicators::validity_at(data.corpus.patents[i], data.corpus.as_of);
            const auto& value = data.scores.patents[i].value;
            if ((validity != Validity::in_force && validity != Validity::pending) || !value.defined()) {
                continue;
            }
            const auto [found, fresh] = best.try_emplace(data.corpus.patents[i].family, i);
            if (!fresh && value.value() > data.scores.patents[found->second].value.value()) {
                found->second = i;
            }
        }
        for (const auto& [family, i] : best) {
            const auto& mine = data.scores.placement.members[i];
            double below = 0, equal = 0, size = 0;
            for (const auto& [other, j] : best) {
                const auto& theirs = data.scores.placement.members[j];
                if (theirs.field == mine.field && theirs.year == mine.year) {
                    const double a = data.scores.patents[j].value.value();
                    const double b = data.scores.patents[i].value.value();
                    below += a < b ? 1 : 0;
                    equal += a == b ? 1 : 0;
                    size += 1;
                }
            }
            const auto place = data.standings->place(i, data.scores);
            CHECK(data.standings->families.at(family).representative == i);
            CHECK(static_cast<double>(place.size) == size);
            CHECK(place.percentile.value() == Approx((below + equal / 2) / size));
        }
    }
}

} // namespace test_family_standings
