// SPDX-License-Identifier: GPL-3.0-or-later
// Fits with terms taken out one by one.
#include <longmen/scoring/fit_weights.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/penalised_logistic.hpp>

#include <algorithm>
#include <numeric>
#include <set>

namespace longmen::scoring {
namespace {

constexpr std::size_t years_to_learn_from = 3; ///< from so many on, the future is hidden in validation

std::vector<double> columns_of(const FitData& data, const std::vector<std::size_t>& terms) {
    std::vector<double> values;
    values.reserve(data.outcomes.size() * terms.size());
    for (std::size_t row = 0; row < data.outcomes.size(); ++row) {
        for (const auto t : terms) {
            values.push_back(data.values[row * data.terms + t]);
        }
    }
    return values;
}

[[noreturn]] void refuse(const stats::FitRefusal& refusal) {
    const auto why = stats::fit_refusal_text(refusal);
    throw DataError(sentence("拟合不出权重：{0}", "no weights can be fitted: {1}", why.zh, why.en));
}

FitRound logistic_round(const FitData& data, const std::vector<std::size_t>& terms, const FitOptions& options,
                        FittedWeights& result, Threads& threads) {
    const auto values = columns_of(data, terms);
    const stats::Design design{data.outcomes.size(), terms.size(), values};
    const auto lambdas = stats::lambda_path(stats::largest_lambda(design, data.outcomes, options.alpha),
                                            options.penalties, options.least_penalty);
    const std::set<std::int64_t> years(data.years.begin(), data.years.end());
    stats::ValidationOptions how;
    how.alpha = options.alpha;
    how.trained_on =
        years.size() >= years_to_learn_from ? stats::TrainedOn::earlier : stats::TrainedOn::others;
    result.validation = stats::validate_logistic(design, data.outcomes, data.years, lambdas, how, threads);
    // One year alone cannot be validated: the lightest penalty that still holds the fit back.
    FitRound round{terms,
                   {},
                   result.validation.path.empty()
                       ? lambdas.back()
                       : result.validation.path[result.validation.simplest].lambda};
    const auto fit = stats::penalised_logistic(design, data.outcomes, {round.lambda, options.alpha});
    if (const auto* refusal = std::get_if<stats::FitRefusal>(&fit)) {
        refuse(*refusal);
    }
    const auto& found = std::get<stats::LogisticFit>(fit);
    round.coefficients = found.coefficients;
    result.deviance = found.deviance;
    result.null_deviance = found.null_deviance;
    return round;
}

FitRound survival_round(const FitData& data, const std::vector<std::size_t>& terms, const FitOptions& options,
                        FittedWeights& result) {
    const auto values = columns_of(data, terms);
    const stats::Design design{data.outcomes.size(), terms.size(), values};
    std::vector<std::uint8_t> ended;
    for (const auto kept : data.outcomes) {
        ended.push_back(kept == 0 ? 1 : 0);
    }
    stats::CoxOptions how;
    how.ridge = options.survival_ridge;
    const auto fit = stats::cox(design, data.times, ended, how);
    if (const auto* refusal = std::get_if<stats::FitRefusal>(&fit)) {
        refuse(*refusal);
    }
    const auto& found = std::get<stats::CoxFit>(fit);
    FitRound round{terms, {}, how.ridge};
    for (const double coefficient : found.coefficients) {
        round.coefficients.push_back(-coefficient); // a lower hazard is better
    }
    result.deviance = -2 * found.log_likelihood;
    result.null_deviance = -2 * found.null_log_likelihood;
    if (found.concordance.defined()) {
        result.concordance = found.concordance.value().c;
    }
    return round;
}

} // namespace

FittedWeights fit_weights(const FitData& data, const FitOptions& options, Threads& threads) {
    // --- check inputs --------------------------------------------------------------------------------------
    FittedWeights result;
    result.members = data.outcomes.size();
    result.positives = static_cast<std::size_t>(std::ranges::count(data.outcomes, std::uint8_t{1}));
    const auto rarer = std::min(result.positives, result.members - result.positives);
    if (result.members < options.least_members || rarer < options.least_positives) {
        throw DataError(
            sentence("可用于拟合的专利 {} 件，其中结果发生的 {} 件；至少须有 {} 件，两种结果各 {} 件",
                     "{} patents can be learned from, {} of them with the outcome; at least {} are needed, "
                     "with {} of either kind",
                     result.members, result.positives, options.least_members, options.least_positives));
    }

    // --- fit, taking out what points the other way ---------------------------------------------------------
    std::vector<std::size_t> terms(data.terms);
    std::iota(terms.begin(), terms.end(), std::size_t{0});
    while (true) {
        result.rounds.push_back(options.survival ? survival_round(data, terms, options, result)
                                                 : logistic_round(data, terms, options, result, threads));
        const auto& coefficients = result.rounds.back().coefficients;
        const auto least = std::ranges::min_element(coefficients);
        if (*least > 0) {
            break;
        }
        terms.erase(terms.begin() + (least - coefficients.begin()));
        if (terms.empty()) {
            throw DataError(
                Sentence{"没有一项与结果同向，拟合不出权重",
                         "no term points the way of the outcome: there are no weights to be learned"});
        }
    }

    // --- weights -------------------------------------------------------------------------------------------
    const auto& last = result.rounds.back();
    const double sum = std::accumulate(last.coefficients.begin(), last.coefficients.end(), 0.0);
    result.weights.assign(data.terms, 0);
    for (std::size_t i = 0; i < last.terms.size(); ++i) {
        result.weights[last.terms[i]] = last.coefficients[i] / sum;
    }
    return result;
}

} // namespace longmen::scoring
