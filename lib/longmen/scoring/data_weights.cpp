// SPDX-License-Identifier: GPL-3.0-or-later
// Entropy of shares; deviation and conflict of columns.
#include <longmen/scoring/data_weights.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace longmen::scoring {
namespace {

constexpr double correlation_rounding = 1e-12;

void check_columns(const NumberTable& values) {
    check_finite(values);
    if (values.columns == 0) {
        throw UsageError(Sentence{"没有指标列，无法求权重", "there are no columns to weigh"});
    }
}

/// Shares of the sum of what columns tell; nothing told is weight 0.
Measured<std::vector<double>> shares(const std::vector<Measured<double>>& told) {
    double sum = 0;
    bool any = false;
    std::vector<double> weights;
    for (const auto& one : told) {
        any = any || one.defined();
        weights.push_back(one.defined() ? one.value() : 0);
        sum += weights.back();
    }
    if (!any) {
        return Undefined::no_data;
    }
    if (!(sum > 0)) {
        return Undefined::zero_denominator;
    }
    for (auto& weight : weights) {
        weight /= sum;
    }
    return weights;
}

// Entropy.

/// 1 - entropy of ascending values: sum of p ln(p m) - p + 1/m over ln m, whose terms are never negative.
Measured<double> divergence(const std::vector<double>& sorted) {
    if (sorted.size() < 2) {
        return Undefined::no_data;
    }
    if (sorted.back() == 0) {
        return Undefined::zero_denominator;
    }
    if (sorted.front() == sorted.back()) {
        return 0.0;
    }
    double sum = 0; // in units of the greatest, so that it stays finite
    for (const double value : sorted) {
        sum += value / sorted.back();
    }
    const auto count = static_cast<double>(sorted.size());
    double told = 0;
    for (const double value : sorted) {
        const double share = value / sorted.back() / sum;
        told += 1 / count - share + (share > 0 ? share * std::log(share * count) : 0);
    }
    return std::clamp(told / std::log(count), 0.0, 1.0);
}

// CRITIC.

/// Rows by their values from the first column on, the undefined first.
std::vector<std::size_t> row_order(const NumberTable& values) {
    std::vector<std::size_t> order(values.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t left, std::size_t right) {
        for (std::size_t column = 0; column < values.columns; ++column) {
            const double a = values.at(left, column), b = values.at(right, column);
            if (std::isnan(a) || std::isnan(b)) {
                if (std::isnan(a) != std::isnan(b)) {
                    return std::isnan(a);
                }
            } else if (a != b) {
                return a < b;
            }
        }
        return false;
    });
    return order;
}

/// A column brought to 0..1, rows in the given order; nothing when it has no spread.
std::optional<std::vector<double>> brought_to_unit(const NumberTable& values, std::size_t column,
                                                   Direction direction,
                                                   const std::vector<std::size_t>& order) {
    const auto sorted = sorted_column(values, column);
    if (sorted.size() < 2 || sorted.front() == sorted.back()) {
        return std::nullopt;
    }
    // Halved, so that the range of huge values stays finite.
    const double low = sorted.front() / 2, high = sorted.back() / 2;
    std::vector<double> unit;
    unit.reserve(order.size());
    for (const std::size_t row : order) {
        const double half = values.at(row, column) / 2;
        unit.push_back((direction == Direction::more ? half - low : high - half) / (high - low));
    }
    return unit;
}

double deviation(const std::vector<double>& unit) {
    double count = 0, sum = 0, squares = 0;
    for (const double value : unit) {
        if (!std::isnan(value)) {
            ++count;
            sum += value;
        }
    }
    for (const double value : unit) {
        if (!std::isnan(value)) {
            squares += (value - sum / count) * (value - sum / count);
        }
    }
    return std::sqrt(squares / count);
}

/// Brings values to 0..1, so that their squares do not vanish; false when all are equal.
bool stretched(std::vector<double>& values) {
    const auto [low, high] = std::ranges::minmax(values);
    for (auto& value : values) {
        value = (value - low) / (high - low);
    }
    return low < high;
}

Measured<double> correlation(const std::vector<double>& left, const std::vector<double>& right,
                             std::size_t least_common) {
    std::vector<double> xs, ys;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!std::isnan(left[i]) && !std::isnan(right[i])) {
            xs.push_back(left[i]);
            ys.push_back(right[i]);
        }
    }
    if (xs.size() < least_common || !stretched(xs) || !stretched(ys)) {
        return Undefined::no_data;
    }
    const auto count = static_cast<double>(xs.size());
    const double x = std::accumulate(xs.begin(), xs.end(), 0.0) / count;
    const double y = std::accumulate(ys.begin(), ys.end(), 0.0) / count;
    double both = 0, first = 0, second = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        both += (xs[i] - x) * (ys[i] - y);
        first += (xs[i] - x) * (xs[i] - x);
        second += (ys[i] - y) * (ys[i] - y);
    }
    const double r = both / (std::sqrt(first) * std::sqrt(second));
    return 1 - r < correlation_rounding ? 1.0 : std::max(r, -1.0);
}

/// Sum over the other columns of 1 - correlation; pairs without one count as the mean of the rest.
Measured<double> conflict(const CriticWeights& result, std::size_t column, std::size_t taking_part) {
    const std::size_t columns = result.deviations.size();
    double sum = 0, pairs = 0;
    for (std::size_t other = 0; other < columns; ++other) {
        const auto& r = result.correlations[column * columns + other];
        if (other != column && r.defined()) {
            sum += 1 - r.value();
            ++pairs;
        }
    }
    if (pairs == 0) {
        return Undefined::no_data;
    }
    return sum / pairs * static_cast<double>(taking_part - 1);
}

} // namespace

EntropyWeights entropy_weights(const NumberTable& values) {
    check_columns(values);
    for (std::size_t row = 0; row < values.rows; ++row) {
        for (std::size_t column = 0; column < values.columns; ++column) {
            if (values.at(row, column) < 0) {
                throw UsageError(sentence("第 {} 行第 {} 列为负数（{}），熵权法要求不小于 0",
                                          "row {}, column {} is negative ({}): entropy needs values >= 0",
                                          row + 1, column + 1, values.at(row, column)));
            }
        }
    }
    EntropyWeights result;
    std::vector<Measured<double>> told;
    for (std::size_t column = 0; column < values.columns; ++column) {
        told.push_back(divergence(sorted_column(values, column)));
        const auto& one = told.back();
        result.entropies.push_back(one.defined() ? Measured<double>{1 - one.value()} : one);
    }
    result.weights = shares(told);
    return result;
}

CriticWeights critic_weights(const NumberTable& values, std::span<const Direction> directions,
                             const CriticOptions& options) {
    check_columns(values);
    check_directions(values, directions);
    if (options.least_common < 2) {
        throw UsageError(Sentence{"求相关系数至少需要两个共同对象",
                                  "a correlation needs at least two candidates in common"});
    }
    const std::size_t columns = values.columns;
    const auto order = row_order(values);
    CriticWeights result;
    std::vector<std::optional<std::vector<double>>> units;
    for (std::size_t column = 0; column < columns; ++column) {
        units.push_back(brought_to_unit(values, column, directions[column], order));
        if (units.back()) {
            result.deviations.emplace_back(deviation(*units.back()));
        } else if (sorted_column(values, column).size() < 2) {
            result.deviations.emplace_back(Undefined::no_data);
        } else {
            result.deviations.emplace_back(0.0);
        }
    }
    result.correlations.assign(columns * columns, Undefined::no_data);
    for (std::size_t left = 0; left < columns; ++left) {
        for (std::size_t right = left; right < columns && units[left]; ++right) {
            if (units[right]) {
                const auto r = left == right ? Measured<double>{1.0}
                                             : correlation(*units[left], *units[right], options.least_common);
                result.correlations[left * columns + right] = r;
                result.correlations[right * columns + left] = r;
            }
        }
    }
    const auto taking_part = static_cast<std::size_t>(
        std::ranges::count_if(units, [](const auto& unit) { return unit.has_value(); }));
    for (std::size_t column = 0; column < columns; ++column) {
        const auto against =
            units[column] ? conflict(result, column, taking_part) : Measured<double>{Undefined::no_data};
        result.information.push_back(
            against.defined() ? Measured<double>{result.deviations[column].value() * against.value()}
                              : against);
    }
    result.weights = shares(result.information);
    return result;
}

} // namespace longmen::scoring
