// SPDX-License-Identifier: GPL-3.0-or-later
// What an indicator of an evaluation rests on, in words.
#pragma once

#include <longmen/programme/evaluation.hpp>

#include <string>

namespace longmen::service::detail {

[[nodiscard]] inline std::string state_word(programme::EvaluationState state, Lang lang) {
    return std::string{programme::evaluation_state_text(state).in(lang)};
}
/// `甲 85; 乙 70`: scorers with their scores.
[[nodiscard]] std::string opinion_words(const programme::IndicatorInput& input);
/// Name of the measure or the events; without data the reason.
[[nodiscard]] std::string basis_words(const programme::EvaluationIndicator& indicator,
                                      const programme::IndicatorInput& input, Lang lang);
/// The value taken, marked where it is not complete; empty without data.
[[nodiscard]] std::string raw_words(const programme::IndicatorInput& input, Lang lang);
/// `0→20, 1→60`; empty without data.
[[nodiscard]] std::string anchor_words(const programme::EvaluationIndicator& indicator,
                                       const programme::IndicatorInput& input, Lang lang);

} // namespace longmen::service::detail
