// SPDX-License-Identifier: GPL-3.0-or-later
// A support programme applied to the enterprises of a workspace.
#pragma once

#include <longmen/programme/assess.hpp>
#include <longmen/programme/portfolio_index.hpp>
#include <longmen/programme/programme.hpp>
#include <longmen/programme/targets.hpp>
#include <longmen/scoring/decisions.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/section.hpp>

#include <optional>
#include <string>
#include <vector>

namespace longmen::service {

struct AssessRequest {
    std::string models_folder;
    std::string programme = "jinzhong-2020";
    std::string model = "longmen-first"; ///< values the portfolios whose growth is ranked
    std::optional<Date> as_of;           ///< default: the workspace's data date
    std::optional<int> year;             ///< default: the last full one with figures
    std::string scheme;                  ///< default: the first with criteria
    std::string expert_file;             ///< see `read_expert_words`; may be empty
    std::string baseline{};              ///< as of ScoreRequest
    std::optional<std::size_t> places{}; ///< in place of the scheme's quota
};

struct Assessed {
    Corpus corpus;
    programme::Programme programme;
    programme::Assessment assessment;
    programme::PortfolioIndices portfolio;       ///< at the end of the year assessed
    std::optional<scoring::Decisions> decisions; ///< see `decide_places`
    std::string model, model_version, model_checksum, baseline_checksum;
};

/// Portfolio values are those the model gives at the end of each year of the ranking's window.
/// UsageError when `places` is 0.
[[nodiscard]] Assessed assess_workspace(const store::Workspace& workspace, const AssessRequest& request,
                                        Progress& progress);

/// Adds what would turn each decision near the last place of the scheme; nothing where it has no quota, or
/// where no one is eligible.
void decide_places(Assessed& assessed, Threads& threads);

/// Words of experts from a table with the headings `enterprise`, `criterion`, `state` (met, not_met), `score`
/// (0-100, replaces the leap-growth score), `person`, `date`, `reason`; or 企业, 条件, 结论, 评分, 专家,
/// 日期, 理由. DataError with file and row on anything else.
[[nodiscard]] std::vector<programme::ExpertWord> read_expert_words(const std::string& path);

[[nodiscard]] std::vector<Section> assess_sections(const Assessed& assessed, Lang lang);
[[nodiscard]] std::string assess_json(const Assessed& assessed);

} // namespace longmen::service
