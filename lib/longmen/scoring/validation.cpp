// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of each model on common ground, and the verdict.
#include <longmen/scoring/validation.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace longmen::scoring {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t roc_steps = 20;

template <class Value>
std::vector<Value> picked(const std::vector<Value>& from, std::span<const std::uint32_t> members) {
    std::vector<Value> values;
    if (!from.empty()) {
        values.reserve(members.size());
        for (const auto member : members) {
            values.push_back(from[member]);
        }
    }
    return values;
}

void check(const Judged& judged) {
    const auto n = judged.outcomes.size();
    const auto fits = [&](std::size_t size) { return size == n || size == 0; };
    bool good = !judged.models.empty() && fits(judged.counts.size()) &&
                std::ranges::all_of(judged.outcomes, [](auto outcome) { return outcome <= 1; });
    for (const auto& model : judged.models) {
        good = good && model.scores.size() == n && fits(model.probabilities.size());
    }
    if (!good) {
        throw UsageError(Sentence{"检验需要至少一个模型、等长的各列和取值 0 或 1 的结果",
                                  "a validation takes at least one model, columns of one length and outcomes "
                                  "0 or 1"});
    }
}

/// Runs of equal scores from the highest down: members and positives up to the end of each.
struct Steps {
    std::vector<double> members{0}, positives{0};
};

Steps steps_of(std::span<const double> scores, std::span<const std::uint8_t> outcomes) {
    std::vector<std::uint32_t> order(scores.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](auto a, auto b) { return scores[a] > scores[b]; });
    Steps steps;
    double positives = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        positives += outcomes[order[i]];
        if (i + 1 == order.size() || scores[order[i + 1]] != scores[order[i]]) {
            steps.members.push_back(static_cast<double>(i + 1));
            steps.positives.push_back(positives);
        }
    }
    return steps;
}

/// Value of the line through (x, y), x ascending from 0, at `at`.
double along(const std::vector<double>& x, const std::vector<double>& y, double at) {
    const auto above = std::ranges::lower_bound(x, at);
    const auto i = static_cast<std::size_t>(above - x.begin());
    if (i == 0) {
        return y[0];
    }
    if (i == x.size()) {
        return y.back();
    }
    const auto share = x[i] > x[i - 1] ? (at - x[i - 1]) / (x[i] - x[i - 1]) : 1;
    return y[i - 1] + share * (y[i] - y[i - 1]);
}

void draw(ModelJudgement& told, std::span<const double> scores, std::span<const std::uint8_t> outcomes,
          std::size_t bins) {
    const auto steps = steps_of(scores, outcomes);
    const auto n = steps.members.back(), positives = steps.positives.back();
    if (positives == 0 || positives == n) {
        return;
    }
    std::vector<double> alarms;
    for (std::size_t i = 0; i < steps.members.size(); ++i) {
        alarms.push_back(steps.members[i] - steps.positives[i]);
    }
    for (std::size_t i = 0; i <= roc_steps; ++i) {
        const auto at = (n - positives) * static_cast<double>(i) / static_cast<double>(roc_steps);
        // At a jump the upper end, but for the start.
        const auto behind = std::ranges::upper_bound(alarms, at);
        const auto exact = behind != alarms.begin() && *(behind - 1) == at;
        const auto hits = exact ? steps.positives[static_cast<std::size_t>(behind - alarms.begin()) - 1]
                                : along(alarms, steps.positives, at);
        told.roc.push_back(hits / positives);
    }
    double before = 0;
    for (std::size_t i = 1; i <= bins; ++i) {
        const auto upto =
            along(steps.members, steps.positives, n * static_cast<double>(i) / static_cast<double>(bins));
        told.by_bin.push_back((upto - before) / (n / static_cast<double>(bins)));
        before = upto;
    }
}

void judge(ModelJudgement& told, const Validation& all, const ValidationRules& rules) {
    if (told.yardstick) {
        told.verdict = Verdict::yardstick;
        return;
    }
    const auto fall_short = [&](Shortfall why) {
        if (std::ranges::find(told.shortfalls, why) == told.shortfalls.end()) {
            told.shortfalls.push_back(why);
        }
    };
    if (!told.area.defined()) {
        fall_short(Shortfall::nothing);
        told.verdict = Verdict::too_few;
        return;
    }
    const auto few = std::min(all.common_positives, all.common - all.common_positives);
    if (few < rules.minimum_positives) {
        fall_short(Shortfall::positives);
        told.verdict = Verdict::too_few;
        return;
    }
    for (const auto& over : told.over) {
        if (!over.defined()) {
            fall_short(Shortfall::nothing);
            continue;
        }
        if (over.value().difference < rules.margin) {
            fall_short(Shortfall::margin);
        }
        if (!over.value().interval.defined() || !(over.value().interval.value().low > 0)) {
            fall_short(Shortfall::certainty);
        }
    }
    if (!told.shortfalls.empty()) {
        told.verdict = Verdict::not_better;
        return;
    }
    const auto* const line = told.line ? std::get_if<stats::CalibrationLine>(&*told.line) : nullptr;
    if (line == nullptr) {
        fall_short(Shortfall::uncalibrated);
    } else if (!(line->slope >= rules.slope_low && line->slope <= rules.slope_high)) {
        fall_short(Shortfall::slope);
    }
    told.verdict = told.shortfalls.empty() ? Verdict::better : Verdict::orders_better;
}

bool silent(const JudgedModel& model) {
    return std::ranges::all_of(model.scores, [](double score) { return std::isnan(score); });
}

/// Of one model on the members all score; `scores` of the yardsticks are those of the same members.
void measure(ModelJudgement& told, const JudgedModel& model, const Judged& common,
             const ValidationRules& rules) {
    const stats::RocOptions options{.level = rules.level};
    const auto& outcomes = common.outcomes;
    told.area = stats::roc_area(model.scores, outcomes, options);
    for (const auto& other : common.models) {
        if (other.yardstick) {
            told.over.push_back(
                &other == &model ? Measured<stats::RocDifference>{Undefined::not_applicable}
                                 : stats::roc_difference(model.scores, other.scores, outcomes, rules.level));
        }
    }
    told.average_precision = stats::average_precision(model.scores, outcomes);
    told.top = stats::top_share(model.scores, outcomes, rules.top_share);
    if (!common.counts.empty()) {
        told.kendall = stats::kendall_tau(model.scores, common.counts);
    }
    if (!outcomes.empty()) {
        draw(told, model.scores, outcomes, rules.bins);
    }
    if (model.probabilities.empty() ||
        !std::ranges::all_of(model.probabilities, [](double p) { return p > 0 && p < 1; })) {
        return;
    }
    told.brier = stats::brier_score(model.probabilities, outcomes, rules.bins);
    told.line = stats::calibration_line(model.probabilities, outcomes, {.level = rules.level});
    told.curve =
        stats::calibration_curve(model.probabilities, outcomes, {.bins = rules.bins, .level = rules.level});
}

} // namespace

double Calibrator::at(double score) const {
    constexpr double farthest = 30; // beyond, the double nearest to the probability is 0 or 1
    const auto odds = std::clamp(intercept + slope * (score - centre) / scale, -farthest, farthest);
    return 1 / (1 + std::exp(-odds));
}

std::variant<Calibrator, stats::LineRefusal> fit_calibrator(std::span<const double> scores,
                                                            std::span<const std::uint8_t> outcomes) {
    std::vector<double> known;
    std::vector<std::uint8_t> happened;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!std::isnan(scores[i])) {
            known.push_back(scores[i]);
            happened.push_back(outcomes[i]);
        }
    }
    if (known.empty()) {
        return stats::LineRefusal::no_data;
    }
    const auto [low, high] = std::ranges::minmax(known);
    Calibrator found;
    found.centre = low + (high - low) / 2;
    found.scale = high > low ? (high - low) / 2 : 1;
    std::vector<double> predictions;
    for (const double score : known) {
        predictions.push_back(1 / (1 + std::exp(-(score - found.centre) / found.scale)));
    }
    constexpr double level = 0.95; // of intervals that are not used
    const auto line = stats::calibration_line(predictions, happened, {.level = level});
    if (const auto* const why = std::get_if<stats::LineRefusal>(&line)) {
        return *why;
    }
    const auto& fitted = std::get<stats::CalibrationLine>(line);
    found.slope = fitted.slope;
    found.intercept = fitted.intercept;
    found.members = fitted.members;
    found.positives = fitted.positives;
    return found;
}

Judged subset(const Judged& judged, std::span<const std::uint32_t> members) {
    Judged part{picked(judged.outcomes, members), picked(judged.counts, members), {}};
    for (const auto& model : judged.models) {
        part.models.push_back(
            {model.id, model.yardstick, picked(model.scores, members), picked(model.probabilities, members)});
    }
    return part;
}

Validation validate(const Judged& judged, const ValidationRules& rules) {
    check(judged);
    Validation result;
    result.members = judged.outcomes.size();
    // A model that scores nobody has no say in what the others are compared on.
    std::vector<const JudgedModel*> heard;
    for (const auto& model : judged.models) {
        if (!silent(model)) {
            heard.push_back(&model);
        }
    }
    std::vector<std::uint32_t> all_score;
    for (std::uint32_t i = 0; i < result.members; ++i) {
        result.positives += judged.outcomes[i];
        if (!heard.empty() &&
            std::ranges::none_of(heard, [&](const auto* m) { return std::isnan(m->scores[i]); })) {
            all_score.push_back(i);
            result.common_positives += judged.outcomes[i];
        }
    }
    result.common = all_score.size();
    const auto common = subset(judged, all_score);
    for (std::size_t m = 0; m < judged.models.size(); ++m) {
        const auto& model = judged.models[m];
        auto& told = result.models.emplace_back();
        told.id = model.id;
        told.yardstick = model.yardstick;
        if (model.yardstick) {
            result.yardsticks.push_back(model.id);
        }
        std::vector<std::uint32_t> own;
        for (std::uint32_t i = 0; i < result.members; ++i) {
            if (!std::isnan(model.scores[i])) {
                own.push_back(i);
            }
        }
        told.scored = own.size();
        told.own =
            stats::roc_area(picked(model.scores, own), picked(judged.outcomes, own), {.level = rules.level});
        if (!silent(common.models[m])) {
            measure(told, common.models[m], common, rules);
        }
        judge(told, result, rules);
    }
    return result;
}

} // namespace longmen::scoring
