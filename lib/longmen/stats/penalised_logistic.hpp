// SPDX-License-Identifier: GPL-3.0-or-later
// Logistic regression held back by a penalty: ridge, lasso, and what lies between.
#pragma once

#include <longmen/stats/design.hpp>
#include <longmen/stats/fit_refusal.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>
#include <vector>

namespace longmen::stats {

struct Penalty {
    double lambda = 0; ///< strength, >= 0; 0: plain maximum likelihood
    double alpha = 0;  ///< 0 ridge, 1 lasso
};

struct LogisticOptions {
    int most_steps = 100; ///< of Newton's method; it needs about ten
};

struct LogisticFit {
    Penalty penalty;
    double intercept = 0;
    std::vector<double> coefficients;       ///< on the scale of the inputs; 0 for a constant column
    std::vector<double> standardised;       ///< of inputs with mean 0 and deviation 1: comparable sizes
    std::vector<double> standard_errors;    ///< of intercept, then coefficients; empty with a penalty
    double deviance = 0, null_deviance = 0; ///< -2 x log likelihood, of the fit and of the intercept alone
    std::size_t positives = 0, members = 0;
    double violation = 0; ///< of the conditions of a minimum, at most
    int steps = 0;

    /// Chance of the outcome. Precondition: as many inputs as coefficients.
    [[nodiscard]] double chance(std::span<const double> inputs) const;
};

using LogisticFitOrRefusal = std::variant<LogisticFit, FitRefusal>;

/// Penalised logistic regression.
///
/// Question    Which inputs, in which proportion, raise the odds of an outcome, when there are many inputs or
///             few outcomes?
/// Definition  The intercept a and coefficients b of the standardised inputs minimise
///             - (1/n) sum(y eta - ln(1 + exp(eta))) + lambda ((1 - alpha)/2 sum b^2 + alpha sum |b|),
///             eta = a + b x. The intercept is not penalised.
/// Source      friedman-hastie-tibshirani-2010 for the criterion; lee-sun-saunders-2014 for the method;
///             pregibon-1981 for the worked values.
/// Variant     Inputs are standardised with divisor n. Newton's method: each quadratic model is solved
///             exactly without a lasso part, by coordinate descent with it, and steps are halved until the
///             criterion falls. Nothing is screened out.
/// Undefined   see FitRefusal.
/// Inputs      a table; outcomes, 1 where it happened, else 0.
/// Result      see LogisticFit. Standard errors are those of maximum likelihood; with a penalty there are
///             none that would mean the same.
/// Errors      UsageError  unequal lengths, no finite number, an outcome other than 0 and 1, lambda or alpha
///                         out of range.
/// Cost        O(steps x n p^2) for p inputs; memory O(n p).
/// Stable      Rows are put into an order of their own, sums run in it: same bits for any order of the input.
/// Checked by  test_penalised_logistic (Pregibon's data as published; steps in any direction, numerical
///             derivatives; extremes of the penalty)
/// Grade       experimental since 0.3
[[nodiscard]] LogisticFitOrRefusal penalised_logistic(const Design& design,
                                                      std::span<const std::uint8_t> outcomes,
                                                      const Penalty& penalty,
                                                      const LogisticOptions& options = {});

/// The fits of several penalties of one alpha, each begun from the one before: in the order of falling
/// lambdas they cost a few steps each. They agree with single fits to the precision of these, not to the bit.
[[nodiscard]] std::vector<LogisticFitOrRefusal> logistic_path(const Design& design,
                                                              std::span<const std::uint8_t> outcomes,
                                                              std::span<const double> lambdas, double alpha,
                                                              const LogisticOptions& options = {});

/// The smallest lambda at which all coefficients are 0; for alpha below 0.001 that of 0.001, as without a
/// lasso part they never are. 0 when there are no data or one class. Errors as above.
[[nodiscard]] double largest_lambda(const Design& design, std::span<const std::uint8_t> outcomes,
                                    double alpha);

/// `count` values falling from `largest` in equal ratios down to `ratio` times it. UsageError: fewer than
/// one, a ratio not in 0..1.
[[nodiscard]] std::vector<double> lambda_path(double largest, std::size_t count, double ratio);

} // namespace longmen::stats
