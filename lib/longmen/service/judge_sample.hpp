// SPDX-License-Identifier: GPL-3.0-or-later
// A random sample of everything a search found, as a sheet for a person to judge.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/store/judgements.hpp>
#include <longmen/store/searches.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

/// The number behind `#3`; nothing when the text is no number of a run.
[[nodiscard]] std::optional<std::int64_t> run_number(std::string_view text);

/// All a logged search finds in the workspace as it is now.
struct RunSet {
    store::LoggedSearch run;
    std::vector<std::int64_t> ids; ///< rows of the workspace, ascending
    std::int64_t generation = 0;   ///< searched now
};

/// The index is brought forward first. UsageError: no such run.
[[nodiscard]] RunSet run_set(const store::Workspace& workspace, std::int64_t run,
                             const std::string& models_folder, Progress& progress);

struct SampleRequest {
    std::string models_folder;
    std::string search;              ///< `#3`, or a query (also `@name`), which is run and logged first
    std::optional<std::size_t> size; ///< else the smallest that may be called enough
    std::int64_t seed = 1;           ///< from 0
    std::string person, at;
};

struct DrawnSample {
    store::JudgedSample sample;
    store::LoggedSearch run;
    std::size_t smallest = 0; ///< that would be enough
    bool changed = false;     ///< the run counted other hits when it was logged
    std::string sheet;        ///< bytes of an XLSX form
};

/// The sample is kept in the workspace, so that its sheet is known again. Same workspace, run, size and seed
/// give the same records, whatever the order of imports. UsageError: nothing found, no such run, a size of 0.
[[nodiscard]] DrawnSample draw_sample(store::Workspace& workspace, const SampleRequest& request, Lang lang,
                                      Progress& progress);

} // namespace longmen::service
