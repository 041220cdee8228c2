// SPDX-License-Identifier: GPL-3.0-or-later
// Aggregation of terms, and rank ranges.
#include <longmen/scoring/detail/weighing.hpp>

#include <longmen/stats/ranks.hpp>

namespace longmen::scoring::detail {

std::vector<double> changed_weights(const ValueModel& model, std::size_t change) {
    std::vector<double> weights;
    for (const auto& term : model.terms) {
        weights.push_back(term.weight);
    }
    if (change > 0) {
        weights[(change - 1) / 2] *= change % 2 == 1 ? 1 + model.weight_change : 1 - model.weight_change;
    }
    return weights;
}

double weighed_value(const ValueModel& model, const std::vector<TermColumn>& terms,
                     std::span<const double> weights, std::size_t patent) {
    return aggregate(model, weights, [&](std::size_t t) {
        const auto& cell = terms[t].cells[patent];
        return UsedTerm{cell.normalised, cell.state != TermState::dropped};
    });
}

void fold_ranks(std::span<const double> values, std::span<RankRange* const> ranges, std::size_t change) {
    fold_ranks_found(stats::ranks_descending(values), ranges, change);
}

void fold_ranks_found(std::span<const std::uint32_t> ranks, std::span<RankRange* const> ranges,
                      std::size_t change) {
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        auto& range = *ranges[i];
        const auto mark = static_cast<std::uint32_t>(change);
        if (change == 0) {
            range = {ranks[i], ranks[i], ranks[i], 0, 0};
            continue;
        }
        if (ranks[i] < range.low) {
            range.low = ranks[i];
            range.low_change = mark;
        }
        if (ranks[i] > range.high) {
            range.high = ranks[i];
            range.high_change = mark;
        }
    }
}

} // namespace longmen::scoring::detail
