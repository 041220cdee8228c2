// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and recall of the searches a navigation report rests on.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/report/search_quality.hpp>
#include <longmen/store/workspace.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

/// A run of the log, and the reference set its recall is held against; none when empty.
struct QualityChoice {
    std::int64_t run = 0;
    std::string reference;
};

/// `#3`, or `#3:name` with a reference set. UsageError for anything else.
[[nodiscard]] QualityChoice read_quality_choice(std::string_view text);

/// As `judge_report` for each choice; without choices of every run of which somebody has judged something.
/// The index is brought forward when there is anything to count. UsageError: no such run or reference set, or
/// a run with neither.
[[nodiscard]] report::SearchQuality search_quality(const store::Workspace& workspace,
                                                   std::vector<QualityChoice> choices,
                                                   const std::string& models_folder, Progress& progress);

} // namespace longmen::service
