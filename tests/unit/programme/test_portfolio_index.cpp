// SPDX-License-Identifier: GPL-3.0-or-later
// The Longmen portfolio value: a hand case, what holds of any, and rules that are refused.
#include "support/property.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/programme/portfolio_index.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_portfolio_index {

using namespace longmen;
using namespace longmen::programme;

namespace {

PortfolioIndexRule shipped() {
    return read_portfolio_index(Config::read(LONGMEN_SOURCE_DIR "/models/portfolio/longmen.toml"));
}

Corpus enterprises(std::size_t n) {
    Corpus corpus;
    corpus.enterprises.resize(n);
    return corpus;
}

} // namespace

TEST_CASE("portfolio index: parts as percentiles, power mean, missing parts") {
    // Values at the end of 2022: 100, 50, 50, unknown. Growth over 2020-2022: 0 %, 100 % and one without a
    // start.
    const PortfolioValues portfolio{{{2020, 100.0, 4}, {2022, 100.0, 4}},
                                    {{2020, 12.5, 1}, {2022, 50.0, 2}},
                                    {{2022, 50.0, 2}},
                                    {{2021, 3.0, 9}}};
    const auto result = portfolio_indices(enterprises(4), shipped(), portfolio, 2022);
    const auto& a = result.enterprises[0];
    const auto& b = result.enterprises[1];
    const auto& c = result.enterprises[2];
    CHECK(*a.parts[0].percentile == Approx(100 * 2.5 / 3));
    CHECK(*b.parts[0].percentile == Approx(100 * 1.0 / 3)); // below 0, equal 2
    CHECK(b.parts[1].raw.value() == Approx(1));
    CHECK(*a.parts[1].percentile == Approx(25));
    CHECK(*b.parts[1].percentile == Approx(75));
    CHECK_FALSE(c.parts[1].percentile);
    CHECK(*c.parts[2].percentile == Approx(100 * 1.0 / 3));
    const double root = 0.5 * std::sqrt(250.0 / 3) + 0.25 * std::sqrt(25.0) + 0.25 * std::sqrt(250.0 / 3);
    CHECK(a.value.value() == Approx(root * root).epsilon(1e-9));
    CHECK(c.value.value() == Approx(100.0 / 3)); // both parts alike
    CHECK(c.coverage == Approx(0.75));
    CHECK(a.rank == 1);
    CHECK(b.rank == 2);
    CHECK(c.rank == 3);
    // Nothing at the end of 2022: no value, no rank.
    CHECK(result.enterprises[3].value.reason() == Undefined::no_data);
    CHECK(result.enterprises[3].rank == 0);
    CHECK(a.alternatives[0].value() == Approx(0.75 * 250 / 3 + 0.25 * 25)); // the plain mean
    CHECK(a.alternatives[2].value() == Approx(25));                         // the weakest
    CHECK(result.agreement.compared == 3);
    CHECK(portfolio_indices(enterprises(2), shipped(), {}, std::nullopt).enterprises[0].rank == 0);
}

TEST_CASE("portfolio index: a weak part neither wipes out nor hides; more of a part is never less") {
    test::holds("monotone", [] {
        const auto n = static_cast<std::size_t>(*rc::gen::inRange(2, 15));
        PortfolioValues portfolio(n);
        for (auto& years : portfolio) {
            years.push_back({2020, static_cast<double>(*rc::gen::inRange(1, 50)), 1});
            years.push_back({2022, static_cast<double>(*rc::gen::inRange(1, 50)),
                             static_cast<std::size_t>(*rc::gen::inRange(0, 9))});
        }
        const auto rule = shipped();
        const auto before = portfolio_indices(enterprises(n), rule, portfolio, 2022);
        for (const auto& index : before.enterprises) {
            RC_ASSERT(index.value.value() <=
                      index.alternatives[0].value() + 1e-6); // not above the plain mean
            RC_ASSERT(index.value.value() >=
                      index.alternatives[1].value() - 1e-6); // nor under the geometric one
            RC_ASSERT(index.value.value() > 0);
        }
        portfolio[0][1].value = portfolio[0][1].value.value() + *rc::gen::inRange(1, 40);
        portfolio[0][1].subclasses += 1;
        const auto after = portfolio_indices(enterprises(n), rule, portfolio, 2022);
        RC_ASSERT(after.enterprises[0].value.value() >= before.enterprises[0].value.value() - 1e-9);
        RC_ASSERT(after.enterprises[0].rank <= before.enterprises[0].rank);
    });
}

TEST_CASE("portfolio index: rules that cannot be meant are refused with their line") {
    const std::string head =
        "id = \"x\"\nversion = \"1\"\ntitle_zh = \"\"\ntitle_en = \"\"\nsource = \"ours\"\ndate = "
        "2026-01-01\ncombine = {power = 0.5}\n";
    const auto refused = [&](const std::string& parts, const std::string& piece) {
        INFO(parts);
        const auto read = [&] { return read_portfolio_index(Config::parse(head + parts, "test.toml")); };
        CHECK_THROWS_AS(read(), DataError);
        CHECK_THROWS_WITH(read(), Catch::Contains(piece) && Catch::Contains("test.toml:"));
    };
    const auto part = [](const std::string& id, const std::string& weight, const std::string& more = "") {
        return "[[part]]\nid = \"" + id + "\"\nweight = " + weight + "\n" + more;
    };
    refused(part("worth", "1"), "allowed here: value, growth, breadth");
    refused(part("value", "0.5") + part("growth", "0.5", "years = 3\n"), "each of value, growth, breadth");
    refused(part("value", "0.5") + part("growth", "0.2", "years = 3\n") + part("breadth", "0.2"),
            "not to 0.9");
    refused(part("value", "0.5") + part("value", "0.5"), "each part once");
    refused(part("growth", "0.5", "years = 1\n"), "1 is not between 2 and 50");
    refused(part("value", "0.5", "years = 3\n"), "`years`: unknown key");
}

} // namespace test_portfolio_index
