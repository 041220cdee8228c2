// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sheet of an expert.
#include <longmen/report/expert_form.hpp>

#include <longmen/report/detail/form_sheet.hpp>

#include <array>

namespace longmen::report {
namespace {

struct FormHeading {
    Text text;
    double width = 0;
};
constexpr std::array headings{FormHeading{{"专利号", "Patent number"}, 20},
                              FormHeading{{"专利名称", "Title of patent"}, 28},
                              FormHeading{{"指标编号", "Indicator id"}, 10},
                              FormHeading{{"一级指标", "First level"}, 12},
                              FormHeading{{"二级指标", "Second level"}, 18},
                              FormHeading{{"三级指标", "Indicator"}, 22},
                              FormHeading{{"评分要点", "What to judge"}, 44},
                              FormHeading{{"自动取值参考", "Hint from the data"}, 30},
                              FormHeading{{"评分（0-100）", "Score (0-100)"}, 14},
                              FormHeading{{"评分理由", "Reason"}, 36},
                              FormHeading{{"证据", "Evidence"}, 30}};
constexpr std::array<Text, 4> labels{Text{"评分人", "Scorer"}, Text{"评分日期", "Date"},
                                     Text{"评估规则", "Rule"}, Text{"评估场景", "Scenario"}};
constexpr lxw_row_t heading_row = 6;
constexpr lxw_col_t score_column = 8;
constexpr double highest_score = 100;

class FormWriter : detail::FormSheet {
    void write_top(lxw_worksheet* sheet, const ExpertForm& form) {
        write(sheet, 0, 0, form.heading, bold);
        const std::array<std::string, 4> values{"", "", form.rule, form.scenario};
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const auto row = static_cast<lxw_row_t>(i + 1);
            write(sheet, row, 0, labels[i].in(lang), bold);
            write(sheet, row, 1, values[i], i < 2 || values[i].empty() ? fill_in : text);
        }
        constexpr lxw_row_t scenario_row = 4;
        choose(sheet, scenario_row, 1, scenario_row, form.scenarios,
               {"请从列表中选择", "Choose from the list"});
    }

    void write_rows(lxw_worksheet* sheet, const ExpertForm& form) {
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet, column, column, headings[i].width, nullptr);
            write(sheet, heading_row, column, headings[i].text.in(lang), i >= score_column ? fill_in : bold);
        }
        auto row = heading_row;
        for (const auto& one : form.rows) {
            ++row;
            const std::array<const std::string*, 8> cells{&one.number,  &one.title,  &one.id,
                                                          &one.first,   &one.second, &one.indicator,
                                                          &one.meaning, &one.hint};
            for (std::size_t i = 0; i < cells.size(); ++i) {
                write(sheet, row, static_cast<lxw_col_t>(i), *cells[i], i < 2 ? text : wrapped);
            }
        }
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_number = 0;
        rule.maximum_number = highest_score;
        refuse(sheet, heading_row + 1, score_column, row, rule,
               {"请填 0 至 100 的数；不评分请留空", "A number from 0 to 100; empty where you do not score"});
        worksheet_freeze_panes(sheet, heading_row + 1, 0);
    }

    void explain() {
        constexpr std::array<Text, 6> notes{
            Text{"在表头上方填写评分人姓名和评分日期（YYYY-MM-DD）；一位评分人对一件专利只交一张表。",
                 "Fill in who scores and the date (YYYY-MM-DD) above the heading; one sheet a scorer and "
                 "patent."},
            Text{"每个三级指标按 0 至 100 评分，分值越高越有利；不能判断的留空，可在理由中说明。",
                 "Score each indicator from 0 to 100, more is better; leave empty what you cannot judge, and "
                 "say why."},
            Text{"“自动取值参考”由数据算出，仅供参考；评分后以专家评分为准。",
                 "Hints are worked out from data; where experts score, their scores count."},
            Text{"请写明评分理由，并列出证据（合同、检测报告、判决书编号等）。",
                 "Give the reason of each score, and the evidence (contracts, test reports, judgements)."},
            Text{"至少三位评分人（以评估规则为准）评分后，该指标的结果才不再标为暂定。",
                 "A score stays provisional until three experts (or as many as the rule asks for) have given "
                 "one."},
            Text{"填好后用 longmen import 导入；修改已交的评分，导入时加 --replace。",
                 "Filled forms go in by longmen import; one that replaces an earlier one needs --replace."}};
        write_notes(notes);
    }

public:
    explicit FormWriter(Lang shown) : FormSheet(shown) {}

    std::string bytes(const ExpertForm& form) {
        auto* sheet = book.add_sheet(std::string{Text{"专家评分表", "Expert sheet"}.in(lang)});
        write_top(sheet, form);
        write_rows(sheet, form);
        explain();
        return book.bytes();
    }
};

} // namespace

std::string expert_form(const ExpertForm& form, Lang lang) {
    return FormWriter{lang}.bytes(form);
}

} // namespace longmen::report
