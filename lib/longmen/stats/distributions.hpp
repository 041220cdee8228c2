// SPDX-License-Identifier: GPL-3.0-or-later
// Probabilities and quantiles of the few distributions that intervals and tests here need.
#pragma once

#include <cstddef>

namespace longmen::stats {

struct Interval {
    double low = 0, high = 0;
};

/// P(X <= k) of a Poisson variable, by the incomplete gamma function; 1 when the mean is 0.
/// Precondition: mean >= 0.
[[nodiscard]] double poisson_at_most(std::size_t k, double mean);

/// Clopper and Pearson's interval of a share from `successes` of `trials`: it holds the true share at least
/// `level` of the time, however small the counts. Counts may be fractional (through the beta distribution).
/// UsageError unless 0 <= successes <= trials, trials > 0 and 0 < level < 1.
[[nodiscard]] Interval binomial_interval(double successes, double trials, double level);

/// P(X <= z) of a standard normal variable, with full relative precision in the lower tail.
[[nodiscard]] double normal_at_most(double z);
/// Its density.
[[nodiscard]] double normal_density(double z);
/// The z with P(X <= z) = p. Precondition: 0 < p < 1.
[[nodiscard]] double normal_quantile(double p);

/// The value below which an F variable lies with probability p. Precondition: 0 < p < 1, degrees > 0.
[[nodiscard]] double f_quantile(double p, double numerator_degrees, double denominator_degrees);

} // namespace longmen::stats
