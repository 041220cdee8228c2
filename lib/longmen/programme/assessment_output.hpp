// SPDX-License-Identifier: GPL-3.0-or-later
// An assessment as JSON and as tables. Keys never depend on the language.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/programme/assess.hpp>

#include <nlohmann/json_fwd.hpp>

namespace longmen::programme {

/// Keys: `programme version checksum scheme as_of year period_ended notes[] counts{} enterprises[]{name uscc
/// verdict year criteria[]{id metric value threshold state gap_cny gap_points evidence[]{figure year cny
/// source} series[]{year value state} mean only_mean only_one_year reason} leap_growth coverage growth[] rank
/// support_cny reason}`. Absent values are null. Texts are objects `{zh, en}`.
[[nodiscard]] nlohmann::ordered_json to_json(const Assessment& assessment);

/// One row for each enterprise and criterion: `rank name uscc verdict support_cny year id value threshold
/// state gap_cny gap_points evidence reason leap_growth coverage`.
[[nodiscard]] Table to_table(const Assessment& assessment, Lang lang);

/// One row for each enterprise, for the screen: `rank name verdict`, one column for each criterion (its id),
/// `leap_growth support_cny`.
[[nodiscard]] Table to_summary_table(const Assessment& assessment, Lang lang);

} // namespace longmen::programme
