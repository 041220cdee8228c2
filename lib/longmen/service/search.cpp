// SPDX-License-Identifier: GPL-3.0-or-later
// Searches a workspace.
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/search/topic.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/store/inventory.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

} // namespace

Found search_workspace(store::Workspace& workspace, const SearchRequest& request, Progress& progress) {
    Found found;
    found.query = request.query;
    const auto settings = search::load_settings(request.models_folder);
    const auto query = search::read_typed(request.query, settings);
    found.update = search::update_index(workspace, settings, progress);
    found.result = search::run_query(workspace, query, request.options, settings);
    const auto date = workspace.data_date();
    found.as_of = date ? date->iso() : std::string{};
    store::log_search(workspace, request.query, found.as_of, request.person, request.at,
                      static_cast<std::int64_t>(found.result.total),
                      static_cast<std::int64_t>(found.result.families));
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
    hits.lines.push_back(zh ? fmt::format("命中 {} 件申请、{} 个专利族；数据截至 {}", result.total,
                                          result.families, found.as_of)
                            : fmt::format("{} applications in {} families; data as of {}", result.total,
                                          result.families, found.as_of));
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
    json["as_of"] = found.as_of;
    json["generation"] = found.result.generation;
    json["total"] = found.result.total;
    json["families"] = found.result.families;
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
