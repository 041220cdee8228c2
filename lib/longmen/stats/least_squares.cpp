// SPDX-License-Identifier: GPL-3.0-or-later
// Damped Gauss-Newton steps.
#include <longmen/stats/least_squares.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <Eigen/Dense>

#include <cmath>
#include <limits>

namespace longmen::stats {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double first_damping = 1e-3, least_damping = 1e-20, most_damping = 1e20;
constexpr double harder = 10, softer = 0.1;
constexpr int most_steps = 2000;

/// Residuals and derivatives at one place.
struct Place {
    VectorXd parameters, residuals;
    MatrixXd derivatives;
    double squares = std::numeric_limits<double>::infinity();

    bool at(const Residuals& function, const VectorXd& where) {
        parameters = where;
        const auto view = [](auto& matrix) {
            return std::span<double>{matrix.data(), static_cast<std::size_t>(matrix.size())};
        };
        if (!function(view(parameters), view(residuals), view(derivatives))) {
            return false;
        }
        squares = residuals.squaredNorm();
        return std::isfinite(squares) && derivatives.allFinite();
    }
};

/// The step that minimises |residuals + derivatives step|^2 + damping |scale step|^2.
VectorXd damped_step(const Place& place, const VectorXd& scale, double damping) {
    const Index points = place.residuals.size(), count = scale.size();
    MatrixXd stacked = MatrixXd::Zero(points + count, count);
    stacked.topRows(points) = place.derivatives;
    for (Index i = 0; i < count; ++i) {
        stacked(points + i, i) = std::sqrt(damping) * scale(i);
    }
    VectorXd right = VectorXd::Zero(points + count);
    right.head(points) = -place.residuals;
    return stacked.colPivHouseholderQr().solve(right);
}

std::vector<double> standard_errors(const Place& place, const VectorXd& scale) {
    const Index points = place.residuals.size(), count = scale.size();
    if (points <= count || (scale.array() <= 0).any()) {
        return {};
    }
    const MatrixXd scaled = place.derivatives * scale.cwiseInverse().asDiagonal();
    const Eigen::ColPivHouseholderQR<MatrixXd> factors{scaled};
    if (factors.rank() < count) {
        return {};
    }
    const MatrixXd r = factors.matrixR().topLeftCorner(count, count);
    MatrixXd inverse = r.triangularView<Eigen::Upper>().solve(MatrixXd::Identity(count, count));
    inverse = factors.colsPermutation() * inverse;
    const double variance = place.squares / static_cast<double>(points - count);
    std::vector<double> errors;
    for (Index i = 0; i < count; ++i) {
        errors.push_back(std::sqrt(variance) * inverse.row(i).norm() / scale(i));
    }
    return errors;
}

} // namespace

LeastSquaresFit least_squares(const Residuals& residuals, std::size_t points, std::span<const double> start) {
    const auto rows = static_cast<Index>(points), count = static_cast<Index>(start.size());
    if (rows < count || count == 0) {
        throw UsageError(
            Sentence{"数据点少于待估参数，无法拟合", "there are fewer points than parameters to fit"});
    }
    Place here{{}, VectorXd{rows}, MatrixXd{rows, count}};
    Place there = here;
    LeastSquaresFit fit;
    if (!here.at(residuals, Eigen::Map<const VectorXd>{start.data(), count})) {
        fit.parameters.assign(start.begin(), start.end());
        fit.squares = std::numeric_limits<double>::infinity();
        return fit;
    }
    VectorXd scale = here.derivatives.colwise().norm();
    double damping = first_damping;
    while (fit.steps < most_steps && !fit.converged) {
        ++fit.steps;
        // A parameter without any effect here must not make the step endless.
        const VectorXd step = damped_step(here, scale.cwiseMax(epsilon), damping);
        const bool tiny =
            (step.cwiseAbs().array() <= epsilon * (here.parameters.cwiseAbs().array() + epsilon)).all();
        const double promised = here.squares - (here.residuals + here.derivatives * step).squaredNorm();
        if (tiny || !(promised > epsilon * epsilon * here.squares)) {
            fit.converged = true;
            break;
        }
        if (there.at(residuals, here.parameters + step) && there.squares < here.squares) {
            std::swap(here, there);
            scale = scale.cwiseMax(here.derivatives.colwise().norm().transpose());
            damping = std::max(damping * softer, least_damping);
        } else {
            damping *= harder;
            // Shorter steps do not help either: this is the minimum as far as rounding can tell.
            if (damping > most_damping) {
                fit.converged = promised <= std::sqrt(epsilon) * here.squares;
                break;
            }
        }
    }
    fit.parameters.assign(here.parameters.data(), here.parameters.data() + count);
    fit.squares = here.squares;
    fit.standard_errors = standard_errors(here, here.derivatives.colwise().norm());
    return fit;
}

} // namespace longmen::stats
