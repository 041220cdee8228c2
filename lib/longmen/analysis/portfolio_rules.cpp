// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the thresholds of the views of a portfolio.
#include <longmen/analysis/portfolio_rules.hpp>

#include <longmen/base/sentence.hpp>

#include <algorithm>

namespace longmen::analysis {

namespace {

constexpr std::int64_t most_years = 30, most_families = 1000;
constexpr std::int64_t lowest_percent = 1, highest_percent = 99;

double share(const ConfigNode& node) {
    const double number = node.real();
    if (!(number >= 0) || number > 1) {
        node.fail({"此处应为 0 到 1 之间的数", "a number from 0 to 1 is expected"});
    }
    return number;
}

std::int64_t whole(const ConfigNode& node, std::int64_t low, std::int64_t high) {
    const std::int64_t number = node.integer();
    if (number < low || number > high) {
        node.fail(
            sentence("此处应为 {} 到 {} 之间的整数", "a whole number from {} to {} is expected", low, high));
    }
    return number;
}

std::vector<double> top_shares(const ConfigNode& node) {
    std::vector<double> shares;
    for (const auto& one : node.array()) {
        shares.push_back(share(one));
        if (shares.back() == 0 || (shares.size() > 1 && shares.back() <= shares[shares.size() - 2])) {
            one.fail({"各份额应大于 0 且由小到大", "shares above 0, the smaller ones first, are expected"});
        }
    }
    return shares;
}

std::vector<EventKind> kinds(const ConfigNode& node) {
    std::vector<EventKind> result;
    for (const auto& one : node.array()) {
        const auto kind = event_by_key(one.string());
        if (!kind) {
            one.fail(sentence("没有事件“{}”；可用：{}", "there is no event `{}`; there are: {}", one.string(),
                              event_keys()));
        }
        result.push_back(*kind);
    }
    std::ranges::sort(result);
    result.erase(std::ranges::unique(result).begin(), result.end());
    return result;
}

} // namespace

PortfolioRules read_portfolio_rules(const Config& config) {
    const auto& root = config.root();
    root.allow({"id", "version", "date", "shares", "ages", "candidates"});
    const auto& shares = root.at("shares");
    shares.allow({"top", "source"});
    const auto& ages = root.at("ages");
    ages.allow({"soon_years", "source"});
    const auto& candidates = root.at("candidates");
    candidates.allow({"low_percentile", "min_coverage", "cost_percent", "others_above", "use", "source"});

    PortfolioRules rules;
    rules.version = root.at("version").string();
    rules.checksum = config.checksum();
    rules.top_shares = top_shares(shares.at("top"));
    rules.soon_years = static_cast<int>(whole(ages.at("soon_years"), 1, most_years));
    auto& thresholds = rules.candidates;
    thresholds.low_percentile = share(candidates.at("low_percentile"));
    thresholds.min_coverage = share(candidates.at("min_coverage"));
    thresholds.cost_percent =
        static_cast<int>(whole(candidates.at("cost_percent"), lowest_percent, highest_percent));
    thresholds.others_above =
        static_cast<std::size_t>(whole(candidates.at("others_above"), 1, most_families));
    thresholds.use = kinds(candidates.at("use"));
    return rules;
}

} // namespace longmen::analysis
