// SPDX-License-Identifier: GPL-3.0-or-later
// Counts pairs from the last time to the first, with a tree of sums over the scores seen.
#include <longmen/stats/concordance.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace longmen::stats {
namespace {

/// How many of the places seen so far lie below one.
class Counter {
    std::vector<std::uint64_t> tree_;

    void change(std::size_t place, std::uint64_t by) {
        for (std::size_t i = place + 1; i < tree_.size(); i += i & (~i + 1)) {
            tree_[i] += by;
        }
    }

public:
    explicit Counter(std::size_t places) : tree_(places + 1) {}
    void add(std::size_t place) { change(place, 1); }
    void take(std::size_t place) { change(place, ~std::uint64_t{0}); } // less one, modulo 2^64
    [[nodiscard]] std::uint64_t below(std::size_t place) const {
        std::uint64_t sum = 0;
        for (std::size_t i = place; i > 0; i -= i & (~i + 1)) {
            sum += tree_[i];
        }
        return sum;
    }
};

} // namespace

Measured<Concordance> concordance(std::span<const double> times, std::span<const std::uint8_t> ended,
                                  std::span<const double> scores, std::span<const double> entered) {
    const auto n = times.size();
    if (ended.size() != n || scores.size() != n || (!entered.empty() && entered.size() != n)) {
        throw UsageError(Sentence{"时间、结局与评分个数不等", "times, ends and scores are not as many"});
    }
    const auto nan = [](double x) { return std::isnan(x); };
    if (std::ranges::any_of(times, nan) || std::ranges::any_of(scores, nan) ||
        !std::ranges::all_of(ended, [](std::uint8_t e) { return e <= 1; })) {
        throw UsageError(Sentence{"时间或评分为非数值，或结局不是 0 或 1",
                                  "a time or score is no number, or an end is neither 0 nor 1"});
    }
    for (std::size_t i = 0; i < entered.size(); ++i) {
        if (!(entered[i] < times[i])) {
            throw UsageError(Sentence{"进入观察须早于其时间", "an entry is not before its time"});
        }
    }
    std::vector<double> distinct(scores.begin(), scores.end());
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    const auto place = [&](std::size_t i) {
        return static_cast<std::size_t>(std::ranges::lower_bound(distinct, scores[i]) - distinct.begin());
    };
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return times[a] != times[b] ? times[a] > times[b] : ended[a] < ended[b];
    });
    // From the last time on: first those cut off at a time, then, all together, those that ended at it.
    std::vector<std::size_t> entries(entered.size()); // the last entry first
    std::iota(entries.begin(), entries.end(), std::size_t{0});
    std::ranges::sort(entries, [&](std::size_t a, std::size_t b) { return entered[a] > entered[b]; });
    Counter later(distinct.size());
    std::uint64_t seen = 0;
    std::size_t taken = 0;
    Concordance result;
    for (std::size_t i = 0; i < n;) {
        std::size_t end = i + 1;
        while (end < n && times[order[end]] == times[order[i]] && ended[order[end]] == ended[order[i]]) {
            ++end;
        }
        for (; taken < entries.size() && entered[entries[taken]] >= times[order[i]]; ++taken, --seen) {
            later.take(place(entries[taken]));
        }
        for (std::size_t k = i; k < end && ended[order[i]] != 0; ++k) {
            const auto at = place(order[k]);
            const auto lower = later.below(at), up_to = later.below(at + 1);
            result.concordant += lower;
            result.tied += up_to - lower;
            result.discordant += seen - up_to;
        }
        for (; i < end; ++i, ++seen) {
            later.add(place(order[i]));
        }
    }
    const auto comparable = result.concordant + result.discordant + result.tied;
    if (comparable == 0) {
        return Undefined::zero_denominator;
    }
    constexpr double half = 0.5;
    result.c = (static_cast<double>(result.concordant) + half * static_cast<double>(result.tied)) /
               static_cast<double>(comparable);
    return result;
}

} // namespace longmen::stats
