// SPDX-License-Identifier: GPL-3.0-or-later
// Many weightings at once: scores by small blocks of candidates, kept in registers.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/rank_acceptability.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace longmen::scoring {
namespace {

constexpr std::size_t lanes = 8; // candidates side by side
constexpr std::size_t twins = 2; // weightings side by side
constexpr double coverage_noise = 1e-12;
// Added to a number below 2^51, this leaves the number rounded to the nearest whole in the lowest bits.
constexpr double whole_part = 4503599627370496.0; // 2^52

/// Spreads consecutive seeds (a step of the Weyl sequence and two multiplications).
std::uint64_t spread(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

class Uniform {
    std::mt19937_64 random_;

public:
    explicit Uniform(std::uint64_t seed) : random_(seed) {}
    double operator()() { return static_cast<double>(random_() >> 11U) * 0x1p-53; }
};

/// Columns of terms, padded with zeros to whole groups of lanes.
struct Columns {
    std::size_t candidates = 0, padded = 0, terms = 0;
    bool whole = true;                   ///< nothing undefined
    std::vector<double> value, measured; ///< [term * padded + candidate]; 0 where undefined
    std::vector<std::uint64_t> ties;
    double grain = 0, least_coverage = 0;

    explicit Columns(const Choice& choice)
        : candidates(choice.candidates()), padded((candidates + lanes - 1) / lanes * lanes),
          terms(choice.terms()), value(padded * terms), measured(padded * terms), ties(padded),
          grain(choice.rule.grain), least_coverage(choice.rule.least_coverage) {
        for (std::size_t i = 0; i < candidates; ++i) {
            const auto row = choice.row(i);
            for (std::size_t t = 0; t < terms; ++t) {
                const bool defined = !std::isnan(row[t]);
                whole = whole && defined;
                value[t * padded + i] = defined ? row[t] : 0;
                measured[t * padded + i] = defined ? 1 : 0;
            }
            ties[i] = std::numeric_limits<std::uint32_t>::max() - choice.tie_place(i);
        }
    }
};

using Sums = std::array<double, lanes>;

/// sum over terms of weight x column, for `twins` weightings and one group of candidates.
void add_up(const double* column, std::size_t stride, std::size_t terms, const double* weights,
            std::array<Sums, twins>& sums) {
    std::array<double, lanes> first{}, second{};
    for (std::size_t t = 0; t < terms; ++t) {
        const double* x = column + t * stride;
        const double a = weights[t], b = weights[terms + t];
        for (std::size_t l = 0; l < lanes; ++l) {
            first[l] += a * x[l];
            second[l] += b * x[l];
        }
    }
    sums = {first, second};
}

/// Keys of `choice_key`, for two weightings; `weights` holds both.
void fill_keys(const Columns& columns, const double* weights,
               std::array<std::vector<std::uint64_t>, twins>& keys) {
    std::array<double, twins> total{};
    for (std::size_t w = 0; w < twins; ++w) {
        for (std::size_t t = 0; t < columns.terms; ++t) {
            total[w] += weights[w * columns.terms + t];
        }
    }
    std::array<Sums, twins> sums{}, used{};
    for (std::size_t base = 0; base < columns.padded; base += lanes) {
        add_up(columns.value.data() + base, columns.padded, columns.terms, weights, sums);
        if (!columns.whole) {
            add_up(columns.measured.data() + base, columns.padded, columns.terms, weights, used);
        }
        for (std::size_t w = 0; w < twins; ++w) {
            std::array<std::uint64_t, lanes> out{};
            if (columns.whole) {
                for (std::size_t l = 0; l < lanes; ++l) {
                    const double units = sums[w][l] / total[w] * columns.grain + whole_part;
                    out[l] = ((std::bit_cast<std::uint64_t>(units) + 1) << 32U) | columns.ties[base + l];
                }
            } else {
                for (std::size_t l = 0; l < lanes; ++l) {
                    const bool scored = used[w][l] + coverage_noise >= columns.least_coverage;
                    const double units = (scored ? sums[w][l] / used[w][l] : 0) * columns.grain + whole_part;
                    out[l] = (scored ? (std::bit_cast<std::uint64_t>(units) + 1) << 32U : 0) |
                             columns.ties[base + l];
                }
            }
            std::copy(out.begin(), out.end(), keys[w].begin() + static_cast<std::ptrdiff_t>(base));
        }
    }
}

/// What one thread adds up; whole numbers only.
struct Tally {
    std::vector<std::uint64_t> chosen, rank_sums;
    std::vector<std::uint32_t> rank_counts; ///< [candidate * candidates + rank - 1]
    std::array<std::vector<std::uint64_t>, twins> keys;
    std::vector<std::uint64_t> work;
    std::vector<std::uint32_t> order;
};

/// The smallest key that is chosen; above all keys when none is.
std::uint64_t line_of(const Choice& choice, Tally& tally, const std::vector<std::uint64_t>& keys) {
    const auto& rule = choice.rule;
    constexpr std::uint64_t least_scored = std::uint64_t{1} << 32U;
    if (rule.at_least) {
        return (static_cast<std::uint64_t>(std::nearbyint(*rule.at_least * rule.grain)) + 1) << 32U;
    }
    if (*rule.best == 0) {
        return std::numeric_limits<std::uint64_t>::max();
    }
    const auto n = choice.candidates();
    if (*rule.best >= n) {
        return least_scored;
    }
    tally.work.assign(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(n));
    const auto at = tally.work.begin() + static_cast<std::ptrdiff_t>(*rule.best - 1);
    std::nth_element(tally.work.begin(), at, tally.work.end(), std::greater<>{});
    return std::max(*at, least_scored);
}

void count(const Choice& choice, bool ranks, const std::vector<std::uint64_t>& keys, Tally& tally) {
    const auto n = choice.candidates();
    const auto line = line_of(choice, tally, keys);
    for (std::size_t i = 0; i < n; ++i) {
        tally.chosen[i] += keys[i] >= line ? 1 : 0;
    }
    if (!ranks) {
        return;
    }
    for (std::size_t i = 0; i < n; ++i) {
        tally.order[i] = static_cast<std::uint32_t>(i);
    }
    std::sort(tally.order.begin(), tally.order.end(), [&](auto a, auto b) { return keys[a] > keys[b]; });
    for (std::size_t place = 0; place < n; ++place) {
        const std::size_t i = tally.order[place];
        tally.rank_sums[i] += place + 1;
        ++tally.rank_counts[i * n + place];
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
        tally.order.resize(n);
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
    Uniform uniform{spread(spread(options.seed) + block)};
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
            fill_keys(columns, weights.data() + w * m, tally.keys);
            for (std::size_t twin = 0; twin < twins && w + twin < size; ++twin) {
                count(choice, options.ranks, tally.keys[twin], tally);
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
        auto& mine = result[i];
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
