// SPDX-License-Identifier: GPL-3.0-or-later
// Values of patents under the model's weights and under each changed weight.
#pragma once

#include <longmen/scoring/evaluate.hpp>

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

/// Value of one patent by the model's aggregation, rounded to nine decimals so that rounding noise decides no
/// rank; 0 when no term is used.
[[nodiscard]] double weighed_value(const ValueModel& model, const std::vector<TermColumn>& terms,
                                   std::span<const double> weights, std::size_t patent);

/// Folds the ranks of one change into the ranges; `values[i]` belongs to `ranges[i]`.
void fold_ranks(std::span<const double> values, std::span<RankRange* const> ranges, std::size_t change);

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
