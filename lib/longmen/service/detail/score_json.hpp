// SPDX-License-Identifier: GPL-3.0-or-later
// What the JSON of scores says before its rows, of a workspace and of a snapshot alike.
#pragma once

#include <longmen/service/score.hpp>

#include <nlohmann/json_fwd.hpp>

namespace longmen::service::detail {

/// `as_of model version model_checksum baseline lacking[] by`.
[[nodiscard]] nlohmann::ordered_json score_head(const scoring::ValueModel& model,
                                                const scoring::Scores& scores, ScoreSubject subject);

} // namespace longmen::service::detail
