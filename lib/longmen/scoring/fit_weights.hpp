// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of a model's terms learned from what happened to patents.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/stats/cox.hpp>
#include <longmen/stats/logistic_validation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace longmen::scoring {

/// Members with every term defined. Rows are members, columns the terms of the model, normalised values
/// within 0..1.
struct FitData {
    std::size_t terms = 0;
    std::vector<double> values;         ///< row by row
    std::vector<std::uint8_t> outcomes; ///< 1 where it happened
    std::vector<std::int64_t> years;    ///< of the cut-off date of each row
    std::vector<double> times;          ///< for survival: years watched, above 0; else empty
};

/// One fit on the way: terms that pull the other way than the model says are taken out, and the rest fitted
/// anew.
struct FitRound {
    std::vector<std::size_t> terms;   ///< of the model
    std::vector<double> coefficients; ///< of these, on the scale 0..1 of the normalised values
    double lambda = 0;
};

struct FittedWeights {
    std::vector<double> weights; ///< by term of the model, sum 1; 0 for those taken out
    std::vector<FitRound> rounds;
    std::size_t members = 0, positives = 0;
    stats::LogisticValidation validation; ///< of the last round; without a path for survival
    double deviance = 0, null_deviance = 0;
    std::optional<double> concordance; ///< of survival, on the members fitted
};

struct FitOptions {
    bool survival = false;
    double alpha = 0;            ///< 0 ridge, 1 lasso
    std::size_t penalties = 40;  ///< tried, falling from the largest in equal ratios
    double least_penalty = 1e-4; ///< over the largest
    double survival_ridge = 1;   ///< of Cox's fit, on standardised inputs
    std::size_t least_members = 50, least_positives = 20;
};

/// Weights from outcomes.
///
/// Question    Which weights of the model's own terms would have told best, before, what happened later?
/// Definition  Penalised logistic regression of the outcome on the normalised terms; the penalty is the
/// simplest
///             within one standard error of the best, each year predicted from the years before it (from the
///             other years when there are two or fewer to learn from, from random fifths never). For
///             survival, Cox's regression of the time until the end, a lower hazard being better. A
///             coefficient that is not above 0 says the opposite of the model's direction: the term with the
///             least one is taken out, and the rest fitted anew, until all are above 0. weight = coefficient
///             / sum.
/// Source      friedman-hastie-tibshirani-2010, cox-1972; the taking out is ours: a model whose terms point
/// against
///             their own direction could not be read.
/// Variant     The fitted chance is a + b x; the value of the model, scale x sum(w x), orders members the
/// same way
///             when all terms are defined. Rows with an undefined term are the caller's to leave out, and to
///             count.
/// Undefined   see errors.
/// Inputs      data as above; at least the members and outcomes of each kind the options ask for.
/// Result      see FittedWeights.
/// Errors      DataError  too few members or outcomes, a fit that is refused, no term that points the right
/// way. Cost        rounds x (years x penalties fits). Stable      Same bits for any order of the rows and
/// any number of threads. Checked by  test_fit_weights (known weights come back; a term that misleads goes)
/// Grade       experimental since 0.3
[[nodiscard]] FittedWeights fit_weights(const FitData& data, const FitOptions& options, Threads& threads);

} // namespace longmen::scoring
