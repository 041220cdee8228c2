// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the decision margins: one figure along a line, all weights by branch and bound.
#pragma once

#include <longmen/scoring/decision_margin.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace longmen::scoring::detail {

/// The decision on one candidate under changed figures.
struct Verdict {
    bool chosen = false;
    std::size_t away = 1; ///< at least so many pairs must change places before the decision can change
    std::optional<double> score, line;
    std::optional<std::uint32_t> rival;
};
[[nodiscard]] Verdict verdict(const Choice& choice, std::uint32_t candidate, std::span<const double> weights);

/// The nearest flip on a line of figures. `marks`: every place in low..high where a pair may change places,
/// once for each pair. `decide` is asked at marks and between them.
struct Line {
    double from = 0, low = 0, high = 1;
    double beyond = 1e-9;
    std::vector<double> marks;
    std::function<Verdict(double)> decide;
};
[[nodiscard]] std::optional<FigureFlip> nearest_flip(const Line& line);

/// Weight `term` at `value`, the others in proportion.
[[nodiscard]] std::vector<double> with_weight(std::span<const double> weights, std::size_t term,
                                              double value);

[[nodiscard]] std::optional<FigureFlip> weight_flip(const Choice& choice, std::uint32_t candidate,
                                                    std::size_t term, double beyond);
[[nodiscard]] std::optional<FigureFlip> value_flip(const Choice& choice, std::uint32_t candidate,
                                                   std::size_t term, double beyond);
[[nodiscard]] std::optional<FigureFlip> rule_flip(const Choice& choice, std::uint32_t candidate);

/// `known`: weights that flip already, if any are known; they start the search.
[[nodiscard]] WeightsFlip weights_flip(const Choice& choice, std::uint32_t candidate,
                                       std::span<const std::vector<double>> known,
                                       const DecisionMarginOptions& options);

} // namespace longmen::scoring::detail
