// SPDX-License-Identifier: GPL-3.0-or-later
// Draws, selections and counts; scores come from the columns.
#include <longmen/scoring/rank_acceptability.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/scoring/detail/key_columns.hpp>
#include <longmen/stats/seeds.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <span>

namespace longmen::scoring {
namespace {

using detail::Columns, detail::low_half, detail::twins;

// A rounded score is a number of three digits: 1e9 is below 2^30.
constexpr unsigned digit_bits = 10;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;

class Uniform {
    std::mt19937_64 random_;

public:
    explicit Uniform(std::uint64_t seed) : random_(seed) {}
    double operator()() { return static_cast<double>(random_() >> 11U) * 0x1p-53; }
};

/// What one thread adds up, by position; whole numbers only.
struct Tally {
    std::vector<std::uint64_t> chosen, rank_sums;
    std::vector<std::uint32_t> rank_counts; ///< [position * candidates + rank - 1]
    std::array<std::vector<std::uint64_t>, twins> keys;
    std::vector<std::uint64_t> work, spare;
    std::vector<std::uint32_t> digits = std::vector<std::uint32_t>(digit_values);
};

/// The k-th largest key: its first digit by counting, the rest by selection. Precondition: 1 <= k <=
/// candidates.
std::uint64_t kth_largest(std::span<const std::uint64_t> keys, std::size_t k, Tally& tally) {
    constexpr unsigned shift = 32 + 2 * digit_bits;
    std::fill(tally.digits.begin(), tally.digits.end(), 0U);
    for (const auto key : keys) {
        ++tally.digits[key >> shift];
    }
    std::size_t digit = digit_values - 1;
    for (; tally.digits[digit] < k; --digit) {
        k -= tally.digits[digit];
    }
    tally.work.clear();
    for (const auto key : keys) {
        if (key >> shift == digit) {
            tally.work.push_back(key);
        }
    }
    const auto at = tally.work.begin() + static_cast<std::ptrdiff_t>(k - 1);
    std::nth_element(tally.work.begin(), at, tally.work.end(), std::greater<>{});
    return *at;
}

/// The smallest key that is chosen; above all keys when none is.
std::uint64_t line_of(const ChoiceRule& rule, std::span<const std::uint64_t> keys, Tally& tally) {
    constexpr std::uint64_t least_scored = std::uint64_t{1} << 32U;
    if (rule.at_least) {
        return (static_cast<std::uint64_t>(std::nearbyint(*rule.at_least * rule.grain)) + 1) << 32U;
    }
    if (*rule.best == 0) {
        return std::numeric_limits<std::uint64_t>::max();
    }
    return *rule.best >= keys.size() ? least_scored
                                     : std::max(kth_largest(keys, *rule.best, tally), least_scored);
}

/// Largest first, by three digits of the score; equal scores keep the order of the positions.
void sort_descending(std::span<const std::uint64_t> keys, Tally& tally) {
    tally.work.assign(keys.begin(), keys.end());
    tally.spare.resize(keys.size());
    for (unsigned shift = 32; shift < 32 + 3 * digit_bits; shift += digit_bits) {
        const auto place = [&](std::uint64_t key) {
            return digit_values - 1 - (key >> shift & (digit_values - 1));
        };
        std::fill(tally.digits.begin(), tally.digits.end(), 0U);
        for (const auto key : tally.work) {
            ++tally.digits[place(key)];
        }
        std::exclusive_scan(tally.digits.begin(), tally.digits.end(), tally.digits.begin(), 0U);
        for (const auto key : tally.work) {
            tally.spare[tally.digits[place(key)]++] = key;
        }
        tally.work.swap(tally.spare);
    }
}

void count(const ChoiceRule& rule, bool ranks, std::span<const std::uint64_t> keys, Tally& tally) {
    const auto n = keys.size();
    const auto line = line_of(rule, keys, tally);
    for (std::size_t i = 0; i < n; ++i) {
        tally.chosen[i] += keys[i] >= line ? 1 : 0;
    }
    if (!ranks) {
        return;
    }
    sort_descending(keys, tally);
    for (std::size_t place = 0; place < n; ++place) {
        const std::size_t position = low_half - (tally.work[place] & low_half);
        tally.rank_sums[position] += place + 1;
        ++tally.rank_counts[position * n + place];
    }
}

void check_options(const RankAcceptabilityOptions& options) {
    if (options.weightings == 0 || options.weightings > std::numeric_limits<std::uint32_t>::max() ||
        (options.within && !(*options.within >= 0 && *options.within <= 1)) || !(options.low_share > 0) ||
        !(options.low_share <= options.high_share) || !(options.high_share <= 1)) {
        throw UsageError(
            Sentence{"随机权重：次数须为正，幅度须在 0 到 1 之间，两个份额须在 0 到 1 之间且依次递增",
                     "random weights need a number of weightings above 0, a width between 0 and 1, and "
                     "two shares between 0 and 1 in ascending order"});
    }
}

/// The smallest rank not exceeded in `share` of the weightings.
std::uint32_t rank_at(const std::uint32_t* counts, std::size_t n, double share, std::size_t weightings) {
    const double needed = share * static_cast<double>(weightings);
    std::uint64_t seen = 0;
    for (std::size_t rank = 0; rank < n; ++rank) {
        seen += counts[rank];
        if (static_cast<double>(seen) >= needed) {
            return static_cast<std::uint32_t>(rank) + 1;
        }
    }
    return static_cast<std::uint32_t>(n);
}

Tally tally_for(const Columns& columns, bool ranks) {
    Tally tally;
    const auto n = columns.candidates;
    tally.chosen.resize(n);
    for (auto& keys : tally.keys) {
        keys.resize(columns.padded);
    }
    if (ranks) {
        tally.rank_sums.resize(n);
        tally.rank_counts.resize(n * n);
    }
    return tally;
}

template <class Number>
void add_to(std::vector<Number>& sum, const std::vector<Number>& part) {
    for (std::size_t i = 0; i < sum.size(); ++i) {
        sum[i] += part[i];
    }
}

} // namespace

std::vector<double> drawn_weights(const Choice& choice, const RankAcceptabilityOptions& options,
                                  std::size_t block) {
    const auto m = choice.terms();
    const auto begin = block * weightings_a_block;
    const auto size =
        begin < options.weightings ? std::min(weightings_a_block, options.weightings - begin) : 0;
    Uniform uniform{stats::spread_seed(stats::spread_seed(options.seed) + block)};
    std::vector<double> weights(size * m);
    for (std::size_t w = 0; w < size; ++w) {
        const auto mine = std::span{weights}.subspan(w * m, m);
        if (options.within) {
            double sum = 0;
            for (std::size_t t = 0; t < m; ++t) {
                const double low = std::max(0.0, choice.weights[t] - *options.within);
                const double high = std::min(1.0, choice.weights[t] + *options.within);
                mine[t] = low + uniform() * (high - low);
                sum += mine[t];
            }
            for (std::size_t t = 0; t < m; ++t) {
                mine[t] = sum > 0 ? mine[t] / sum : choice.weights[t];
            }
            continue;
        }
        mine[m - 1] = 1;
        for (std::size_t t = 0; t + 1 < m; ++t) {
            mine[t] = uniform();
        }
        std::sort(mine.begin(), mine.end());
        for (std::size_t t = m - 1; t > 0; --t) {
            mine[t] -= mine[t - 1];
        }
    }
    return weights;
}

std::vector<RankAcceptability> rank_acceptability(const Choice& choice,
                                                  const RankAcceptabilityOptions& options, Threads& threads) {
    check_choice(choice);
    check_options(options);
    const Columns columns{choice};
    const auto n = choice.candidates(), m = choice.terms();
    std::vector<Tally> tallies(threads.count(), tally_for(columns, options.ranks));
    threads.each((options.weightings + weightings_a_block - 1) / weightings_a_block, [&](std::size_t block,
                                                                                         unsigned thread) {
        auto& tally = tallies[thread];
        auto weights = drawn_weights(choice, options, block);
        const auto size = weights.size() / m;
        weights.resize((size + twins) * m, 1.0); // an odd last one has a twin that is not counted
        for (std::size_t w = 0; w < size; w += twins) {
            detail::fill_keys(columns, weights.data() + w * m, tally.keys);
            for (std::size_t twin = 0; twin < twins && w + twin < size; ++twin) {
                count(choice.rule, options.ranks, std::span{tally.keys[twin]}.first(n), tally);
            }
        }
    });
    auto& sum = tallies.front();
    for (std::size_t other = 1; other < tallies.size(); ++other) {
        add_to(sum.chosen, tallies[other].chosen);
        add_to(sum.rank_sums, tallies[other].rank_sums);
        add_to(sum.rank_counts, tallies[other].rank_counts);
    }
    std::vector<RankAcceptability> result(n);
    const auto all = static_cast<double>(options.weightings);
    for (std::size_t i = 0; i < n; ++i) {
        auto& mine = result[columns.order[i]];
        mine.times_chosen = sum.chosen[i];
        mine.share_chosen = static_cast<double>(sum.chosen[i]) / all;
        mine.standard_error = std::sqrt(mine.share_chosen * (1 - mine.share_chosen) / all);
        if (options.ranks) {
            const auto* counts = sum.rank_counts.data() + i * n;
            mine.mean_rank = static_cast<double>(sum.rank_sums[i]) / all;
            mine.low_rank = rank_at(counts, n, options.low_share, options.weightings);
            mine.high_rank = rank_at(counts, n, options.high_share, options.weightings);
        }
    }
    return result;
}

} // namespace longmen::scoring
