// SPDX-License-Identifier: GPL-3.0-or-later
// Power means, with figures taken over the largest so that no power overflows.
#include <longmen/stats/power_mean.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::stats {

double power_mean(std::span<const double> figures, std::span<const double> weights, double p) {
    const auto right = [](double least) {
        return [least](double x) { return x >= least && std::isfinite(x); };
    };
    if (figures.empty() || figures.size() != weights.size() || std::isnan(p) ||
        !std::ranges::all_of(figures, right(0)) ||
        !std::ranges::all_of(weights, [](double w) { return w > 0 && std::isfinite(w); })) {
        throw UsageError(Sentence{"幂平均须有不小于 0 的数和大于 0 的权重",
                                  "a power mean takes figures from 0 and weights above 0"});
    }
    const auto [least, most] = std::ranges::minmax(figures);
    if (std::isinf(p) || least == most) {
        return p < 0 ? least : most;
    }
    if (least == 0 && p <= 0) {
        return 0;
    }
    double sum = 0, all = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        sum += weights[i] * (p == 0 ? std::log(figures[i] / most) : std::pow(figures[i] / most, p));
        all += weights[i];
    }
    const double mean = p == 0 ? std::exp(sum / all) : std::pow(sum / all, 1 / p);
    return std::clamp(most * mean, least, most);
}

} // namespace longmen::stats
