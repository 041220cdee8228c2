// SPDX-License-Identifier: GPL-3.0-or-later
// Sheets of experts out of the workspace.
#include <longmen/store/expert_scores.hpp>

#include <longmen/store/detail/sqlite.hpp>

#include <charconv>
#include <filesystem>

namespace longmen::store {

std::vector<ExpertSheet> load_expert_sheets(const Workspace& workspace, std::string_view rule) {
    auto query = workspace.database().prepare(
        "SELECT s.id, s.patent_id, s.rule, s.scenario, s.scorer, s.date, i.path, s.import_id, c.indicator, "
        "c.score, c.reason, c.evidence, c.row"
        " FROM expert_sheet s JOIN import i ON i.id = s.import_id JOIN expert_score c ON c.sheet_id = s.id"
        " WHERE s.rule = ? AND s.replaced_by IS NULL ORDER BY s.patent_id, s.scorer_key, c.indicator");
    query.bind(1, rule);
    std::vector<ExpertSheet> sheets;
    std::int64_t last = 0; // no row has this id
    while (query.step()) {
        if (query.integer(0) != last) {
            last = query.integer(0);
            sheets.push_back({query.integer(1),
                              query.text(2),
                              query.text(3),
                              query.text(4),
                              query.text(5),
                              std::filesystem::path(query.text(6)).filename().string(),
                              query.integer(7),
                              {}});
        }
        ExpertScore score;
        score.indicator = query.text(8);
        if (!query.is_null(9)) {
            const auto text = query.view(9);
            std::from_chars(text.data(), text.data() + text.size(), score.score.emplace());
        }
        score.reason = query.text(10);
        score.evidence = query.text(11);
        score.row = static_cast<std::uint64_t>(query.integer(12));
        sheets.back().scores.push_back(std::move(score));
    }
    return sheets;
}

std::vector<std::string> list_expert_rules(const Workspace& workspace) {
    auto query = workspace.database().prepare(
        "SELECT DISTINCT rule FROM expert_sheet WHERE replaced_by IS NULL ORDER BY rule");
    std::vector<std::string> rules;
    while (query.step()) {
        rules.push_back(query.text(0));
    }
    return rules;
}

} // namespace longmen::store
