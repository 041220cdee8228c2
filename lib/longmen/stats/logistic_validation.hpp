// SPDX-License-Identifier: GPL-3.0-or-later
// Which penalty predicts best: logistic regression tried on groups it has not seen.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/stats/penalised_logistic.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace longmen::stats {

/// What a group is predicted from.
enum class TrainedOn : std::uint8_t {
    others, ///< all other groups
    earlier ///< groups with a smaller number: years, when the future must not tell
};

struct ValidationOptions {
    double alpha = 0;
    TrainedOn trained_on = TrainedOn::others;
    LogisticOptions fit{};
};

struct ValidatedPenalty {
    double lambda = 0;
    double deviance = 0;                  ///< mean over the members predicted
    std::optional<double> standard_error; ///< over the groups, weighted by their members; from two groups on
};

struct LogisticValidation {
    std::vector<ValidatedPenalty> path; ///< in the order of the lambdas
    std::size_t groups = 0;             ///< predicted
    std::vector<std::int64_t> left_out; ///< groups without a fit to predict them, ascending
    std::size_t members = 0;            ///< predicted
    std::size_t best = 0;               ///< in `path`: least deviance, of equals the largest lambda
    std::size_t simplest = 0;           ///< largest lambda within one standard error of the best
    /// Chance of each member by the best lambda, from a fit that has not seen its group; nothing for members
    /// of groups left out.
    std::vector<std::optional<double>> chances;
};

/// Validation by groups.
///
/// Question    How well does a penalised fit predict groups (years, owners) it has not seen, and which
///             penalty does it best?
/// Definition  For each group and lambda the fit to the rest (see TrainedOn) gives chances p of its members;
///             deviance = - 2 mean(y ln p + (1 - y) ln(1 - p)). Standard error: root of the weighted variance
///             of the groups' mean deviances over (groups - 1).
/// Source      friedman-hastie-tibshirani-2010; breiman-1984 for the rule of one standard error.
/// Variant     Inputs are standardised by each training set alone, so nothing leaks. Chances are kept from 0
///             and 1 by 1e-15.
/// Undefined   A group whose rest is empty, has one class or cannot be fitted at some lambda is left out.
/// Inputs      a table, outcomes, the number of each member's group, lambdas, best from the largest down.
/// Result      see LogisticValidation; without a group predicted, an empty path.
/// Errors      UsageError  as of penalised_logistic; groups not as many as rows; no lambda.
/// Cost        groups x lambdas fits, shared out among threads.
/// Stable      Same bits for any number of threads, and any order of the members.
/// Checked by  test_logistic_validation (each fold done by hand; the future hidden)
/// Grade       experimental since 0.3
[[nodiscard]] LogisticValidation validate_logistic(const Design& design,
                                                   std::span<const std::uint8_t> outcomes,
                                                   std::span<const std::int64_t> groups,
                                                   std::span<const double> lambdas,
                                                   const ValidationOptions& options, Threads& threads);

} // namespace longmen::stats
