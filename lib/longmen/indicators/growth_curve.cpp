// SPDX-License-Identifier: GPL-3.0-or-later
// Curves, their derivatives and starts.
#include <longmen/indicators/growth_curve.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/least_squares.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace longmen::indicators {
namespace {

/// Value / K and its derivatives by b, t0 and ln v.
struct Slope {
    double value = 0, by_rate = 0, by_time = 0, by_shape = 0;
};

Slope slope_of(CurveKind kind, double rate, double inflection, double shape, double time) {
    const double lag = time - inflection;
    const double e = std::exp(-rate * lag);
    Slope slope;
    if (kind == CurveKind::gompertz) {
        slope.value = std::exp(-e);
        slope.by_rate = e > 0 && slope.value > 0 ? slope.value * e * lag : 0;
        slope.by_time = slope.value > 0 ? -slope.value * e * rate : 0;
        return slope;
    }
    const double v = kind == CurveKind::logistic ? 1 : shape;
    const double base = 1 + v * e;
    slope.value = std::pow(base, -1 / v);
    if (slope.value > 0) {
        const double inner = slope.value * e / base;
        slope.by_rate = inner * lag;
        slope.by_time = -inner * rate;
        slope.by_shape = slope.value * std::log(base) / v - inner;
    }
    return slope;
}

/// Parameters in the order b, t0, (ln v), (K). b is taken as e^x, so that it stays above 0.
struct Layout {
    CurveKind kind;
    std::optional<double> capacity;
    [[nodiscard]] GrowthCurve curve(std::span<const double> x) const {
        GrowthCurve curve{kind, 0, std::exp(x[0]), x[1], kind == CurveKind::richards ? std::exp(x[2]) : 1};
        curve.capacity = capacity ? *capacity : x.back();
        return curve;
    }
};

constexpr double least_log = -30, most_log = 30;

std::optional<CurveFit> fit_from(const Layout& layout, std::span<const double> times,
                                 std::span<const double> values, const GrowthCurve& start) {
    std::vector<double> x{std::log(start.rate), start.inflection};
    const bool shaped = layout.kind == CurveKind::richards;
    if (shaped) {
        x.push_back(std::log(start.shape));
    }
    if (!layout.capacity) {
        x.push_back(start.capacity);
    }
    const auto points = times.size();
    const auto residuals = [&](std::span<const double> p, std::span<double> r, std::span<double> d) {
        if (p[0] < least_log || p[0] > most_log || (shaped && (p[2] < least_log || p[2] > most_log))) {
            return false;
        }
        const auto curve = layout.curve(p);
        for (std::size_t i = 0; i < points; ++i) {
            const auto slope = slope_of(curve.kind, curve.rate, curve.inflection, curve.shape, times[i]);
            r[i] = curve.capacity * slope.value - values[i];
            d[i] = curve.capacity * slope.by_rate * curve.rate;
            d[points + i] = curve.capacity * slope.by_time;
            if (shaped) {
                d[2 * points + i] = curve.capacity * slope.by_shape;
            }
            if (!layout.capacity) {
                d[(p.size() - 1) * points + i] = slope.value;
            }
        }
        return true;
    };
    const auto fit = stats::least_squares(residuals, points, x);
    if (!fit.converged) {
        return std::nullopt;
    }
    return CurveFit{layout.curve(fit.parameters), fit.squares, false};
}

/// Rate and time for a given ceiling, by a straight line through the transformed points.
GrowthCurve start_at(CurveKind kind, double capacity, double shape, std::span<const double> times,
                     std::span<const double> values) {
    const bool double_log = kind == CurveKind::gompertz;
    double n = 0, sum_t = 0, sum_y = 0, sum_tt = 0, sum_ty = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const double over = std::max(capacity / values[i], 1 + 1e-6);
        const double y =
            double_log ? std::log(std::log(over)) : std::log(std::expm1(shape * std::log(over)) / shape);
        n += 1;
        sum_t += times[i];
        sum_y += y;
        sum_tt += times[i] * times[i];
        sum_ty += times[i] * y;
    }
    const double spread = sum_tt - sum_t * sum_t / n;
    const double fall = spread > 0 ? -(sum_ty - sum_t * sum_y / n) / spread : 0;
    const double rate = fall > 0 ? fall : 1 / (times.back() - times.front() + 1);
    return {kind, capacity, rate, sum_t / n + sum_y / n / rate, shape};
}

constexpr std::array ceilings{1.001, 1.05, 1.2, 1.6, 2.5, 5.0, 20.0};
constexpr std::array shapes{1.0, 0.2, 4.0};

std::optional<CurveFit> best_fit(const Layout& layout, std::span<const double> times,
                                 std::span<const double> values) {
    const double top = std::ranges::max(values);
    std::optional<CurveFit> best;
    for (const double shape : shapes) {
        if (layout.kind != CurveKind::richards && shape != shapes.front()) {
            break;
        }
        for (const double ceiling : ceilings) {
            if (layout.capacity && ceiling != ceilings.front()) {
                break;
            }
            const double capacity = layout.capacity ? *layout.capacity : ceiling * top;
            const auto fit =
                fit_from(layout, times, values, start_at(layout.kind, capacity, shape, times, values));
            if (fit && (!best || fit->squares < best->squares)) {
                best = fit;
            }
        }
    }
    return best;
}

} // namespace

std::string_view curve_key(CurveKind kind) {
    constexpr std::array<std::string_view, curve_kinds> keys{"logistic", "gompertz", "richards"};
    return keys[static_cast<std::size_t>(kind)];
}

double GrowthCurve::at(double time) const {
    return capacity * slope_of(kind, rate, inflection, shape, time).value;
}

double GrowthCurve::reached(double share) const {
    const double log = std::log(share);
    if (kind == CurveKind::gompertz) {
        return inflection - std::log(-log) / rate;
    }
    const double v = kind == CurveKind::logistic ? 1 : shape;
    return inflection - std::log(std::expm1(-v * log) / v) / rate;
}

std::optional<CurveFit> fit_growth_curve(CurveKind kind, std::span<const double> times,
                                         std::span<const double> values, double least_capacity,
                                         std::optional<double> capacity) {
    if (times.size() != values.size() || !std::ranges::is_sorted(times, std::less_equal{})) {
        throw UsageError(Sentence{"拟合增长曲线需要递增的时间和同样多的数值",
                                  "a growth curve needs ascending times and as many values"});
    }
    if (times.size() <= curve_parameters(kind) ||
        !std::ranges::all_of(values, [](double value) { return value > 0; })) {
        return std::nullopt;
    }
    // Times are counted from their middle: years of four digits would cost digits of the rate.
    const double middle = (times.front() + times.back()) / 2;
    std::vector<double> shifted;
    for (const double time : times) {
        shifted.push_back(time - middle);
    }
    auto fit = best_fit({kind, capacity}, shifted, values);
    if (fit && !capacity && fit->curve.capacity < least_capacity) {
        fit = best_fit({kind, least_capacity}, shifted, values);
        if (fit) {
            fit->at_bound = true;
        }
    }
    if (fit) {
        fit->curve.inflection += middle;
    }
    return fit;
}

} // namespace longmen::indicators
