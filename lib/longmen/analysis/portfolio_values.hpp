// SPDX-License-Identifier: GPL-3.0-or-later
// How the values of a portfolio are spread, beside those of all families scored.
#pragma once

#include <longmen/analysis/portfolio.hpp>
#include <longmen/analysis/portfolio_rules.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace longmen::analysis {

/// Families from `from` up to, but for the last band not including, `to`.
struct ValueBand {
    double from = 0, to = 0;
    std::size_t own = 0, all = 0;
};

/// Of active families with a value. Nothing when there are none.
struct ValueQuartiles {
    double low = 0, median = 0, high = 0;
};

struct TopShare {
    double share = 0; ///< of the cohort
    std::size_t own = 0, all = 0;
};

struct ValueDistribution {
    std::size_t own = 0, all = 0;                          ///< active families
    std::vector<ValueBand> values;                         ///< ten equal bands
    std::vector<ValueBand> percentiles;                    ///< ten bands of the percentile in the cohort, 0-1
    std::map<Undefined, std::size_t> without, all_without; ///< active families without value, by reason
    std::map<Undefined, std::size_t> unplaced, all_unplaced; ///< with a value but without percentile
    std::optional<ValueQuartiles> quartiles, all_quartiles;  ///< of values
    std::vector<TopShare> tops; ///< families whose percentile is at least 1 - share
};

/// Bands of values reach up to the model's scale; where a value lies above it (a model without bound), up to
/// the next 1, 2 or 5 times a power of ten.
/// Each active family counts once, by its representative. `values` and `without` add up to the active
/// families, `percentiles` and `unplaced` to those with a value.
[[nodiscard]] ValueDistribution value_distribution(const Portfolio& portfolio, const PortfolioInputs& inputs,
                                                   const PortfolioRules& rules);

/// Active families whose percentile is at least 1 - share.
[[nodiscard]] std::size_t in_top(const Portfolio& portfolio, double share);

} // namespace longmen::analysis
