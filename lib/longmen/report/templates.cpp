// SPDX-License-Identifier: GPL-3.0-or-later
// Blank forms.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/detail/workbook.hpp>
#include <longmen/report/templates.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <span>

namespace longmen::report {
namespace {

/// What a cell of a column takes.
enum class Takes : std::uint8_t { text, number, credit_code, year, amount, count };

struct FormColumn {
    Text heading;
    Takes takes = Takes::text;
    bool needed = false;
    Text note;
    Text example;
};

struct Form {
    std::string_view kind;
    Text sheet;
    std::span<const FormColumn> columns;
};

constexpr std::array enterprise_columns{
    FormColumn{{"企业名称", "Enterprise"},
               Takes::text,
               true,
               {"营业执照上的全称", "Full name as on the business licence"},
               {"晋中某某机械有限公司", "Jinzhong Example Machinery Co., Ltd."}},
    FormColumn{{"统一社会信用代码", "Credit code"},
               Takes::credit_code,
               true,
               {"18 位，末位为校验码；填错会被退回",
                "18 characters; the last one is a check, and a wrong code is rejected"},
               {"91140702FX00000002", "91140702FX00000002"}},
    FormColumn{{"曾用名", "Former names"},
               Takes::text,
               false,
               {"多个以分号隔开；用来认领更名前的专利",
                "Several are separated by semicolons; they claim patents filed under them"},
               {"某某机械厂", "Example Machine Works"}},
    FormColumn{{"别名", "Aliases"},
               Takes::text,
               false,
               {"简称、分公司等专利上出现过的名称", "Short names and branches as patents name them"},
               {"", ""}},
    FormColumn{{"英文名称", "English name"},
               Takes::text,
               false,
               {"国外专利上使用的名称", "As used in patents abroad"},
               {"Example Machinery Co., Ltd.", "Example Machinery"}},
    FormColumn{{"所属园区", "Park"},
               Takes::text,
               false,
               {"园区全称，同一园区写法一致", "Written the same for all of one park"},
               {"某某产业园", "Example Park"}},
    FormColumn{{"区县", "County"},
               Takes::text,
               false,
               {"注册地所在区县", "County of registration"},
               {"榆次区", "Yuci"}},
    FormColumn{{"行业", "Industry"},
               Takes::text,
               false,
               {"主营行业", "Main line of business"},
               {"液压元件", "Hydraulics"}},
    FormColumn{{"地址", "Address"},
               Takes::text,
               false,
               {"注册地址", "Registered address"},
               {"山西省晋中市榆次区某某路1号", "1 Example Road, Yuci, Jinzhong, Shanxi"}},
};

constexpr std::array figure_columns{
    FormColumn{{"企业名称", "Enterprise"},
               Takes::text,
               true,
               {"与企业名单一致", "As in the list of enterprises"},
               {"晋中某某机械有限公司", "Jinzhong Example Machinery Co., Ltd."}},
    FormColumn{{"统一社会信用代码", "Credit code"},
               Takes::credit_code,
               false,
               {"有代码时以代码认定企业", "Where given, it decides"},
               {"91140702FX00000002", "91140702FX00000002"}},
    FormColumn{{"年度", "Fiscal year"},
               Takes::year,
               true,
               {"四位年份，每企业每年一行", "Four digits; one row for each year"},
               {"2021", "2021"}},
    FormColumn{{"销售收入（万元）", "Sales revenue (万元)"},
               Takes::amount,
               false,
               {"全年销售收入；没有数据请留空，不要填 0",
                "Of the whole year; leave it empty when not known, do not write 0"},
               {"12500.00", "12500.00"}},
    FormColumn{{"主营业务收入（万元）", "Main-business revenue (万元)"},
               Takes::amount,
               false,
               {"利润表口径", "As in the income statement"},
               {"12000.00", "12000.00"}},
    FormColumn{{"研发投入（万元）", "R&D expense (万元)"},
               Takes::amount,
               false,
               {"研发费用，与加计扣除或统计口径一致", "As in tax deduction or statistics"},
               {"800.00", "800.00"}},
    FormColumn{{"科技成果产业化收入（万元）", "Revenue of commercialised results (万元)"},
               Takes::amount,
               false,
               {"科技成果产业化形成的收入", "Revenue from commercialised research results"},
               {"4200.00", "4200.00"}},
    FormColumn{
        {"职工总数", "Staff"}, Takes::count, false, {"年末人数", "At the end of the year"}, {"260", "260"}},
    FormColumn{
        {"研发人员", "R&D staff"}, Takes::count, false, {"年末人数", "At the end of the year"}, {"42", "42"}},
};

constexpr std::array patent_columns{
    FormColumn{{"申请号", "Application number"},
               Takes::number,
               true,
               {"含校验位，如 202110000000.1；请保持文本格式", "With its check digit; keep the cell as text"},
               {"202110000000.1", "202110000000.1"}},
    FormColumn{{"公开（公告）号", "Publication number"},
               Takes::number,
               false,
               {"如 CN200000000B", "Such as CN200000000B"},
               {"CN200000000B", "CN200000000B"}},
    FormColumn{
        {"专利名称", "Title"}, Takes::text, false, {"", ""}, {"一种示例装置", "A device by way of example"}},
    FormColumn{{"申请人", "Applicants"},
               Takes::text,
               false,
               {"多个以分号隔开", "Several are separated by semicolons"},
               {"晋中某某机械有限公司", "Jinzhong Example Machinery Co., Ltd."}},
    FormColumn{{"发明人", "Inventors"},
               Takes::text,
               false,
               {"多个以分号隔开", "Several are separated by semicolons"},
               {"张三; 李四", "Zhang San; Li Si"}},
    FormColumn{{"申请日", "Application date"},
               Takes::text,
               false,
               {"如 2021-03-15", "Such as 2021-03-15"},
               {"2021-03-15", "2021-03-15"}},
    FormColumn{{"授权公告日", "Grant date"},
               Takes::text,
               false,
               {"未授权请留空", "Empty when not granted"},
               {"2022-11-08", "2022-11-08"}},
    FormColumn{{"专利类型", "Patent type"},
               Takes::text,
               false,
               {"发明、实用新型或外观设计", "Invention, utility model or design"},
               {"发明", "Invention"}},
    FormColumn{{"法律状态", "Legal status"},
               Takes::text,
               false,
               {"如 授权、实质审查、未缴年费", "Such as granted, examination"},
               {"授权", "Granted"}},
    FormColumn{{"主分类号", "Main IPC"},
               Takes::text,
               false,
               {"如 F16J15/16", "Such as F16J15/16"},
               {"F16J15/16", "F16J15/16"}},
    FormColumn{{"摘要", "Abstract"}, Takes::text, false, {"", ""}, {"", ""}},
};

constexpr std::array event_columns{
    FormColumn{
        {"申请号", "Application number"},
        Takes::number,
        true,
        {"须已导入的专利；请保持文本格式", "Of a patent that is in the workspace; keep the cell as text"},
        {"202110000000.1", "202110000000.1"}},
    FormColumn{{"事件", "Event"},
               Takes::text,
               true,
               {"公报代码（如 TR01）或文字（如 专利权的转移）", "Gazette code (TR01) or words"},
               {"TR01", "TR01"}},
    FormColumn{{"事件日期", "Event date"},
               Takes::text,
               true,
               {"如 2021-03-15", "Such as 2021-03-15"},
               {"2021-03-15", "2021-03-15"}},
    FormColumn{{"说明", "Detail"},
               Takes::text,
               false,
               {"受让人、登记号等", "Assignee, registration number and the like"},
               {"", ""}},
};

constexpr std::array<Form, 4> forms{{{"enterprises", {"企业名单", "Enterprises"}, enterprise_columns},
                                     {"figures", {"年度数据", "Figures"}, figure_columns},
                                     {"patents", {"专利清单", "Patents"}, patent_columns},
                                     {"events", {"法律事件", "Events"}, event_columns}}};

constexpr lxw_row_t rows_prepared = 2000;
constexpr double credit_code_length = 18;

std::string str(std::string_view text) {
    return std::string{text};
}

/// Cells that refuse what cannot be right, with the reason.
void add_validation(lxw_worksheet* sheet, lxw_col_t column, const FormColumn& form, Lang lang) {
    lxw_data_validation rule{};
    std::string message;
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
    for (const auto& form : forms) {
        kinds.push_back(form.kind);
    }
    return kinds;
}

std::string blank_form(std::string_view kind, Lang lang) {
    const auto form = std::ranges::find(forms, kind, &Form::kind);
    if (form == forms.end()) {
        throw UsageError(sentence("没有表样“{}”；可用的有：{}", "no form `{}`; there are: {}", kind,
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
