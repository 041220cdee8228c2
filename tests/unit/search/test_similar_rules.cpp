// SPDX-License-Identifier: GPL-3.0-or-later
// Rules of likeness.
#include <longmen/base/errors.hpp>
#include <longmen/search/similar_rules.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace test_similar_rules {

using namespace longmen;
using Catch::Matchers::Contains;

TEST_CASE("similar rules: the shipped file reads, mistakes name file and line", "[search]") {
    const std::string path = std::string{LONGMEN_SOURCE_DIR} + "/models/search/similar.toml";
    const auto rules = search::SimilarRules::read(Config::read(path));
    CHECK(rules.duplicates.threshold == 8000);
    CHECK(rules.fusion.k == 60);
    CHECK(rules.citations.hub >= 2);
    std::ifstream in{path};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto with = [&](const std::string& from, const std::string& to) {
        auto changed = text;
        const auto at = changed.find(from);
        REQUIRE(at != std::string::npos);
        changed.replace(at, from.size(), to);
        return search::SimilarRules::read(Config::parse(changed, "s.toml"));
    };
    CHECK(with("threshold = 0.8", "threshold = 0.85").duplicates.threshold == 8500);
    CHECK_THROWS_WITH(with("threshold = 0.8", "threshold = 1.8"), Contains("s.toml:"));
    CHECK_THROWS_WITH(with("b = 0.75", "b = 2"), Contains("from 0 to 1"));
    CHECK_THROWS_WITH(with("hub = 1000", "hub = 1"), Contains("whole number from 2"));
    CHECK_THROWS_WITH(with("\nk = 60", "\ncolour = 60"), Contains("colour"));
}

TEST_CASE("similar rules: thresholds are whole ten-thousandths", "[search]") {
    CHECK(search::threshold_of(0.8) == 8000);
    CHECK(search::threshold_of(1) == 10000);
    CHECK_THROWS_AS(search::threshold_of(0), UsageError);
    CHECK_THROWS_AS(search::threshold_of(1.1), UsageError);
}

} // namespace test_similar_rules
