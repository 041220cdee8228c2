// SPDX-License-Identifier: GPL-3.0-or-later
// Results of a search for people, as a table and as JSON.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/search.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

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
    constexpr std::array<std::pair<std::string_view, Text>, 9> titles{
        {{"year", {"申请年", "Filing year"}},
         {"published", {"公开年", "Year of publication"}},
         {"expires", {"届满年", "Year of expiry"}},
         {"applicant", {"申请人", "Applicant"}},
         {"ipc1", {"IPC 部", "IPC section"}},
         {"ipc3", {"IPC 大类", "IPC class"}},
         {"ipc", {"IPC 小类", "IPC subclass"}},
         {"status", {"法律状态", "Legal status"}},
         {"county", {"区县", "County"}}}};
    const auto* found = std::ranges::find(titles, key, &std::pair<std::string_view, Text>::first);
    return found == titles.end() ? Text{key, key} : found->second;
}

std::string family_text(std::size_t members, Lang lang) {
    return sentence("  同族命中 {} 件", "  {} of its family found", members).in(lang);
}

/// Marks what does not hold all words.
std::string close_text(const search::Hit& hit, Lang lang) {
    return hit.close ? std::string{Text{"是", "yes"}.in(lang)} : std::string{};
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
    if (found.by_family) {
        table.columns.push_back(
            {"members", std::string{Text{"同族命中（件）", "Family members found"}.in(lang)}});
    }
    for (const auto& hit : found.result.hits) {
        table.rows.push_back({count_cell(++first), hit.number, hit.title, join(hit.applicants, "; "),
                              text_cell(hit.date), hit.status, Decimal{hit.value, value_digits, 2},
                              marked(hit.snippet), close_text(hit, lang)});
        if (found.by_family) { // of the closest records no members are counted
            table.rows.back().push_back(hit.close ? Cell{} : count_cell(hit.members));
        }
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
    if (!found.as_of.empty()) { // shards do not say
        counted +=
            zh ? fmt::format("；数据截至 {}", found.as_of) : fmt::format("; data as of {}", found.as_of);
    }
    hits.lines.push_back(std::move(counted));
    if (found.by_family) {
        hits.lines.push_back(std::string{Text{
            "按专利族合并：每族列出排在最前的一件，件数仍按申请和专利族计",
            "Collapsed by family: the first member stands for each; counts are of applications and families"}
                                             .in(lang)});
    }
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
                                         legal_state_text(legal_state_by_key(hit.status)).in(lang)) +
                             (hit.members > 1 ? family_text(hit.members, lang) : std::string{}));
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
        std::vector<std::string> lines;
        if (facet.distinct > facet.rows.size()) {
            lines.push_back(sentence("共 {} 个值，列出前 {} 个", "{} values, the first {} of them",
                                     facet.distinct, facet.rows.size())
                                .in(lang));
        }
        sections.push_back(
            {std::string{facet_title(facet.key).in(lang)}, std::move(lines), std::move(table)});
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
    json["collapse"] = found.by_family ? "family" : "none";
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
