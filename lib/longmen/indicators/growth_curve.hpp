// SPDX-License-Identifier: GPL-3.0-or-later
// Growth curves with a ceiling, and their fit to points by least squares.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace longmen::indicators {

enum class CurveKind : std::uint8_t {
    logistic, ///< K / (1 + e^-b(t-t0))
    gompertz, ///< K exp(-e^-b(t-t0))
    richards, ///< K / (1 + v e^-b(t-t0))^(1/v)
};
inline constexpr std::size_t curve_kinds = 3;
[[nodiscard]] std::string_view curve_key(CurveKind kind);

/// t0 is the point of inflection for every kind.
struct GrowthCurve {
    CurveKind kind = CurveKind::logistic;
    double capacity = 0;   ///< K
    double rate = 0;       ///< b > 0
    double inflection = 0; ///< t0
    double shape = 1;      ///< v of Richards; 1 is the logistic curve, towards 0 it nears Gompertz's

    [[nodiscard]] double at(double time) const;
    /// The time at which a share of K in 0..1 is reached.
    [[nodiscard]] double reached(double share) const;
};

struct CurveFit {
    GrowthCurve curve;
    double squares = 0;    ///< sum of squared residuals
    bool at_bound = false; ///< K lies at `least_capacity`
};

/// A growth curve through points.
///
/// Question    Which curve with a ceiling comes nearest?
/// Definition  K, b, t0 (and v) that minimise the sum of (curve - y)^2 with b > 0, v > 0, K >=
///             least_capacity.
/// Source      ratkowsky-1983 for the curves; richards-1959.
/// Variant     Unweighted. Levenberg-Marquardt from several starts: ceilings from just above the largest y to
///             twenty times it, time and rate of each by a straight line through the transformed points; the
///             smallest sum of squares is taken. A best K below the bound gives the best curve with K at the
///             bound.
/// Undefined   nothing is given where no start converges, or there are fewer points than parameters + 1.
/// Inputs      times ascending, values > 0; least_capacity >= 0; capacity: where given, K is held there.
/// Result      the curve and its sum of squares.
/// Errors      UsageError  times and values differ in number, or times do not ascend.
/// Cost        some tens of fits of O(points) steps.
/// Stable      A fixed order of starts and sums: same bits everywhere.
/// Checked by  test_growth_curve (NIST StRD Rat42 and Rat43; SciPy where present)
/// Grade       experimental since 0.2
[[nodiscard]] std::optional<CurveFit> fit_growth_curve(CurveKind kind, std::span<const double> times,
                                                       std::span<const double> values, double least_capacity,
                                                       std::optional<double> capacity = std::nullopt);

/// Number of free parameters with K free.
[[nodiscard]] constexpr std::size_t curve_parameters(CurveKind kind) {
    return kind == CurveKind::richards ? 4 : 3;
}

} // namespace longmen::indicators
