// SPDX-License-Identifier: GPL-3.0-or-later
// One patent under a rule of evaluation: scores of experts where there are, what the data tell where not, and
// how much is known.
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/programme/evaluation_rule.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

/// What one expert says of one indicator.
struct ExpertOpinion {
    std::string scorer, date;
    std::optional<double> score; ///< absent: words only
    std::string reason, evidence;
    std::string file;
    std::uint64_t row = 0;
};

/// What the data tell of one indicator.
struct DataValue {
    std::size_t proxy = 0; ///< position among the proxies of the indicator
    double raw = 0;        ///< a number, a count, or the position of the category or case; see `word`
    std::string word;      ///< the category, the event that decided; empty for numbers
    double score = 0;
    bool complete = true; ///< no: right-censored
};

struct IndicatorInput {
    std::vector<ExpertOpinion> opinions; ///< in any order
    std::optional<DataValue> data;
    Undefined why = Undefined::no_data; ///< there is no `data`
};

struct EvaluationInput {
    bool applicable = true; ///< of a type the rule is for, and filed by the cut-off date
    bool dead = false;      ///< the right has ended
    std::vector<IndicatorInput> indicators;
};

enum class Missing : std::uint8_t {
    renormalise, ///< the weights of what is known stand for the rest
    zero,        ///< strict: what is missing counts 0
};

enum class ScoreOrigin : std::uint8_t {
    expert,
    provisional, ///< experts, fewer than the rule asks for
    data,        ///< the indicator itself, from the data
    proxy,       ///< a stand-in from the data, for an expert to confirm
    missing,
};
inline constexpr std::size_t origin_count = 5;
/// `expert`, `provisional`, `data`, `proxy`, `missing`
[[nodiscard]] std::string_view origin_key(ScoreOrigin origin);
[[nodiscard]] Text origin_text(ScoreOrigin origin);

/// How far experts lie apart.
struct Spread {
    std::size_t scorers = 0;
    std::optional<double> deviation; ///< sample standard deviation; of one there is none
    double low = 0, high = 0;        ///< meaningful with a scorer
};

struct IndicatorScore {
    ScoreOrigin origin = ScoreOrigin::missing;
    double score = 0;  ///< 0 to 100; meaningful unless missing
    double weight = 0; ///< in the whole
    Spread spread;
};

enum class EvaluationState : std::uint8_t {
    evaluated,
    ended,          ///< the right has ended, and the scenario is for rights that have not
    not_applicable, ///< see EvaluationInput::applicable
    no_evidence,    ///< nothing of weight is known
};
/// `evaluated`, `ended`, `not_applicable`, `no_evidence`
[[nodiscard]] std::string_view evaluation_state_key(EvaluationState state);
[[nodiscard]] Text evaluation_state_text(EvaluationState state);

/// Scores of the levels, each 0 to 100; nothing where nothing of weight below is known.
struct Levels {
    std::optional<double> total;
    std::vector<std::optional<double>> dimensions, groups;
};

struct Evaluation {
    EvaluationState state = EvaluationState::evaluated;
    Levels levels, low, high; ///< by the rule for what is missing; were all that is missing 0; were it 100
    std::vector<IndicatorScore> indicators;
    std::vector<double> coverage; ///< share of the weight by ScoreOrigin; the shares add up to 1
    Spread spread;                ///< of the totals that each scorer alone would give
    bool provisional = false;     ///< a score of weight rests on fewer experts than the rule asks for

    [[nodiscard]] double covered() const {
        return 1 - coverage[static_cast<std::size_t>(ScoreOrigin::missing)];
    }
};

/// Evaluation of one patent in one scenario.
///
/// Question    What is a patent worth on a scale of 0 to 100 for a purpose, how much of that is known, and
///             how far do the experts agree?
/// Definition  Third level: the mean of the experts' scores; where no expert scored, the data's value by the
///             points of its proxy; else missing. Second and first level, total: the mean of the level
///             below by the scenario's shares. What is missing is left out and the other shares renormalised,
///             or counts 0 (`Missing::zero`). Its bounds: all that is missing at 0, at 100. Coverage: the
///             share of the weight, product of the shares down the tree, by origin. Spread of the total: for
///             each scorer the total with his scores in place of the means wherever he scored; standard
///             deviation, least and greatest of these.
/// Source      gbt-42748-2023 for the tree and the use by scenarios; the aggregation, the anchors of the
///             proxies and the weights are this project's.
/// Variant     Scorers are not independent between indicators (one is strict, one is kind), so the spread of
///             the total is taken over scorers and not added up from the indicators' variances.
/// Undefined   no_evidence     nothing of weight is known.
///             ended           the right has ended, and the scenario does not evaluate such rights.
///             not_applicable  a type the rule is not for, or filed after the cut-off date.
/// Inputs      rule, scenario  of one file; input.indicators in the order of rule.indicators.
/// Result      Evaluation; when not evaluated, the indicators are filled in and the levels empty.
/// Errors      none.
/// Cost        O(indicators * scorers).
/// Stable      Opinions are ordered by scorer and date, sums go in the order of the rule: same bits whatever
///             the order of sheets and rows.
/// Checked by  test_evaluation
/// Grade       experimental since 0.4
[[nodiscard]] Evaluation evaluate(const EvaluationRule& rule, const Scenario& scenario,
                                  const EvaluationInput& input, Missing missing);

} // namespace longmen::programme
