// SPDX-License-Identifier: GPL-3.0-or-later
// Scores up the tree, and the same again for bounds and for each scorer.
#include <longmen/programme/evaluation.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace longmen::programme {
namespace {

using Scores = std::vector<std::optional<double>>;

constexpr double highest_score = 100;

/// Means of the level below, by shares, of those that are known.
template <typename Level>
Scores mean_of(const std::vector<Level>& level, const std::vector<double>& shares, const Scores& scores,
               std::size_t parents) {
    std::vector<double> weight(parents), sum(parents);
    for (std::size_t i = 0; i < level.size(); ++i) {
        if (scores[i] && shares[i] > 0) {
            weight[level[i].parent] += shares[i];
            sum[level[i].parent] += shares[i] * *scores[i];
        }
    }
    Scores means(parents);
    for (std::size_t i = 0; i < parents; ++i) {
        if (weight[i] > 0) {
            means[i] = sum[i] / weight[i];
        }
    }
    return means;
}

Levels climb(const EvaluationRule& rule, const Scenario& scenario, const Scores& scores) {
    Levels levels;
    levels.groups = mean_of(rule.indicators, scenario.indicators, scores, rule.groups.size());
    levels.dimensions = mean_of(rule.groups, scenario.groups, levels.groups, rule.dimensions.size());
    levels.total = mean_of(rule.dimensions, scenario.dimensions, levels.dimensions, 1).front();
    return levels;
}

/// With another value for what is missing.
Scores filled(const Scores& scores, double value) {
    Scores all;
    for (const auto& score : scores) {
        all.emplace_back(score.value_or(value));
    }
    return all;
}

Spread spread_of(const std::vector<double>& values) {
    Spread spread;
    spread.scorers = values.size();
    if (values.empty()) {
        return spread;
    }
    const auto [low, high] = std::ranges::minmax(values);
    spread.low = low;
    spread.high = high;
    if (values.size() > 1) {
        double sum = 0;
        for (const auto value : values) {
            sum += value;
        }
        const auto mean = sum / static_cast<double>(values.size());
        double squares = 0;
        for (const auto value : values) {
            squares += (value - mean) * (value - mean);
        }
        spread.deviation = std::sqrt(squares / static_cast<double>(values.size() - 1));
    }
    return spread;
}

double mean(const std::vector<double>& values) {
    double sum = 0;
    for (const auto value : values) {
        sum += value;
    }
    return sum / static_cast<double>(values.size());
}

/// Scores in an order that does not depend on that of the sheets.
std::vector<std::pair<std::string, double>> scores_of(const IndicatorInput& input) {
    std::vector<const ExpertOpinion*> opinions;
    for (const auto& opinion : input.opinions) {
        if (opinion.score) {
            opinions.push_back(&opinion);
        }
    }
    std::ranges::sort(opinions, {},
                      [](const ExpertOpinion* one) { return std::tie(one->scorer, one->date, *one->score); });
    std::vector<std::pair<std::string, double>> scores;
    for (const auto* opinion : opinions) {
        scores.emplace_back(opinion->scorer, *opinion->score);
    }
    return scores;
}

} // namespace

std::string_view origin_key(ScoreOrigin origin) {
    constexpr std::array<std::string_view, origin_count> keys{"expert", "provisional", "data", "proxy",
                                                              "missing"};
    return keys[static_cast<std::size_t>(origin)];
}

Text origin_text(ScoreOrigin origin) {
    constexpr std::array<Text, origin_count> texts{
        Text{"专家评分", "experts"}, Text{"专家评分（人数不足）", "experts, too few"}, Text{"数据", "data"},
        Text{"数据替代", "stand-in from data"}, Text{"缺失", "missing"}};
    return texts[static_cast<std::size_t>(origin)];
}

std::string_view evaluation_state_key(EvaluationState state) {
    constexpr std::array<std::string_view, 4> keys{"evaluated", "ended", "not_applicable", "no_evidence"};
    return keys[static_cast<std::size_t>(state)];
}

Text evaluation_state_text(EvaluationState state) {
    constexpr std::array<Text, 4> texts{Text{"已评估", "evaluated"},
                                        Text{"失效，不评估", "ended, not evaluated"},
                                        Text{"不适用", "not applicable"}, Text{"无依据", "no evidence"}};
    return texts[static_cast<std::size_t>(state)];
}

Evaluation evaluate(const EvaluationRule& rule, const Scenario& scenario, const EvaluationInput& input,
                    Missing missing) {
    Evaluation result;
    result.coverage.assign(origin_count, 0);
    Scores scores(rule.indicators.size());
    std::map<std::string, Scores> by_scorer;
    for (std::size_t i = 0; i < rule.indicators.size(); ++i) {
        const auto& given = input.indicators[i];
        auto& out = result.indicators.emplace_back();
        out.weight = rule.weight(scenario, i);
        const auto opinions = scores_of(given);
        std::vector<double> values;
        for (const auto& [scorer, score] : opinions) {
            values.push_back(score);
            by_scorer.try_emplace(scorer, rule.indicators.size()).first->second[i] = score;
        }
        if (!values.empty()) {
            out.origin =
                values.size() < rule.minimum_scorers ? ScoreOrigin::provisional : ScoreOrigin::expert;
            out.score = mean(values);
            out.spread = spread_of(values);
        } else if (given.data) {
            out.origin = rule.indicators[i].firm ? ScoreOrigin::data : ScoreOrigin::proxy;
            out.score = given.data->score;
        }
        if (out.origin != ScoreOrigin::missing) {
            scores[i] = out.score;
        }
        result.coverage[static_cast<std::size_t>(out.origin)] += out.weight;
        result.provisional = result.provisional || (out.origin == ScoreOrigin::provisional && out.weight > 0);
    }
    result.levels.dimensions.resize(rule.dimensions.size());
    result.levels.groups.resize(rule.groups.size());
    result.low = result.high = result.levels;
    auto levels = climb(rule, scenario, scores);
    result.state = !input.applicable                  ? EvaluationState::not_applicable
                   : input.dead && !scenario.dead_too ? EvaluationState::ended
                   : !levels.total                    ? EvaluationState::no_evidence
                                                      : EvaluationState::evaluated;
    if (result.state != EvaluationState::evaluated) {
        return result;
    }
    result.low = climb(rule, scenario, filled(scores, 0));
    result.high = climb(rule, scenario, filled(scores, highest_score));
    result.levels = missing == Missing::zero ? result.low : std::move(levels);
    std::vector<double> totals;
    for (const auto& [scorer, own] : by_scorer) {
        auto alone = scores;
        bool weighs = false;
        for (std::size_t i = 0; i < own.size(); ++i) {
            if (own[i]) {
                alone[i] = own[i];
                weighs = weighs || result.indicators[i].weight > 0;
            }
        }
        if (weighs) {
            totals.push_back(
                *climb(rule, scenario, missing == Missing::zero ? filled(alone, 0) : alone).total);
        }
    }
    result.spread = spread_of(totals);
    return result;
}

} // namespace longmen::programme
