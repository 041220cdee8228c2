// SPDX-License-Identifier: GPL-3.0-or-later
// Mid-ranks, and their product moments.
#include <longmen/stats/spearman.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/ranks.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace longmen::stats {
namespace {

bool all_equal(std::span<const double> values) {
    return std::ranges::all_of(values, [&](double value) { return value == values.front(); });
}

/// Why there is no correlation, if there is none.
std::optional<Undefined> refusal(std::span<const double> left, std::span<const double> right) {
    if (left.size() != right.size()) {
        throw UsageError(sentence("两列名次长度不同（{} 与 {}），无法比较",
                                  "the two orders have {} and {} values and cannot be compared", left.size(),
                                  right.size()));
    }
    if (left.size() < 2) {
        return Undefined::no_data;
    }
    if (all_equal(left) || all_equal(right)) {
        return Undefined::zero_denominator;
    }
    return std::nullopt;
}

} // namespace

Measured<double> spearman(std::span<const double> left, std::span<const double> right) {
    if (const auto reason = refusal(left, right)) {
        return *reason;
    }
    const auto ranks = mid_ranks(left), others = mid_ranks(right);
    const double mean = (static_cast<double>(left.size()) + 1) / 2;
    double both = 0, first = 0, second = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const double x = ranks[i] - mean, y = others[i] - mean;
        both += x * y;
        first += x * x;
        second += y * y;
    }
    return std::clamp(both / std::sqrt(first * second), -1.0, 1.0);
}

} // namespace longmen::stats
