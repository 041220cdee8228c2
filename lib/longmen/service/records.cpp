// SPDX-License-Identifier: GPL-3.0-or-later
// Records, corrections, books and differences as tables.
#include <longmen/service/records.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/event.hpp>
#include <longmen/record/field.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/store/lookup.hpp>

#include <nlohmann/json.hpp>

namespace longmen::service {
namespace {

std::string field_name(const std::string& key, Lang lang) {
    const auto field = field_by_key(key);
    return field ? std::string{field_info(*field).heading.in(lang)} : key;
}

Cell row_cell(std::int64_t row) {
    return row == 0 ? Cell{} : Cell{row};
}

Table field_table(const store::RecordView& record, Lang lang, bool named) {
    auto table = table_with({{"field", {"字段", "Field"}},
                             {"value", {"取值", "Value"}},
                             {"file", {"文件", "File"}},
                             {"row", {"行", "Row"}},
                             {"column", {"列", "Column"}},
                             {"fix", {"人工更正", "Correction"}}},
                            lang);
    for (const auto& place : record.fields) {
        table.rows.push_back({named ? field_name(place.field, lang) : place.field, place.value,
                              text_cell(place.file), row_cell(place.row), text_cell(place.column),
                              text_cell(place.fix)});
    }
    return table;
}

Table publication_table(const store::RecordView& record, Lang lang) {
    auto table =
        table_with({{"number", {"公开（公告）号", "Publication"}}, {"date", {"日期", "Date"}}}, lang);
    for (const auto& [number, date] : record.publications) {
        table.rows.push_back({number, text_cell(date)});
    }
    return table;
}

Table conflict_table(const store::RecordView& record, Lang lang) {
    auto table = table_with(
        {{"field", {"字段", "Field"}}, {"kept", {"采用值", "Kept"}}, {"other", {"另一取值", "Other"}}}, lang);
    for (const auto& other : record.others) {
        table.rows.push_back({other.field, other.kept, other.other});
    }
    return table;
}

Table event_table(const store::RecordView& record, Lang lang, bool named) {
    auto table = table_with(
        {{"event", {"事件", "Event"}}, {"date", {"日期", "Date"}}, {"detail", {"内容", "Detail"}}}, lang);
    for (const auto& event : record.events) {
        const auto name = event.name.empty() ? event_name(event.code, lang) : event.code + " " + event.name;
        table.rows.push_back({named ? name : event.code, text_cell(event.date),
                              text_cell(named ? event_detail_text(event.detail, lang) : event.detail)});
    }
    return table;
}

Table class_table(const store::RecordView& record, Lang lang) {
    auto table = table_with({{"symbol", {"分类号", "Symbol"}}, {"title", {"类名", "Title"}}}, lang);
    for (const auto& [symbol, title] : record.classes) {
        table.rows.push_back({symbol, title});
    }
    return table;
}

Table history_table(const store::RecordView& record, Lang lang) {
    auto table = table_with({{"field", {"字段", "Field"}},
                             {"before", {"原值", "Before"}},
                             {"after", {"新值", "After"}},
                             {"cause", {"来由", "Cause"}}},
                            lang);
    for (const auto& step : record.history) {
        table.rows.push_back({step.field, text_cell(step.old), text_cell(step.now), step.cause});
    }
    return table;
}

} // namespace

store::RecordView find_record(const store::Workspace& workspace, const std::string& who) {
    if (const auto patent = store::find_patent(workspace, who)) {
        return store::view_patent(workspace, *patent);
    }
    if (const auto enterprise = store::find_enterprise(workspace, who)) {
        return store::view_enterprise(workspace, *enterprise);
    }
    throw UsageError(
        sentence("{}：工作区中没有这个号码或企业", "{}: no patent or enterprise of the workspace", who));
}

std::vector<Section> record_sections(const store::RecordView& record, Lang lang) {
    std::vector<Section> sections;
    const auto add = [&](const Text& title, Table table) {
        if (!table.rows.empty()) {
            sections.push_back({std::string{title.in(lang)}, {}, std::move(table)});
        }
    };
    sections.push_back({record.name, {}, field_table(record, lang, true)});
    add({"公开与公告", "Publications"}, publication_table(record, lang));
    add({"分类", "Classes"}, class_table(record, lang));
    add({"事件", "Events"}, event_table(record, lang, true));
    add({"取值矛盾", "Conflicts"}, conflict_table(record, lang));
    add({"变更历史", "History"}, history_table(record, lang));
    return sections;
}

Table record_table(const store::RecordView& record, Lang lang) {
    return field_table(record, lang, false);
}

std::string record_json(const store::RecordView& record) {
    nlohmann::ordered_json json;
    json["subject"] = record.subject;
    json["name"] = record.name;
    json["fields"] = rows_json(record_table(record, Lang::en));
    json["publications"] = rows_json(publication_table(record, Lang::en));
    json["aliases"] = record.aliases;
    json["conflicts"] = rows_json(conflict_table(record, Lang::en));
    json["classes"] = rows_json(class_table(record, Lang::en));
    json["events"] = rows_json(event_table(record, Lang::en, false));
    json["history"] = rows_json(history_table(record, Lang::en));
    return json_document(json);
}

Table fix_table(const std::vector<store::Fix>& fixes, Lang lang) {
    auto table = table_with({{"subject", {"对象", "Subject"}},
                             {"label", {"号码或名称", "Number or name"}},
                             {"field", {"字段", "Field"}},
                             {"value", {"更正值", "Value"}},
                             {"former", {"原值", "Former"}},
                             {"reason", {"理由", "Reason"}},
                             {"person", {"更正人", "Person"}},
                             {"at", {"时间", "When"}},
                             {"undone_at", {"撤销时间", "Undone"}}},
                            lang);
    for (const auto& fix : fixes) {
        table.rows.push_back({fix.subject, fix.label, fix.field, text_cell(fix.value), text_cell(fix.former),
                              fix.reason, fix.person, fix.at, text_cell(fix.undone_at)});
    }
    return table;
}

Table book_table(const std::vector<store::Book>& books, Lang lang) {
    auto table = table_with({{"name", {"名称", "Name"}},
                             {"as_of", {"时点", "As of"}},
                             {"patents", {"专利", "Patents"}},
                             {"enterprises", {"企业", "Enterprises"}},
                             {"expert_sheets", {"专家评分表", "Sheets of experts"}},
                             {"at", {"建立时间", "Created"}},
                             {"person", {"建立人", "Person"}},
                             {"note", {"说明", "Note"}}},
                            lang);
    for (const auto& book : books) {
        table.rows.push_back({book.name, book.as_of, book.patents, book.enterprises, book.sheets, book.at,
                              book.person, text_cell(book.note)});
    }
    return table;
}

Table difference_table(const std::vector<store::Difference>& differences, Lang lang) {
    auto table = table_with({{"change", {"变化", "Change"}},
                             {"subject", {"对象", "Subject"}},
                             {"name", {"号码或名称", "Number or name"}},
                             {"field", {"字段", "Field"}},
                             {"before", {"原值", "Before"}},
                             {"after", {"新值", "After"}}},
                            lang);
    for (const auto& difference : differences) {
        table.rows.push_back({difference.change, difference.subject, difference.name,
                              text_cell(difference.field), text_cell(difference.before),
                              text_cell(difference.after)});
    }
    return table;
}

} // namespace longmen::service
