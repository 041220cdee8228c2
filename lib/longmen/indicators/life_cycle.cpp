// SPDX-License-Identifier: GPL-3.0-or-later
// Choice of a curve, interval of its ceiling, refusals.
#include <longmen/indicators/life_cycle.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace longmen::indicators {
namespace {

constexpr std::array all_kinds{CurveKind::logistic, CurveKind::gompertz, CurveKind::richards};
constexpr double ten = 0.1, half = 0.5, ninety = 0.9;

struct Points {
    std::vector<double> times, values;
    [[nodiscard]] double total() const { return values.back(); }
};

std::optional<double> aicc_of(CurveKind kind, double squares, const Points& points) {
    const auto n = static_cast<double>(points.values.size());
    const auto k = static_cast<double>(curve_parameters(kind)) + 1;
    if (n - k - 1 <= 0) {
        return std::nullopt;
    }
    // Points that lie on a curve but for rounding: no more digits to be compared.
    constexpr double rounding = 1e-12;
    const double least = n * points.total() * rounding * points.total() * rounding;
    return n * std::log(std::max(squares, least) / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
}

/// Where the sum of squares with K held passes `limit`, between a K within and one beyond.
double crossing(CurveKind kind, const Points& points, double within, double beyond, double limit) {
    constexpr int halvings = 60;
    constexpr double enough = 1e-10;
    for (int i = 0; i < halvings && std::abs(beyond / within - 1) > enough; ++i) {
        const double middle = std::sqrt(within * beyond);
        const auto fit = fit_growth_curve(kind, points.times, points.values, 0, middle);
        (fit && fit->squares <= limit ? within : beyond) = middle;
    }
    return within;
}

/// Nothing when it spans more than `widest`.
std::optional<stats::Interval> capacity_interval(const CurveFit& best, const Points& points, double level,
                                                 double widest) {
    const auto kind = best.curve.kind;
    const auto freedom =
        static_cast<double>(points.values.size()) - static_cast<double>(curve_parameters(kind));
    const double limit = best.squares * (1 + stats::f_quantile(level, 1, freedom) / freedom);
    const auto inside = [&](double capacity) {
        const auto fit = fit_growth_curve(kind, points.times, points.values, 0, capacity);
        return fit && fit->squares <= limit;
    };
    const double capacity = best.curve.capacity, total = points.total();
    stats::Interval interval{total, capacity};
    if (capacity > total && !inside(total)) {
        interval.low = crossing(kind, points, capacity, total, limit);
    }
    const double highest = interval.low * widest;
    if (highest <= capacity || inside(highest)) {
        return std::nullopt;
    }
    interval.high = crossing(kind, points, capacity, highest, limit);
    return interval;
}

LifeStage stage_of(double share) {
    return share < ten      ? LifeStage::introduction
           : share < half   ? LifeStage::growth
           : share < ninety ? LifeStage::maturity
                            : LifeStage::saturation;
}

} // namespace

LifeCycleResult life_cycle(int first_year, std::span<const double> counts, const LifeCycleOptions& options) {
    if (options.years_left_out < 0 || !(options.widest_capacity > 1) || !(options.level > 0) ||
        !(options.level < 1) || !std::ranges::all_of(counts, [](double count) { return count >= 0; })) {
        throw UsageError(Sentence{"生命周期的参数超出范围，或年度计数为负",
                                  "options of the life cycle are out of range, or a count is negative"});
    }
    LifeCycleResult result;
    const auto left_out = static_cast<std::size_t>(options.years_left_out);
    const auto used = counts.first(counts.size() > left_out ? counts.size() - left_out : 0);
    Points points;
    double sum = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
        sum += used[i];
        if (sum > 0) {
            points.times.push_back(first_year + static_cast<double>(i));
            points.values.push_back(sum);
        }
    }
    result.total = sum;
    if (points.times.empty()) {
        result.refusal = LifeRefusal::too_few_years;
        return result;
    }
    result.first_year = static_cast<int>(points.times.front());
    result.last_year = static_cast<int>(points.times.back());
    const CurveTrial* best = nullptr;
    bool enough = false;
    for (const auto kind : all_kinds) {
        CurveTrial trial{kind, {}, {}};
        if (aicc_of(kind, 1, points)) {
            enough = true;
            trial.fit = fit_growth_curve(kind, points.times, points.values, points.total());
            trial.aicc = trial.fit ? aicc_of(kind, trial.fit->squares, points) : std::nullopt;
        }
        result.trials.push_back(trial);
    }
    for (const auto& trial : result.trials) {
        if (trial.aicc && (best == nullptr || *trial.aicc < *best->aicc)) {
            best = &trial;
        }
    }
    if (best == nullptr) {
        result.refusal = enough ? LifeRefusal::no_fit : LifeRefusal::too_few_years;
        return result;
    }
    const auto& curve = best->fit->curve;
    if (curve.inflection > points.times.back()) {
        result.refusal = LifeRefusal::inflection_beyond_data;
        return result;
    }
    const auto interval = capacity_interval(*best->fit, points, options.level, options.widest_capacity);
    if (!interval) {
        result.refusal = LifeRefusal::capacity_open;
        return result;
    }
    LifeCycle cycle{curve, *interval, best->fit->at_bound};
    cycle.from_10 = curve.reached(ten);
    cycle.at_50 = curve.reached(half);
    cycle.to_90 = curve.reached(ninety);
    cycle.span = cycle.to_90 - cycle.from_10;
    cycle.share = points.total() / curve.capacity;
    cycle.stage = stage_of(cycle.share);
    result.cycle = cycle;
    return result;
}

std::string_view stage_key(LifeStage stage) {
    constexpr std::array<std::string_view, 4> keys{"introduction", "growth", "maturity", "saturation"};
    return keys[static_cast<std::size_t>(stage)];
}

Text stage_text(LifeStage stage) {
    constexpr std::array<Text, 4> texts{Text{"萌芽期", "introduction"},
                                        {"成长期", "growth"},
                                        {"成熟期", "maturity"},
                                        {"饱和期", "saturation"}};
    return texts[static_cast<std::size_t>(stage)];
}

std::string_view refusal_key(LifeRefusal refusal) {
    constexpr std::array<std::string_view, 4> keys{"too_few_years", "no_fit", "inflection_beyond_data",
                                                   "capacity_open"};
    return keys[static_cast<std::size_t>(refusal)];
}

Text refusal_text(LifeRefusal refusal) {
    constexpr std::array<Text, 4> texts{
        Text{"有数据的年份过少，不能拟合", "too few years with documents for a fit"},
        {"没有一条曲线拟合收敛", "no curve could be fitted"},
        {"拐点在数据之后，上限无从判断",
         "the point of inflection lies beyond the data: the ceiling cannot be told"},
        {"上限的置信区间过宽", "the interval of the ceiling is too wide"}};
    return texts[static_cast<std::size_t>(refusal)];
}

} // namespace longmen::indicators
