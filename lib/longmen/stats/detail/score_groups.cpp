// SPDX-License-Identifier: GPL-3.0-or-later
// One sort by score, then runs of equals.
#include <longmen/stats/detail/score_groups.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace longmen::stats::detail {

void check_outcomes(std::span<const double> scores, std::span<const std::uint8_t> outcomes) {
    if (scores.size() != outcomes.size()) {
        throw UsageError(sentence("有 {} 个得分，却有 {} 个结果", "there are {} scores but {} outcomes",
                                  scores.size(), outcomes.size()));
    }
    if (std::ranges::any_of(scores, [](double s) { return std::isnan(s); })) {
        throw UsageError(Sentence{"得分中有非数值", "a score is not a number"});
    }
    if (std::ranges::any_of(outcomes, [](std::uint8_t o) { return o > 1; })) {
        throw UsageError(Sentence{"结果只能是 0 或 1", "an outcome is 0 or 1"});
    }
}

void check_level(double level) {
    if (!(level > 0) || !(level < 1)) {
        throw UsageError(Sentence{"置信水平须在 0 与 1 之间", "a level of confidence lies between 0 and 1"});
    }
}

void check_predictions(std::span<const double> predictions) {
    if (std::ranges::any_of(predictions, [](double p) { return !(p >= 0) || !(p <= 1); })) {
        throw UsageError(Sentence{"预测概率须在 0 到 1 之间", "a predicted probability lies in 0..1"});
    }
}

std::vector<ScoreGroup> score_groups(std::span<const double> scores, std::span<const std::uint8_t> outcomes) {
    check_outcomes(scores, outcomes);
    std::vector<std::pair<double, std::uint8_t>> sorted;
    sorted.reserve(scores.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        sorted.emplace_back(scores[i] + 0.0, outcomes[i]); // -0 becomes 0
    }
    std::ranges::sort(sorted);
    std::vector<ScoreGroup> groups;
    for (const auto& [score, outcome] : sorted) {
        if (groups.empty() || groups.back().score != score) {
            groups.push_back({score, 0, 0});
        }
        ++groups.back().members;
        groups.back().positives += outcome;
    }
    return groups;
}

Totals totals(std::span<const ScoreGroup> groups) {
    Totals sums;
    for (const auto& group : groups) {
        sums.members += group.members;
        sums.positives += group.positives;
    }
    return sums;
}

} // namespace longmen::stats::detail
