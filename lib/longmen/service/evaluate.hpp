// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation of the patents of a workspace under a rule, with the scores of experts it holds.
#pragma once

#include <longmen/programme/evaluation.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/service/section.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::service {

inline constexpr std::string_view every_scenario = "all";

/// What a missing indicator does to a result, and how it is shown.
enum class EvaluationMode : std::uint8_t {
    available, ///< what is known, renormalised
    strict,    ///< missing counts 0
    range,     ///< bounds only: missing at 0 and at 100
};

struct EvaluateRequest {
    std::string models_folder;
    std::string rule = "gbt-42748"; ///< a file or name
    std::string scenario;           ///< id, or `all`
    EvaluationMode mode = EvaluationMode::available;
    std::optional<Date> as_of; ///< default: the workspace's data date. When given, sheets of later days
                               ///< are left out
    std::vector<std::string> numbers; ///< in any form; empty: all patents
};

struct EvaluatedPatent {
    std::size_t patent = 0; ///< position in the corpus
    programme::EvaluationInput input;
    std::vector<programme::Evaluation> scenarios; ///< in the order of EvaluationList::scenarios
};

struct EvaluationList {
    Corpus corpus;
    programme::EvaluationRule rule;
    std::vector<std::size_t> scenarios; ///< positions in the rule
    EvaluationMode mode{};
    bool all = false;                     ///< every patent of the workspace
    std::vector<EvaluatedPatent> patents; ///< as asked for; all: by total, then number
    std::size_t sheets = 0;               ///< of experts that counted, over all patents
    std::size_t later_sheets = 0;         ///< left out because of their date
};

/// UsageError: no such rule, scenario, or patent. DataError: see load_corpus; a sheet of experts with an
/// indicator that the rule does not have.
[[nodiscard]] EvaluationList evaluate_workspace(const store::Workspace& workspace,
                                                const EvaluateRequest& request);

/// One scenario: `number title applicant state total legal.. coverage by_expert by_provisional by_data
/// by_proxy low high scorers spread_sd spread_low spread_high provisional`, with a column for each dimension
/// by its id; in range mode `low` and `high` alone stand for the total and the dimensions have none. Several:
/// `number title applicant` and `<scenario>_total`, or `_low` and `_high`, and `<scenario>_coverage` of each.
/// `top` rows, 0 for all.
[[nodiscard]] Table evaluation_table(const EvaluationList& list, Lang lang, std::size_t top);
/// One patent in one scenario, opened: `id first second indicator class weight origin score scorers sd low
/// high experts basis raw anchors`.
[[nodiscard]] Table evaluation_details(const EvaluationList& list, std::size_t at, Lang lang);
/// The whole of it: result by scenario, levels, then every opinion.
[[nodiscard]] std::vector<Section> evaluation_sections(const EvaluationList& list, std::size_t at, Lang lang);
/// By which rule and scenario, as of when, whose weights, what is missing: one sentence each.
[[nodiscard]] std::vector<std::string> evaluation_statement(const EvaluationList& list, Lang lang);
/// `as_of rule{} mode notice{} minimum_scorers patents[]`; each patent with its scenarios, each of these with
/// the tree of weights and scores down to opinions and proxies, so that the total can be worked out again.
/// Without the tree when all patents were asked for.
[[nodiscard]] std::string evaluation_json(const EvaluationList& list);

} // namespace longmen::service
