// SPDX-License-Identifier: GPL-3.0-or-later
// Targets that count other assets than patents.
#pragma once

#include <longmen/programme/targets.hpp>

#include <cstddef>
#include <optional>

namespace longmen::programme::detail {

struct AssetCount {
    std::size_t known = 0;
    std::size_t unknown = 0; ///< perhaps valid, perhaps of the region, perhaps of the kind that counts
};

/// Assets the metric counts that are valid on `as_of` inside the region: by city, else county, else because
/// their owner is an enterprise of the corpus. `registered_trademarks` holds the marks of geographical
/// indications too; `geographical_indications` are these marks alone; `copyright_registrations` those of
/// works; `plant_varieties` those of forestry, as the plan has it; `ip_management_certified` counts
/// enterprises, not certificates, of either version of the standard. Nothing when no asset of these kinds is
/// on record, or the metric counts none.
[[nodiscard]] std::optional<AssetCount> count_assets(const Corpus& corpus, const Region& region,
                                                     TargetMetric metric, const Date& as_of);

/// Bounds, state, gap and reason of a target with a number.
void judge_assets(TargetProgress& progress, const Target& target, const AssetCount& count);

} // namespace longmen::programme::detail
