// SPDX-License-Identifier: GPL-3.0-or-later
// The dual simplex method on a small dense tableau.
#include <longmen/scoring/detail/least_move.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace longmen::scoring::detail {
namespace {

constexpr double feasible = 1e-12;   // a demand may be missed by so much
constexpr double pivot_size = 1e-11; // smaller entries count as 0
constexpr std::size_t greedy_pivots = 2000, most_pivots = 200000;

/// basic + entries x nonbasic = right, cost . nonbasic to be least; all variables not negative.
struct Tableau {
    std::size_t rows = 0, columns = 0;
    std::vector<double> entries, right, cost;
    std::vector<std::size_t> basic, nonbasic; ///< names of variables

    double& at(std::size_t row, std::size_t column) { return entries[row * columns + column]; }

    void exchange(std::size_t row, std::size_t column) {
        const double pivot = at(row, column);
        for (std::size_t c = 0; c < columns; ++c) {
            at(row, c) = c == column ? 1 / pivot : at(row, c) / pivot;
        }
        right[row] /= pivot;
        for (std::size_t r = 0; r < rows; ++r) {
            const double factor = at(r, column);
            if (r == row || factor == 0) {
                continue;
            }
            for (std::size_t c = 0; c < columns; ++c) {
                at(r, c) = c == column ? -factor / pivot : at(r, c) - factor * at(row, c);
            }
            right[r] -= factor * right[row];
        }
        const double factor = cost[column];
        for (std::size_t c = 0; c < columns; ++c) {
            cost[c] = std::max(0.0, c == column ? -factor / pivot : cost[c] - factor * at(row, c));
        }
        std::swap(basic[row], nonbasic[column]);
    }

    /// The row missed most, or (`plain`) the one of the smallest variable; `rows` when all are met.
    [[nodiscard]] std::size_t missed(bool plain) const {
        std::size_t found = rows;
        for (std::size_t r = 0; r < rows; ++r) {
            if (right[r] < -feasible &&
                (found == rows || (plain ? basic[r] < basic[found] : right[r] < right[found]))) {
                found = r;
            }
        }
        return found;
    }

    /// The column with the smallest ratio, ties by the smallest variable; `columns` when there is none.
    [[nodiscard]] std::size_t entering(std::size_t row) const {
        std::size_t found = columns;
        double least = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            const double entry = entries[row * columns + c];
            if (entry < -pivot_size) {
                const double ratio = cost[c] / -entry;
                if (found == columns || ratio < least || (ratio == least && nonbasic[c] < nonbasic[found])) {
                    found = c;
                    least = ratio;
                }
            }
        }
        return found;
    }
};

/// Variables: ups, then downs, then slacks. Rows: downs up to the weight, sums equal both ways, demands.
Tableau tableau_of(std::span<const double> weights, std::span<const Demand> demands) {
    const auto m = weights.size();
    Tableau t;
    t.rows = m + 2 + demands.size();
    t.columns = 2 * m;
    t.entries.resize(t.rows * t.columns);
    t.right.resize(t.rows);
    t.cost.assign(t.columns, 1);
    for (std::size_t c = 0; c < t.columns; ++c) {
        t.nonbasic.push_back(c);
    }
    for (std::size_t r = 0; r < t.rows; ++r) {
        t.basic.push_back(t.columns + r);
    }
    for (std::size_t j = 0; j < m; ++j) {
        t.at(j, m + j) = 1;
        t.right[j] = weights[j];
        t.at(m, j) = t.at(m + 1, m + j) = 1;
        t.at(m, m + j) = t.at(m + 1, j) = -1;
    }
    for (std::size_t d = 0; d < demands.size(); ++d) {
        const auto row = m + 2 + d;
        double now = 0;
        for (std::size_t j = 0; j < m; ++j) {
            t.at(row, j) = -demands[d].normal[j];
            t.at(row, m + j) = demands[d].normal[j];
            now += demands[d].normal[j] * weights[j];
        }
        t.right[row] = now - demands[d].bound;
    }
    return t;
}

} // namespace

std::optional<LeastMove> least_move(std::span<const double> weights, std::span<const Demand> demands) {
    auto t = tableau_of(weights, demands);
    for (std::size_t pivots = 0;; ++pivots) {
        if (pivots > most_pivots) {
            throw InternalError("the dual simplex method does not end");
        }
        const auto row = t.missed(pivots > greedy_pivots);
        if (row == t.rows) {
            break;
        }
        const auto column = t.entering(row);
        if (column == t.columns) {
            return std::nullopt;
        }
        t.exchange(row, column);
    }
    const auto m = weights.size();
    std::vector<double> change(2 * m);
    for (std::size_t r = 0; r < t.rows; ++r) {
        if (t.basic[r] < 2 * m) {
            change[t.basic[r]] = t.right[r];
        }
    }
    LeastMove result;
    for (std::size_t j = 0; j < m; ++j) {
        result.weights.push_back(std::max(0.0, weights[j] + (change[j] - change[m + j])));
        result.distance += std::abs(result.weights[j] - weights[j]);
    }
    return result;
}

} // namespace longmen::scoring::detail
