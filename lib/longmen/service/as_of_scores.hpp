// SPDX-License-Identifier: GPL-3.0-or-later
// Scores as they could have been given on an earlier day.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/indicators/dating.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace longmen::service {

/// By Patent::id, of the records whose right has ended: when (store::load_ends).
using Ends = std::unordered_map<std::int64_t, Date>;

/// The workspace's corpus with every record set back to the day (see set_back).
[[nodiscard]] Corpus corpus_on(const store::Workspace& workspace, const std::string& models_folder,
                               const Ends& ends, const Date& day);

/// Scores of a corpus set back; terms that take a column without a date are undefined (no_data). Cohorts are
/// those of the corpus on that day.
[[nodiscard]] scoring::Scores scores_on(const store::Workspace& workspace, const std::string& models_folder,
                                        const Corpus& corpus, const scoring::ValueModel& model,
                                        Progress& progress);

/// Values by place, for `size` places; NaN where there is none.
[[nodiscard]] std::vector<double> values_of(const scoring::Scores& scores, std::size_t size);

/// Keys of a model's inputs of one dating, each once.
[[nodiscard]] std::vector<std::string> inputs_of(const scoring::ValueModel& model, indicators::Dating dating);

/// UsageError naming the inputs without a date that a model takes.
void refuse_undated(const scoring::ValueModel& model);

} // namespace longmen::service
