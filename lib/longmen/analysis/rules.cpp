// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the thresholds of the analyses.
#include <longmen/analysis/rules.hpp>

#include <longmen/base/sentence.hpp>

#include <fmt/format.h>

namespace longmen::analysis {

namespace {

int whole(const ConfigNode& node, std::int64_t low, std::int64_t high) {
    const std::int64_t number = node.integer();
    if (number < low || number > high) {
        node.fail(
            sentence("此处应为 {} 到 {} 之间的整数", "a whole number from {} to {} is expected", low, high));
    }
    return static_cast<int>(number);
}

double above(const ConfigNode& node, double low, double high) {
    const double number = node.real();
    if (!(number > low) || number > high) {
        node.fail(sentence("此处应为大于 {} 且不超过 {} 的数", "a number above {} and up to {} is expected",
                           low, high));
    }
    return number;
}

constexpr std::int64_t most_years = 50, most_records = 1'000'000;
constexpr double most_expected = 1000, most_factor = 1000;

} // namespace

Rules read_rules(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "date", "trend", "white_spots", "life_cycle", "coverage", "jumps", "lags"});
    const auto& trend = root.at("trend");
    trend.allow({"grey_years", "source"});
    const auto& white = root.at("white_spots");
    white.allow({"min_expected", "alpha", "recent_years", "long_years", "source"});
    const auto& life_cycle = root.at("life_cycle");
    life_cycle.allow({"widest_ceiling", "source"});
    const auto& coverage = root.at("coverage");
    coverage.allow({"full", "partial", "source"});
    const auto& jumps = root.at("jumps");
    jumps.allow({"factor", "neighbours", "min_records", "source"});

    const auto& lags = root.at("lags");
    lags.allow({"longest_grant", "longest_publication", "source"});

    Rules rules;
    rules.grey_years = whole(trend.at("grey_years"), 0, most_years);
    rules.white.min_expected = above(white.at("min_expected"), 0, most_expected);
    rules.white.alpha = above(white.at("alpha"), 0, 1);
    rules.recent_years = whole(white.at("recent_years"), 1, most_years);
    rules.long_years = whole(white.at("long_years"), rules.recent_years, most_years);
    rules.widest_ceiling = above(life_cycle.at("widest_ceiling"), 1, most_factor);
    rules.coverage_full = above(coverage.at("full"), 0, 1);
    rules.coverage_partial = above(coverage.at("partial"), 0, rules.coverage_full);
    rules.jump_factor = above(jumps.at("factor"), 1, most_factor);
    rules.jump_neighbours = whole(jumps.at("neighbours"), 1, most_years);
    rules.jump_min_records = static_cast<std::size_t>(whole(jumps.at("min_records"), 1, most_records));
    rules.longest_grant_lag = above(lags.at("longest_grant"), 0, most_years);
    rules.longest_publication_lag = above(lags.at("longest_publication"), 0, most_years);
    return rules;
}

} // namespace longmen::analysis
