// SPDX-License-Identifier: GPL-3.0-or-later
// Cox's regression of times: which inputs hasten an end, with a hazard over time that is left free.
#pragma once

#include <longmen/stats/concordance.hpp>
#include <longmen/stats/design.hpp>
#include <longmen/stats/fit_refusal.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace longmen::stats {

enum class Ties : std::uint8_t { efron, breslow };

struct CoxOptions {
    Ties ties = Ties::efron;
    double ridge = 0;    ///< theta of the penalty theta/2 sum b^2 on standardised inputs
    int most_steps = 50; ///< of Newton's method; it needs about six
};

/// The free hazard of a member whose inputs are all at their mean.
struct BaselineStep {
    double time = 0;
    std::size_t ended = 0, at_risk = 0;
    double cumulative = 0; ///< hazard up to and with this time
};

struct CoxFit {
    std::vector<double> coefficients;    ///< on the scale of the inputs; 0 for a constant column
    std::vector<double> standardised;    ///< of inputs with mean 0 and deviation 1
    std::vector<double> standard_errors; ///< of the coefficients
    std::vector<double> means;           ///< of the inputs
    double log_likelihood = 0;           ///< partial, without the penalty
    double null_log_likelihood = 0;      ///< of coefficients of 0
    std::size_t members = 0, ended = 0;
    std::vector<BaselineStep> baseline;                              ///< at each time at which somebody ended
    Measured<Concordance> concordance = Undefined::zero_denominator; ///< of the fit's own scores: flattering
    int steps = 0;

    /// Log of the hazard against that of a member at the means. Precondition: as many inputs as coefficients.
    [[nodiscard]] double score(std::span<const double> inputs) const;
    /// Chance of not having ended by `time`. Nothing is known beyond the last time of the data.
    [[nodiscard]] double survival(std::span<const double> inputs, double time) const;
};

using CoxFitOrRefusal = std::variant<CoxFit, FitRefusal>;

/// Cox's proportional hazards regression.
///
/// Question    Which inputs, in which proportion, hasten an end, when many members have not ended yet?
/// Definition  h(t | x) = h0(t) exp(b x). The b maximise the partial likelihood less theta/2 sum b^2 (of
///             standardised inputs). With d ends at one time, Efron's part of it is the product of their
///             exp(b x) over prod_{k < d} (R - k/d D), R and D the sums of exp(b x) over those at risk and
///             those ending; Breslow's has R^d below. At risk at t: all entered before t with a time of
///             at least t. Baseline hazard by Breslow: at each time, ends over the sum of exp(b (x - mean))
///             of those at risk. Standard errors: square roots of the diagonal of H^-1 I H^-1, I the
///             information, H that with the penalty; without one these are the usual errors.
/// Source      cox-1972, efron-1977, breslow-1974; gray-1992 for errors under a penalty;
///             therneau-grambsch-2000 for the worked values.
/// Variant     No strata, no inputs that change in time. An end and a cut at one time: the cut one was still
///             at risk.
/// Undefined   see FitRefusal; one_class when nobody ended.
/// Inputs      a table; times above 0; ended, 1 where the end was seen, 0 where the time is cut off;
///             entered, from when on a member was watched (a right from its grant on), each from 0 on and
///             before its time; empty: from 0.
/// Result      see CoxFit.
/// Errors      UsageError  unequal lengths, no finite number, a time of 0 or below, a mark other than 0 and
///                         1, an entry below 0 or not before its time, a negative ridge.
/// Cost        O(n log n + steps x n p^2); memory O(n p).
/// Stable      Rows are put into an order of their own, sums run in it: same bits for any order of the input.
/// Checked by  test_cox (Therneau's six subjects in closed form; Freireich's remissions as published; partial
///             likelihood taken literally, its numerical derivatives)
/// Grade       experimental since 0.3
[[nodiscard]] CoxFitOrRefusal cox(const Design& design, std::span<const double> times,
                                  std::span<const std::uint8_t> ended, const CoxOptions& options = {},
                                  std::span<const double> entered = {});

} // namespace longmen::stats
