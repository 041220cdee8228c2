// SPDX-License-Identifier: GPL-3.0-or-later
// Value scores of a workspace, and one of them opened down to file and row.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/cohort_bootstrap.hpp>
#include <longmen/scoring/decisions.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

struct ScoreRequest {
    std::string models_folder;
    std::string model = "longmen-first";
    std::optional<Date> as_of; ///< default: the workspace's data date
    std::string baseline{};    ///< a file or name; empty: what the model names, else the workspace itself
};

/// A corpus with the scores one model gives it.
struct Scored {
    Corpus corpus;
    scoring::ValueModel model;
    scoring::Scores scores;
};

/// DataError when the workspace holds nothing; UsageError when there is no such model.
[[nodiscard]] Scored score_workspace(const store::Workspace& workspace, const ScoreRequest& request,
                                     Progress& progress);

enum class ScoreSubject : std::uint8_t { patent, enterprise, park };
[[nodiscard]] std::string_view score_subject_key(ScoreSubject subject);

/// `top` rows, 0 for all. With a bootstrap also `value_low value_high draw_rank_low draw_rank_high`.
[[nodiscard]] Table score_table(const Scored& scored, ScoreSubject subject, Lang lang, std::size_t top,
                                const scoring::CohortBootstrap* bootstrap = nullptr);
/// `{as_of, model, version, model_checksum, by, rows[]}`.
[[nodiscard]] std::string score_json(const Scored& scored, ScoreSubject subject,
                                     const scoring::CohortBootstrap* bootstrap = nullptr);
/// How to read the columns of a bootstrap.
[[nodiscard]] std::string bootstrap_statement(const scoring::CohortBootstrap& bootstrap, Lang lang);
/// Terms that no patent has a value of: the data lack what they need.
[[nodiscard]] std::vector<const scoring::ValueTerm*> lacking_terms(const scoring::ValueModel& model,
                                                                   const scoring::Scores& scores);
/// A sentence naming them; empty when there are none.
[[nodiscard]] std::string lacking_statement(const scoring::ValueModel& model, const scoring::Scores& scores,
                                            Lang lang);
/// One line that says by which model, as of when, over how many patents.
[[nodiscard]] std::string score_statement(const Scored& scored, Lang lang);

/// Decisions at a line through the scored patents: of `who` (a number in any form), or of those near the
/// line. UsageError when there is no such patent, when it has no value, or as patent_choice says.
[[nodiscard]] scoring::Decisions decide_patents(const store::Workspace& workspace, const Scored& scored,
                                                const scoring::Line& line, const std::string& who,
                                                Threads& threads);

struct Explanation {
    std::vector<Section> sections;
    Table table;      ///< terms of a patent, families of an enterprise or park
    std::string json; ///< the whole trace with its inputs, each with file, row and column
};

/// `who` is a patent in any form of its numbers, an enterprise by code or any name, or a park.
/// UsageError when it is none of these.
[[nodiscard]] Explanation explain(const store::Workspace& workspace, const Scored& scored,
                                  const std::string& who, Lang lang);

/// Puts the decision on a patent among its sections and, as `decision`, into the JSON.
void add_decision(Explanation& explanation, const scoring::Decisions& decisions, Lang lang);

} // namespace longmen::service
