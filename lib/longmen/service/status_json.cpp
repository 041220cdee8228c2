// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory for programs: a flat table, and JSON.
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/status_parts.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace longmen::service {

using namespace detail;
using Json = nlohmann::ordered_json;

Table status_table(const Status& status) {
    auto table = table_with(
        {{"section", {"部分", "Section"}}, {"key", {"项目", "Key"}}, {"value", {"取值", "Value"}}}, Lang::en);
    const auto add = [&](std::string section, std::string key, Cell value) {
        table.rows.push_back({std::move(section), std::move(key), std::move(value)});
    };
    add("overview", "as_of", status.as_of ? Cell{status.as_of->iso()} : Cell{});
    add("overview", "generation", status.generation);
    add("overview", "applications", count_cell(status.applications));
    add("overview", "families", count_cell(status.families));
    add("overview", "known_by_id", count_cell(status.known_by_id));
    add("overview", "applicants", count_cell(status.applicants.categories));
    add("overview", "enterprises", count_cell(status.enterprises));
    add("overview", "enterprises_with_figures", count_cell(status.with_figures));
    add("overview", "conflicts", status.inventory.conflicts);
    add("overview", "fixes", status.inventory.fixes);
    add("overview", "books", status.inventory.books);
    const auto assets = asset_table(status.assets, Lang::en, false);
    for (const auto& row : assets.rows) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            add("asset", std::get<std::string>(row[0]) + "." + assets.columns[i].key, row[i]);
        }
    }
    const auto experts = expert_table(status.experts, Lang::en);
    for (const auto& row : experts.rows) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            add("experts", std::get<std::string>(row[0]) + "." + experts.columns[i].key, row[i]);
        }
    }
    add("overview", "index_stale", std::string{index_is_stale(status) ? "yes" : "no"});
    const auto add_tally = [&](const std::string& section, const analysis::Tally& tally) {
        for (const auto& row : tally.rows) {
            add(section, row.name, count_cell(row.count));
        }
    };
    for (const auto& row : status.types.rows) {
        add("type", row.key, count_cell(row.count));
    }
    for (const auto& row : status.states.rows) {
        add("status", row.key, count_cell(row.count));
    }
    for (const auto& year : status.years.years) {
        add("filing_year", fmt::format("{}", year.year), count_cell(year.count));
    }
    add_tally("applicant", status.applicants);
    add_tally("class", status.classes);
    for (const auto& field : status.quality.coverage) {
        add("coverage", std::string{field.key}, share_cell(field.share));
    }
    for (const auto& [section, groups] : {std::pair{"coverage_by_office", &status.quality.by_office},
                                          {"coverage_by_year", &status.quality.by_year}}) {
        for (const auto& group : *groups) {
            for (std::size_t i = 0; i < group.shares.size(); ++i) {
                add(section, fmt::format("{}:{}", group.group, status.quality.coverage[i].key),
                    share_cell(group.shares[i]));
            }
        }
    }
    for (const auto& finding : status.findings) {
        add("finding", std::string{finding.key}, count_cell(finding.count));
    }
    for (const auto& capability : status.quality.capabilities) {
        add("capability", std::string{capability.key},
            std::string{analysis::carried_key(capability.carried)});
    }
    for (const auto& [code, count] : status.inventory.remarks_by_code) {
        add("remark", code, count);
    }
    for (const auto& [code, count] : status.inventory.rejects_by_code) {
        add("reject", code, count);
    }
    return table;
}

std::string status_json(const Status& status) {
    Json json;
    const auto counts = [](const analysis::Tally& tally) {
        Json object = Json::object();
        for (const auto& row : tally.rows) {
            object[row.key] = row.count;
        }
        return object;
    };
    const auto sentence = [](const Sentence& text) { return Json{{"zh", text.zh}, {"en", text.en}}; };
    json["as_of"] = status.as_of ? Json(status.as_of->iso()) : Json(nullptr);
    json["generation"] = status.generation;
    Json years = Json::object();
    for (const auto& year : status.years.years) {
        years[fmt::format("{}", year.year)] = year.count;
    }
    json["patents"] = {{"applications", status.applications}, {"families", status.families},
                       {"known_by_id", status.known_by_id},   {"by_type", counts(status.types)},
                       {"by_status", counts(status.states)},  {"by_year", std::move(years)}};
    json["enterprises"] = status.enterprises;
    json["enterprises_with_figures"] = status.with_figures;
    json["applicants"] = {{"distinct", status.applicants.categories}, {"top", Json::array()}};
    for (const auto& row : status.applicants.rows) {
        json["applicants"]["top"].push_back({{"name", row.name}, {"count", row.count}});
    }
    json["classes"] = counts(status.classes);
    json["coverage"] = Json::object();
    for (const auto& field : status.quality.coverage) {
        json["coverage"][std::string{field.key}] = field.share;
    }
    for (const auto& [key, groups] : {std::pair{"coverage_by_office", &status.quality.by_office},
                                      {"coverage_by_year", &status.quality.by_year}}) {
        json[key] = Json::object();
        for (const auto& group : *groups) {
            auto& object = json[key][group.group];
            object["records"] = group.records;
            for (std::size_t i = 0; i < group.shares.size(); ++i) {
                object[std::string{status.quality.coverage[i].key}] = group.shares[i];
            }
        }
    }
    json["findings"] = Json::array();
    for (const auto& finding : status.findings) {
        json["findings"].push_back(
            {{"key", finding.key},
             {"text", sentence({std::string{finding.what.zh}, std::string{finding.what.en}})},
             {"count", finding.count},
             {"examples", finding.examples}});
    }
    json["capabilities"] = Json::array();
    for (const auto& capability : status.quality.capabilities) {
        json["capabilities"].push_back({{"key", capability.key},
                                        {"carried", analysis::carried_key(capability.carried)},
                                        {"share", capability.share},
                                        {"reason", sentence(capability.reason)}});
    }
    json["summary"] = Json::array();
    for (const auto& text : status.quality.summary) {
        json["summary"].push_back(sentence(text));
    }
    json["assets"] = rows_json(asset_table(status.assets, Lang::en, false));
    json["experts"] = rows_json(expert_table(status.experts, Lang::en));
    json["citations"] = {{"links", status.citations.links},
                         {"inside", status.citations.inside},
                         {"stubs", status.citations.stubs}};
    json["files"] = rows_json(imports_table(status.inventory, Lang::en));
    json["remarks"] = {{"by_code", status.inventory.remarks_by_code},
                       {"listed", rows_json(place_table(status.inventory.remarks, Lang::en))}};
    json["rejects"] = {{"by_code", status.inventory.rejects_by_code},
                       {"listed", rows_json(place_table(status.inventory.rejects, Lang::en))}};
    json["conflicts"] = {{"count", status.inventory.conflicts},
                         {"listed", rows_json(conflict_table(status, Lang::en))}};
    json["fixes"] = status.inventory.fixes;
    json["books"] = status.inventory.books;
    json["stale"] = index_is_stale(status) ? Json::array({"index"}) : Json::array();
    return json_document(json);
}

} // namespace longmen::service
