// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs of a fit, each brought to mean 0 and deviation 1, in an order that does not depend on the caller's.
#pragma once

#include <longmen/base/errors.hpp>
#include <longmen/stats/design.hpp>

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace longmen::stats::detail {

/// UsageError when the numbers are not as many as said, or one of them is no finite number.
inline void check_design(const Design& design) {
    if (design.values.size() != design.rows * design.columns) {
        throw UsageError(Sentence{"数据表的行列数与数值个数不符",
                                  "the numbers of a table are not as many as its rows and columns say"});
    }
    if (!std::ranges::all_of(design.values, [](double x) { return std::isfinite(x); })) {
        throw UsageError(Sentence{"数据表中有非数值", "a table holds something that is no finite number"});
    }
}

/// Positions ordered by `before`, then by the numbers of the row: whatever the order of the input, equal rows
/// aside, which add up to the same.
template <class Before>
std::vector<std::size_t> order_of_rows(const Design& design, Before before) {
    std::vector<std::size_t> order(design.rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (before(a, b) || before(b, a)) {
            return before(a, b);
        }
        return std::ranges::lexicographical_compare(design.row(a), design.row(b));
    });
    return order;
}

struct Standardised {
    Eigen::MatrixXd x;      ///< rows in the given order
    Eigen::VectorXd middle; ///< mean of each column
    Eigen::VectorXd scale;  ///< deviation (divisor n); 0 for a constant column, whose numbers become 0

    Standardised(const Design& design, const std::vector<std::size_t>& order) {
        const auto n = static_cast<Eigen::Index>(design.rows), p = static_cast<Eigen::Index>(design.columns);
        x.resize(n, p);
        for (Eigen::Index i = 0; i < n; ++i) {
            for (Eigen::Index j = 0; j < p; ++j) {
                x(i, j) = design.at(order[static_cast<std::size_t>(i)], static_cast<std::size_t>(j));
            }
        }
        middle = x.colwise().sum() / static_cast<double>(std::max<Eigen::Index>(n, 1));
        x.rowwise() -= middle.transpose();
        scale = (x.colwise().squaredNorm() / static_cast<double>(std::max<Eigen::Index>(n, 1))).cwiseSqrt();
        for (Eigen::Index j = 0; j < p; ++j) {
            // What rounding leaves of a constant is no deviation.
            const bool constant = scale(j) <= 1e-12 * std::abs(middle(j));
            scale(j) = constant ? 0 : scale(j);
            if (constant) {
                x.col(j).setZero();
            } else {
                x.col(j) /= scale(j);
            }
        }
    }

    /// A coefficient of a standardised column on the scale of the input.
    [[nodiscard]] double unscaled(Eigen::Index j, double coefficient) const {
        return scale(j) > 0 ? coefficient / scale(j) : 0;
    }
};

/// Whether a system of equations over standardised inputs has a single solution, beyond rounding.
inline bool regular(const Eigen::LDLT<Eigen::MatrixXd>& factors) {
    constexpr double smallest_pivot = 1e-11; // over the largest
    const auto pivots = factors.vectorD();
    return factors.info() == Eigen::Success && pivots.minCoeff() > smallest_pivot * pivots.maxCoeff();
}

} // namespace longmen::stats::detail
