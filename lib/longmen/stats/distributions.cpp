// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.Math behind plain functions.
#include <longmen/stats/distributions.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <numbers>

namespace longmen::stats {

double poisson_at_most(std::size_t k, double mean) {
    return mean > 0 ? boost::math::gamma_q(static_cast<double>(k) + 1, mean) : 1;
}

Interval binomial_interval(double successes, double trials, double level) {
    if (!(trials > 0) || !(successes >= 0) || !(successes <= trials) || !(level > 0) || !(level < 1)) {
        throw UsageError(Sentence{"置信区间需要 0 到总数之间的计数和 0 到 1 之间的置信水平",
                                  "an interval needs a count between 0 and the total, and a level between 0 "
                                  "and 1"});
    }
    const double tail = (1 - level) / 2;
    const double failures = trials - successes;
    return {successes > 0 ? boost::math::ibeta_inv(successes, failures + 1, tail) : 0,
            failures > 0 ? boost::math::ibetac_inv(successes + 1, failures, tail) : 1};
}

double normal_at_most(double z) {
    return 0.5 * std::erfc(-z / std::numbers::sqrt2);
}

double normal_density(double z) {
    return std::exp(-z * z / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

double normal_quantile(double p) {
    return boost::math::quantile(boost::math::normal{}, p);
}

double f_quantile(double p, double numerator_degrees, double denominator_degrees) {
    return boost::math::quantile(boost::math::fisher_f{numerator_degrees, denominator_degrees}, p);
}

} // namespace longmen::stats
