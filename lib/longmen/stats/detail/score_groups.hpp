// SPDX-License-Identifier: GPL-3.0-or-later
// Scores and what came of them, put together by equal score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longmen::stats::detail {

/// All members of one score.
struct ScoreGroup {
    double score = 0;
    std::size_t members = 0, positives = 0;
};

/// UsageError unless there are as many scores as outcomes, no score is NaN, and each outcome is 0 or 1.
void check_outcomes(std::span<const double> scores, std::span<const std::uint8_t> outcomes);
/// UsageError unless 0 < level < 1.
void check_level(double level);
/// UsageError unless each prediction lies in 0..1.
void check_predictions(std::span<const double> predictions);

/// Ascending by score, whatever the order of the input. Errors as of `check_outcomes`. O(n log n).
[[nodiscard]] std::vector<ScoreGroup> score_groups(std::span<const double> scores,
                                                   std::span<const std::uint8_t> outcomes);

struct Totals {
    std::size_t members = 0, positives = 0;
};
[[nodiscard]] Totals totals(std::span<const ScoreGroup> groups);

} // namespace longmen::stats::detail
