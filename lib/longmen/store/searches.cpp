// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps searches.
#include <longmen/store/searches.hpp>

#include <longmen/store/detail/sqlite.hpp>

namespace longmen::store {
namespace {

constexpr std::string_view log_columns =
    "SELECT id, at, person, query, canonical, scope, as_of, generation, hits, "
    "publications, families FROM search_log ";

LoggedSearch read(const detail::Statement& row) {
    return {row.integer(0), row.text(1), row.text(2),    row.text(3),    row.text(4),
            row.text(5),    row.text(6), row.integer(7), row.integer(8), row.optional_integer(9),
            row.integer(10)};
}

} // namespace

std::int64_t log_search(Workspace& workspace, const LoggedSearch& run) {
    Change change{workspace};
    auto add = workspace.database().prepare("INSERT INTO search_log(at, person, query, canonical, scope, "
                                            "as_of, generation, hits, publications, families) "
                                            "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    add.bind(1, run.at)
        .bind(2, run.person)
        .bind(3, run.query)
        .bind(4, run.canonical)
        .bind(5, run.scope)
        .bind(6, run.as_of)
        .bind(7, change.generation() - 1)
        .bind(8, run.hits)
        .bind(9, run.publications)
        .bind(10, run.families);
    add.run();
    const auto id = workspace.database().last_id();
    change.commit_unchanged();
    return id;
}

std::vector<LoggedSearch> logged_searches(const Workspace& workspace) {
    auto query = workspace.database().prepare(std::string{log_columns} + "ORDER BY id");
    std::vector<LoggedSearch> runs;
    while (query.step()) {
        runs.push_back(read(query));
    }
    return runs;
}

std::optional<LoggedSearch> logged_search(const Workspace& workspace, std::int64_t id) {
    auto query = workspace.database().prepare(std::string{log_columns} + "WHERE id = ?");
    query.bind(1, id);
    return query.step() ? std::optional{read(query)} : std::nullopt;
}

void save_search(Workspace& workspace, const SavedSearch& saved) {
    Change change{workspace};
    auto add =
        workspace.database().prepare("INSERT INTO saved_search(name, query, at, person) VALUES(?, ?, ?, ?)");
    add.bind(1, saved.name).bind(2, saved.query).bind(3, saved.at).bind(4, saved.person);
    add.run();
    change.commit_unchanged();
}

std::vector<SavedSearch> saved_searches(const Workspace& workspace) {
    auto query = workspace.database().prepare("SELECT name, query, at, person FROM saved_search AS s WHERE "
                                              "query <> '' AND id = (SELECT max(id) FROM "
                                              "saved_search WHERE name = s.name) ORDER BY name");
    std::vector<SavedSearch> saved;
    while (query.step()) {
        saved.push_back({query.text(0), query.text(1), query.text(2), query.text(3)});
    }
    return saved;
}

std::optional<SavedSearch> saved_search(const Workspace& workspace, std::string_view name) {
    for (auto& saved : saved_searches(workspace)) {
        if (saved.name == name) {
            return std::move(saved);
        }
    }
    return std::nullopt;
}

std::int64_t count_publications(const Workspace& workspace, const std::vector<std::int64_t>& ids) {
    auto query = workspace.database().prepare("SELECT count(*) FROM publication WHERE patent_id = ?");
    std::int64_t count = 0;
    for (const auto id : ids) {
        query.bind(1, id);
        query.step();
        count += query.integer(0);
        query.reset();
    }
    return count;
}

} // namespace longmen::store
