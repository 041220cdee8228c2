// SPDX-License-Identifier: GPL-3.0-or-later
// Value scores of a workspace, and one of them opened down to file and row.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <optional>
#include <string>
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

/// `top` rows, 0 for all.
[[nodiscard]] Table score_table(const Scored& scored, ScoreSubject subject, Lang lang, std::size_t top);
/// `{as_of, model, version, model_checksum, by, rows[]}`.
[[nodiscard]] std::string score_json(const Scored& scored, ScoreSubject subject);
/// One line that says by which model, as of when, over how many patents.
[[nodiscard]] std::string score_statement(const Scored& scored, Lang lang);

struct Explanation {
    std::vector<Section> sections;
    Table table;      ///< terms of a patent, families of an enterprise or park
    std::string json; ///< the whole trace with its inputs, each with file, row and column
};

/// `who` is a patent in any form of its numbers, an enterprise by code or any name, or a park.
/// UsageError when it is none of these.
[[nodiscard]] Explanation explain(const store::Workspace& workspace, const Scored& scored,
                                  const std::string& who, Lang lang);

} // namespace longmen::service
