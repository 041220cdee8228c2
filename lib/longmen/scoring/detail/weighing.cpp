// SPDX-License-Identifier: GPL-3.0-or-later
// Weighted means and rank ranges.
#include <longmen/scoring/detail/weighing.hpp>
#include <longmen/stats/ranks.hpp>

#include <cmath>

namespace longmen::scoring::detail {
namespace {
constexpr double rounding = 1e9;
}

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
    double sum = 0, used = 0;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        const auto& cell = terms[t].cells[patent];
        if (cell.state != TermState::dropped) {
            sum += weights[t] * cell.normalised;
            used += weights[t];
        }
    }
    return used > 0 ? std::round(model.scale * sum / used * rounding) / rounding : 0;
}

void fold_ranks(std::span<const double> values, std::span<RankRange* const> ranges, std::size_t change) {
    const auto ranks = stats::ranks_descending(values);
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
