// SPDX-License-Identifier: GPL-3.0-or-later
// Records alike as people and programs read them.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/similar.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace longmen::service {
namespace {

constexpr int value_digits = 6;
constexpr int part_digits = 4;

const char* kinship_key(Kinship kinship) {
    return kinship == Kinship::simple ? "simple" : kinship == Kinship::extended ? "extended" : "no";
}

Cell place_cell(double place) {
    return place > 0 ? Cell{Decimal{place, 1, 1}} : Cell{};
}

/// Undefined where the record is not on the list.
Cell part_cell(double value, bool known) {
    return known ? Cell{Decimal{value, part_digits, 2}} : Cell{};
}

Cell list_cell(const std::vector<std::string>& list) {
    return text_cell(join(list, "; "));
}

std::vector<Cell> row_of(const SimilarHit& hit, Cell rank) {
    const auto& why = hit.reasons;
    const bool cited = why.citations_place > 0;
    const auto yes = [&](bool is) { return cited ? Cell{std::string{is ? "yes" : "no"}} : Cell{}; };
    return {std::move(rank),
            hit.number,
            text_cell(hit.title),
            list_cell(hit.applicants),
            text_cell(hit.date),
            std::string{kinship_key(hit.kinship)},
            Decimal{hit.value, value_digits, 4},
            place_cell(why.text_place),
            part_cell(why.text, why.text_place > 0),
            list_cell(why.words),
            place_cell(why.classes_place),
            part_cell(why.classes, why.classes_place > 0),
            list_cell(why.shared_classes),
            place_cell(why.citations_place),
            part_cell(why.citations, cited),
            yes(why.cites),
            yes(why.cited),
            cited ? count_cell(why.both_cite) : Cell{},
            part_cell(why.coupling, cited),
            cited ? count_cell(why.both_cited) : Cell{},
            part_cell(why.co_citation, cited),
            list_cell(why.shared_citations)};
}

std::string place_text(double place) {
    return place == static_cast<double>(static_cast<std::int64_t>(place)) ? fmt::format("{:.0f}", place)
                                                                          : fmt::format("{:.1f}", place);
}

/// One line for each signal the record is on.
std::vector<std::string> reason_lines(const LikenessReasons& why, Lang lang) {
    std::vector<std::string> lines;
    if (why.text_place > 0) {
        lines.push_back(sentence("   文本：第 {} 位（{:.2f}）；{}", "   text: place {} ({:.2f}); {}",
                                 place_text(why.text_place), why.text,
                                 join(why.words, lang == Lang::zh ? "、" : ", "))
                            .in(lang));
    }
    if (why.classes_place > 0) {
        lines.push_back(sentence("   分类：第 {} 位（{:.2f}）；{}", "   classes: place {} ({:.2f}); {}",
                                 place_text(why.classes_place), why.classes,
                                 join(why.shared_classes, lang == Lang::zh ? "、" : ", "))
                            .in(lang));
    }
    if (why.citations_place > 0) {
        auto line = sentence("   引文：第 {} 位（{:.2f}）", "   citations: place {} ({:.2f})",
                             place_text(why.citations_place), why.citations)
                        .in(lang);
        const auto add = [&](bool holds, const Sentence& part) {
            line += holds ? part.in(lang) : std::string{};
        };
        add(why.cites, {"；引用了该件", "; cited by the one"});
        add(why.cited, {"；引用本件", "; cites the one"});
        add(why.both_cite > 0, sentence("；共同引用 {} 件", "; both cite {}", why.both_cite));
        add(why.both_cited > 0, sentence("；共同被 {} 件引用", "; both cited by {}", why.both_cited));
        add(!why.shared_citations.empty(),
            {"（" + join(why.shared_citations, "、") + "）", " (" + join(why.shared_citations, ", ") + ")"});
        lines.push_back(line);
    }
    return lines;
}

void add_hit(std::vector<std::string>& lines, const SimilarHit& hit, const std::string& rank, Lang lang) {
    lines.emplace_back();
    lines.push_back(fmt::format("{}  {}  {}", rank, hit.number, hit.title));
    lines.push_back(fmt::format("   {}  {}  {}", join(hit.applicants, "; "),
                                hit.date.empty() ? "–" : hit.date,
                                sentence("综合 {:.4f}", "fused {:.4f}", hit.value).in(lang)));
    for (auto& line : reason_lines(hit.reasons, lang)) {
        lines.push_back(std::move(line));
    }
}

nlohmann::ordered_json hits_json(const std::vector<SimilarHit>& hits) {
    Table table = similar_table({}, Lang::en);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        table.rows.push_back(row_of(hits[i], hits[i].kinship == Kinship::none ? count_cell(i + 1) : Cell{}));
    }
    auto json = rows_json(table);
    for (std::size_t i = 0; i < hits.size(); ++i) {
        json[i]["applicants"] = hits[i].applicants;
        json[i].erase("applicant");
        json[i]["words"] = hits[i].reasons.words;
        json[i]["shared_classes"] = hits[i].reasons.shared_classes;
        json[i]["shared_citations"] = hits[i].reasons.shared_citations;
    }
    return json;
}

} // namespace

Table similar_table(const SimilarRecords& found, Lang lang) {
    auto table = table_with({{"rank", {"名次", "Rank"}},
                             {"number", {"专利号", "Number"}},
                             {"title", {"名称", "Title"}},
                             {"applicant", {"申请人", "Applicant"}},
                             {"date", {"申请日", "Filed"}},
                             {"family", {"本件的同族", "Own family"}},
                             {"value", {"综合值", "Fused value"}},
                             {"text_place", {"文本位次", "Place by text"}},
                             {"text", {"文本相似值", "Text"}},
                             {"words", {"共有的词", "Shared words"}},
                             {"classes_place", {"分类位次", "Place by classes"}},
                             {"classes", {"分类相似度", "Classes"}},
                             {"shared_classes", {"共有的分类号", "Shared classes"}},
                             {"citations_place", {"引文位次", "Place by citations"}},
                             {"citations", {"引文相似值", "Citations"}},
                             {"cites", {"被本件引用", "Cited by the one"}},
                             {"cited", {"引用本件", "Cites the one"}},
                             {"both_cite", {"共同引用", "Both cite"}},
                             {"coupling", {"文献耦合", "Coupling"}},
                             {"both_cited", {"共同被引", "Both cited by"}},
                             {"co_citation", {"同被引", "Co-citation"}},
                             {"shared_citations", {"共有的引文", "Shared citations"}}},
                            lang);
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
        table.rows.push_back(row_of(found.hits[i], count_cell(i + 1)));
    }
    for (const auto& hit : found.family) {
        table.rows.push_back(row_of(hit, {}));
    }
    return table;
}

std::vector<Section> similar_sections(const SimilarRecords& found, Lang lang) {
    Section hits;
    hits.title =
        found.is_file
            ? sentence("与文件 {} 最相近的专利", "Nearest to the file {}", found.number).in(lang)
            : sentence("与 {} {} 最相近的专利", "Nearest to {} {}", found.number, found.title).in(lang);
    hits.lines.push_back(
        sentence(
            "比较了 {} 件：有文本 {}、有分类号 {}、有引文 {}；有共同之处的 {} 件（本件的同族除外）；数据截至 "
            "{}",
            "{} records compared: {} with text, {} with classes, {} with citations; {} have something in "
            "common (its own family apart); data as of {}",
            found.records, found.with_text, found.with_classes, found.with_citations, found.total,
            found.as_of)
            .in(lang));
    for (const auto& line : found.missing) {
        hits.lines.push_back(line.in(lang));
    }
    for (std::size_t i = 0; i < found.hits.size(); ++i) {
        add_hit(hits.lines, found.hits[i], std::to_string(i + 1), lang);
    }
    std::vector<Section> sections{std::move(hits)};
    if (!found.family.empty()) {
        Section family;
        family.title = Text{"本件的同族", "Its own family"}.in(lang);
        for (const auto& hit : found.family) {
            add_hit(family.lines, hit,
                    std::string{(hit.kinship == Kinship::simple ? Text{"简单同族", "simple"}
                                                                : Text{"扩展同族", "extended"})
                                    .in(lang)},
                    lang);
        }
        sections.push_back(std::move(family));
    }
    return sections;
}

std::string similar_json(const SimilarRecords& found) {
    nlohmann::ordered_json json;
    json["query"] = {{found.is_file ? "file" : "number", found.number}};
    if (!found.is_file) {
        json["query"]["title"] =
            found.title.empty() ? nlohmann::ordered_json{} : nlohmann::ordered_json(found.title);
    }
    json["as_of"] = found.as_of;
    json["records"] = {{"compared", found.records},
                       {"with_text", found.with_text},
                       {"with_classes", found.with_classes},
                       {"with_citations", found.with_citations}};
    json["missing"] = nlohmann::ordered_json::array();
    for (const auto& line : found.missing) {
        json["missing"].push_back(line.en);
    }
    json["total"] = found.total;
    json["hits"] = hits_json(found.hits);
    json["family"] = hits_json(found.family);
    return json_document(json);
}

} // namespace longmen::service
