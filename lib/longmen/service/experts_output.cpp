// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of experts' sheets.
#include <longmen/service/experts_output.hpp>

#include <longmen/base/model_files.hpp>
#include <longmen/base/text.hpp>
#include <longmen/programme/evaluation_rule.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/store/expert_scores.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace longmen::service {
namespace {

std::optional<programme::EvaluationRule> find_rule(const std::string& models_folder, const std::string& id) {
    const auto files = list_model_files(models_folder, "evaluation");
    if (std::ranges::none_of(files, [&](const ModelFile& file) { return file.id == id; })) {
        return std::nullopt;
    }
    return programme::load_evaluation_rule(models_folder, id);
}

bool is_complete(const store::ExpertSheet& sheet, const programme::EvaluationRule& rule) {
    return std::ranges::all_of(rule.indicators, [&](const auto& indicator) {
        return std::ranges::any_of(sheet.scores, [&](const store::ExpertScore& score) {
            return score.indicator == indicator.id && score.score;
        });
    });
}

} // namespace

std::vector<ExpertTally> tally_experts(const store::Workspace& workspace, const std::string& models_folder) {
    std::vector<ExpertTally> tallies;
    for (const auto& id : store::list_expert_rules(workspace)) {
        const auto sheets = store::load_expert_sheets(workspace, id);
        ExpertTally tally;
        tally.rule = id;
        tally.sheets = sheets.size();
        std::set<std::string> scorers;
        std::map<std::int64_t, std::size_t> sheets_of;
        for (const auto& sheet : sheets) {
            scorers.insert(fold_key(sheet.scorer));
            ++sheets_of[sheet.patent];
            tally.first = tally.first.empty() ? sheet.date : std::min(tally.first, sheet.date);
            tally.last = std::max(tally.last, sheet.date);
        }
        tally.scorers = scorers.size();
        tally.patents = sheets_of.size();
        if (const auto rule = find_rule(models_folder, id)) {
            tally.incomplete = static_cast<std::size_t>(
                std::ranges::count_if(sheets, [&](const auto& sheet) { return !is_complete(sheet, *rule); }));
            tally.short_of_scorers = static_cast<std::size_t>(std::ranges::count_if(
                sheets_of, [&](const auto& patent) { return patent.second < rule->minimum_scorers; }));
        }
        tallies.push_back(std::move(tally));
    }
    return tallies;
}

Table expert_table(const std::vector<ExpertTally>& tallies, Lang lang) {
    auto table = table_with({{"rule", {"评估规则", "Rule"}},
                             {"sheets", {"评分表", "Sheets"}},
                             {"scorers", {"评分人", "Scorers"}},
                             {"patents", {"涉及专利", "Patents"}},
                             {"first", {"最早评分日", "First scored"}},
                             {"last", {"最近评分日", "Last scored"}},
                             {"incomplete", {"未评全的表", "Incomplete sheets"}},
                             {"short_of_scorers", {"评分人数不足的专利", "Patents short of scorers"}}},
                            lang);
    for (const auto& tally : tallies) {
        table.rows.push_back({tally.rule, count_cell(tally.sheets), count_cell(tally.scorers),
                              count_cell(tally.patents), tally.first, tally.last,
                              tally.incomplete ? count_cell(*tally.incomplete) : Cell{},
                              tally.short_of_scorers ? count_cell(*tally.short_of_scorers) : Cell{}});
    }
    return table;
}

} // namespace longmen::service
