// SPDX-License-Identifier: GPL-3.0-or-later
// How far the plan's targets are, as far as the records can tell.
#pragma once

#include <longmen/programme/programme.hpp>
#include <longmen/record/patent.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace longmen::programme {

enum class TargetState : std::uint8_t { reached, not_reached, missing };
[[nodiscard]] std::string_view target_state_key(TargetState state);

/// What is known of one target. Targets are outcomes of a past period: a benchmark line, no live pass mark.
struct TargetProgress {
    std::string id;
    TargetState state = TargetState::missing;
    std::optional<double> value;                  ///< only when nothing about it is unknown
    std::optional<std::size_t> at_least, at_most; ///< bounds, when some records are not known
    std::optional<double> gap;                    ///< how many are missing to the target, 0 when reached
    Sentence reason;
};

struct TargetReport {
    Date as_of;
    int year = 0;
    std::size_t inside = 0, outside = 0; ///< patents counted and left out by the region
    std::vector<TargetProgress> targets; ///< those of `year`, order of the file
    std::vector<Sentence> notes;
};

/// Unit: applications (件) whose first patentee's address lies in the programme's region; a record without
/// address counts through its tie to an enterprise of the corpus. `valid_inventions` counts inventions in
/// force on `as_of`; a record whose type or status is unknown widens the bounds instead of counting as
/// nothing. Targets on marks, geographical
/// indications, copyrights, plant varieties and certified enterprises count the assets of the corpus that are
/// valid on `as_of`, see detail/asset_targets.hpp; without any of their kind, and all other targets, are
/// `missing` with what they would need. UsageError when the programme has no target of `year`.
[[nodiscard]] TargetReport target_progress(const Corpus& corpus, const Programme& programme,
                                           const Date& as_of, int year);

} // namespace longmen::programme
