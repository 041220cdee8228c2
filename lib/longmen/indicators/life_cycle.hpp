// SPDX-License-Identifier: GPL-3.0-or-later
// Life cycle of a technology: an S-curve through cumulative counts, or the reason why none can be told.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/indicators/growth_curve.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace longmen::indicators {

/// By the share of K reached: below 10 %, 50 %, 90 %, above.
enum class LifeStage : std::uint8_t { introduction, growth, maturity, saturation };
[[nodiscard]] std::string_view stage_key(LifeStage stage);
[[nodiscard]] Text stage_text(LifeStage stage);

/// Why no life cycle is given.
enum class LifeRefusal : std::uint8_t {
    too_few_years,          ///< fewer years with counts than a fit needs
    no_fit,                 ///< no curve converges
    inflection_beyond_data, ///< t0 lies behind the last year: the ceiling would be a guess
    capacity_open,          ///< the interval of K is wider than the rule allows
};
[[nodiscard]] std::string_view refusal_key(LifeRefusal refusal);
[[nodiscard]] Text refusal_text(LifeRefusal refusal);

struct LifeCycleOptions {
    int years_left_out = 0;     ///< at the end of the series: not all published yet
    double widest_capacity = 0; ///< largest ratio of the ends of K's interval
    double level = 0.95;        ///< of that interval
};

/// One curve that was tried.
struct CurveTrial {
    CurveKind kind{};
    std::optional<CurveFit> fit;
    std::optional<double> aicc; ///< nothing without fit, or with too few years for it
};

struct LifeCycle {
    GrowthCurve curve;
    stats::Interval capacity;                 ///< profile interval of K
    bool at_bound = false;                    ///< K is the total: nothing more is to come by this curve
    double span = 0;                          ///< years from 10 % to 90 % of K
    double from_10 = 0, at_50 = 0, to_90 = 0; ///< times at which the shares are reached
    double share = 0;                         ///< of K reached at the end of the last year used
    LifeStage stage{};
};

struct LifeCycleResult {
    std::optional<LifeCycle> cycle;
    std::optional<LifeRefusal> refusal; ///< exactly one of the two
    int first_year = 0, last_year = 0;  ///< used
    double total = 0;                   ///< cumulative count at the end of `last_year`
    std::vector<CurveTrial> trials;     ///< in the order of CurveKind
};

/// Life cycle of a technology.
///
/// Question    How far along its S-curve is the technology, and how much is still to come?
/// Definition  N(t) = documents up to the end of year t, from the first year with any. Logistic, Gompertz and
///             Richards curves are fitted with K >= N(last); the one with the smallest AICc = n ln(RSS / n) +
///             2 k + 2 k (k + 1) / (n - k - 1), k = parameters + 1, is taken. The interval of K is that of
///             the profile: all K with RSS(K) <= RSS (1 + F(level; 1, n - parameters) / (n - parameters)).
/// Source      ernst-1997 for cumulative patents as S-curve, from memory; burnham-anderson-2002 for AICc;
///             ratkowsky-1983 for the curves.
/// Variant     Times are ends of calendar years; t = 2020 is the end of 2020. The last `years_left_out` years
///             are not used. No number is given when t0 of the chosen curve lies behind the last year used,
///             or K's interval spans more than `widest_capacity`. Cumulative counts are not independent of
///             each other: the interval is a lower bound of the true uncertainty. Ties of AICc go to the
///             earlier kind.
/// Undefined   see LifeRefusal.
/// Inputs      counts of consecutive years from `first_year`, each >= 0.
/// Result      the cycle, or why there is none, and all curves tried.
/// Errors      UsageError  options out of range, or a negative count.
/// Cost        about a hundred fits of O(years) steps.
/// Stable      One thread, a fixed order: same bits everywhere.
/// Checked by  test_life_cycle (known curves recovered; the profile by brute force)
/// Grade       experimental since 0.2
[[nodiscard]] LifeCycleResult life_cycle(int first_year, std::span<const double> counts,
                                         const LifeCycleOptions& options);

} // namespace longmen::indicators
