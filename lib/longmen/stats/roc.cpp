// SPDX-License-Identifier: GPL-3.0-or-later
// Placements counted in one sort per score; moments of placements as 128-bit integers.
#include <longmen/stats/roc.hpp>

#include <longmen/stats/detail/score_groups.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace longmen::stats {
namespace {

__extension__ using Wide = __int128;
using Placements = std::vector<std::int64_t>;

struct Classes {
    std::size_t positives = 0, negatives = 0;
};

Classes classes_of(std::span<const std::uint8_t> outcomes) {
    const auto positives = static_cast<std::size_t>(std::ranges::count(outcomes, 1));
    return {positives, outcomes.size() - positives};
}

std::optional<Undefined> no_pairs(const Classes& classes) {
    if (classes.positives + classes.negatives == 0) {
        return Undefined::no_data;
    }
    if (classes.positives == 0 || classes.negatives == 0) {
        return Undefined::zero_denominator;
    }
    return std::nullopt;
}

/// Of each member, twice the members of the other class over which it is on the right side, equals half:
/// negatives below a positive, positives above a negative.
Placements placements(std::span<const double> scores, std::span<const std::uint8_t> outcomes,
                      const Classes& classes) {
    std::vector<std::pair<double, std::size_t>> sorted;
    sorted.reserve(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sorted.emplace_back(scores[i], i);
    }
    std::ranges::sort(sorted);
    Placements placed(scores.size());
    std::int64_t positives_below = 0, negatives_below = 0;
    for (std::size_t first = 0; first < sorted.size();) {
        std::size_t end = first;
        std::int64_t positives = 0;
        for (; end < sorted.size() && sorted[end].first == sorted[first].first; ++end) {
            positives += outcomes[sorted[end].second];
        }
        const auto negatives = static_cast<std::int64_t>(end - first) - positives;
        const auto positives_above =
            static_cast<std::int64_t>(classes.positives) - positives_below - positives;
        for (; first < end; ++first) {
            const std::size_t i = sorted[first].second;
            placed[i] = outcomes[i] != 0 ? 2 * negatives_below + negatives : 2 * positives_above + positives;
        }
        positives_below += positives;
        negatives_below += negatives;
    }
    return placed;
}

double area_of(const Placements& placed, std::span<const std::uint8_t> outcomes, const Classes& classes) {
    Wide twice = 0;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        twice += outcomes[i] != 0 ? placed[i] : 0;
    }
    return static_cast<double>(twice) / static_cast<double>(2 * Wide{classes.positives} * classes.negatives);
}

/// Covariance of the means of x and y over the members of one class, in halves of pairs.
double mean_covariance(const Placements& x, const Placements& y, std::span<const std::uint8_t> outcomes,
                       std::uint8_t of_class, std::size_t members) {
    Wide sum_x = 0, sum_y = 0, products = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (outcomes[i] == of_class) {
            sum_x += x[i];
            sum_y += y[i];
            products += Wide{x[i]} * y[i];
        }
    }
    // cov = (n sum xy - sum x sum y) / (n (n - 1)), and once more over n for the means
    const auto n = static_cast<double>(members);
    return static_cast<double>(Wide{members} * products - sum_x * sum_y) / (n * n * (n - 1));
}

/// Of the areas, or of differences of areas, whose placements are x and y.
Measured<double> covariance(const Placements& x, const Placements& y, std::span<const std::uint8_t> outcomes,
                            const Classes& classes) {
    if (classes.positives < 2 || classes.negatives < 2) {
        return Undefined::zero_denominator;
    }
    const double over_negatives = 2 * static_cast<double>(classes.negatives);
    const double over_positives = 2 * static_cast<double>(classes.positives);
    return mean_covariance(x, y, outcomes, 1, classes.positives) / (over_negatives * over_negatives) +
           mean_covariance(x, y, outcomes, 0, classes.negatives) / (over_positives * over_positives);
}

Measured<double> standard_error(const Placements& placed, std::span<const std::uint8_t> outcomes,
                                const Classes& classes) {
    const auto variance = covariance(placed, placed, outcomes, classes);
    return variance.defined() ? Measured<double>{std::sqrt(variance.value())} : variance;
}

Interval area_interval(double area, double error, const RocOptions& options) {
    const double z = normal_quantile((1 + options.level) / 2);
    if (options.scale == AreaScale::plain) {
        return {std::max(0.0, area - z * error), std::min(1.0, area + z * error)};
    }
    const double middle = std::log(area) - std::log1p(-area);
    const double half = z * error / (area * (1 - area));
    const auto back = [](double t) { return 1 / (1 + std::exp(-t)); };
    return {back(middle - half), back(middle + half)};
}

} // namespace

Measured<RocArea> roc_area(std::span<const double> scores, std::span<const std::uint8_t> outcomes,
                           const RocOptions& options) {
    detail::check_outcomes(scores, outcomes);
    detail::check_level(options.level);
    const auto classes = classes_of(outcomes);
    if (const auto reason = no_pairs(classes)) {
        return *reason;
    }
    const auto placed = placements(scores, outcomes, classes);
    RocArea result{classes.positives, classes.negatives, area_of(placed, outcomes, classes)};
    result.standard_error = standard_error(placed, outcomes, classes);
    if (result.standard_error.defined() && result.standard_error.value() > 0) {
        result.interval = area_interval(result.area, result.standard_error.value(), options);
    }
    return result;
}

Measured<RocAreas> roc_areas(std::span<const std::span<const double>> scores,
                             std::span<const std::uint8_t> outcomes) {
    for (const auto& score : scores) {
        detail::check_outcomes(score, outcomes);
    }
    const auto classes = classes_of(outcomes);
    if (scores.empty()) {
        return Undefined::no_data;
    }
    if (const auto reason = no_pairs(classes)) {
        return *reason;
    }
    RocAreas result{classes.positives, classes.negatives, {}};
    std::vector<Placements> placed;
    for (const auto& score : scores) {
        placed.push_back(placements(score, outcomes, classes));
        result.areas.push_back(area_of(placed.back(), outcomes, classes));
    }
    const std::size_t count = scores.size();
    std::vector<double> matrix(count * count);
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = row; column < count; ++column) {
            const auto entry = covariance(placed[row], placed[column], outcomes, classes);
            if (!entry.defined()) {
                return result;
            }
            matrix[row * count + column] = matrix[column * count + row] = entry.value();
        }
    }
    result.covariance = std::move(matrix);
    return result;
}

Measured<RocDifference> roc_difference(std::span<const double> first, std::span<const double> second,
                                       std::span<const std::uint8_t> outcomes, double level) {
    detail::check_outcomes(first, outcomes);
    detail::check_outcomes(second, outcomes);
    detail::check_level(level);
    const auto classes = classes_of(outcomes);
    if (const auto reason = no_pairs(classes)) {
        return *reason;
    }
    auto placed = placements(first, outcomes, classes);
    const auto other = placements(second, outcomes, classes);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        placed[i] -= other[i];
    }
    RocDifference result{area_of(placed, outcomes, classes)};
    result.standard_error = standard_error(placed, outcomes, classes);
    if (result.standard_error.defined() && result.standard_error.value() > 0) {
        const double error = result.standard_error.value();
        const double half = normal_quantile((1 + level) / 2) * error;
        result.interval =
            Interval{std::max(-1.0, result.difference - half), std::min(1.0, result.difference + half)};
        result.p = 2 * normal_at_most(-std::abs(result.difference) / error);
    }
    return result;
}

} // namespace longmen::stats
