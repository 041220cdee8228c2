// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the eligible against a slow definition, ties, coverage, quota, an expert's score.
#include "enterprises.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace test_ranking {

using namespace longmen;
using namespace longmen::programme;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

Programme with_quota(int quota) {
    Programme programme = jinzhong();
    programme.schemes.at(0).quota = quota;
    return programme;
}

/// Always eligible; sales and R&D grow as given.
Enterprise growing(const std::string& name, std::int64_t sales_before, std::int64_t sales,
                   std::int64_t rd_before, std::int64_t rd) {
    return enterprise(name,
                      {figures(2020, sales_before, rd_before, 100, 40), figures(2022, sales, rd, 100, 40)});
}

std::vector<std::string> names(const Assessment& assessment) {
    std::vector<std::string> result;
    for (const auto& entry : assessment.enterprises) {
        result.push_back(entry.name);
    }
    return result;
}

} // namespace

TEST_CASE("ranking: mid-rank percentiles by hand") {
    // Sales over two years: A x4 (100 % a year), B x1, C x1. R&D: all x1. No portfolio values.
    const auto result = assess(corpus({growing("B", 100, 100, 10, 10), growing("C", 100, 100, 10, 10),
                                       growing("A", 25, 100, 10, 10)}),
                               jinzhong(), {}, as_of("2022-12-31"));
    CHECK(names(result) == std::vector<std::string>{"A", "B", "C"});
    const auto& first = result.enterprises[0];
    CHECK(first.growth[0].rate.value() == Approx(1.0));
    CHECK(first.growth[0].from_year == 2020);
    CHECK(*first.growth[0].percentile == Approx(100.0 * 2.5 / 3));
    CHECK(*first.growth[1].percentile == Approx(50.0));
    CHECK_FALSE(first.growth[2].percentile);
    CHECK(first.growth[2].among == 0);
    // weights 0.4 and 0.3 of 0.7 that is defined
    CHECK(*first.leap_growth == Approx((0.4 * 250 / 3 + 0.3 * 50) / 0.7));
    CHECK(first.coverage == Approx(0.7));
    CHECK(first.rank == 1u);
    CHECK(result.enterprises[1].rank == 2u);
    CHECK(result.enterprises[2].rank == 2u);
}

TEST_CASE("ranking: agrees with the definition written out slowly") {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> amount(1, 6), coin(0, 3);
    for (int round = 0; round < 40; ++round) {
        std::vector<Enterprise> firms;
        PortfolioValues portfolio;
        for (int i = 0; i < 17; ++i) {
            auto before = figures(2020, amount(random) * 100, amount(random) * 50, 100, 40);
            auto after =
                figures(2022, amount(random) * 100, amount(random) * 50, 100, coin(random) == 0 ? 10 : 40);
            if (coin(random) == 0) {
                before.sales_revenue.reset();
            }
            firms.push_back(enterprise("F" + std::to_string(i), {before, after}));
            portfolio.push_back(
                {{2020, static_cast<double>(amount(random) - 1)},
                 {2022, coin(random) == 0 ? Measured<double>{Undefined::no_data}
                                          : Measured<double>{static_cast<double>(amount(random))}}});
        }
        const auto result = assess(corpus(firms), jinzhong(), portfolio, as_of("2022-12-31"));

        // slow definition: rates per part, then percentiles by counting, then ranks by counting
        const auto rate = [&](std::size_t i, std::size_t part) -> std::optional<double> {
            std::optional<double> from, to;
            if (part == 2) {
                from = portfolio[i][0].value.value();
                if (portfolio[i][1].value.defined())
                    to = portfolio[i][1].value.value();
            } else {
                const auto get = [&](std::size_t y) -> std::optional<double> {
                    const auto& f = firms[i].figures[y];
                    const auto money = part == 0 ? f.sales_revenue : f.rd_expense;
                    return money ? std::optional{static_cast<double>(money->fen)} : std::nullopt;
                };
                from = get(0);
                to = get(1);
            }
            if (!from || !to || *from == 0)
                return {};
            return std::sqrt(*to / *from) - 1;
        };
        const std::vector<double> weights{0.4, 0.3, 0.3};
        std::map<std::string, std::optional<double>> scores;
        for (std::size_t i = 0; i < firms.size(); ++i) {
            double sum = 0, weight = 0;
            for (std::size_t part = 0; part < 3; ++part) {
                const auto own = rate(i, part);
                if (!own)
                    continue;
                double below = 0, equal = 0, n = 0;
                for (std::size_t j = 0; j < firms.size(); ++j) {
                    if (const auto other = rate(j, part)) {
                        n += 1;
                        below += *other < *own - 1e-12 ? 1 : 0;
                        equal += std::abs(*other - *own) <= 1e-12 ? 1 : 0;
                    }
                }
                sum += weights[part] * 100 * (below + equal / 2) / n;
                weight += weights[part];
            }
            scores[firms[i].name] = weight > 0 ? std::optional{sum / weight} : std::nullopt;
        }
        for (const auto& entry : result.enterprises) {
            const auto& expected = scores.at(entry.name);
            REQUIRE(entry.leap_growth.has_value() == expected.has_value());
            if (!expected)
                continue;
            CHECK(*entry.leap_growth == Approx(*expected));
            if (entry.verdict != Verdict::eligible) {
                CHECK_FALSE(entry.rank);
                continue;
            }
            unsigned better = 0;
            for (const auto& other : result.enterprises) {
                better += other.verdict == Verdict::eligible && scores.at(other.name) &&
                          *scores.at(other.name) > *expected + 1e-8;
            }
            CHECK(entry.rank == better + 1);
        }
    }
}

TEST_CASE("ranking: the order of the input changes nothing") {
    std::vector<Enterprise> firms;
    for (int i = 0; i < 12; ++i) {
        firms.push_back(growing("F" + std::to_string(i), 100, 100 + 10 * (i % 4), 10, 10 + i % 3));
    }
    const auto once = names(assess(corpus(firms), jinzhong(), {}, as_of("2022-12-31")));
    std::mt19937 random(3);
    std::shuffle(firms.begin(), firms.end(), random);
    CHECK(names(assess(corpus(firms), jinzhong(), {}, as_of("2022-12-31"))) == once);
}

TEST_CASE("ranking: growth from zero is undefined and the weight goes to the rest") {
    PortfolioValues portfolio{{{2020, 0.0}, {2022, 50.0}}};
    const auto entry =
        assess(corpus({growing("A", 100, 110, 10, 11)}), jinzhong(), portfolio, as_of("2022-12-31"))
            .enterprises[0];
    CHECK_FALSE(entry.growth[2].rate.defined());
    CHECK(entry.growth[2].rate.reason() == Undefined::zero_denominator);
    CHECK(entry.coverage == Approx(0.7));
}

TEST_CASE("ranking: years outside the window do not count, a shorter span is taken per year") {
    const auto firm = enterprise("A", {figures(2018, 1, 1, 100, 40), figures(2021, 100, 10, 100, 40),
                                       figures(2022, 150, 15, 100, 40), figures(2023, 9999, 9999, 100, 40)});
    const auto entry = assess(corpus({firm}), jinzhong(), {}, as_of("2022-12-31")).enterprises[0];
    CHECK(entry.growth[0].from_year == 2021);
    CHECK(entry.growth[0].to_year == 2022);
    CHECK(entry.growth[0].rate.value() == Approx(0.5));
}

TEST_CASE("ranking: the eligible without growth figures get no rank, not the last one") {
    const auto result =
        assess(corpus({enterprise("A", {figures(2022, 100, 10, 100, 40)}), growing("B", 100, 90, 10, 9)}),
               jinzhong(), {}, as_of("2022-12-31"));
    CHECK(names(result) == std::vector<std::string>{"B", "A"});
    CHECK(result.enterprises[0].rank == 1u);
    CHECK_FALSE(result.enterprises[1].rank);
    CHECK(result.enterprises[1].support_cny == 200'000);
    CHECK_THAT(result.enterprises[1].reason.en, Contains("no rank"));
}

TEST_CASE("ranking: an expert's score replaces the computed one and is recorded") {
    auto options = as_of("2022-12-31");
    options.words = {{"B", "", {}, 99.0, "expert panel", "2022-12-01", ""}};
    const auto result = assess(corpus({growing("A", 100, 200, 10, 20), growing("B", 100, 100, 10, 10)}),
                               jinzhong(), {}, options);
    CHECK(names(result) == std::vector<std::string>{"B", "A"});
    REQUIRE(result.enterprises[0].word);
    CHECK(result.enterprises[0].word->by == "expert panel");
    CHECK(*result.enterprises[0].leap_growth == 99.0);
}

TEST_CASE("ranking: a quota supports the first, and a tie across it waits for a person") {
    const auto data = corpus({growing("A", 100, 300, 10, 30), growing("B", 100, 200, 10, 20),
                              growing("C", 100, 200, 10, 20), growing("D", 100, 100, 10, 10)});
    const auto two = assess(data, with_quota(2), {}, as_of("2022-12-31")).enterprises;
    CHECK(two[0].support_cny == 200'000);
    CHECK_FALSE(two[1].support_cny);
    CHECK_FALSE(two[2].support_cny);
    CHECK(two[3].support_cny == 0);
    const auto three = assess(data, with_quota(3), {}, as_of("2022-12-31")).enterprises;
    CHECK(three[2].support_cny == 200'000);
    CHECK(three[3].support_cny == 0);
    for (const auto& entry : assess(data, with_quota(4), {}, as_of("2022-12-31")).enterprises) {
        CHECK(entry.support_cny == 200'000);
    }
}

} // namespace test_ranking
