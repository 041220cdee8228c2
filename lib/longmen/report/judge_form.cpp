// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sheet of a judge.
#include <longmen/report/detail/workbook.hpp>
#include <longmen/report/judge_form.hpp>

#include <xlsxwriter.h>

namespace longmen::report {
namespace {

struct FormColumn {
    Text text;
    double width = 0;
};
constexpr std::array columns{
    FormColumn{judge_form_words::number, 20},   FormColumn{judge_form_words::title, 32},
    FormColumn{judge_form_words::abstract, 70}, FormColumn{judge_form_words::applicant, 26},
    FormColumn{judge_form_words::verdict, 14},  FormColumn{judge_form_words::judge, 14},
    FormColumn{judge_form_words::date, 14},     FormColumn{judge_form_words::note, 36}};
constexpr lxw_col_t verdict_column = 4;
constexpr lxw_row_t heading_row = 8;

class FormWriter {
    detail::Workbook book_;
    Lang lang_;
    lxw_format* bold_ = book_.add_format();
    lxw_format* fill_in_ = book_.add_format();
    lxw_format* text_ = book_.add_format();
    lxw_format* wrapped_ = book_.add_format();

    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string_view text,
               lxw_format* format) {
        worksheet_write_string(sheet, row, column, std::string{text}.c_str(), format);
    }

    void write_top(lxw_worksheet* sheet, const JudgeForm& form) {
        write(sheet, 0, 0, Text{"查准率判读表", "Judging sheet of a search"}.in(lang_), bold_);
        struct Line {
            Text label;
            std::string value;
        };
        const std::array lines{Line{judge_form_words::run, "#" + std::to_string(form.run)},
                               Line{judge_form_words::sample, std::to_string(form.sample)},
                               Line{judge_form_words::seed, std::to_string(form.seed)},
                               Line{judge_form_words::set_size, std::to_string(form.set_size)},
                               Line{judge_form_words::generation, std::to_string(form.generation)},
                               Line{judge_form_words::query, form.query}};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto row = static_cast<lxw_row_t>(i + 1);
            write(sheet, row, 0, lines.at(i).label.in(lang_), bold_);
            write(sheet, row, 1, lines.at(i).value, text_);
        }
    }

    void write_rows(lxw_worksheet* sheet, const JudgeForm& form) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            // Cells to be filled in are text, so that a date stays as it is typed.
            worksheet_set_column(sheet, column, column, columns.at(i).width,
                                 column >= verdict_column ? text_ : nullptr);
            write(sheet, heading_row, column, columns.at(i).text.in(lang_),
                  column >= verdict_column ? fill_in_ : bold_);
        }
        auto row = heading_row;
        for (const auto& one : form.rows) {
            ++row;
            const std::array<const std::string*, verdict_column> cells{&one.number, &one.title, &one.abstract,
                                                                       &one.applicant};
            for (std::size_t i = 0; i < cells.size(); ++i) {
                write(sheet, row, static_cast<lxw_col_t>(i), *cells.at(i), i == 0 ? text_ : wrapped_);
            }
        }
        if (row > heading_row) {
            std::array<std::string, verdict_words.size()> words;
            std::array<const char*, verdict_words.size() + 1> list{};
            for (std::size_t i = 0; i < words.size(); ++i) {
                words.at(i) = verdict_words.at(i).text.in(lang_);
                list.at(i) = words.at(i).c_str();
            }
            lxw_data_validation choice{};
            choice.validate = LXW_VALIDATION_TYPE_LIST;
            choice.value_list = const_cast<char**>(list.data()); // NOLINT: the writer only reads it
            choice.ignore_blank = LXW_VALIDATION_ON;
            std::string message{
                Text{"请从列表中选择；未判读的留空", "Choose from the list; empty where not judged"}.in(
                    lang_)};
            choice.error_message = message.data();
            worksheet_data_validation_range(sheet, heading_row + 1, verdict_column, row, verdict_column,
                                            &choice);
        }
        worksheet_freeze_panes(sheet, heading_row + 1, 1);
    }

    void write_notes() {
        auto* sheet = book_.add_sheet(std::string{Text{"填写说明", "Notes"}.in(lang_)});
        constexpr double width = 100;
        worksheet_set_column(sheet, 0, 0, width, nullptr);
        constexpr std::array<Text, 5> notes{
            Text{"逐件阅读，按检索目的判定：相关、不相关、不确定；尚未判读的留空，以后可以再交。",
                 "Read each record and judge it by what the search is for: relevant, not relevant, unsure; "
                 "leave "
                 "empty what is not judged yet, it can be handed in later."},
            Text{"每一行判定都要写明判读人；日期写作 YYYY-MM-DD，可以不填。",
                 "Each verdict needs the name of its judge; the date is written YYYY-MM-DD and may be left "
                 "out."},
            Text{"几位判读人各填一份，互不参看，可以算出判读的一致性。",
                 "Several judges each fill in a sheet of their own, without seeing the others': then their "
                 "agreement can be worked out."},
            Text{"不要改动表头以上的各行和专利号，也不要增加专利；样本是随机抽取的，增删会使查准率失真。",
                 "Do not change the lines above the heading or the numbers, and add no records: the sample "
                 "is a "
                 "random one, and choosing would bend the precision."},
            Text{"填好后用 longmen judge take 收回；更正已交的判定，收回时加 --replace。",
                 "Filled sheets go in by longmen judge take; corrections of verdicts handed in need "
                 "--replace."}};
        for (std::size_t i = 0; i < notes.size(); ++i) {
            write(sheet, static_cast<lxw_row_t>(i), 0, notes.at(i).in(lang_), wrapped_);
        }
    }

public:
    explicit FormWriter(Lang lang) : lang_(lang) {
        format_set_bold(bold_);
        constexpr lxw_color_t tint = 0xDCE6F1;
        format_set_bold(fill_in_);
        format_set_bg_color(fill_in_, tint);
        format_set_num_format(fill_in_, "@");
        format_set_num_format(text_, "@");
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    }

    std::string write(const JudgeForm& form) {
        auto* sheet = book_.add_sheet(std::string{Text{"判读表", "Judging sheet"}.in(lang_)});
        write_top(sheet, form);
        write_rows(sheet, form);
        write_notes();
        return book_.bytes();
    }
};

} // namespace

std::string judge_form(const JudgeForm& form, Lang lang) {
    return FormWriter{lang}.write(form);
}

} // namespace longmen::report
