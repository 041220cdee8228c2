// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts and figures of a validation in words, the same on the screen and on the page.
#pragma once

#include <longmen/base/table.hpp>
#include <longmen/report/validation_data.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::report {

/// `0.712 (0.684–0.738)`, empty when there is none.
[[nodiscard]] std::string area_text(const Measured<stats::RocArea>& area);
/// `+0.041 (+0.012–+0.070)`.
[[nodiscard]] std::string difference_text(const Measured<stats::RocDifference>& difference);
/// Calibration slope with its interval.
[[nodiscard]] std::string slope_text(const scoring::ModelJudgement& told);

/// One line for each model that is no yardstick, with the conditions it did not meet; of the yardsticks
/// alone, one line that says so.
[[nodiscard]] std::vector<std::string> verdict_lines(const ValidationData& data, Lang lang);
/// The verdict alone of each model that is no yardstick: what a page begins with.
[[nodiscard]] std::vector<std::string> verdict_headlines(const ValidationData& data, Lang lang);
/// A row for each model: average precision, share of all with the outcome, lift at the top, Kendall's tau,
/// Brier score, calibration slope; empty where there is none.
[[nodiscard]] Table figure_table(const ValidationData& data, Lang lang);
/// Outcome, dates, how many patents, how many were lost, where probabilities come from, what was left out.
[[nodiscard]] std::vector<std::string> basis_lines(const ValidationData& data, Lang lang);

/// Areas of each model, a row for each date, or for each group of `by` (`field`, `year`, `office`).
[[nodiscard]] Table area_table_of_dates(const ValidationData& data, Lang lang);
[[nodiscard]] Table area_table_of_groups(const ValidationData& data, std::string_view by, Lang lang);

} // namespace longmen::report
