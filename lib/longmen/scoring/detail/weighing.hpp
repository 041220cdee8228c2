// SPDX-License-Identifier: GPL-3.0-or-later
// Values of patents under the model's weights and under each changed weight.
#pragma once

#include <longmen/scoring/evaluate.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::scoring::detail {

/// Weights of a change: 0 the model's own, 2t+1 term t up, 2t+2 term t down.
[[nodiscard]] std::vector<double> changed_weights(const ValueModel& model, std::size_t change);
[[nodiscard]] inline std::size_t changes(const ValueModel& model) {
    return 2 * model.terms.size() + 1;
}

/// One term of one patent as a value takes it.
struct UsedTerm {
    double normalised = 0;
    bool used = false;
};

/// The model's aggregation of its terms, `term(t)` being a UsedTerm, rounded to nine decimals so that
/// rounding noise decides no rank; 0 when no term is used.
template <typename Term>
[[nodiscard]] double aggregate(const ValueModel& model, std::span<const double> weights, Term term) {
    constexpr double rounding = 1e9;
    const auto for_used = [&](auto take) {
        for (std::size_t t = 0; t < weights.size(); ++t) {
            const UsedTerm one = term(t);
            if (one.used) {
                take(weights[t], one.normalised);
            }
        }
    };
    double used = 0, value = 0;
    for_used([&](double weight, double) { used += weight; });
    if (!(used > 0)) {
        return 0;
    }
    switch (model.aggregation) {
    case Aggregation::weighted_mean:
    case Aggregation::points: {
        double sum = 0;
        for_used([&](double weight, double n) { sum += weight * n; });
        value = model.scale * sum / used;
        break;
    }
    case Aggregation::geometric_mean:
        value = model.scale;
        for_used([&](double weight, double n) { value *= std::pow(n, weight / used); });
        break;
    case Aggregation::product:
        value = model.scale;
        for_used([&](double weight, double n) { value *= std::pow(n, weight); });
        break;
    case Aggregation::topsis: {
        double to_worst = 0, to_best = 0; // squared; the common divisor of the weights falls out
        for_used([&](double weight, double n) {
            to_worst += weight * n * weight * n;
            to_best += weight * (1 - n) * weight * (1 - n);
        });
        value = model.scale * std::sqrt(to_worst) / (std::sqrt(to_worst) + std::sqrt(to_best));
        break;
    }
    }
    return std::round(value * rounding) / rounding;
}

/// The same of one patent of the columns.
[[nodiscard]] double weighed_value(const ValueModel& model, const std::vector<TermColumn>& terms,
                                   std::span<const double> weights, std::size_t patent);

/// Folds the ranks of one change into the ranges; `values[i]` belongs to `ranges[i]`.
void fold_ranks(std::span<const double> values, std::span<RankRange* const> ranges, std::size_t change);

/// The same of ranks that are found already.
void fold_ranks_found(std::span<const std::uint32_t> ranks, std::span<RankRange* const> ranges,
                      std::size_t change);

/// Portfolios of the enterprises and parks: families, members, representatives under the model's own weights.
void make_portfolios(const Corpus& corpus, const ValueModel& model, Scores& scores);

/// Sum, mean of the best and h of one portfolio when patents have `values` (read for active members with a
/// value only).
struct PortfolioFigures {
    double sum = 0, top_mean = 0, h = 0;
    [[nodiscard]] double by(PortfolioValue value) const {
        return value == PortfolioValue::sum ? sum : value == PortfolioValue::h ? h : top_mean;
    }
};
[[nodiscard]] PortfolioFigures portfolio_figures(const PartyScore& party, const Scores& scores,
                                                 const ValueModel& model, std::span<const double> values);

} // namespace longmen::scoring::detail
