// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots as people and programs read them.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/snapshot.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace longmen::service {
namespace {

struct Fact {
    const char* key;
    Text name;
    Cell value;
};

/// Undefined when not known.
Cell known_cell(const std::optional<std::uint64_t>& count) {
    return count ? count_cell(*count) : Cell{};
}

std::vector<Fact> facts_of(const SnapshotInfo& info) {
    return {{"documents", {"文献", "Documents"}, count_cell(info.documents)},
            {"citations", {"引用", "Citations"}, count_cell(info.citations)},
            {"citing", {"有所引的文献", "Documents that cite"}, count_cell(info.citing)},
            {"cited", {"被引的文献", "Documents cited"}, count_cell(info.cited)},
            {"classes", {"技术小类", "Classes"}, count_cell(info.classes)},
            {"fields", {"技术领域", "Technology fields"}, known_cell(info.fields)},
            {"with_field", {"有技术领域的文献", "Documents with a field"}, known_cell(info.with_field)},
            {"applicants", {"申请人", "Applicants"}, count_cell(info.applicants)},
            {"inventors", {"发明人", "Inventors"}, known_cell(info.inventors)},
            {"families", {"专利族", "Families"}, known_cell(info.families)},
            {"offices", {"专利局", "Offices"}, count_cell(info.offices)},
            {"first_day", {"最早日期", "First day"}, text_cell(info.first_day)},
            {"last_day", {"最晚日期", "Last day"}, text_cell(info.last_day)},
            {"forward_in_time",
             {"引用更晚文献的引用", "Citations of a later document"},
             count_cell(info.disorder.forward_in_time)},
            {"undated",
             {"一端日期不明的引用", "Citations with an undated end"},
             count_cell(info.disorder.undated)},
            {"cycles", {"循环引用组", "Cycles"}, count_cell(info.disorder.cycles)},
            {"in_cycles", {"循环引用组中的文献", "Documents in cycles"}, count_cell(info.disorder.in_cycles)},
            {"largest_cycle", {"最大循环引用组", "Largest cycle"}, count_cell(info.disorder.largest_cycle)}};
}

Text fault_text(ingest::BulkFault fault) {
    constexpr std::array<Text, ingest::bulk_fault_count> texts{
        {{"列数不足", "too few cells"},
         {"编号为空或过长", "an id that is empty or too long"},
         {"日期无法识别", "a date that cannot be read"},
         {"编号重复", "an id that stands twice"},
         {"数值或日期无法识别", "a number or date that cannot be read"},
         {"编号无对应记录", "an id that refers to nothing"},
         {"内容不是文本，或引号未闭合", "bytes that are no text, or a quote without end"}}};
    return texts.at(static_cast<std::size_t>(fault));
}

/// Measures by a name for people; those without one by their key.
Text measure_text(const std::string& name) {
    constexpr std::array<std::pair<std::string_view, Text>, 12> texts{
        {{"filing_day", {"申请日", "Day of filing"}},
         {"priority_day", {"优先权日", "Day of priority"}},
         {"publication_day", {"公开日", "Day of publication"}},
         {"grant_day", {"授权日", "Day of grant"}},
         {"lapse_day", {"因费终止日", "Day of lapse for unpaid fees"}},
         {"term_end_day", {"期满日", "End of the term"}},
         {"in_force_from", {"已知有效的首日", "First day known to be in force"}},
         {"in_force_until", {"已知有效的末日", "Last day known to be in force"}},
         {"claims", {"权利要求数", "Claims"}},
         {"npl_citations", {"引证非专利文献数", "Literature cited"}},
         {"vendor_forward_citations", {"来源给出的被引数", "Citations received, by the source"}},
         {"vendor_family_size", {"来源给出的同族数", "Family size, by the source"}}}};
    const auto found = std::ranges::find(texts, name, [](const auto& one) { return one.first; });
    return found == texts.end() ? Text{name.c_str(), name.c_str()} : found->second;
}

/// What a document is, where all comes from and what its date is.
std::string about_line(const SnapshotInfo& info, Lang lang) {
    const auto word = [&](const std::string& key) {
        constexpr std::array<std::pair<std::string_view, Text>, 11> words{
            {{"application", {"申请", "an application"}},
             {"grant", {"授权专利", "a grant"}},
             {"document", {"表中一件文献", "a document of the table"}},
             {"workspace", {"工作区", "the workspace"}},
             {"tables", {"文献表和引用表", "tables of documents and citations"}},
             {"patstat", {"PATSTAT", "PATSTAT"}},
             {"patentsview", {"PatentsView", "PatentsView"}},
             {"filing", {"申请日", "its filing"}},
             {"priority", {"最早优先权日", "its earliest priority"}},
             {"publication", {"公开日", "its publication"}},
             {"date", {"表中的日期", "the table"}}}};
        const auto found = std::ranges::find(words, key, [](const auto& one) { return one.first; });
        return found == words.end() ? key : std::string{found->second.in(lang)};
    };
    return sentence("来源：{}；一件文献为{}；时间以{}为准", "from {}; a document is {}, dated by {}",
                    word(info.origin), word(info.unit), word(info.clock))
        .in(lang);
}

} // namespace

std::vector<Section> snapshot_sections(const SnapshotInfo& info, Lang lang) {
    auto facts = table_with({{"fact", {"项目", "What"}}, {"value", {"数值", "Value"}}}, lang);
    for (const auto& fact : facts_of(info)) {
        facts.rows.push_back({std::string{fact.name.in(lang)}, fact.value});
    }
    auto sections = table_with({{"section", {"数据段", "Section"}},
                                {"bytes", {"字节", "Bytes"}},
                                {"checksum", {"校验和", "Checksum"}}},
                               lang);
    for (const auto& section : info.sections) {
        sections.rows.push_back({section.name, count_cell(section.size), section.checksum});
    }
    constexpr int share_file_digits = 4;
    constexpr int share_screen_digits = 2;
    auto measures = table_with(
        {{"measure", {"数值", "Measure"}}, {"known", {"已知件数", "Known"}}, {"share", {"占比", "Share"}}},
        lang);
    for (const auto& [name, known] : info.measures) {
        const auto share =
            static_cast<double>(known) / static_cast<double>(std::max<std::uint64_t>(info.documents, 1));
        measures.rows.push_back({std::string{measure_text(name).in(lang)}, count_cell(known),
                                 Decimal{share, share_file_digits, share_screen_digits}});
    }
    Section content{std::string{Text{"快照内容", "What the snapshot holds"}.in(lang)}, {}, std::move(facts)};
    for (const auto& name : info.damaged) {
        content.lines.push_back(fmt::format(
            fmt::runtime(
                Text{"数据段 {} 已损坏；请重新生成快照", "section {} is damaged; make the snapshot anew"}.in(
                    lang)),
            name));
    }
    content.lines.push_back(about_line(info, lang));
    std::vector<Section> all;
    all.push_back(std::move(content));
    if (!info.measures.empty()) {
        all.push_back(
            {std::string{Text{"文献的数值", "Measures of documents"}.in(lang)}, {}, std::move(measures)});
    }
    all.push_back({std::string{Text{"数据段", "Sections"}.in(lang)}, {}, std::move(sections)});
    return all;
}

std::string snapshot_json(const SnapshotInfo& info) {
    nlohmann::ordered_json json;
    for (const auto& fact : facts_of(info)) {
        std::visit(
            [&](const auto& value) {
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, std::monostate>) {
                    json[fact.key] = nullptr;
                } else if constexpr (!std::is_same_v<Value, Decimal>) {
                    json[fact.key] = value;
                }
            },
            fact.value);
    }
    auto measures = nlohmann::ordered_json::array();
    for (const auto& [name, known] : info.measures) {
        measures.push_back({{"measure", name}, {"known", known}});
    }
    json["measures"] = std::move(measures);
    json["clock"] = info.clock;
    json["unit"] = info.unit;
    json["origin"] = info.origin;
    json["generation"] = info.generation;
    json["damaged"] = info.damaged;
    auto sections = nlohmann::ordered_json::array();
    for (const auto& section : info.sections) {
        sections.push_back(
            {{"section", section.name}, {"bytes", section.size}, {"checksum", section.checksum}});
    }
    json["sections"] = std::move(sections);
    return json_document(json);
}

std::vector<std::string> snapshot_notes(const SnapshotReport& report, Lang lang) {
    std::vector<std::string> notes;
    for (std::size_t i = 0; i < ingest::bulk_fault_count; ++i) {
        if (const auto count = report.faults.counts.at(i); count > 0) {
            const auto what = fault_text(static_cast<ingest::BulkFault>(i));
            const bool kept = static_cast<ingest::BulkFault>(i) == ingest::BulkFault::bad_value;
            notes.push_back(
                (kept ? sentence("{} 处按缺失处理：{}", "{} values were taken as absent: {}", count,
                                 what.in(lang))
                      : sentence("{} 行未采用：{}", "{} rows were left out: {}", count, what.in(lang)))
                    .in(lang));
        }
    }
    for (const auto& [file, byte, row, fault, line] : report.faults.examples) {
        const auto what = fault_text(fault).in(lang);
        const auto example =
            row > 0
                ? sentence("  {} 第 {} 行，{}：{}", "  {} line {}, {}: {}", file, row, what, line)
                : sentence("  {} 第 {} 字节处，{}：{}", "  {} at byte {}, {}: {}", file, byte, what, line);
        notes.push_back(example.in(lang));
    }
    if (!report.passed_over.empty()) {
        notes.push_back(
            sentence("未使用：{}", "nothing was made of: {}", join(report.passed_over, ", ")).in(lang));
    }
    return notes;
}

} // namespace longmen::service
