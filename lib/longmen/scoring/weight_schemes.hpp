// SPDX-License-Identifier: GPL-3.0-or-later
// The weights of a model beside weights found in other ways, and what these would change.
#pragma once

#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/pairwise_weights.hpp>
#include <longmen/scoring/scheme_agreement.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::scoring {

struct WeightScheme {
    std::string key; ///< `given`, `equal`, `entropy`, `critic`, `pairwise`
    Sentence title;
    Measured<std::vector<double>> weights = Undefined::no_data; ///< by term, sum 1
};

/// Weights by several schemes over the patents that a model values.
struct WeightSchemes {
    std::vector<std::string> terms; ///< names, in the order of the model
    std::vector<WeightScheme> schemes;
    std::optional<PairwiseWeights> pairwise; ///< when judgements were given
    std::vector<JudgementDisturbance> disturbances;
    /// Orders of the patents by weighted means under each scheme with weights, in the order of `compared`,
    /// and last by TOPSIS under the given weights (`topsis`).
    SchemeAgreement agreement;
    std::vector<std::string> compared; ///< keys
    std::size_t patents = 0;           ///< with a value
};

/// `given`, `equal`, `entropy` and `critic` over the normalised values of the terms (1 is best in all of
/// them); `pairwise` from judgements, terms in the order of the model. UsageError when the model's value is
/// no weighted mean, or as pairwise_weights says; DataError when no patent has a value.
[[nodiscard]] WeightSchemes weight_schemes(const ValueModel& model, const Scores& scores,
                                           const NumberTable* judgements);

} // namespace longmen::scoring
