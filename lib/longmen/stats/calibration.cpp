// SPDX-License-Identifier: GPL-3.0-or-later
// Bins over runs of equal predictions, and sums over them.
#include <longmen/stats/calibration.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/detail/score_groups.hpp>

#include <cmath>

namespace longmen::stats {
namespace {

using detail::ScoreGroup;

/// Consecutive groups that make one bin.
struct Bin {
    std::span<const ScoreGroup> groups;
    detail::Totals totals;
    double predicted = 0, observed = 0;
};

Bin bin_of(std::span<const ScoreGroup> groups) {
    Bin bin{groups, detail::totals(groups)};
    const auto members = static_cast<double>(bin.totals.members);
    // The mean as distance from the lowest: exact where all are equal.
    double above = 0;
    for (const auto& group : groups) {
        above += static_cast<double>(group.members) * (group.score - groups.front().score);
    }
    bin.predicted = groups.front().score + above / members;
    bin.observed = static_cast<double>(bin.totals.positives) / members;
    return bin;
}

std::vector<Bin> bins_of(std::span<const ScoreGroup> groups, std::size_t members, std::size_t count) {
    const auto number = [&](std::size_t below,
                            std::size_t run) { // floor(count x (below + run / 2) / members)
        return count > members ? below : count * (2 * below + run) / (2 * members);
    };
    std::vector<Bin> bins;
    std::size_t first = 0, below = 0, current = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t next = number(below, groups[i].members);
        if (i > first && next != current) {
            bins.push_back(bin_of(groups.subspan(first, i - first)));
            first = i;
        }
        current = next;
        below += groups[i].members;
    }
    if (!groups.empty()) {
        bins.push_back(bin_of(groups.subspan(first)));
    }
    return bins;
}

std::vector<ScoreGroup> checked_groups(std::span<const double> predictions,
                                       std::span<const std::uint8_t> outcomes, std::size_t bins) {
    if (bins == 0) {
        throw UsageError(Sentence{"至少需要一个分组", "there must be at least one bin"});
    }
    detail::check_predictions(predictions);
    return detail::score_groups(predictions, outcomes);
}

double square(double x) {
    return x * x;
}

} // namespace

Interval wilson_interval(double successes, double trials, double level) {
    if (!(trials > 0) || !(successes >= 0) || !(successes <= trials) || !(level > 0) || !(level < 1)) {
        throw UsageError(Sentence{"置信区间需要 0 到总数之间的计数和 0 到 1 之间的置信水平",
                                  "an interval needs a count between 0 and the total, and a level between 0 "
                                  "and 1"});
    }
    // The shares s with |successes / trials - s| = z sqrt(s (1 - s) / trials).
    const double z = normal_quantile((1 + level) / 2);
    const double failures = trials - successes;
    const double middle = (successes + z * z / 2) / (trials + z * z);
    const double half = z * std::sqrt(successes * failures / trials + z * z / 4) / (trials + z * z);
    return {successes > 0 ? middle - half : 0, failures > 0 ? middle + half : 1};
}

Measured<std::vector<CalibrationBin>> calibration_curve(std::span<const double> predictions,
                                                        std::span<const std::uint8_t> outcomes,
                                                        const CalibrationOptions& options) {
    detail::check_level(options.level);
    const auto groups = checked_groups(predictions, outcomes, options.bins);
    if (groups.empty()) {
        return Undefined::no_data;
    }
    std::vector<CalibrationBin> curve;
    for (const auto& bin : bins_of(groups, predictions.size(), options.bins)) {
        const auto [members, positives] = bin.totals;
        const auto interval =
            wilson_interval(static_cast<double>(positives), static_cast<double>(members), options.level);
        curve.push_back({bin.groups.front().score, bin.groups.back().score, bin.predicted, bin.observed,
                         interval, members, positives});
    }
    return curve;
}

Measured<BrierScore> brier_score(std::span<const double> predictions, std::span<const std::uint8_t> outcomes,
                                 std::size_t bins) {
    const auto groups = checked_groups(predictions, outcomes, bins);
    if (groups.empty()) {
        return Undefined::no_data;
    }
    const auto all = detail::totals(groups);
    const auto n = static_cast<double>(all.members);
    const double share = static_cast<double>(all.positives) / n;
    BrierScore result;
    result.members = all.members;
    result.positives = all.positives;
    result.uncertainty = share * (1 - share);
    for (const auto& bin : bins_of(groups, predictions.size(), bins)) {
        const auto members = static_cast<double>(bin.totals.members);
        result.reliability += members * square(bin.predicted - bin.observed) / n;
        result.resolution += members * square(bin.observed - share) / n;
        for (const auto& group : bin.groups) {
            const auto size = static_cast<double>(group.members);
            const auto positives = static_cast<double>(group.positives);
            const double off = group.score - bin.predicted;
            result.score +=
                (positives * square(1 - group.score) + (size - positives) * square(group.score)) / n;
            result.within_variance += size * square(off) / n;
            result.within_covariance += 2 * off * (positives - size * bin.observed) / n;
        }
    }
    if (result.uncertainty > 0) {
        result.skill = 1 - result.score / result.uncertainty;
    }
    return result;
}

} // namespace longmen::stats
