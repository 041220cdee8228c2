// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots as people and programs read them.
#include <longmen/service/columns.hpp>
#include <longmen/service/snapshot.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace longmen::service {
namespace {

struct Fact {
    const char* key;
    Text name;
    Cell value;
};

std::vector<Fact> facts_of(const SnapshotInfo& info) {
    return {{"documents", {"文献", "Documents"}, count_cell(info.documents)},
            {"citations", {"引用", "Citations"}, count_cell(info.citations)},
            {"citing", {"有所引的文献", "Documents that cite"}, count_cell(info.citing)},
            {"cited", {"被引的文献", "Documents cited"}, count_cell(info.cited)},
            {"classes", {"技术小类", "Classes"}, count_cell(info.classes)},
            {"applicants", {"申请人", "Applicants"}, count_cell(info.applicants)},
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
         {"编号重复", "an id that stands twice"}}};
    return texts.at(static_cast<std::size_t>(fault));
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
    Section content{std::string{Text{"快照内容", "What the snapshot holds"}.in(lang)}, {}, std::move(facts)};
    for (const auto& name : info.damaged) {
        content.lines.push_back(fmt::format(
            fmt::runtime(
                Text{"数据段 {} 已损坏；请重新生成快照", "section {} is damaged; make the snapshot anew"}.in(
                    lang)),
            name));
    }
    return {std::move(content), {std::string{Text{"数据段", "Sections"}.in(lang)}, {}, std::move(sections)}};
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
            notes.push_back(lang == Lang::zh ? fmt::format("{} 行未采用：{}", count, what.zh)
                                             : fmt::format("{} rows were left out: {}", count, what.en));
        }
    }
    for (const auto& example : report.faults.examples) {
        const auto what = fault_text(example.fault);
        notes.push_back(
            lang == Lang::zh
                ? fmt::format("  {} 第 {} 字节处，{}：{}", example.file, example.byte, what.zh, example.line)
                : fmt::format("  {} at byte {}, {}: {}", example.file, example.byte, what.en, example.line));
    }
    return notes;
}

} // namespace longmen::service
