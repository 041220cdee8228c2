// SPDX-License-Identifier: GPL-3.0-or-later
// Norms, ideals, distances.
#include <longmen/scoring/topsis.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/ranks.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longmen::scoring {
namespace {

constexpr double closeness_rounding = 1e9;

std::vector<double> checked_weights(const NumberTable& values, std::span<const double> weights) {
    if (weights.size() != values.columns) {
        throw UsageError(sentence("表有 {} 列，却给了 {} 个权重", "{} columns were given {} weights",
                                  values.columns, weights.size()));
    }
    for (std::size_t column = 0; column < weights.size(); ++column) {
        if (!(weights[column] >= 0) || std::isinf(weights[column])) {
            throw UsageError(sentence("第 {} 列的权重为 {}，应为不小于 0 的数",
                                      "the weight of column {} is {}: a number >= 0 is expected", column + 1,
                                      weights[column]));
        }
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (!(sum > 0) || std::isinf(sum)) {
        throw UsageError(Sentence{"权重之和须大于 0", "the sum of the weights must be above 0"});
    }
    std::vector<double> shares{weights.begin(), weights.end()};
    for (auto& share : shares) {
        share /= sum;
    }
    return shares;
}

/// One column over the compared candidates, weighted and normalised.
struct TermOfTopsis {
    std::vector<double> weighted; ///< by place among the compared
    double ideal = 0, anti_ideal = 0;
    double best = 0, worst = 0; ///< in its own unit
};

TermOfTopsis term_of(const std::vector<double>& column, double weight, Direction direction) {
    TermOfTopsis term;
    const auto [low, high] = std::ranges::minmax(column);
    term.best = direction == Direction::more ? high : low;
    term.worst = direction == Direction::more ? low : high;
    const double greatest = std::max(std::abs(low), std::abs(high));
    if (greatest == 0) {
        term.weighted.assign(column.size(), 0);
        return term;
    }
    std::vector<double> squares; // in units of the greatest, so that they stay finite
    for (const double value : column) {
        squares.push_back(value / greatest * (value / greatest));
    }
    std::ranges::sort(squares);
    const double norm = std::sqrt(std::accumulate(squares.begin(), squares.end(), 0.0));
    const auto weighted = [&](double value) { return weight * (value / greatest / norm); };
    for (const double value : column) {
        term.weighted.push_back(weighted(value));
    }
    term.ideal = weighted(term.best);
    term.anti_ideal = weighted(term.worst);
    return term;
}

/// Compared candidates' positions; notes what the others miss.
std::vector<std::size_t> complete_rows(const NumberTable& values, Topsis& result) {
    std::vector<std::size_t> complete;
    for (std::size_t row = 0; row < values.rows; ++row) {
        auto& missing = result.candidates[row].missing;
        for (std::size_t column = 0; column < values.columns; ++column) {
            if (result.weights[column] > 0 && std::isnan(values.at(row, column))) {
                missing.push_back(column);
            }
        }
        if (missing.empty()) {
            complete.push_back(row);
        }
    }
    return complete;
}

void place(Topsis& result, const std::vector<std::size_t>& complete) {
    std::vector<double> closeness;
    std::vector<std::size_t> placed;
    for (const std::size_t row : complete) {
        auto& candidate = result.candidates[row];
        const double both = candidate.to_ideal + candidate.to_anti_ideal;
        if (both == 0) {
            candidate.closeness = Undefined::zero_denominator;
            continue;
        }
        const double share = candidate.to_anti_ideal / both;
        closeness.push_back(std::round(share * closeness_rounding) / closeness_rounding);
        candidate.closeness = closeness.back();
        placed.push_back(row);
    }
    const auto ranks = stats::ranks_descending(closeness);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        result.candidates[placed[i]].rank = ranks[i];
    }
}

} // namespace

Topsis topsis(const NumberTable& values, std::span<const double> weights,
              std::span<const Direction> directions) {
    check_finite(values);
    check_directions(values, directions);
    Topsis result;
    result.weights = checked_weights(values, weights);
    result.candidates.resize(values.rows);
    const auto complete = complete_rows(values, result);
    result.compared = complete.size();
    if (complete.empty()) {
        return result;
    }
    std::vector<double> to_ideal(complete.size()), to_anti_ideal(complete.size());
    for (std::size_t column = 0; column < values.columns; ++column) {
        if (result.weights[column] == 0) {
            result.ideal.emplace_back(Undefined::not_applicable);
            result.anti_ideal.emplace_back(Undefined::not_applicable);
            continue;
        }
        std::vector<double> cells;
        for (const std::size_t row : complete) {
            cells.push_back(values.at(row, column));
        }
        const auto term = term_of(cells, result.weights[column], directions[column]);
        result.ideal.emplace_back(term.best);
        result.anti_ideal.emplace_back(term.worst);
        for (std::size_t i = 0; i < complete.size(); ++i) {
            to_ideal[i] += (term.weighted[i] - term.ideal) * (term.weighted[i] - term.ideal);
            to_anti_ideal[i] += (term.weighted[i] - term.anti_ideal) * (term.weighted[i] - term.anti_ideal);
        }
    }
    for (std::size_t i = 0; i < complete.size(); ++i) {
        result.candidates[complete[i]].to_ideal = std::sqrt(to_ideal[i]);
        result.candidates[complete[i]].to_anti_ideal = std::sqrt(to_anti_ideal[i]);
    }
    place(result, complete);
    return result;
}

} // namespace longmen::scoring
