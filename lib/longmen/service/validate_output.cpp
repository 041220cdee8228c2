// SPDX-License-Identifier: GPL-3.0-or-later
// A validation as a table and as sections.
#include <longmen/base/sentence.hpp>
#include <longmen/report/validation_words.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/validate.hpp>

#include <fmt/format.h>

#include <cmath>

namespace longmen::service {
namespace {

using scoring::ModelJudgement;
using scoring::Validation;

constexpr int file_digits = 6, screen_digits = 3;

Cell number(double value) {
    return Decimal{value, file_digits, screen_digits};
}

template <class Value, class Get>
Cell of(const Measured<Value>& value, Get get) {
    return value.defined() ? number(get(value.value())) : Cell{};
}

void add_interval(std::vector<Cell>& row, const Measured<stats::Interval>* interval) {
    const bool known = interval != nullptr && interval->defined();
    row.push_back(known ? number(interval->value().low) : Cell{});
    row.push_back(known ? number(interval->value().high) : Cell{});
}

std::string underscored(std::string text) {
    for (auto& letter : text) {
        letter = letter == '-' ? '_' : letter;
    }
    return text;
}

void add_row(Table& table, const std::string& scope, const std::string& group, const Validation& all,
             const ModelJudgement& told, bool small) {
    std::vector<Cell> row{scope,
                          text_cell(group),
                          told.id,
                          count_cell(all.members),
                          count_cell(all.positives),
                          count_cell(told.scored),
                          count_cell(all.common),
                          count_cell(all.common_positives)};
    const auto blank = table.columns.size() - row.size();
    if (small) {
        row.insert(row.end(), blank - 2, Cell{});
        row.emplace_back(std::string{"small"});
        row.emplace_back();
        table.rows.push_back(std::move(row));
        return;
    }
    row.push_back(of(told.area, [](const auto& area) { return area.area; }));
    add_interval(row, told.area.defined() ? &told.area.value().interval : nullptr);
    row.push_back(of(told.own, [](const auto& area) { return area.area; }));
    for (const auto& over : told.over) {
        row.push_back(of(over, [](const auto& difference) { return difference.difference; }));
        add_interval(row, over.defined() ? &over.value().interval : nullptr);
        row.push_back(over.defined() ? of(over.value().p, [](double p) { return p; }) : Cell{});
    }
    row.push_back(of(told.average_precision, [](double value) { return value; }));
    row.push_back(all.common > 0
                      ? number(static_cast<double>(all.common_positives) / static_cast<double>(all.common))
                      : Cell{});
    row.push_back(of(told.top, [](const auto& top) { return top.lift; }));
    row.push_back(of(told.kendall, [](const auto& kendall) { return kendall.tau; }));
    row.push_back(of(told.brier, [](const auto& brier) { return brier.score; }));
    if (const auto* line = told.line ? std::get_if<stats::CalibrationLine>(&*told.line) : nullptr) {
        for (const double value :
             {line->slope, line->slope_interval.low, line->slope_interval.high, line->intercept,
              line->intercept_interval.low, line->intercept_interval.high}) {
            row.push_back(number(value));
        }
    } else {
        constexpr std::size_t figures_of_line = 6;
        row.insert(row.end(), figures_of_line, Cell{});
    }
    row.emplace_back(std::string{scoring::verdict_key(told.verdict)});
    std::string why;
    for (const auto shortfall : told.shortfalls) {
        why += (why.empty() ? "" : ";") + std::string{scoring::shortfall_key(shortfall)};
    }
    row.push_back(text_cell(why));
    table.rows.push_back(std::move(row));
}

/// What people read: each figure with its interval in one cell.
Table short_table(const Validation& all, const report::ValidationData& data, Lang lang) {
    Table table = table_with({{"model", {"模型", "Model"}},
                              {"scored", {"评分件数", "Scored"}},
                              {"auc", {"AUC（置信区间）", "AUC (interval)"}}},
                             lang);
    for (const auto& yardstick : all.yardsticks) {
        table.columns.push_back(
            {"over_" + underscored(yardstick), (lang == Lang::zh ? "高出 " : "over ") + yardstick});
    }
    for (const auto& heading :
         {Heading{"average_precision", {"平均精确率", "Avg. precision"}},
          Heading{"lift", {"前列提升", "Lift at the top"}}, Heading{"tau", {"Kendall τ", "Kendall tau"}},
          Heading{"brier", {"Brier", "Brier"}}, Heading{"slope", {"校准斜率", "Slope"}}}) {
        table.columns.push_back({heading.key, std::string{heading.text.in(lang)}});
    }
    for (const auto& told : all.models) {
        std::vector<Cell> row{told.id, count_cell(told.scored), text_cell(report::area_text(told.area))};
        for (const auto& over : told.over) {
            row.push_back(text_cell(report::difference_text(over)));
        }
        row.push_back(of(told.average_precision, [](double value) { return value; }));
        row.push_back(of(told.top, [](const auto& top) { return top.lift; }));
        row.push_back(of(told.kendall, [](const auto& kendall) { return kendall.tau; }));
        row.push_back(of(told.brier, [](const auto& brier) { return brier.score; }));
        row.push_back(text_cell(report::slope_text(told)));
        table.rows.push_back(std::move(row));
    }
    (void)data;
    return table;
}

} // namespace

Table validation_table(const report::ValidationData& data, std::string_view by, Lang lang) {
    auto table = table_with({{"scope", {"范围", "Scope"}},
                             {"group", {"组", "Group"}},
                             {"model", {"模型", "Model"}},
                             {"members", {"结果已知", "Outcome known"}},
                             {"positives", {"出现结果", "With the outcome"}},
                             {"scored", {"评分件数", "Scored"}},
                             {"common", {"各模型均评分", "Scored by all"}},
                             {"common_positives", {"其中出现结果", "With the outcome"}},
                             {"auc", {"AUC", "AUC"}},
                             {"auc_low", {"AUC 下限", "AUC, low"}},
                             {"auc_high", {"AUC 上限", "AUC, high"}},
                             {"own_auc", {"AUC（自身全部）", "AUC on all it scores"}}},
                            lang);
    for (const auto& yardstick : data.pooled.yardsticks) {
        const auto key = "over_" + underscored(yardstick);
        const auto heading = (lang == Lang::zh ? "高出 " : "over ") + yardstick;
        table.columns.push_back({key, heading});
        table.columns.push_back({key + "_low", heading + (lang == Lang::zh ? "，下限" : ", low")});
        table.columns.push_back({key + "_high", heading + (lang == Lang::zh ? "，上限" : ", high")});
        table.columns.push_back({key + "_p", heading + (lang == Lang::zh ? "，p 值" : ", p")});
    }
    const auto rest = table_with({{"average_precision", {"平均精确率", "Average precision"}},
                                  {"base_rate", {"总体比例", "Share of all"}},
                                  {"lift", {"前列提升", "Lift at the top"}},
                                  {"tau", {"Kendall τ", "Kendall tau"}},
                                  {"brier", {"Brier 分", "Brier score"}},
                                  {"slope", {"校准斜率", "Calibration slope"}},
                                  {"slope_low", {"斜率下限", "Slope, low"}},
                                  {"slope_high", {"斜率上限", "Slope, high"}},
                                  {"intercept", {"校准截距", "Calibration intercept"}},
                                  {"intercept_low", {"截距下限", "Intercept, low"}},
                                  {"intercept_high", {"截距上限", "Intercept, high"}},
                                  {"verdict", {"结论", "Verdict"}},
                                  {"shortfalls", {"未满足的条件", "Conditions not met"}}},
                                 lang);
    table.columns.insert(table.columns.end(), rest.columns.begin(), rest.columns.end());
    const auto add = [&](const std::string& scope, const std::string& group, const Validation& all,
                         bool small) {
        for (const auto& told : all.models) {
            add_row(table, scope, group, all, told, small);
        }
    };
    add("all", "", data.pooled, false);
    for (const auto& date : data.dates) {
        add("date", date.as_of.iso(), date.found, false);
    }
    for (const auto& group : data.groups) {
        if (group.by == by) {
            add(group.by, by == "field" ? group.key + " " + group.name.in(lang) : group.key, group.found,
                group.small);
        }
    }
    return table;
}

std::vector<Section> validation_sections(const report::ValidationData& data, std::string_view by, Lang lang) {
    std::vector<Section> sections;
    Section head;
    const auto verdicts = report::verdict_lines(data, lang);
    head.title = verdicts.front();
    head.lines.assign(verdicts.begin() + 1, verdicts.end());
    for (const auto& line : report::basis_lines(data, lang)) {
        head.lines.push_back(line);
    }
    head.table = short_table(data.pooled, data, lang);
    sections.push_back(std::move(head));
    if (!data.left_out.empty()) {
        Section left{std::string{Text{"未参加检验的专利", "Patents not judged"}.in(lang)}, {}, {}};
        const bool several = data.dates.size() > 1; // each patent counts at every date
        left.table =
            table_with({{"why", {"原因", "Why"}},
                        {"count", several ? Text{"各截止日合计（件次）", "Patents, summed over the dates"}
                                          : Text{"件数", "Patents"}}},
                       lang);
        for (const auto& one : data.left_out) {
            left.table.rows.push_back({one.why.in(lang), count_cell(one.count)});
        }
        sections.push_back(std::move(left));
    }
    if (data.dates.size() > 1) {
        Section dates{std::string{Text{"逐个截止日", "By cut-off date"}.in(lang)}, {}, {}};
        dates.table = report::area_table_of_dates(data, lang);
        sections.push_back(std::move(dates));
    }
    if (!by.empty()) {
        Section groups{std::string{Text{"分组", "By group"}.in(lang)}, {}, {}};
        groups.table = report::area_table_of_groups(data, by, lang);
        sections.push_back(std::move(groups));
    }
    if (!data.cautions.empty()) {
        Section cautions{std::string{Text{"须知", "To bear in mind"}.in(lang)}, {}, {}};
        for (const auto& caution : data.cautions) {
            cautions.lines.push_back(caution.in(lang));
        }
        sections.push_back(std::move(cautions));
    }
    return sections;
}

} // namespace longmen::service
