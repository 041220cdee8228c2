// SPDX-License-Identifier: GPL-3.0-or-later
// Where documents stand within their cohort, beside the indicators themselves.
#pragma once

#include <longmen/service/indicators.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

inline constexpr std::string_view percentile_suffix = "_percentile";
inline constexpr std::string_view cohort_suffix = "_cohort";

/// Puts two columns behind each one that holds numbers: `<key>_percentile`, the mid-rank percentile in 0..1
/// within the cohort, and `<key>_cohort`, the cohort's name. Cohorts are office x year x technology field
/// (`cells_of`), widened by the rule of `stats::widen_cohort` up to the least size in
/// `baselines/cohorts.toml` of the models folder: those of the data themselves, or of a baseline (which has
/// no step `corpus`). Undefined as `scoring::column_percentiles`; no_data where the baseline lacks the
/// indicator. Right-censored values stay so.
void add_percentiles(const store::Snapshot& snapshot, const Corpus* corpus, const PercentileRequest& request,
                     IndicatorResult& result, Threads& threads);

/// Heading of a column of indicators, of those two as well.
[[nodiscard]] std::string result_heading(std::string_view key, Lang lang);

} // namespace longmen::service
