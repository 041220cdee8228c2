// SPDX-License-Identifier: GPL-3.0-or-later
// Spearman by mid-ranks; Kendall by one sort and one counted merge sort.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/rank_correlation.hpp>
#include <longmen/stats/ranks.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace longmen::stats {
namespace {

using Pair = std::pair<double, double>;

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

/// Pairs of positions whose members are equal, in a sorted sequence.
template <class Values, class Equal>
std::int64_t tied_pairs(const Values& sorted, Equal equal) {
    std::int64_t ties = 0, run = 0;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        run = equal(sorted[i - 1], sorted[i]) ? run + 1 : 0;
        ties += run;
    }
    return ties;
}

/// Sorts, and counts the pairs that stood in the wrong order.
std::int64_t sort_counting(std::vector<double>& values) {
    std::int64_t inversions = 0;
    std::vector<double> merged(values.size());
    for (std::size_t width = 1; width < values.size(); width *= 2) {
        for (std::size_t start = 0; start < values.size(); start += 2 * width) {
            const std::size_t middle = std::min(start + width, values.size());
            const std::size_t end = std::min(middle + width, values.size());
            std::size_t left = start, right = middle;
            for (std::size_t to = start; to < end; ++to) {
                if (right == end || (left < middle && values[left] <= values[right])) {
                    merged[to] = values[left++];
                } else {
                    inversions += static_cast<std::int64_t>(middle - left);
                    merged[to] = values[right++];
                }
            }
        }
        values.swap(merged);
    }
    return inversions;
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

Measured<double> kendall_tau_b(std::span<const double> left, std::span<const double> right) {
    if (const auto reason = refusal(left, right)) {
        return *reason;
    }
    std::vector<Pair> pairs;
    pairs.reserve(left.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        pairs.emplace_back(left[i], right[i]);
    }
    std::ranges::sort(pairs);
    const auto size = static_cast<std::int64_t>(left.size());
    const std::int64_t all = size * (size - 1) / 2;
    const auto tied_left = tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a.first == b.first; });
    const auto tied_both = tied_pairs(pairs, [](const Pair& a, const Pair& b) { return a == b; });
    std::vector<double> seconds;
    seconds.reserve(pairs.size());
    for (const auto& pair : pairs) {
        seconds.push_back(pair.second);
    }
    const auto discordant = sort_counting(seconds);
    const auto tied_right = tied_pairs(seconds, [](double a, double b) { return a == b; });
    const auto agreement = static_cast<double>(all - tied_left - tied_right + tied_both - 2 * discordant);
    return agreement /
           std::sqrt(static_cast<double>(all - tied_left) * static_cast<double>(all - tied_right));
}

} // namespace longmen::stats
