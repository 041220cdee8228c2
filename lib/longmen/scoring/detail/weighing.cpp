// SPDX-License-Identifier: GPL-3.0-or-later
// Aggregation of terms, and rank ranges.
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
    const auto for_used = [&](auto take) {
        for (std::size_t t = 0; t < terms.size(); ++t) {
            const auto& cell = terms[t].cells[patent];
            if (cell.state != TermState::dropped) {
                take(weights[t], cell.normalised);
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
