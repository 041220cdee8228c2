// SPDX-License-Identifier: GPL-3.0-or-later
// The principal eigenvector of a positive reciprocal matrix, by squaring.
#include <longmen/scoring/pairwise_weights.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

namespace longmen::scoring {
namespace {

constexpr double greatest_judgement = 1e6;
constexpr double index_rounding = 1e9;
constexpr double settled = 1e-13;
constexpr int most_squarings = 60, polishing_steps = 3;
constexpr std::size_t first_contradiction = 3; ///< fewer terms cannot contradict

void check_options(const PairwiseOptions& options) {
    const bool indices = std::ranges::all_of(options.random_indices, [](double index) { return index > 0; });
    if (!(options.reciprocal_tolerance > 0) || !(options.acceptable_ratio > 0) || !indices) {
        throw UsageError(Sentence{"容差、一致性界限与随机指标须大于 0",
                                  "tolerance, acceptable ratio and random indices must be above 0"});
    }
}

void check_judgements(const NumberTable& given, const PairwiseOptions& options) {
    check_options(options);
    if (given.rows == 0 || given.rows != given.columns || given.cells.size() != given.rows * given.columns) {
        throw UsageError(sentence("判断矩阵应为方阵，却有 {} 行 {} 列（共 {} 个数）",
                                  "judgements must fill a square: got {} rows and {} columns ({} numbers)",
                                  given.rows, given.columns, given.cells.size()));
    }
    for (std::size_t i = 0; i < given.rows; ++i) {
        for (std::size_t j = 0; j < given.rows; ++j) {
            const double cell = given.at(i, j);
            if (!(cell >= 1 / greatest_judgement && cell <= greatest_judgement)) {
                throw UsageError(
                    sentence("判断矩阵第 {} 行第 {} 列为 {}，应为 1/1000000 至 1000000 之间的正数",
                             "judgement in row {}, column {} is {}: a positive number within 1/1000000 and "
                             "1000000 is expected",
                             i + 1, j + 1, cell));
            }
        }
    }
    for (std::size_t i = 0; i < given.rows; ++i) {
        if (std::abs(given.at(i, i) - 1) > options.reciprocal_tolerance) {
            throw UsageError(sentence("判断矩阵第 {0} 行第 {0} 列为 {1}，对角线应为 1",
                                      "judgement in row {0}, column {0} is {1}: the diagonal must be 1",
                                      i + 1, given.at(i, i)));
        }
        for (std::size_t j = i + 1; j < given.rows; ++j) {
            if (std::abs(given.at(i, j) * given.at(j, i) - 1) > options.reciprocal_tolerance) {
                throw UsageError(
                    sentence("判断矩阵第 {0} 行第 {1} 列为 {2}，第 {1} 行第 {0} 列为 {3}，二者应互为倒数",
                             "judgements in row {0}, column {1} ({2}) and row {1}, column {0} ({3}) must be "
                             "reciprocal",
                             i + 1, j + 1, given.at(i, j), given.at(j, i)));
            }
        }
    }
}

/// Both cells of a pair count alike.
NumberTable reciprocal(const NumberTable& given) {
    NumberTable table = given;
    for (std::size_t i = 0; i < given.rows; ++i) {
        for (std::size_t j = 0; j < given.rows; ++j) {
            table.at(i, j) = std::sqrt(given.at(i, j) / given.at(j, i));
        }
    }
    return table;
}

void to_sum_one(std::vector<double>& weights) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (auto& weight : weights) {
        weight /= sum;
    }
}

std::vector<double> geometric_means(const NumberTable& table) {
    std::vector<double> means(table.rows);
    for (std::size_t i = 0; i < table.rows; ++i) {
        double logarithms = 0;
        for (std::size_t j = 0; j < table.rows; ++j) {
            logarithms += std::log(table.at(i, j));
        }
        means[i] = std::exp(logarithms / static_cast<double>(table.rows));
    }
    to_sum_one(means);
    return means;
}

struct Principal {
    std::vector<double> vector;
    double value = 0;
};

std::vector<double> row_sums(const NumberTable& table) {
    std::vector<double> sums(table.rows);
    for (std::size_t i = 0; i < table.rows; ++i) {
        for (std::size_t j = 0; j < table.rows; ++j) {
            sums[i] += table.at(i, j);
        }
    }
    return sums;
}

NumberTable squared(const NumberTable& table) {
    NumberTable square{table.rows, table.rows, std::vector<double>(table.cells.size())};
    for (std::size_t i = 0; i < table.rows; ++i) {
        for (std::size_t k = 0; k < table.rows; ++k) {
            for (std::size_t j = 0; j < table.rows; ++j) {
                square.at(i, j) += table.at(i, k) * table.at(k, j);
            }
        }
    }
    const double greatest = std::ranges::max(square.cells);
    for (auto& cell : square.cells) {
        cell /= greatest;
    }
    return square;
}

/// w <- A w / sum; gives the sum, which tends to the eigenvalue as w has sum 1.
double power_step(const NumberTable& table, std::vector<double>& vector) {
    std::vector<double> next(table.rows);
    for (std::size_t i = 0; i < table.rows; ++i) {
        for (std::size_t j = 0; j < table.rows; ++j) {
            next[i] += table.at(i, j) * vector[j];
        }
    }
    const double sum = std::accumulate(next.begin(), next.end(), 0.0);
    to_sum_one(next);
    vector = std::move(next);
    return sum;
}

/// Of a table without negative cells, some power of which is positive. `scale` balances it.
Principal principal(const NumberTable& table, const std::vector<double>& scale) {
    NumberTable balanced = table;
    for (std::size_t i = 0; i < table.rows; ++i) {
        for (std::size_t j = 0; j < table.rows; ++j) {
            balanced.at(i, j) *= scale[j] / scale[i];
        }
    }
    NumberTable power = balanced;
    Principal found{row_sums(power), 0};
    to_sum_one(found.vector);
    double change = std::numeric_limits<double>::infinity();
    for (int step = 0; step < most_squarings && change > settled; ++step) {
        power = squared(power);
        auto next = row_sums(power);
        to_sum_one(next);
        change = 0;
        for (std::size_t i = 0; i < next.size(); ++i) {
            change = std::max(change, std::abs(next[i] - found.vector[i]) / next[i]);
        }
        found.vector = std::move(next);
    }
    for (int step = 0; step < polishing_steps; ++step) {
        found.value = power_step(balanced, found.vector);
    }
    for (std::size_t i = 0; i < found.vector.size(); ++i) {
        found.vector[i] *= scale[i];
    }
    to_sum_one(found.vector);
    return found;
}

double index_of(double lambda, std::size_t terms) {
    const auto n = static_cast<double>(terms);
    return terms < first_contradiction ? 0 : std::max(0.0, (lambda - n) / (n - 1));
}

} // namespace

PairwiseWeights pairwise_weights(const NumberTable& judgements, const PairwiseOptions& options) {
    check_judgements(judgements, options);
    const auto table = reciprocal(judgements);
    const std::size_t terms = table.rows;
    PairwiseWeights result;
    result.geometric = geometric_means(table);
    auto found = principal(table, result.geometric);
    result.weights = std::move(found.vector);
    result.lambda_max = found.value;
    result.consistency_index = index_of(found.value, terms);
    if (terms < first_contradiction) {
        result.consistency_ratio = Undefined::not_applicable;
        result.acceptable = true;
    } else if (terms - first_contradiction < options.random_indices.size()) {
        const double ratio = result.consistency_index / options.random_indices[terms - first_contradiction];
        result.consistency_ratio = ratio;
        result.acceptable = ratio <= options.acceptable_ratio;
    }
    return result;
}

std::vector<JudgementDisturbance> judgement_disturbances(const NumberTable& judgements,
                                                         const PairwiseOptions& options) {
    check_judgements(judgements, options);
    std::vector<JudgementDisturbance> pairs;
    if (judgements.rows < first_contradiction) {
        return pairs;
    }
    const auto table = reciprocal(judgements);
    const auto scale = geometric_means(table);
    for (std::size_t i = 0; i < table.rows; ++i) {
        for (std::size_t j = i + 1; j < table.rows; ++j) {
            NumberTable without = table;
            without.at(i, j) = without.at(j, i) = 0;
            without.at(i, i) = without.at(j, j) = 2;
            const auto found = principal(without, scale);
            pairs.push_back(
                {i, j, table.at(i, j), found.vector[i] / found.vector[j], index_of(found.value, table.rows)});
        }
    }
    std::ranges::sort(pairs, {}, [](const JudgementDisturbance& pair) {
        return std::tuple{std::round(pair.consistency_index * index_rounding), pair.row, pair.column};
    });
    return pairs;
}

} // namespace longmen::scoring
