// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the sheet of a judge.
#include <longmen/report/judge_form.hpp>

#include <longmen/report/detail/form_sheet.hpp>

#include <array>

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

class FormWriter : detail::FormSheet {
    void write_top(lxw_worksheet* sheet, const JudgeForm& form) {
        write(sheet, 0, 0, Text{"查准率判读表", "Judging sheet of a search"}.in(lang), bold);
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
            write(sheet, row, 0, lines.at(i).label.in(lang), bold);
            write(sheet, row, 1, lines.at(i).value, text);
        }
    }

    void write_rows(lxw_worksheet* sheet, const JudgeForm& form) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            // Cells to be filled in are text, so that a date stays as it is typed.
            worksheet_set_column(sheet, column, column, columns.at(i).width,
                                 column >= verdict_column ? text : nullptr);
            write(sheet, heading_row, column, columns.at(i).text.in(lang),
                  column >= verdict_column ? fill_in : bold);
        }
        auto row = heading_row;
        for (const auto& one : form.rows) {
            ++row;
            const std::array<const std::string*, verdict_column> cells{&one.number, &one.title, &one.abstract,
                                                                       &one.applicant};
            for (std::size_t i = 0; i < cells.size(); ++i) {
                write(sheet, row, static_cast<lxw_col_t>(i), *cells.at(i), i == 0 ? text : wrapped);
            }
        }
        if (row > heading_row) {
            std::vector<std::string> words;
            for (const auto& word : verdict_words) {
                words.emplace_back(word.text.in(lang));
            }
            choose(sheet, heading_row + 1, verdict_column, row, std::move(words),
                   {"请从列表中选择；未判读的留空", "Choose from the list; empty where not judged"});
        }
        worksheet_freeze_panes(sheet, heading_row + 1, 1);
    }

    void explain() {
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
        write_notes(notes);
    }

public:
    explicit FormWriter(Lang shown) : FormSheet(shown) { format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP); }

    std::string bytes(const JudgeForm& form) {
        auto* sheet = book.add_sheet(std::string{Text{"判读表", "Judging sheet"}.in(lang)});
        write_top(sheet, form);
        write_rows(sheet, form);
        explain();
        return book.bytes();
    }
};

} // namespace

std::string judge_form(const JudgeForm& form, Lang lang) {
    return FormWriter{lang}.bytes(form);
}

} // namespace longmen::report
