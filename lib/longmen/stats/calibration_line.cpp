// SPDX-License-Identifier: GPL-3.0-or-later
// Newton's method on standardised log odds, with steps halved until the likelihood does not fall.
#include <longmen/stats/calibration_line.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/detail/score_groups.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

namespace longmen::stats {
namespace {

using Groups = std::span<const detail::ScoreGroup>; // score = log odds

/// Half of it is about what the likelihood can still gain. After a full step from there, the error is as
/// its square, in units of the standard errors.
constexpr double small_decrement = 1e-16;
constexpr int most_halvings = 60;

/// Log odds are intercept + slope z, where z = (log odds predicted - middle) / scale.
struct Line {
    double intercept = 0, slope = 0;
    [[nodiscard]] double at(double z) const { return intercept + slope * z; }
};

struct Scale {
    double middle = 0, width = 1;
    [[nodiscard]] double operator()(double log_odds) const { return (log_odds - middle) / width; }
};

/// Gradient and information (negative second derivatives) of the log likelihood.
struct Curvature {
    double gradient_0 = 0, gradient_1 = 0;
    double information_00 = 0, information_01 = 0, information_11 = 0;
    [[nodiscard]] double determinant() const {
        return information_00 * information_11 - information_01 * information_01;
    }
};

/// ln(1 + exp(t)) without overflow.
double soft_plus(double t) {
    return std::max(t, 0.0) + std::log1p(std::exp(-std::abs(t)));
}

double log_likelihood(Groups groups, const Scale& scale, const Line& line) {
    double sum = 0;
    for (const auto& group : groups) {
        const double t = line.at(scale(group.score));
        const auto positives = static_cast<double>(group.positives);
        sum -= positives * soft_plus(-t) + (static_cast<double>(group.members) - positives) * soft_plus(t);
    }
    return sum;
}

Curvature curvature(Groups groups, const Scale& scale, const Line& line) {
    Curvature sums;
    for (const auto& group : groups) {
        const double z = scale(group.score);
        const double t = line.at(z);
        const double tail = std::exp(-std::abs(t)); // of the less likely outcome, over the more likely one
        const double chance = (t >= 0 ? 1 : tail) / (1 + tail);
        const auto members = static_cast<double>(group.members);
        const double excess = static_cast<double>(group.positives) - members * chance;
        const double weight = members * tail / ((1 + tail) * (1 + tail)); // n P (1 - P)
        sums.gradient_0 += excess;
        sums.gradient_1 += excess * z;
        sums.information_00 += weight;
        sums.information_01 += weight * z;
        sums.information_11 += weight * z * z;
    }
    return sums;
}

Scale scale_of(Groups groups, std::size_t members) {
    const auto n = static_cast<double>(members);
    Scale scale;
    for (const auto& group : groups) {
        scale.middle += static_cast<double>(group.members) * group.score / n;
    }
    double squares = 0;
    for (const auto& group : groups) {
        const double off = group.score - scale.middle;
        squares += static_cast<double>(group.members) * off * off / n;
    }
    scale.width = std::sqrt(squares);
    return scale;
}

/// Some threshold has positives only on one side and negatives only on the other; members on it may be both.
bool separated(Groups groups) {
    const auto positive = [](const auto& group) { return group.positives > 0; };
    const auto negative = [](const auto& group) { return group.positives < group.members; };
    const auto first_positive = std::ranges::find_if(groups, positive) - groups.begin();
    const auto first_negative = std::ranges::find_if(groups, negative) - groups.begin();
    std::ptrdiff_t last_positive = 0, last_negative = 0;
    for (std::ptrdiff_t i = 0; i < std::ssize(groups); ++i) {
        last_positive = positive(groups[i]) ? i : last_positive;
        last_negative = negative(groups[i]) ? i : last_negative;
    }
    return last_negative <= first_positive || last_positive <= first_negative;
}

struct Maximum {
    Line line;
    Curvature curvature;
    double log_likelihood = 0;
    int steps = 0;
};

std::optional<Maximum> maximise(Groups groups, const Scale& scale, double share, int most_steps) {
    Maximum here{{std::log(share / (1 - share)), 0}, {}, 0, 0};
    here.log_likelihood = log_likelihood(groups, scale, here.line);
    const auto terms = static_cast<double>(groups.size());
    while (here.steps < most_steps) {
        ++here.steps;
        const auto c = curvature(groups, scale, here.line);
        const double determinant = c.determinant();
        if (!(determinant > 0)) {
            return std::nullopt;
        }
        // step = information^-1 gradient
        const Line step{(c.information_11 * c.gradient_0 - c.information_01 * c.gradient_1) / determinant,
                        (c.information_00 * c.gradient_1 - c.information_01 * c.gradient_0) / determinant};
        const double decrement = c.gradient_0 * step.intercept + c.gradient_1 * step.slope;
        const double rounding =
            terms * std::numeric_limits<double>::epsilon() * std::abs(here.log_likelihood);
        bool moved = false;
        double share_of_step = 1;
        for (int halvings = 0; !moved && halvings <= most_halvings; ++halvings, share_of_step /= 2) {
            const Line line{here.line.intercept + share_of_step * step.intercept,
                            here.line.slope + share_of_step * step.slope};
            const double reached = log_likelihood(groups, scale, line);
            moved = reached >= here.log_likelihood - rounding;
            if (moved) {
                here.line = line;
                here.log_likelihood = reached;
            }
        }
        if (!moved || !std::isfinite(decrement)) {
            return std::nullopt;
        }
        if (decrement <= small_decrement) {
            here.curvature = curvature(groups, scale, here.line);
            return here.curvature.determinant() > 0 ? std::optional{here} : std::nullopt;
        }
    }
    return std::nullopt;
}

/// Back from standardised to predicted log odds: slope = s / width, intercept = i - s middle / width.
CalibrationLine unscaled(const Maximum& maximum, const Scale& scale, double level) {
    const auto& c = maximum.curvature;
    const double determinant = c.determinant();
    const double shift = scale.middle / scale.width;
    CalibrationLine result;
    result.slope = maximum.line.slope / scale.width;
    result.intercept = maximum.line.intercept - maximum.line.slope * shift;
    result.slope_error = std::sqrt(c.information_00 / determinant) / scale.width;
    // var i - 2 shift cov + shift^2 var s, with cov = -information_01 / determinant
    result.intercept_error = std::sqrt(
        (c.information_11 + 2 * shift * c.information_01 + shift * shift * c.information_00) / determinant);
    const double z = normal_quantile((1 + level) / 2);
    result.slope_interval = {result.slope - z * result.slope_error, result.slope + z * result.slope_error};
    result.intercept_interval = {result.intercept - z * result.intercept_error,
                                 result.intercept + z * result.intercept_error};
    result.log_likelihood = maximum.log_likelihood;
    result.steps = maximum.steps;
    return result;
}

} // namespace

CalibrationLineOrRefusal calibration_line(std::span<const double> predictions,
                                          std::span<const std::uint8_t> outcomes,
                                          const LineOptions& options) {
    detail::check_outcomes(predictions, outcomes);
    detail::check_predictions(predictions);
    detail::check_level(options.level);
    if (options.most_steps < 1) {
        throw UsageError(Sentence{"迭代步数至少为 1", "there must be at least one step"});
    }
    if (std::ranges::any_of(predictions, [](double p) { return p == 0 || p == 1; })) {
        return LineRefusal::certain_prediction;
    }
    std::vector<double> log_odds;
    log_odds.reserve(predictions.size());
    for (const double p : predictions) {
        log_odds.push_back(std::log(p) - std::log1p(-p));
    }
    const auto groups = detail::score_groups(log_odds, outcomes);
    const auto all = detail::totals(groups);
    if (all.members == 0) {
        return LineRefusal::no_data;
    }
    if (all.positives == 0 || all.positives == all.members) {
        return LineRefusal::one_class;
    }
    if (groups.size() == 1) {
        return LineRefusal::one_prediction;
    }
    if (separated(groups)) {
        return LineRefusal::separated;
    }
    const auto scale = scale_of(groups, all.members);
    const double share = static_cast<double>(all.positives) / static_cast<double>(all.members);
    const auto maximum = maximise(groups, scale, share, options.most_steps);
    if (!maximum) {
        return LineRefusal::not_converged;
    }
    auto result = unscaled(*maximum, scale, options.level);
    result.members = all.members;
    result.positives = all.positives;
    // 2 (maximum - log likelihood as predicted) is chi-square with 2 degrees: P(X > x) = exp(-x / 2).
    const double predicted = log_likelihood(groups, scale, {scale.middle, scale.width});
    result.p = std::min(1.0, std::exp(predicted - maximum->log_likelihood));
    return result;
}

std::string_view refusal_key(LineRefusal refusal) {
    switch (refusal) {
    case LineRefusal::no_data:
        return "no_data";
    case LineRefusal::one_class:
        return "one_class";
    case LineRefusal::certain_prediction:
        return "certain_prediction";
    case LineRefusal::one_prediction:
        return "one_prediction";
    case LineRefusal::separated:
        return "separated";
    case LineRefusal::not_converged:
        return "not_converged";
    }
    return "no_data";
}

Text refusal_text(LineRefusal refusal) {
    switch (refusal) {
    case LineRefusal::no_data:
        return {"没有数据", "there are no data"};
    case LineRefusal::one_class:
        return {"所有结果相同", "the outcomes are all the same"};
    case LineRefusal::certain_prediction:
        return {"有预测概率恰为 0 或 1", "a prediction is exactly 0 or 1"};
    case LineRefusal::one_prediction:
        return {"所有预测概率相同", "the predictions are all the same"};
    case LineRefusal::separated:
        return {"某一界值把两类结果完全分开，斜率没有有限估计",
                "a threshold parts the outcomes, so the slope has no finite estimate"};
    case LineRefusal::not_converged:
        return {"迭代未收敛", "the iteration did not converge"};
    }
    return {};
}

} // namespace longmen::stats
