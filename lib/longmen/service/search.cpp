// SPDX-License-Identifier: GPL-3.0-or-later
// Searches a workspace.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/search/query_options.hpp>
#include <longmen/search/query_print.hpp>
#include <longmen/search/topic.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/store/searches.hpp>
#include <longmen/store/texts.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <filesystem>

namespace longmen::service {
namespace {

std::string marked(const search::Snippet& snippet) {
    std::string text;
    std::size_t at = 0;
    for (const auto& [begin, end] : snippet.marks) {
        text += snippet.text.substr(at, begin - at) + "【" + snippet.text.substr(begin, end - begin) + "】";
        at = end;
    }
    return text + snippet.text.substr(at);
}

constexpr int value_digits = 4;

Text facet_title(std::string_view key) {
    if (key == "year") {
        return {"申请年", "Filing year"};
    }
    if (key == "applicant") {
        return {"申请人", "Applicant"};
    }
    if (key == "ipc") {
        return {"IPC 小类", "IPC subclass"};
    }
    return key == "status" ? Text{"法律状态", "Legal status"} : Text{"区县", "County"};
}

/// Marks what does not hold all words.
std::string close_text(const search::Hit& hit, Lang lang) {
    return hit.close ? std::string{Text{"是", "yes"}.in(lang)} : std::string{};
}

struct ReadQuery {
    search::QueryNode query;
    std::vector<Sentence> hints;
    std::vector<search::SynonymExpansion::Added> added;
};

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

/// What is to be said about how the query was read and what was added.
std::vector<std::string> remarks(const Found& found, Lang lang) {
    const bool zh = lang == Lang::zh;
    std::vector<std::string> lines;
    for (const auto& hint : found.hints) {
        lines.push_back((zh ? "提示：" : "Hint: ") + std::string{zh ? hint.zh : hint.en});
    }
    for (const auto& added : found.added) {
        lines.push_back(
            zh ? fmt::format("“{}”扩展了同义词：{}", added.word, join(added.synonyms, "、"))
               : fmt::format("`{}` was widened by synonyms: {}", added.word, join(added.synonyms, ", ")));
    }
    for (const auto& shard : found.result.missing) {
        lines.push_back(zh ? fmt::format("结果不完整：分片“{}”没有应答", shard)
                           : fmt::format("Incomplete: the shard {} did not answer", shard));
    }
    for (const auto& suggestion : found.suggestions) {
        lines.push_back(
            zh ? fmt::format("“{}”没有命中，是否要检索“{}”？", suggestion.typed, suggestion.meant)
               : fmt::format("`{}` is in no record; did you mean `{}`?", suggestion.typed, suggestion.meant));
    }
    return lines;
}

} // namespace

Found search_workspace(store::Workspace& workspace, const SearchRequest& request, Progress& progress) {
    Found found;
    found.query = request.query;
    auto read = read_query(&workspace, request);
    found.hints = std::move(read.hints);
    found.added = std::move(read.added);
    found.canonical = search::print_query(read.query);
    const auto settings = search::load_settings(request.models_folder);
    found.update = search::update_index(workspace, settings, progress);
    search::Searcher searcher(workspace, settings);
    found.result = searcher.run(read.query, request.options);
    found.publications = store::count_publications(workspace, searcher.ids(read.query));
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
        store::save_search(workspace, {request.save_as, request.query, request.at, request.person});
    }
    return found;
}

Found search_shards(const SearchRequest& request) {
    Found found;
    found.query = request.query;
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

Table search_table(const Found& found, Lang lang, std::size_t first) {
    auto table = table_with({{"rank", {"名次", "Rank"}},
                             {"number", {"专利号", "Number"}},
                             {"title", {"名称", "Title"}},
                             {"applicant", {"申请人", "Applicant"}},
                             {"date", {"申请日", "Filed"}},
                             {"status", {"法律状态", "Status"}},
                             {"value", {"相关度", "Relevance"}},
                             {"snippet", {"摘录", "Snippet"}},
                             {"close", {"近似", "Close"}}},
                            lang);
    for (const auto& hit : found.result.hits) {
        table.rows.push_back({count_cell(++first), hit.number, hit.title, join(hit.applicants, "; "),
                              text_cell(hit.date), hit.status, Decimal{hit.value, value_digits, 2},
                              marked(hit.snippet), close_text(hit, lang)});
    }
    return table;
}

std::vector<Section> search_sections(const Found& found, Lang lang, std::size_t first) {
    const bool zh = lang == Lang::zh;
    const auto& result = found.result;
    std::vector<Section> sections;
    Section hits;
    hits.title = zh ? fmt::format("检索式：{}", found.query) : fmt::format("Query: {}", found.query);
    auto counted = zh ? fmt::format("命中 {} 件申请、{} 个专利族", result.total, result.families)
                      : fmt::format("{} applications in {} families", result.total, result.families);
    if (!found.as_of.empty()) {
        counted +=
            zh ? fmt::format("；数据截至 {}", found.as_of) : fmt::format("; data as of {}", found.as_of);
    }
    hits.lines.push_back(std::move(counted));
    if (found.run > 0) {
        hits.lines.push_back(zh ? fmt::format("检索编号 #{}；共 {} 件公开文献", found.run, found.publications)
                                : fmt::format("Run #{}; {} publications", found.run, found.publications));
    }
    const auto said = remarks(found, lang);
    hits.lines.insert(hits.lines.end(), said.begin(), said.end());
    bool close = false;
    for (const auto& hit : result.hits) {
        hits.lines.push_back("");
        if (hit.close && !close) {
            close = true;
            hits.lines.push_back(
                zh ? fmt::format("以下 {} 件并不含检索式的全部词语，仅为最接近的记录，不计入命中数：",
                                 result.close)
                   : fmt::format("The following {} do not hold all words of the query; they are "
                                 "the closest records and not counted among the hits:",
                                 result.close));
            hits.lines.push_back("");
        }
        hits.lines.push_back(fmt::format("{}  {}  {}", ++first, hit.number, hit.title));
        hits.lines.push_back(fmt::format("   {}  {}  {}", join(hit.applicants, "; "),
                                         hit.date.empty() ? "–" : hit.date,
                                         legal_state_text(legal_state_by_key(hit.status)).in(lang)));
        if (!hit.snippet.text.empty()) {
            hits.lines.push_back("   " + marked(hit.snippet));
        }
    }
    sections.push_back(std::move(hits));
    for (const auto& facet : result.facets) {
        auto table = table_with({{"key", facet_title(facet.key)}, {"count", {"件数", "Count"}}}, lang);
        for (const auto& row : facet.rows) {
            table.rows.push_back({facet.key == "status"
                                      ? std::string{legal_state_text(legal_state_by_key(row.key)).in(lang)}
                                      : row.key,
                                  count_cell(row.count)});
        }
        sections.push_back({std::string{facet_title(facet.key).in(lang)}, {}, std::move(table)});
    }
    return sections;
}

std::string search_json(const Found& found, std::size_t first) {
    nlohmann::ordered_json json;
    json["query"] = found.query;
    json["canonical"] = found.canonical;
    json["run"] = found.run;
    json["as_of"] = found.as_of;
    json["generation"] = found.result.generation;
    json["total"] = found.result.total;
    json["publications"] = found.publications;
    json["families"] = found.result.families;
    json["missing_shards"] = found.result.missing;
    auto synonyms = nlohmann::ordered_json::object();
    for (const auto& added : found.added) {
        synonyms[added.word] = added.synonyms;
    }
    json["synonyms"] = std::move(synonyms);
    auto meant = nlohmann::ordered_json::object();
    for (const auto& suggestion : found.suggestions) {
        meant[suggestion.typed] = suggestion.meant;
    }
    json["suggestions"] = std::move(meant);
    json["close"] = found.result.close;
    json["hits"] = rows_json(search_table(found, Lang::en, first));
    for (std::size_t i = 0; i < found.result.hits.size(); ++i) {
        const auto& snippet = found.result.hits[i].snippet;
        json["hits"][i]["snippet"] = snippet.text;
        json["hits"][i]["marks"] = snippet.marks;
        json["hits"][i]["close"] = found.result.hits[i].close;
    }
    json["facets"] = nlohmann::ordered_json::object();
    for (const auto& facet : found.result.facets) {
        auto rows = nlohmann::ordered_json::array();
        for (const auto& row : facet.rows) {
            rows.push_back({{"key", row.key}, {"count", row.count}});
        }
        json["facets"][facet.key] = {{"distinct", facet.distinct}, {"rows", std::move(rows)}};
    }
    return json_document(json);
}

} // namespace longmen::service
