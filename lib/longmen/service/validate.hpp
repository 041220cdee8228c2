// SPDX-License-Identifier: GPL-3.0-or-later
// Value models held against what happened after a day, side by side with what counting tells.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/report/validation_data.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/snapshot.hpp>
#include <longmen/store/workspace.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

struct ValidateRequest {
    std::string models_folder;
    std::vector<std::string> models; ///< ids or files; the yardsticks are added
    std::string outcome;             ///< see parse_outcome
    std::vector<Date> as_of;         ///< ascending, at least one
    std::optional<Date> until;       ///< of a single date; default: so many years later
    std::optional<int> years;        ///< default: that of the rules
    bool drop_undated = false;       ///< leave terms out that carry no date, instead of refusing the model
};

/// The models every validation holds the others against.
[[nodiscard]] const std::vector<std::string>& yardstick_models();

/// Year-ends `2005..2010`, or one year. UsageError.
[[nodiscard]] std::vector<Date> parse_year_ends(const std::string& text);

/// Scores are those of records and citations set back to each date; cohorts are those of the workspace on
/// that day, never a baseline, whose day is another. UsageError: no date; until not after as_of, or given
/// for several dates; a model with undated terms (named) unless they are dropped. DataError: outcomes later
/// than the data; see OutcomeSource.
[[nodiscard]] report::ValidationData validate_models(const store::Workspace& workspace,
                                                     const ValidateRequest& request, Progress& progress);

/// The same of the documents of a bulk snapshot, cut off at each date by its clock; the outcome is one of
/// citations. UsageError besides: another outcome. DataError: outcomes later than the snapshot, or a model
/// that takes granted patents only where no days of grant are known.
[[nodiscard]] report::ValidationData validate_snapshot(const store::Snapshot& snapshot,
                                                       const ValidateRequest& request, Threads& threads,
                                                       Progress& progress);

/// One row for each model of the whole, of each date, and with `by` (`field`, `year`, `office`) of each
/// group: `scope group model ... verdict`.
[[nodiscard]] Table validation_table(const report::ValidationData& data, std::string_view by, Lang lang);
[[nodiscard]] std::string validation_json(const report::ValidationData& data);
/// The first line of the first section is the verdict.
[[nodiscard]] std::vector<Section> validation_sections(const report::ValidationData& data,
                                                       std::string_view by, Lang lang);

} // namespace longmen::service
