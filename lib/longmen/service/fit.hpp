// SPDX-License-Identifier: GPL-3.0-or-later
// Weights of a value model learned from what happened after earlier days, written as a model of its own.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/scoring/fit_weights.hpp>
#include <longmen/service/section.hpp>
#include <longmen/service/validate.hpp>

#include <string>
#include <vector>

namespace longmen::service {

struct FitRequest {
    std::string models_folder;
    std::string model;       ///< whose terms are weighed
    std::string outcome;     ///< see parse_outcome
    std::vector<Date> as_of; ///< ascending, at least one; outcomes of each lie in the years after it
    int years = 0;           ///< 0: those of the rules of validation
    bool drop_undated = false;
    bool survival = false; ///< by hazards, of the outcome `in_force` only
    std::string id;        ///< of the model written
};

struct FittedDate {
    Date as_of, until;
    std::size_t known = 0;    ///< outcome known
    std::size_t complete = 0; ///< of these, with every term that is weighed
    std::size_t positives = 0;
};

struct Fitted {
    scoring::ValueModel base;
    std::string id, outcome;
    Sentence outcome_words;
    Date data_date;
    std::string generation;
    bool survival = false;
    std::vector<FittedDate> dates;
    std::vector<std::size_t> undated; ///< terms left out because they carry no date, or no value on any date
    std::vector<std::size_t> weighed; ///< terms that were fitted, in the order of the model
    scoring::FittedWeights fit;       ///< by term of the model, 0 for those left or taken out
    std::string text;                 ///< the model file
};

/// Every date's records are set back to it, as for a validation: nothing later is learned from. UsageError:
/// no date, survival of another outcome, undated terms that are not dropped; DataError: outcomes later than
/// the data, or as fit_weights and model_with_weights say.
[[nodiscard]] Fitted fit_model(const store::Workspace& workspace, const FitRequest& request,
                               Progress& progress, Threads& threads);

[[nodiscard]] std::vector<Section> fit_sections(const Fitted& fitted, Lang lang);
/// One row a term of the base model: `term heading given fitted coefficient state` (`weighed`, `taken_out`,
/// `undated`).
[[nodiscard]] Table fit_table(const Fitted& fitted, Lang lang);
[[nodiscard]] std::string fit_json(const Fitted& fitted);

} // namespace longmen::service
