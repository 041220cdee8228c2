// SPDX-License-Identifier: GPL-3.0-or-later
// Nonlinear least squares by the Levenberg-Marquardt method.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace longmen::stats {

/// Fills the residuals (as many as there are points) and, one column behind another, their derivatives by
/// each parameter. False where the parameters are out of bounds: the step is then shortened.
using Residuals = std::function<bool(std::span<const double> parameters, std::span<double> residuals,
                                     std::span<double> derivatives)>;

struct LeastSquaresFit {
    std::vector<double> parameters;
    double squares = 0; ///< sum of squared residuals
    bool converged = false;
    int steps = 0;
    /// Of each parameter, from the linearised model; empty when the derivatives are not independent or there
    /// are no degrees of freedom.
    std::vector<double> standard_errors;
};

/// Minimises the sum of squares from `start`. Steps are damped in units of each parameter's own derivative
/// (Marquardt's scaling) and found by orthogonal factors, so that no square of the condition is lost.
/// Converged: no step shortens the sum of squares by more than rounding, or the step is below rounding.
/// Source: Levenberg (1944), Marquardt (1963). UsageError when there are fewer points than parameters.
/// Cost O(points x parameters^2) a step. Sums in the order of the points: same bits everywhere.
[[nodiscard]] LeastSquaresFit least_squares(const Residuals& residuals, std::size_t points,
                                            std::span<const double> start);

} // namespace longmen::stats
