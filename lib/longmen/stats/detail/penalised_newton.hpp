// SPDX-License-Identifier: GPL-3.0-or-later
// The criterion of penalised logistic regression and its minimum.
#pragma once

#include <longmen/stats/detail/standardised.hpp>
#include <longmen/stats/penalised_logistic.hpp>

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

namespace longmen::stats::detail {

/// ln(1 + exp(t)) without overflow.
inline double soft_plus(double t) {
    return std::max(t, 0.0) + std::log1p(std::exp(-std::abs(t)));
}

/// 1 / (1 + exp(-t)) likewise.
inline double chance_of(double t) {
    const double tail = std::exp(-std::abs(t));
    return (t >= 0 ? 1 : tail) / (1 + tail);
}

/// The criterion, with the intercept in place 0 of the parameters.
struct PenalisedCriterion {
    const Eigen::MatrixXd& x;
    const Eigen::VectorXd& y;
    Penalty penalty;

    [[nodiscard]] double n() const { return static_cast<double>(y.size()); }
    [[nodiscard]] Eigen::VectorXd eta(const Eigen::VectorXd& b) const {
        return (x * b.tail(b.size() - 1)).array() + b(0);
    }
    [[nodiscard]] double loss(const Eigen::VectorXd& b) const {
        const Eigen::VectorXd t = eta(b);
        double sum = 0;
        for (Eigen::Index i = 0; i < t.size(); ++i) {
            sum += y(i) > 0 ? soft_plus(-t(i)) : soft_plus(t(i));
        }
        return sum / n();
    }
    [[nodiscard]] double cost(const Eigen::VectorXd& b) const {
        const auto slopes = b.tail(b.size() - 1);
        return penalty.lambda *
               ((1 - penalty.alpha) / 2 * slopes.squaredNorm() + penalty.alpha * slopes.lpNorm<1>());
    }
    [[nodiscard]] double ridge() const { return penalty.lambda * (1 - penalty.alpha); }
    [[nodiscard]] double lasso() const { return penalty.lambda * penalty.alpha; }
};

struct PenalisedMinimum {
    Eigen::VectorXd b;
    double violation = 0;
    int steps = 0;
};

/// From `start` on.
[[nodiscard]] std::variant<PenalisedMinimum, FitRefusal> minimise(const PenalisedCriterion& criterion,
                                                                  const Standardised& data,
                                                                  Eigen::VectorXd start, int most_steps);

/// Standard errors without a penalty, of intercept and coefficients on the scale of the inputs.
[[nodiscard]] std::vector<double> errors_of(const PenalisedCriterion& criterion, const Standardised& data,
                                            const Eigen::VectorXd& b);

} // namespace longmen::stats::detail
