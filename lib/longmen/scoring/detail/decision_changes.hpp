// SPDX-License-Identifier: GPL-3.0-or-later
// All that alone turns a decision, one by one, as it is told.
#pragma once

#include <longmen/scoring/decisions.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::scoring::detail {

/// One thing that alone turns the decision on one candidate.
struct Change {
    std::string kind; ///< `weight:claims`, `input:claims`, `value:claims`, `rule`, `all_weights`
    Sentence what;
    double from = 0, to = 0, boundary = 0;
    std::optional<double> score, line;
    std::optional<std::uint32_t> rival;
    double relative = 0;              ///< share of the range by which it moves; what is nearest is told by it
    const TermInput* input = nullptr; ///< of `input:`: says how figures are shown
};

[[nodiscard]] std::vector<Change> changes_of(const Decisions& decisions, const DecisionMargin& margin);
/// A figure of a change as it is shown: places and whole figures as whole numbers, categories by name.
[[nodiscard]] Cell change_cell(const Decisions& decisions, const Change& change, double figure);
/// `its own Claims (claims) 11 → 9`.
[[nodiscard]] std::string change_text(const Change& change, Lang lang);

} // namespace longmen::scoring::detail
