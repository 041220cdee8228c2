// SPDX-License-Identifier: GPL-3.0-or-later
// Value scores of the documents of a bulk snapshot: columns in, rows out, no record of a document in between.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/base/table.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/service/score.hpp>
#include <longmen/store/snapshot.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

/// Scores by document of the snapshot, those until the cut-off date.
struct ScoredSnapshot {
    scoring::ValueModel model;
    scoring::Scores scores;
    std::string clock; ///< of the snapshot: what years, ages and windows run from
};

/// Terms that the columns of the snapshot cannot give are undefined. Later documents do not exist. Cohorts
/// have the year of the snapshot's clock. DataError: no date; the model takes granted patents only, and the
/// snapshot has no days of grant. UsageError: no such model or baseline.
[[nodiscard]] ScoredSnapshot score_snapshot(const store::Snapshot& snapshot, const ScoreRequest& request,
                                            Threads& threads, Progress& progress);

/// Field, sector, office and year of the first `documents` of a snapshot.
[[nodiscard]] scoring::Placement place_documents(const store::Snapshot& snapshot,
                                                 const indicators::TechnologyFields& fields, Date as_of,
                                                 std::size_t documents);

/// Values by one model as they could have been given on a day: of what carries no date
/// (`indicators/dating.hpp`) nothing is known, and no ranks are made.
[[nodiscard]] scoring::Scores dated_snapshot_scores(const store::Snapshot& snapshot,
                                                    const std::string& models_folder,
                                                    const scoring::ValueModel& model, Date as_of,
                                                    Threads& threads, Progress& progress);

/// Keys of the indicators the models take that the columns of a snapshot cannot give, each once.
[[nodiscard]] std::vector<std::string> lacking_inputs(const store::Snapshot& snapshot,
                                                      const std::vector<scoring::ValueModel>& models,
                                                      Threads& threads);

/// The columns of `score_table` by patent; titles are empty, for a snapshot has none. `top` rows, 0 for all.
[[nodiscard]] Table snapshot_score_table(const store::Snapshot& snapshot, const ScoredSnapshot& scored,
                                         Lang lang, std::size_t top);
/// The same as separated text, in pieces.
void write_snapshot_scores(const store::Snapshot& snapshot, const ScoredSnapshot& scored, std::size_t top,
                           char separator, Threads& threads,
                           const std::function<void(std::string_view)>& sink);
/// The JSON of `score_json` with `clock`, in pieces.
void write_snapshot_scores_json(const store::Snapshot& snapshot, const ScoredSnapshot& scored,
                                Threads& threads, const std::function<void(std::string_view)>& sink);

/// One score opened, with what the snapshot holds of the document. UsageError when the snapshot has no such
/// document until the cut-off date.
[[nodiscard]] Explanation explain_document(const store::Snapshot& snapshot, const ScoredSnapshot& scored,
                                           const std::string& who, Lang lang);

/// By which model, as of when, over how many documents, and what the clock is.
[[nodiscard]] std::string snapshot_score_statement(const ScoredSnapshot& scored, Lang lang);

} // namespace longmen::service
