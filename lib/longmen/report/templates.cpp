// SPDX-License-Identifier: GPL-3.0-or-later
// Blank forms.
#include <longmen/report/templates.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/asset.hpp>
#include <longmen/report/detail/forms.hpp>
#include <longmen/report/detail/workbook.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <vector>

namespace longmen::report {
namespace {

using detail::Form;
using detail::FormColumn;
using detail::Takes;

constexpr lxw_row_t rows_prepared = 2000;
constexpr double credit_code_length = 18;

std::string str(std::string_view text) {
    return std::string{text};
}

/// Cells that refuse what cannot be right, with the reason.
void add_validation(lxw_worksheet* sheet, lxw_col_t column, const FormColumn& form, Lang lang) {
    lxw_data_validation rule{};
    std::string message;
    std::vector<std::string> choices;
    std::vector<char*> list;
    switch (form.takes) {
    case Takes::year:
        rule.validate = LXW_VALIDATION_TYPE_INTEGER;
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_number = 2000;
        rule.maximum_number = 2100;
        message = Text{"请填 2000 至 2100 之间的四位年份", "A year from 2000 to 2100"}.in(lang);
        break;
    case Takes::amount:
        rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_number = 0;
        message = Text{"请填不小于 0 的金额，单位万元；没有数据请留空",
                       "An amount of at least 0, in 万元; leave it empty when not known"}
                      .in(lang);
        break;
    case Takes::count:
        rule.validate = LXW_VALIDATION_TYPE_INTEGER;
        rule.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
        rule.value_number = 0;
        message = Text{"请填不小于 0 的整数", "A whole number of at least 0"}.in(lang);
        break;
    case Takes::credit_code:
        rule.validate = LXW_VALIDATION_TYPE_LENGTH;
        rule.criteria = LXW_VALIDATION_CRITERIA_EQUAL_TO;
        rule.value_number = credit_code_length;
        message = Text{"统一社会信用代码为 18 位", "A credit code has 18 characters"}.in(lang);
        break;
    case Takes::asset_kind:
        for (std::size_t i = 0; i < asset_kind_count; ++i) {
            choices.push_back(str(asset_kind_text(static_cast<AssetKind>(i)).in(lang)));
        }
        for (auto& choice : choices) {
            list.push_back(choice.data());
        }
        list.push_back(nullptr);
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        message = Text{"请从列表中选择", "Choose from the list"}.in(lang);
        break;
    case Takes::number:
    case Takes::text:
        return;
    }
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.error_message = message.data();
    worksheet_data_validation_range(sheet, 1, column, rows_prepared, column, &rule);
}

void write_form(detail::Workbook& book, const Form& form, Lang lang, lxw_format* heading, lxw_format* needed,
                lxw_format* as_text) {
    auto* sheet = book.add_sheet(str(form.sheet.in(lang)));
    for (std::size_t i = 0; i < form.columns.size(); ++i) {
        const auto& column = form.columns[i];
        const auto at = static_cast<lxw_col_t>(i);
        const auto text = str(column.heading.in(lang));
        constexpr std::size_t margin = 4, narrowest = 14;
        const bool number =
            column.takes == Takes::year || column.takes == Takes::amount || column.takes == Takes::count;
        worksheet_set_column(sheet, at, at,
                             static_cast<double>(std::max(display_width(text) + margin, narrowest)),
                             number ? nullptr : as_text);
        worksheet_write_string(sheet, 0, at, text.c_str(), column.needed ? needed : heading);
        add_validation(sheet, at, column, lang);
    }
    worksheet_freeze_panes(sheet, 1, 1);
}

void write_notes(detail::Workbook& book, const Form& form, Lang lang, lxw_format* heading,
                 lxw_format* as_text) {
    auto* sheet = book.add_sheet(str(Text{"填写说明", "Notes"}.in(lang)));
    const std::array<Text, 4> heads{Text{"栏目", "Column"}, Text{"是否必填", "Needed"},
                                    Text{"说明", "What to write"}, Text{"示例", "Example"}};
    constexpr std::array<double, 4> widths{30, 10, 56, 40};
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const auto at = static_cast<lxw_col_t>(i);
        worksheet_write_string(sheet, 0, at, str(heads[i].in(lang)).c_str(), heading);
        worksheet_set_column(sheet, at, at, widths[i], as_text);
    }
    lxw_row_t row = 1;
    for (const auto& column : form.columns) {
        worksheet_write_string(sheet, row, 0, str(column.heading.in(lang)).c_str(), as_text);
        worksheet_write_string(
            sheet, row, 1, str((column.needed ? Text{"必填", "yes"} : Text{"选填", "no"}).in(lang)).c_str(),
            as_text);
        worksheet_write_string(sheet, row, 2, str(column.note.in(lang)).c_str(), as_text);
        worksheet_write_string(sheet, row, 3, str(column.example.in(lang)).c_str(), as_text);
        ++row;
    }
}

} // namespace

std::vector<std::string_view> form_kinds() {
    std::vector<std::string_view> kinds;
    for (const auto& form : detail::all_forms()) {
        kinds.push_back(form.kind);
    }
    return kinds;
}

std::string blank_form(std::string_view kind, Lang lang) {
    const auto forms = detail::all_forms();
    const auto form = std::ranges::find(forms, kind, &Form::kind);
    if (form == forms.end()) {
        throw UsageError(sentence("没有表样“{}”；可用的有：{}, expert-sheet",
                                  "no form `{}`; there are: {}, expert-sheet", kind,
                                  fmt::join(form_kinds(), ", ")));
    }
    detail::Workbook book;
    auto* heading = book.add_format();
    format_set_bold(heading);
    auto* needed = book.add_format();
    format_set_bold(needed);
    constexpr lxw_color_t tint = 0xDCE6F1;
    format_set_bg_color(needed, tint);
    auto* as_text = book.add_format();
    format_set_num_format(as_text, "@");
    write_form(book, *form, lang, heading, needed, as_text);
    write_notes(book, *form, lang, heading, as_text);
    return book.bytes();
}

} // namespace longmen::report
