// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluations as tables and sentences.
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/evaluation_words.hpp>
#include <longmen/service/evaluate.hpp>

#include <fmt/format.h>

#include <array>
#include <span>

namespace longmen::service {
namespace {

using programme::Evaluation;
using programme::EvaluationState;
using programme::ScoreOrigin;

Cell number_cell(const std::optional<double>& value) {
    return value ? Cell{Decimal{*value}} : Cell{};
}

/// Weights and shares, with two decimals on the screen.
Cell share_cell(double value) {
    constexpr int file_digits = 4, screen_digits = 2;
    return Decimal{value, file_digits, screen_digits};
}

const Patent& patent_of(const EvaluationList& list, const EvaluatedPatent& one) {
    return list.corpus.patents[one.patent];
}

std::vector<Cell> name_cells(const Patent& patent) {
    return {patent.number, text_cell(patent.title.empty() ? patent.title_en : patent.title),
            text_cell(join(patent.applicants, "; "))};
}

void add_columns(Table& table, std::initializer_list<Heading> headings, Lang lang) {
    const auto more = table_with(headings, lang);
    table.columns.insert(table.columns.end(), more.columns.begin(), more.columns.end());
}

Table named(Lang lang) {
    return table_with({{"number", {"专利号", "Number"}},
                       {"title", {"名称", "Title"}},
                       {"applicant", {"申请人", "Applicant"}}},
                      lang);
}

Table one_scenario(const EvaluationList& list, std::span<const EvaluatedPatent> patents, Lang lang) {
    const bool range = list.mode == EvaluationMode::range;
    auto table = named(lang);
    add_columns(table, {{"state", {"状态", "State"}}}, lang);
    if (!range) {
        add_columns(
            table,
            {{"total", list.mode == EvaluationMode::strict ? Text{"总分（缺失计零）", "Total, missing as 0"}
                                                           : Text{"总分", "Total"}}},
            lang);
        for (const auto& dimension : list.rule.dimensions) {
            table.columns.push_back({fold(dimension.id), dimension.name.in(lang)});
        }
    }
    add_columns(table,
                {{"low", {"下限", "Low"}},
                 {"high", {"上限", "High"}},
                 {"coverage", {"覆盖度", "Coverage"}},
                 {"by_expert", {"其中专家", "By experts"}},
                 {"by_provisional", {"其中专家人数不足", "By too few experts"}},
                 {"by_data", {"其中数据", "By data"}},
                 {"by_proxy", {"其中数据替代", "By stand-ins"}},
                 {"scorers", {"评分人数", "Scorers"}},
                 {"spread_sd", {"评分人总分标准差", "Spread (sd)"}},
                 {"spread_low", {"评分人总分最低", "Spread low"}},
                 {"spread_high", {"评分人总分最高", "Spread high"}},
                 {"provisional", {"暂定", "Provisional"}}},
                lang);
    for (const auto& one : patents) {
        const auto& result = one.scenarios.front();
        const bool done = result.state == EvaluationState::evaluated;
        auto row = name_cells(patent_of(list, one));
        row.emplace_back(std::string{programme::evaluation_state_key(result.state)});
        if (!range) {
            row.push_back(number_cell(result.levels.total));
            for (const auto& dimension : result.levels.dimensions) {
                row.push_back(number_cell(dimension));
            }
        }
        row.push_back(number_cell(result.low.total));
        row.push_back(number_cell(result.high.total));
        row.push_back(done ? share_cell(result.covered()) : Cell{});
        for (const auto origin :
             {ScoreOrigin::expert, ScoreOrigin::provisional, ScoreOrigin::data, ScoreOrigin::proxy}) {
            row.push_back(done ? share_cell(result.coverage[static_cast<std::size_t>(origin)]) : Cell{});
        }
        row.push_back(done ? count_cell(result.spread.scorers) : Cell{});
        const bool spread = result.spread.scorers > 0;
        row.push_back(number_cell(result.spread.deviation));
        row.push_back(spread ? Cell{Decimal{result.spread.low}} : Cell{});
        row.push_back(spread ? Cell{Decimal{result.spread.high}} : Cell{});
        row.push_back(done ? Cell{std::string{result.provisional ? "yes" : "no"}} : Cell{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table all_scenarios(const EvaluationList& list, std::span<const EvaluatedPatent> patents, Lang lang) {
    const bool range = list.mode == EvaluationMode::range;
    auto table = named(lang);
    const auto add = [&](const programme::Scenario& scenario, const char* key, Text word) {
        table.columns.push_back({scenario.id + key, scenario.name.in(lang) + (lang == Lang::zh ? "" : ", ") +
                                                        std::string{word.in(lang)}});
    };
    for (const auto at : list.scenarios) {
        const auto& scenario = list.rule.scenarios[at];
        if (range) {
            add(scenario, "_low", {"下限", "low"});
            add(scenario, "_high", {"上限", "high"});
        } else {
            add(scenario, "_total", {"总分", "total"});
        }
        add(scenario, "_coverage", {"覆盖度", "coverage"});
    }
    for (const auto& one : patents) {
        auto row = name_cells(patent_of(list, one));
        for (const auto& result : one.scenarios) {
            if (range) {
                row.push_back(number_cell(result.low.total));
                row.push_back(number_cell(result.high.total));
            } else {
                row.push_back(number_cell(result.levels.total));
            }
            row.push_back(result.state == EvaluationState::evaluated ? share_cell(result.covered()) : Cell{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table level_table(const EvaluationList& list, const Evaluation& result, const programme::Scenario& scenario,
                  Lang lang) {
    auto table = table_with({{"id", {"编号", "Id"}},
                             {"level", {"指标", "Level"}},
                             {"weight", {"权重", "Weight"}},
                             {"score", {"得分", "Score"}},
                             {"low", {"下限", "Low"}},
                             {"high", {"上限", "High"}}},
                            lang);
    const auto& rule = list.rule;
    for (std::size_t d = 0; d < rule.dimensions.size(); ++d) {
        table.rows.push_back({rule.dimensions[d].id, rule.dimensions[d].name.in(lang),
                              share_cell(scenario.dimensions[d]), number_cell(result.levels.dimensions[d]),
                              number_cell(result.low.dimensions[d]), number_cell(result.high.dimensions[d])});
        for (std::size_t g = 0; g < rule.groups.size(); ++g) {
            if (rule.groups[g].parent == d) {
                table.rows.push_back({rule.groups[g].id, rule.groups[g].name.in(lang),
                                      share_cell(scenario.dimensions[d] * scenario.groups[g]),
                                      number_cell(result.levels.groups[g]), number_cell(result.low.groups[g]),
                                      number_cell(result.high.groups[g])});
            }
        }
    }
    return table;
}

Table opinion_table(const EvaluationList& list, const EvaluatedPatent& one, Lang lang) {
    auto table = table_with({{"id", {"编号", "Id"}},
                             {"scorer", {"评分人", "Scorer"}},
                             {"date", {"日期", "Date"}},
                             {"score", {"评分", "Score"}},
                             {"reason", {"理由", "Reason"}},
                             {"evidence", {"证据", "Evidence"}},
                             {"file", {"文件", "File"}},
                             {"row", {"行", "Row"}}},
                            lang);
    for (std::size_t i = 0; i < list.rule.indicators.size(); ++i) {
        for (const auto& opinion : one.input.indicators[i].opinions) {
            table.rows.push_back({list.rule.indicators[i].id, opinion.scorer, opinion.date,
                                  number_cell(opinion.score), text_cell(opinion.reason),
                                  text_cell(opinion.evidence), opinion.file, count_cell(opinion.row)});
        }
    }
    return table;
}

Table table_of(const EvaluationList& list, std::span<const EvaluatedPatent> patents, Lang lang) {
    return list.scenarios.size() == 1 ? one_scenario(list, patents, lang)
                                      : all_scenarios(list, patents, lang);
}

} // namespace

Table evaluation_table(const EvaluationList& list, Lang lang, std::size_t top) {
    std::span<const EvaluatedPatent> patents{list.patents};
    if (top > 0 && patents.size() > top) {
        patents = patents.first(top);
    }
    return table_of(list, patents, lang);
}

Table evaluation_details(const EvaluationList& list, std::size_t at, Lang lang) {
    auto table = table_with({{"id", {"编号", "Id"}},
                             {"first", {"一级指标", "First level"}},
                             {"second", {"二级指标", "Second level"}},
                             {"indicator", {"三级指标", "Indicator"}},
                             {"class", {"类别", "Class"}},
                             {"weight", {"权重", "Weight"}},
                             {"origin", {"来源", "Origin"}},
                             {"score", {"得分", "Score"}},
                             {"scorers", {"评分人数", "Scorers"}},
                             {"sd", {"标准差", "Sd"}},
                             {"low", {"最低", "Low"}},
                             {"high", {"最高", "High"}},
                             {"experts", {"专家评分", "Experts"}},
                             {"basis", {"数据依据", "From the data"}},
                             {"raw", {"取值", "Value"}},
                             {"anchors", {"分值锚点", "Anchors"}}},
                            lang);
    const auto& rule = list.rule;
    const auto& one = list.patents[at];
    const auto& result = one.scenarios.front();
    for (std::size_t i = 0; i < rule.indicators.size(); ++i) {
        const auto& indicator = rule.indicators[i];
        const auto& group = rule.groups[indicator.parent];
        const auto& score = result.indicators[i];
        const auto& input = one.input.indicators[i];
        const bool known = score.origin != ScoreOrigin::missing;
        const bool spread = score.spread.scorers > 0;
        table.rows.push_back(
            {indicator.id, rule.dimensions[group.parent].name.in(lang), group.name.in(lang),
             indicator.name.in(lang), indicator.kind, share_cell(score.weight),
             std::string{programme::origin_text(score.origin).in(lang)},
             known ? Cell{Decimal{score.score}} : Cell{}, spread ? count_cell(score.spread.scorers) : Cell{},
             number_cell(score.spread.deviation), spread ? Cell{Decimal{score.spread.low}} : Cell{},
             spread ? Cell{Decimal{score.spread.high}} : Cell{}, text_cell(detail::opinion_words(input)),
             text_cell(detail::basis_words(indicator, input, lang)),
             text_cell(detail::raw_words(input, lang)),
             text_cell(detail::anchor_words(indicator, input, lang))});
    }
    return table;
}

std::vector<Section> evaluation_sections(const EvaluationList& list, std::size_t at, Lang lang) {
    const auto& one = list.patents[at];
    const auto& patent = patent_of(list, one);
    const auto title = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
    std::vector<Section> sections;
    sections.push_back({patent.number + " " + (patent.title.empty() ? patent.title_en : patent.title),
                        {},
                        table_of(list, {&one, 1}, lang)});
    if (list.scenarios.size() == 1) {
        const auto& scenario = list.rule.scenarios[list.scenarios.front()];
        sections.push_back({title("一级、二级指标", "Levels"),
                            {},
                            level_table(list, one.scenarios.front(), scenario, lang)});
        sections.push_back({title("三级指标及来源", "Indicators and where their scores come from"),
                            {},
                            evaluation_details(list, at, lang)});
    }
    auto opinions = opinion_table(list, one, lang);
    if (!opinions.rows.empty()) {
        sections.push_back({title("专家意见", "Opinions of experts"), {}, std::move(opinions)});
    }
    return sections;
}

std::vector<std::string> evaluation_statement(const EvaluationList& list, Lang lang) {
    std::vector<Sentence> sentences;
    const auto& rule = list.rule;
    const bool all = list.scenarios.size() > 1;
    const auto& scenario = rule.scenarios[list.scenarios.front()];
    sentences.push_back({fmt::format("截至 {}；规则：{}（{} 第 {} 版）；场景：{}；专利 {} 件。",
                                     list.corpus.as_of.iso(), rule.title.zh, rule.id, rule.version,
                                     all ? "全部" : scenario.name.zh, list.patents.size()),
                         fmt::format("As of {}; rule: {} ({}, version {}); scenario: {}; {} patents.",
                                     list.corpus.as_of.iso(), rule.title.en, rule.id, rule.version,
                                     all ? "all" : scenario.name.en, list.patents.size())});
    sentences.push_back({rule.notice.zh + "。", "Note: " + rule.notice.en + "."});
    if (list.mode == EvaluationMode::strict) {
        sentences.push_back({"缺失的指标按 0 分计。", "What is missing counts 0."});
    } else if (list.mode == EvaluationMode::range) {
        sentences.push_back({"下限、上限为缺失指标全部按 0 分、全部按 100 分计的结果。",
                             "Low and high: all that is missing at 0, at 100."});
    } else {
        sentences.push_back({"缺失的指标不计，其余权重归一；总分应与覆盖度一并引用。",
                             "What is missing is left out and the other weights renormalised: quote a total "
                             "with its coverage."});
    }
    std::array<std::size_t, 4> states{};
    std::size_t provisional = 0;
    for (const auto& one : list.patents) {
        ++states[static_cast<std::size_t>(one.scenarios.front().state)];
        provisional += one.scenarios.front().provisional ? 1 : 0;
    }
    if (!all) {
        for (const auto state :
             {EvaluationState::ended, EvaluationState::not_applicable, EvaluationState::no_evidence}) {
            if (const auto count = states[static_cast<std::size_t>(state)]; count > 0) {
                const auto text = programme::evaluation_state_text(state);
                sentences.push_back(sentence("{} 件：{}。", "{0} patents: {2}.", count, text.zh, text.en));
            }
        }
    }
    sentences.push_back(sentence("计入专家评分表 {} 张。", "{} sheets of experts counted.", list.sheets));
    if (provisional > 0 && !all) {
        sentences.push_back(sentence("{} 件有指标的评分人少于 {} 人，结果暂定。",
                                     "{} patents have a score by fewer than {} experts: provisional.",
                                     provisional, rule.minimum_scorers));
    }
    if (list.later_sheets > 0) {
        sentences.push_back(sentence("晚于截止日的评分表 {} 张未计入。",
                                     "{} sheets later than the cut-off date are left out.",
                                     list.later_sheets));
    }
    std::vector<std::string> lines;
    for (const auto& one : sentences) {
        lines.push_back(one.in(lang));
    }
    return lines;
}

} // namespace longmen::service
