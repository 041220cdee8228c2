// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what forms have in common.
#include <longmen/report/detail/form_sheet.hpp>

namespace longmen::report::detail {

FormSheet::FormSheet(Lang shown) : lang(shown) {
    constexpr lxw_color_t tint = 0xDCE6F1;
    format_set_bold(bold);
    format_set_bold(fill_in);
    format_set_bg_color(fill_in, tint);
    format_set_num_format(fill_in, "@");
    format_set_num_format(text, "@");
    format_set_text_wrap(wrapped);
}

void FormSheet::write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
                      lxw_format* format) {
    worksheet_write_string(sheet, row, column, std::string{text}.c_str(), format);
}

void FormSheet::refuse(lxw_worksheet* sheet, lxw_row_t first, lxw_col_t column, lxw_row_t last,
                       lxw_data_validation& rule, Text why) const {
    std::string message{why.in(lang)};
    rule.ignore_blank = LXW_VALIDATION_ON;
    rule.error_message = message.data();
    worksheet_data_validation_range(sheet, first, column, last, column, &rule);
}

void FormSheet::choose(lxw_worksheet* sheet, lxw_row_t first, lxw_col_t column, lxw_row_t last,
                       std::vector<std::string> values, Text why) const {
    std::vector<char*> list;
    for (auto& value : values) {
        list.push_back(value.data());
    }
    list.push_back(nullptr);
    lxw_data_validation choice{};
    choice.validate = LXW_VALIDATION_TYPE_LIST;
    choice.value_list = list.data();
    refuse(sheet, first, column, last, choice, why);
}

void FormSheet::write_notes(std::span<const Text> notes) {
    auto* sheet = book.add_sheet(std::string{Text{"填写说明", "Notes"}.in(lang)});
    constexpr double width = 100;
    worksheet_set_column(sheet, 0, 0, width, nullptr);
    lxw_row_t row = 0;
    for (const auto& note : notes) {
        write(sheet, row++, 0, note.in(lang), wrapped);
    }
}

} // namespace longmen::report::detail
