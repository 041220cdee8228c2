// SPDX-License-Identifier: GPL-3.0-or-later
// What rights are worth to those who pay for them: the deterministic model of renewal.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/record/annual_fees.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace longmen::indicators {

/// Fees by age, which must not fall. The fee of index i is due `first_age + i` years after filing.
struct RenewalFees {
    int first_age = 0;
    std::vector<double> fees; ///< yuan, or any one currency, > 0
};

/// Fees after that of the year of grant, which nobody can leave unpaid, up to the end of the term.
/// Undefined as `annual_fees`; no_data also when the schedules do not cover a year.
[[nodiscard]] Measured<RenewalFees> renewal_fees(const FeeCase& right, const FeeRules& rules);

/// Decisions of one cohort, by the same index as the fees.
struct RenewalDecisions {
    std::vector<std::size_t> dropped;   ///< fee of this age not paid, all earlier ones paid
    std::vector<std::size_t> last_kept; ///< fee of this age paid, nothing known of later ones
};

enum class RenewalRefusal : std::uint8_t {
    too_few_drop_outs, ///< under the minimum, or at fewer ages than there are parameters
    no_convergence,
    not_identified, ///< the Hessian is singular, or sigma cannot be told from infinity
    no_decay,       ///< returns would have to grow with age
};
[[nodiscard]] std::string_view refusal_key(RenewalRefusal refusal);
[[nodiscard]] Text refusal_text(RenewalRefusal refusal);

/// ln of the first return is normal with mean mu and deviation sigma; returns fall by the share `decay` a
/// year.
struct RenewalModel {
    double mu = 0, sigma = 1, decay = 0;
};

/// ln of the probability of the decisions. Minus infinity where they are impossible.
[[nodiscard]] double renewal_log_likelihood(const RenewalModel& model, const RenewalFees& fees,
                                            const RenewalDecisions& decisions);

struct RenewalOptions {
    std::size_t least_drop_outs = 0;
    std::optional<double> decay; ///< held at this value instead of estimated
};

struct RenewalEstimate {
    RenewalModel model;
    double mu_error = 0, sigma_error = 0, decay_error = 0; ///< standard errors; 0 for what is held
    double log_likelihood = 0;
};

struct RenewalFit {
    std::optional<RenewalEstimate> estimate;
    std::optional<RenewalRefusal> refusal; ///< exactly one of the two
    std::size_t rights = 0, drop_outs = 0;
};

/// Distribution of returns behind the renewals of a cohort.
///
/// Question    What must rights earn, that their owners paid these fees for so long?
/// Definition  R_t = R_0 (1 - decay)^t, ln R_0 ~ N(mu, sigma^2); a right is renewed at age t when R_t >= c_t.
///             Given up at t_i: Phi(z_i) - Phi(z_(i-1)); last known kept at t_i: 1 - Phi(z_i), with
///             z_i = (ln c_i - t_i ln(1 - decay) - mu) / sigma and z before the first age minus infinity.
///             mu, sigma and decay maximise the product.
/// Source      schankerman-pakes-1986, the deterministic model.
/// Variant     In a = -mu/sigma, b = 1/sigma, c = -ln(1 - decay)/sigma the logarithm is concave: Newton's
///             steps find the one maximum. All rights share one schedule and the first age: one type, filing
///             year and grant age to a cohort, or nearly so. Standard errors by the delta method.
/// Undefined   see RenewalRefusal. sigma counts as not identified when b lies within 1.96 errors of 0.
/// Inputs      fees  > 0, not falling; decisions by the same index; options.
/// Result      the estimate, or why there is none.
/// Errors      UsageError  lengths differ, fees fall or are not above 0, decay not in 0..1.
/// Cost        O(ages) a step.
/// Stable      A fixed order: same bits everywhere.
/// Checked by  test_renewal_value (parameters of simulated cohorts recovered; likelihood right by right)
/// Grade       experimental since 0.2
[[nodiscard]] RenewalFit fit_renewals(const RenewalFees& fees, const RenewalDecisions& decisions,
                                      const RenewalOptions& options);

/// What one right with first return R_0 is worth at filing.
///
/// Question    What is a right worth to its owner?
/// Definition  Sum over the ages at which it is renewed of (R_t - c_t) / (1 + discount)^t.
/// Source      schankerman-pakes-1986.
/// Variant     Yearly sums, not an integral. Returns of the years before the first fee of the schedule (those
///             up to the year of grant) are not counted. Private value of protection only.
/// Inputs      discount  a year, > -1.
/// Result      in the currency of the fees, >= 0.
/// Errors      UsageError  as `fit_renewals`, or discount out of range.
/// Cost        O(ages).
/// Stable      A fixed order: same bits everywhere.
/// Checked by  test_renewal_value
/// Grade       experimental since 0.2
[[nodiscard]] double renewal_value(double first_return, const RenewalModel& model, const RenewalFees& fees,
                                   double discount);
/// Its mean over all rights, in closed form, and its quantile of p in 0..1: value rises with R_0.
[[nodiscard]] double mean_renewal_value(const RenewalModel& model, const RenewalFees& fees, double discount);
[[nodiscard]] double quantile_renewal_value(double p, const RenewalModel& model, const RenewalFees& fees,
                                            double discount);

} // namespace longmen::indicators
