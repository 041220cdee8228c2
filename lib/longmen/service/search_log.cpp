// SPDX-License-Identifier: GPL-3.0-or-later
// Shows and replays the log of searches.
#include <longmen/service/search_log.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/search/run.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/search_query.hpp>

namespace longmen::service {
namespace {

Text outcome_text(Replayed::Outcome outcome) {
    switch (outcome) {
    case Replayed::Outcome::same:
        return {"一致", "same"};
    case Replayed::Outcome::data_moved:
        return {"数据已更新", "data changed"};
    case Replayed::Outcome::differs:
        return {"不一致", "differs"};
    case Replayed::Outcome::unreadable:
        break;
    }
    return {"检索式无法读取", "cannot be read"};
}

Cell number(std::int64_t value) {
    return count_cell(static_cast<std::size_t>(value));
}

} // namespace

Table search_log_table(const std::vector<store::LoggedSearch>& runs, Lang lang) {
    auto table = table_with({{"run", {"检索编号", "Run"}},
                             {"at", {"时间", "At"}},
                             {"person", {"检索人", "Person"}},
                             {"query", {"检索式", "Query"}},
                             {"canonical", {"规范检索式", "Read as"}},
                             {"scope", {"检索范围", "Scope"}},
                             {"as_of", {"数据截至", "Data as of"}},
                             {"generation", {"数据版本", "Generation"}},
                             {"total", {"申请（件）", "Applications"}},
                             {"publications", {"公开文献（件）", "Publications"}},
                             {"families", {"专利族（项）", "Families"}}},
                            lang);
    for (const auto& run : runs) {
        table.rows.push_back({number(run.id), text_cell(run.at), text_cell(run.person), run.query,
                              text_cell(run.canonical), text_cell(run.scope), text_cell(run.as_of),
                              number(run.generation), number(run.hits),
                              run.publications ? number(*run.publications) : Cell{}, number(run.families)});
    }
    return table;
}

Table saved_searches_table(const std::vector<store::SavedSearch>& saved, Lang lang) {
    auto table = table_with({{"name", {"名称", "Name"}},
                             {"query", {"检索式", "Query"}},
                             {"at", {"时间", "At"}},
                             {"person", {"检索人", "Person"}}},
                            lang);
    for (const auto& one : saved) {
        table.rows.push_back({one.name, one.query, text_cell(one.at), text_cell(one.person)});
    }
    return table;
}

std::vector<Replayed> replay_searches(const store::Workspace& workspace,
                                      const std::vector<store::LoggedSearch>& runs,
                                      const std::string& models_folder) {
    search::Searcher searcher(workspace, search::load_settings(models_folder));
    search::SearchOptions count;
    count.limit = 0;
    std::vector<Replayed> replayed;
    for (const auto& run : runs) {
        auto& now = replayed.emplace_back();
        now.then = run;
        try {
            const auto query =
                read_canonical(run.canonical.empty() ? run.query : run.canonical, models_folder);
            const auto result = searcher.run(query, count);
            now.generation = result.generation;
            now.hits = static_cast<std::int64_t>(result.total);
            now.families = static_cast<std::int64_t>(result.families);
            const bool same = now.hits == run.hits && now.families == run.families;
            now.outcome = same                               ? Replayed::Outcome::same
                          : now.generation != run.generation ? Replayed::Outcome::data_moved
                                                             : Replayed::Outcome::differs;
        } catch (const UsageError&) {
            now.outcome = Replayed::Outcome::unreadable;
        }
    }
    return replayed;
}

Table replay_table(const std::vector<Replayed>& runs, Lang lang) {
    auto table = table_with({{"run", {"检索编号", "Run"}},
                             {"query", {"检索式", "Query"}},
                             {"generation", {"当时数据版本", "Generation then"}},
                             {"total", {"当时申请（件）", "Applications then"}},
                             {"families", {"当时专利族（项）", "Families then"}},
                             {"generation_now", {"现数据版本", "Generation now"}},
                             {"total_now", {"现申请（件）", "Applications now"}},
                             {"families_now", {"现专利族（项）", "Families now"}},
                             {"outcome", {"结果", "Outcome"}}},
                            lang);
    for (const auto& run : runs) {
        const bool read = run.outcome != Replayed::Outcome::unreadable;
        table.rows.push_back({number(run.then.id), run.then.query, number(run.then.generation),
                              number(run.then.hits), number(run.then.families),
                              read ? number(run.generation) : Cell{}, read ? number(run.hits) : Cell{},
                              read ? number(run.families) : Cell{},
                              std::string{outcome_text(run.outcome).in(lang)}});
    }
    return table;
}

} // namespace longmen::service
