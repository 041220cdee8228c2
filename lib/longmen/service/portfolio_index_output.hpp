// SPDX-License-Identifier: GPL-3.0-or-later
// The Longmen portfolio value of the enterprises assessed, for people and as JSON.
#pragma once

#include <longmen/service/assess.hpp>

#include <nlohmann/json_fwd.hpp>

namespace longmen::service {

/// One row an enterprise, by rank: `rank enterprise portfolio_value coverage`, each part with its percentile,
/// and the rank under each alternative; in words how far these agree.
[[nodiscard]] Section portfolio_section(const Assessed& assessed, Lang lang);
/// `{rule{}, year, enterprises[]{name uscc rank value coverage parts{} alternatives{}}, agreement[]}`.
[[nodiscard]] nlohmann::ordered_json portfolio_json(const Assessed& assessed);

} // namespace longmen::service
