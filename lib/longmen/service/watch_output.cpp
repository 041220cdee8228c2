// SPDX-License-Identifier: GPL-3.0-or-later
// Watched searches for people, as tables and as JSON.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/service/watch.hpp>

#include <nlohmann/json.hpp>

namespace longmen::service {
namespace {

using store::WatchChange;

Text change_text(WatchChange change) {
    switch (change) {
    case WatchChange::added:
        return {"新入库", "new record"};
    case WatchChange::changed:
        return {"变更后命中", "changed, now matches"};
    case WatchChange::gone:
        return {"不再命中", "no longer matches"};
    case WatchChange::joined:
        return {"已并入他件", "one with another now"};
    case WatchChange::first:
        break;
    }
    return {"首次", "first"};
}

std::string field_names(const std::vector<std::string>& keys, Lang lang) {
    std::vector<std::string> names;
    for (const auto& key : keys) {
        const auto field = field_by_key(key);
        const Text united{"与他件合并", "united with another"};
        names.emplace_back(field                  ? field_info(*field).heading.in(lang)
                           : key == "united_with" ? united.in(lang)
                                                  : std::string_view{key});
    }
    return join(names, lang == Lang::zh ? "、" : ", ");
}

Cell whole(std::int64_t value) {
    return count_cell(static_cast<std::size_t>(value));
}

void add_counts(const WatchReport& report, Lang lang, std::vector<std::string>& lines) {
    const auto added = report.count(WatchChange::added);
    const auto changed = report.count(WatchChange::changed);
    const auto& before = *report.before;
    lines.push_back(sentence("上次查看：第 {} 次，{}，检索编号 #{}，{} 件",
                             "Last look: {}, {}, run #{}, {} applications", before.place, before.at,
                             before.run, before.records)
                        .in(lang));
    lines.push_back(sentence("新增 {} 件：新入库 {} 件，原有记录变更后命中 {} 件；不再命中 {} 件",
                             "{} came in: {} new records, {} changed and matching now; {} no longer match",
                             added + changed, added, changed, report.count(WatchChange::gone))
                        .in(lang));
    if (const auto joined = report.count(WatchChange::joined); joined > 0) {
        lines.push_back(sentence("另有 {} 件与命中的其他记录合并为一件",
                                 "{} more became one record with others that match", joined)
                            .in(lang));
    }
    if (report.query_changed()) {
        lines.push_back(sentence("检索式与上次不同，增减可能由此而来；上次为：{}",
                                 "The query differs from that of the last look, which may be why; it was: {}",
                                 before.query)
                            .in(lang));
    }
}

} // namespace

std::string_view watch_change_key(WatchChange change) {
    switch (change) {
    case WatchChange::added:
        return "new";
    case WatchChange::changed:
        return "changed";
    case WatchChange::gone:
        return "gone";
    case WatchChange::joined:
        return "joined";
    case WatchChange::first:
        break;
    }
    return "first";
}

Table watch_table(const WatchReport& report, Lang lang) {
    auto table = table_with({{"change", {"变动", "Change"}},
                             {"number", {"专利号", "Number"}},
                             {"title", {"名称", "Title"}},
                             {"applicant", {"申请人", "Applicant"}},
                             {"date", {"申请日", "Filed"}},
                             {"status", {"法律状态", "Status"}},
                             {"fields", {"变更字段", "Fields changed"}}},
                            lang);
    for (const auto& hit : report.hits) {
        table.rows.push_back(
            {std::string{change_text(hit.change).in(lang)}, hit.number, text_cell(hit.title),
             text_cell(join(hit.applicants, "; ")), text_cell(hit.date),
             hit.status.empty()
                 ? Cell{}
                 : Cell{std::string{legal_state_text(legal_state_by_key(hit.status)).in(lang)}},
             text_cell(field_names(hit.fields, lang))});
    }
    return table;
}

std::vector<Section> watch_sections(const WatchReport& report, Lang lang) {
    Section section;
    section.title =
        sentence("监视 @{}：第 {} 次查看", "Watch @{}: look {}", report.name, report.look.place).in(lang);
    auto& lines = section.lines;
    lines.push_back((lang == Lang::zh ? "检索式：" : "Query: ") + report.look.query);
    lines.push_back(
        sentence("命中 {} 件申请、{} 个专利族；检索编号 #{}", "{} applications in {} families; run #{}",
                 report.look.records, report.families, report.look.run)
            .in(lang) +
        (report.as_of.empty() ? std::string{}
                              : sentence("；数据截至 {}", "; data as of {}", report.as_of).in(lang)));
    if (report.before) {
        add_counts(report, lang, lines);
    } else {
        lines.emplace_back(Text{"监视由此开始；以后每次查看列出与上次相比的增减",
                                "The watch begins with these; from now on each look tells what came and went"}
                               .in(lang));
    }
    section.table = watch_table(report, lang);
    return {section};
}

std::string watch_json(const WatchReport& report) {
    nlohmann::ordered_json json;
    json["name"] = report.name;
    json["query"] = report.query;
    json["canonical"] = report.look.query;
    json["look"] = report.look.place;
    json["run"] = report.look.run;
    json["at"] = report.look.at;
    json["as_of"] = report.as_of;
    json["generation"] = report.look.generation;
    json["total"] = report.look.records;
    json["families"] = report.families;
    json["before"] = nullptr;
    if (report.before) {
        json["before"] = {{"look", report.before->place},
                          {"run", report.before->run},
                          {"at", report.before->at},
                          {"generation", report.before->generation},
                          {"total", report.before->records}};
    }
    json["query_changed"] = report.query_changed();
    for (const auto change :
         {WatchChange::added, WatchChange::changed, WatchChange::gone, WatchChange::joined}) {
        json[std::string{watch_change_key(change)}] = report.count(change);
    }
    json["records"] = rows_json(watch_table(report, Lang::en));
    for (std::size_t i = 0; i < report.hits.size(); ++i) {
        json["records"][i]["change"] = watch_change_key(report.hits[i].change);
        json["records"][i]["status"] = report.hits[i].status;
        json["records"][i]["fields"] = report.hits[i].fields;
    }
    return json_document(json);
}

Table watches_table(const std::vector<WatchState>& watches, Lang lang) {
    auto table = table_with({{"name", {"名称", "Name"}},
                             {"query", {"检索式", "Query"}},
                             {"since", {"开始时间", "Since"}},
                             {"person", {"监视人", "Person"}},
                             {"looks", {"查看次数", "Looks"}},
                             {"last_look", {"上次查看", "Last look"}},
                             {"run", {"检索编号", "Run"}},
                             {"total_then", {"当时申请（件）", "Applications then"}},
                             {"total", {"现申请（件）", "Applications now"}},
                             {"new", {"新入库", "New"}},
                             {"changed", {"变更后命中", "Changed"}},
                             {"gone", {"不再命中", "Gone"}},
                             {"joined", {"已并入他件", "Joined"}},
                             {"state", {"状况", "State"}}},
                            lang);
    for (const auto& one : watches) {
        const auto count = [&](WatchChange change) {
            return one.report ? count_cell(one.report->count(change)) : Cell{};
        };
        const Text state = one.query.empty() ? Text{"已存检索式已删除", "saved query taken away"}
                           : !one.report     ? Text{"检索式无法读取", "query cannot be read"}
                           : one.report->query_changed()
                               ? Text{"检索式已改", "query changed"}
                               : Text{one.report->hits.empty() ? "无变动" : "有变动",
                                      one.report->hits.empty() ? "unchanged" : "changes"};
        table.rows.push_back(
            {one.watch.name, text_cell(one.query), text_cell(one.watch.at), text_cell(one.watch.person),
             whole(one.last.place), text_cell(one.last.at), whole(one.last.run), whole(one.last.records),
             one.report ? whole(one.report->look.records) : Cell{}, count(WatchChange::added),
             count(WatchChange::changed), count(WatchChange::gone), count(WatchChange::joined),
             std::string{state.in(lang)}});
    }
    return table;
}

} // namespace longmen::service
