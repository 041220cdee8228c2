// SPDX-License-Identifier: GPL-3.0-or-later
// The table of diagnostic codes.
#include <longmen/base/diagnostics.hpp>

#include <array>
#include <cstddef>

namespace longmen {
namespace {

struct Row {
    std::string_view key;
    Text text;
};

constexpr auto rows = std::to_array<Row>({
    {"no_number", {"既无申请号也无公开号", "neither an application nor a publication number"}},
    {"bad_number", {"号码格式无法识别", "a number in no known form"}},
    {"damaged_number",
     {"号码已被电子表格改写（科学计数法或末位变零），请将该列设为文本后重新导出",
      "the number was rounded by a spreadsheet; export again with the column as text"}},
    {"check_digit_mismatch",
     {"校验位与号码不符，按原样保留", "the check digit does not match; the number is kept as given"}},
    {"bad_date", {"不是有效日期", "not a calendar date"}},
    {"null_date", {"空日期，按缺失处理", "a null date, taken as absent"}},
    {"bad_count", {"不是非负整数", "not a whole number of at least zero"}},
    {"bad_money", {"不是金额", "not an amount of money"}},
    {"negative_money", {"收入或支出不能为负", "revenue or expense below zero"}},
    {"bad_credit_code",
     {"统一社会信用代码有误（长度、字符或校验码）",
      "not a valid unified social credit code (length, characters or check character)"}},
    {"bad_year", {"不是有效年份", "not a year"}},
    {"no_name", {"缺少企业名称", "the enterprise has no name"}},
    {"unknown_status", {"法律状态无法归类，按原文保留", "a legal status in unknown words, kept as written"}},
    {"year_mismatch", {"号码中的年份与申请日不一致", "the year in the number is not the filing year"}},
    {"short_row", {"该行单元格少于表头", "fewer cells than headings"}},
    {"bad_encoding", {"含有无法按文件编码解读的字节", "bytes that are no text in the file's encoding"}},
    {"bad_json", {"该行不是 JSON 对象", "the line is no JSON object"}},
    {"cell_too_large", {"单元格内容超出上限", "a cell beyond the size limit"}},
    {"impossible_dates", {"日期先后矛盾", "dates that contradict each other"}},
    {"total_row", {"合计行，不是记录", "a total row, not a record"}},
    {"unknown_enterprise",
     {"工作区中没有该企业，请先导入企业名单",
      "no such enterprise in the workspace; import the list of enterprises first"}},
    {"unknown_patent",
     {"工作区中没有该号码的专利，请先导入专利",
      "no patent with this number in the workspace; import the patents first"}},
    {"no_event", {"事件既无代码也无文字", "an event with neither a code nor words"}},
    {"open_quote",
     {"文件在引号内的单元格中结束，可能不完整", "the file ends inside a quoted cell; it may be cut off"}},
    {"bad_document", {"文档格式有误，无法解析", "the document is not well formed"}},
    {"document_cut_off", {"文档不完整，缺少结尾", "the document has no end; it may be cut off"}},
    {"unknown_document", {"不是已知类型的专利文档", "a document of no kind that is known here"}},
    {"document_too_large", {"文档大小超出上限", "a document beyond the size limit"}},
    {"second_number",
     {"此号码格式无法识别，已按另一号码归入记录，原文保留",
      "a number in no known form; the record was found by its other number, and the cell is kept"}},
    {"unaligned_events",
     {"事件各列的项数或日期对不上，合为一条无日期的事件，原文保留",
      "columns of an event do not match item by item, or hold no date; kept as one event without date"}},
    {"unknown_asset_kind",
     {"看不出是哪一类知识产权（类别列、工作表名和表头都没有说明）",
      "neither the row, its sheet nor the headings say which kind of asset it is"}},
    {"unnamed_asset", {"既无编号，也无权利人与名称", "neither a number, nor an owner and a name"}},
    {"asset_count",
     {"只有商业秘密按数量登记，其他知识产权每件一行",
      "only trade secrets are counted; every other asset has a row of its own"}},
    {"no_id", {"缺少来源编号", "the id of the source is missing"}},
    {"unknown_referent",
     {"工作区中没有此编号所指的人员或地点，请先导入相应的表",
      "the workspace knows no person or place behind this id; import their table first"}},
    {"repaired_number",
     {"号码曾被电子表格改写，已按其余数字和校验位还原，原文保留",
      "a number that a spreadsheet had rewritten, restored from its digits and check digit; the cell is "
      "kept"}},
    {"number_as_date",
     {"号码已被电子表格改成日期，请将该列设为文本后重新导出",
      "the number was turned into a date by a spreadsheet; export again with the column as text"}},
    {"formula_error",
     {"公式出错的单元格（#N/A 等），按缺失处理",
      "a formula that failed (#N/A and the like), taken as absent"}},
    {"not_a_patent",
     {"参考文献中的该条不是专利（没有 [P] 标识）",
      "an entry of the references that is no patent (it is not marked [P])"}},
});
static_assert(rows.size() == static_cast<std::size_t>(DiagnosticCode::count_));

} // namespace

std::string_view diagnostic_key(DiagnosticCode code) {
    return rows.at(static_cast<std::size_t>(code)).key;
}
Text diagnostic_text(DiagnosticCode code) {
    return rows.at(static_cast<std::size_t>(code)).text;
}

} // namespace longmen
