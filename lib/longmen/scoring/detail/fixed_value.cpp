// SPDX-License-Identifier: GPL-3.0-or-later
// Shares, points, curves and steps.
#include <longmen/scoring/detail/fixed_value.hpp>

#include <algorithm>
#include <stdexcept>

namespace longmen::scoring::detail {
namespace {

double on_curve(const std::vector<CurvePlace>& curve, double x) {
    const auto above = std::ranges::upper_bound(curve, x, {}, &CurvePlace::at);
    if (above == curve.begin()) {
        return curve.front().value;
    }
    if (above == curve.end()) {
        return curve.back().value;
    }
    const auto& low = *(above - 1);
    return low.value + (above->value - low.value) * (x - low.at) / (above->at - low.at);
}

double step_share(const ValueTerm& term, double x) {
    const auto step = std::ranges::find_if(term.steps, [&](const Step& s) { return s.holds(x); });
    return step == term.steps.end() ? 0 : step->points / term.most;
}

} // namespace

double fixed_value(const ValueTerm& term, double raw) {
    switch (term.normalisation) {
    case Normalisation::share:
        return std::clamp(raw / term.full, 0.0, 1.0);
    case Normalisation::points:
        return term.points[static_cast<std::size_t>(raw)];
    case Normalisation::curve:
        return on_curve(term.curve, raw);
    case Normalisation::steps:
        return step_share(term, raw);
    default:
        throw std::logic_error("fixed_value: the normalisation takes a cohort");
    }
}

std::vector<double> bends(const ValueTerm& term) {
    std::vector<double> found;
    if (term.normalisation == Normalisation::curve) {
        for (const auto& place : term.curve) {
            found.push_back(place.at);
        }
    } else if (term.normalisation == Normalisation::steps) {
        for (const auto& step : term.steps) {
            for (const auto& bound : {step.from, step.over, step.to, step.under}) {
                if (bound) {
                    found.push_back(*bound);
                }
            }
        }
    }
    return found;
}

} // namespace longmen::scoring::detail
