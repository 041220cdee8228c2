// SPDX-License-Identifier: GPL-3.0-or-later
// Who is chosen: the best k by a weighted mean, or all that reach a threshold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace longmen::scoring {

/// Exactly one of `best` and `at_least` is given.
struct ChoiceRule {
    std::optional<std::size_t> best; ///< so many are chosen
    std::optional<double> at_least;  ///< all with this score or more are chosen, 0..1
    /// Share of the weight that must be measured for a score, above 0 and below 1.
    double least_coverage = 0.01;
    double grain = 1e9; ///< scores are rounded to 1/grain, so that rounding noise decides nothing
};

/// Candidates, their normalised terms and the weights under which they were chosen.
struct Choice {
    std::vector<double> values;  ///< 0..1, candidate after candidate; NaN where a term is undefined
    std::vector<double> weights; ///< by term; not negative, sum 1
    ChoiceRule rule;
    /// Between equal scores the smaller goes first. All different; empty: the order of the candidates.
    std::vector<std::uint32_t> tie_places{};

    [[nodiscard]] std::size_t terms() const { return weights.size(); }
    [[nodiscard]] std::size_t candidates() const {
        return weights.empty() ? 0 : values.size() / weights.size();
    }
    [[nodiscard]] std::span<const double> row(std::size_t candidate) const {
        return std::span{values}.subspan(candidate * terms(), terms());
    }
    [[nodiscard]] std::uint32_t tie_place(std::size_t candidate) const {
        return tie_places.empty() ? static_cast<std::uint32_t>(candidate) : tie_places[candidate];
    }
};

/// UsageError when a value, a weight, the rule or the tie places are not as said above.
void check_choice(const Choice& choice);

/// Weighted mean over the terms that are defined, not rounded; nothing below the least coverage.
[[nodiscard]] std::optional<double> score_of(const Choice& choice, std::size_t candidate,
                                             std::span<const double> weights);

/// Larger is better; all different. Rounded score first, then the tie place; those without a score last.
[[nodiscard]] std::uint64_t choice_key(const Choice& choice, std::size_t candidate,
                                       std::optional<double> score);
[[nodiscard]] inline bool has_score(std::uint64_t key) {
    return key >> 32U != 0;
}

struct Chosen {
    std::vector<std::optional<double>> scores;
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> places; ///< from 1, all different; those without a score last
    std::vector<char> chosen;          ///< one without a score is never chosen
};

/// The decision under any weights, by the plain definition. O(n m + n log n).
[[nodiscard]] Chosen chosen_under(const Choice& choice, std::span<const double> weights);

} // namespace longmen::scoring
