// SPDX-License-Identifier: GPL-3.0-or-later
// Sort by the first value, then count the exchanges that sort the second (Knight).
#include <longmen/stats/kendall.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/distributions.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace longmen::stats {
namespace {

/// Sums over groups of t equals.
struct Ties {
    std::uint64_t pairs = 0; ///< t (t - 1) / 2
    double triples = 0;      ///< t (t - 1) (t - 2)
    double weighted = 0;     ///< t (t - 1) (2 t + 5)
};

/// `same(i)` tells whether members i - 1 and i are equal.
template <class Same>
Ties ties(std::size_t size, const Same& same) {
    Ties sums;
    for (std::size_t first = 0; first < size;) {
        std::size_t end = first + 1;
        while (end < size && same(end)) {
            ++end;
        }
        const std::uint64_t equals = end - first;
        sums.pairs += equals * (equals - 1) / 2;
        const auto t = static_cast<double>(equals);
        sums.triples += t * (t - 1) * (t - 2);
        sums.weighted += t * (t - 1) * (2 * t + 5);
        first = end;
    }
    return sums;
}

/// Pairs that stand in falling order; sorts the values.
std::uint64_t sort_counting(std::vector<double>& values) {
    std::vector<double> merged(values.size());
    std::uint64_t falling = 0;
    for (std::size_t width = 1; width < values.size(); width *= 2) {
        for (std::size_t start = 0; start < values.size(); start += 2 * width) {
            const std::size_t middle = std::min(start + width, values.size());
            const std::size_t end = std::min(middle + width, values.size());
            std::size_t left = start, right = middle;
            for (std::size_t to = start; to < end; ++to) {
                if (right == end || (left < middle && values[left] <= values[right])) {
                    merged[to] = values[left++];
                } else {
                    falling += middle - left;
                    merged[to] = values[right++];
                }
            }
        }
        values.swap(merged);
    }
    return falling;
}

/// Of concordant - discordant, over all permutations of one value against the other.
double permutation_variance(std::size_t members, const Ties& first, const Ties& second) {
    const auto n = static_cast<double>(members);
    double variance = (n * (n - 1) * (2 * n + 5) - first.weighted - second.weighted) / 18;
    variance +=
        2 * static_cast<double>(first.pairs) * static_cast<double>(second.pairs) / (n * (n - 1)); // v1
    if (members > 2) {
        variance += first.triples * second.triples / (9 * n * (n - 1) * (n - 2));
    }
    return variance;
}

} // namespace

Measured<KendallTau> kendall_tau(std::span<const double> first, std::span<const double> second) {
    if (first.size() != second.size()) {
        throw UsageError(sentence("两列数值个数不同：{} 与 {}",
                                  "there are {} first values but {} second ones", first.size(),
                                  second.size()));
    }
    std::vector<std::pair<double, double>> sorted;
    sorted.reserve(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (std::isnan(first[i]) || std::isnan(second[i])) {
            throw UsageError(Sentence{"数值中有非数值", "a value is not a number"});
        }
        sorted.emplace_back(first[i], second[i]);
    }
    if (sorted.empty()) {
        return Undefined::no_data;
    }
    std::ranges::sort(sorted);
    const std::size_t n = sorted.size();
    const auto of_first = ties(n, [&](std::size_t i) { return sorted[i].first == sorted[i - 1].first; });
    const auto of_both = ties(n, [&](std::size_t i) { return sorted[i] == sorted[i - 1]; });
    std::vector<double> values;
    values.reserve(n);
    for (const auto& pair : sorted) {
        values.push_back(pair.second);
    }
    KendallTau result;
    result.discordant = sort_counting(values);
    const auto of_second = ties(n, [&](std::size_t i) { return values[i] == values[i - 1]; });
    const std::uint64_t pairs = std::uint64_t{n} * (n - 1) / 2;
    if (of_first.pairs == pairs || of_second.pairs == pairs) {
        return Undefined::zero_denominator;
    }
    result.tied_first = of_first.pairs;
    result.tied_second = of_second.pairs;
    result.tied_both = of_both.pairs;
    result.concordant = pairs - of_first.pairs - of_second.pairs + of_both.pairs - result.discordant;
    const double lead = static_cast<double>(result.concordant) - static_cast<double>(result.discordant);
    result.tau = lead / std::sqrt(static_cast<double>(pairs - of_first.pairs) *
                                  static_cast<double>(pairs - of_second.pairs));
    const double error = std::sqrt(permutation_variance(n, of_first, of_second));
    result.p = 2 * normal_at_most(-std::abs(lead) / error);
    return result;
}

} // namespace longmen::stats
