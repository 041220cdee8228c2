// SPDX-License-Identifier: GPL-3.0-or-later
// Searches a workspace.
#include <longmen/service/search.hpp>

#include <longmen/search/query_print.hpp>
#include <longmen/search/topic.hpp>
#include <longmen/service/search_query.hpp>
#include <longmen/store/searches.hpp>
#include <longmen/store/texts.hpp>

#include <filesystem>

namespace longmen::service {
namespace {

/// What may have been meant, from the words of all titles.
std::vector<search::Suggestion> suggestions(const store::Workspace& workspace, const search::QueryNode& query,
                                            const std::string& models_folder) {
    const auto settings =
        search::read_spelling_settings(Config::read(models_folder + "/search/spelling.toml"));
    std::vector<std::string> titles;
    store::each_text(workspace, -1, [&](const store::TextRecord& record) {
        for (const auto* title : {&record.title, &record.title_en}) {
            if (!title->empty()) {
                titles.push_back(*title);
            }
        }
    });
    return search::suggest(query, search::gather_vocabulary(titles, settings.least), settings);
}

} // namespace

Found search_workspace(store::Workspace& workspace, const SearchRequest& request, Progress& progress) {
    Found found;
    found.query = request.query;
    found.by_family = request.options.by_family;
    auto read = read_query(&workspace, request);
    found.hints = std::move(read.hints);
    found.added = std::move(read.added);
    found.canonical = search::print_query(read.query);
    const auto settings = search::load_settings(request.models_folder);
    found.update = search::update_index(workspace, settings, progress);
    search::Searcher searcher(workspace, settings);
    found.result = searcher.run(read.query, request.options);
    found.publications = store::count_publications(workspace, found.result.rows);
    if (found.result.total == 0) {
        found.suggestions = suggestions(workspace, read.query, request.models_folder);
    }
    const auto date = workspace.data_date();
    found.as_of = date ? date->iso() : std::string{};
    store::LoggedSearch run;
    run.at = request.at;
    run.person = request.person;
    run.query = request.query;
    run.canonical = found.canonical;
    run.scope = std::string{request.synonyms ? "synonyms" : ""} +
                (request.within.empty() || !request.synonyms ? "" : "; ") +
                (request.within.empty() ? "" : "within " + request.within);
    run.as_of = found.as_of;
    run.hits = static_cast<std::int64_t>(found.result.total);
    run.publications = found.publications;
    run.families = static_cast<std::int64_t>(found.result.families);
    found.run = store::log_search(workspace, run);
    if (!request.save_as.empty()) {
        const bool as_typed =
            !request.synonyms && request.within.empty() && !search::is_topic(request.query, settings);
        store::save_search(workspace, {request.save_as, as_typed ? request.query : found.canonical,
                                       request.at, request.person});
    }
    return found;
}

Found search_shards(const SearchRequest& request) {
    Found found;
    found.query = request.query;
    found.by_family = request.options.by_family;
    auto read = read_query(nullptr, request);
    found.hints = std::move(read.hints);
    found.added = std::move(read.added);
    found.canonical = search::print_query(read.query);
    const auto config = Config::read(request.shards_file);
    const auto folder = std::filesystem::path(request.shards_file).parent_path().string();
    search::Searcher searcher(search::read_shards(config, folder),
                              search::load_settings(request.models_folder), request.partial);
    found.result = searcher.run(read.query, request.options);
    found.as_of = found.result.as_of;
    found.publications = found.result.publications;
    return found;
}

} // namespace longmen::service
