// SPDX-License-Identifier: GPL-3.0-or-later
// Reads what is searched for.
#include <longmen/service/search_query.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/search/query_options.hpp>
#include <longmen/search/topic.hpp>
#include <longmen/store/searches.hpp>

#include <charconv>
#include <optional>
#include <string_view>

namespace longmen::service {
namespace {

/// The text of an earlier run or of a saved query.
std::optional<std::string> referred(const store::Workspace& workspace, std::string_view reference) {
    const auto name = reference.substr(1);
    if (reference.starts_with('@')) {
        const auto saved = store::saved_search(workspace, name);
        return saved ? std::optional{saved->query} : std::nullopt;
    }
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), id);
    if (error != std::errc{} || end != name.data() + name.size()) {
        return std::nullopt;
    }
    const auto run = store::logged_search(workspace, id);
    // What was widened or narrowed then is part of that set.
    return !run ? std::nullopt : std::optional{run->canonical.empty() ? run->query : run->canonical};
}

} // namespace

ReadQuery read_query(const store::Workspace* workspace, const SearchRequest& request) {
    ReadQuery read;
    search::QueryOptions options;
    options.limits = search::read_query_limits(Config::read(request.models_folder + "/search/limits.toml"));
    options.hints = &read.hints;
    if (workspace != nullptr) {
        options.resolve = [workspace](std::string_view reference) { return referred(*workspace, reference); };
    }
    read.query = search::is_topic(request.query, search::load_settings(request.models_folder))
                     ? search::topic_query(request.query)
                     : search::parse_query(request.query, options);
    if (request.synonyms) {
        const auto synonyms =
            search::Synonyms::read(Config::read(request.models_folder + "/search/synonyms.toml"));
        auto expansion = search::expand_synonyms(read.query, synonyms);
        read.query = std::move(expansion.query);
        read.added = std::move(expansion.added);
    }
    if (!request.within.empty()) {
        if (!request.within.starts_with('#') && !request.within.starts_with('@')) {
            throw UsageError(sentence("“{}”不是检索编号或已存检索式；应写作 #3 或 @名称",
                                      "`{}` is no run or saved query; #3 or @name is expected",
                                      request.within));
        }
        search::QueryNode both;
        both.kind = search::QueryNode::Kind::all_of;
        both.parts.push_back(std::move(read.query));
        both.parts.push_back(search::parse_query(request.within, options));
        read.query = std::move(both);
    }
    return read;
}

search::QueryNode read_canonical(const std::string& canonical, const std::string& models_folder) {
    search::QueryOptions options;
    options.limits = search::read_query_limits(Config::read(models_folder + "/search/limits.toml"));
    options.limits.nesting *= 2; // what was read is written with more brackets than were typed
    return search::parse_query(canonical, options);
}

} // namespace longmen::service
