// SPDX-License-Identifier: GPL-3.0-or-later
// An inventory in words, as a flat table and as JSON.
#include <longmen/base/diagnostics.hpp>
#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/patent_type.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/status_parts.hpp>
#include <longmen/service/status.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace longmen::service {
namespace detail {

constexpr int share_file_digits = 4;
constexpr int share_screen_digits = 2;

Cell share_cell(double share) {
    return Decimal{share, share_file_digits, share_screen_digits};
}

bool index_is_stale(const Status& status) {
    return status.index_generation && *status.index_generation != status.generation;
}

Table place_table(const std::vector<store::Remark>& places, Lang lang) {
    auto table = table_with({{"code", {"代码", "Code"}},
                             {"file", {"文件", "File"}},
                             {"row", {"行", "Row"}},
                             {"column", {"列", "Column"}},
                             {"value", {"取值", "Value"}},
                             {"detail", {"说明", "Detail"}}},
                            lang);
    for (const auto& place : places) {
        table.rows.push_back({place.code, place.file, place.row, text_cell(place.column),
                              text_cell(place.value), text_cell(place.detail)});
    }
    return table;
}

Table conflict_table(const Status& status, Lang lang) {
    auto table = table_with({{"subject", {"对象", "Subject"}},
                             {"name", {"号码或名称", "Number or name"}},
                             {"field", {"字段", "Field"}},
                             {"kept", {"采用值", "Kept"}},
                             {"other", {"另一取值", "Other"}}},
                            lang);
    for (const auto& conflict : status.inventory.conflict_list) {
        table.rows.push_back(
            {conflict.subject, conflict.name, conflict.field, conflict.kept, conflict.other});
    }
    return table;
}

} // namespace detail

namespace {

using namespace detail;

constexpr std::size_t most_groups = 8;    ///< offices or years side by side on a screen
constexpr double least_difference = 0.01; ///< of coverage, to be worth a row

std::string type_name(std::string_view key, Lang lang) {
    return std::string{patent_type_text(patent_type_by_key(key)).in(lang)};
}
std::string state_name(std::string_view key, Lang lang) {
    return std::string{legal_state_text(legal_state_by_key(key)).in(lang)};
}

std::string code_name(std::string_view key, Lang lang) {
    for (int i = 0; i < static_cast<int>(DiagnosticCode::count_); ++i) {
        if (diagnostic_key(static_cast<DiagnosticCode>(i)) == key) {
            return std::string{diagnostic_text(static_cast<DiagnosticCode>(i)).in(lang)};
        }
    }
    return std::string{key};
}

template <class Name>
Table tally_table(const analysis::Tally& tally, const Heading& what, Lang lang, Name&& name) {
    auto table = table_with({what, {"count", {"件数", "Count"}}, {"share", {"占比", "Share"}}}, lang);
    for (const auto& row : tally.rows) {
        table.rows.push_back({name(row), count_cell(row.count), share_cell(row.share)});
    }
    return table;
}

Section overview(const Status& status, Lang lang) {
    const bool zh = lang == Lang::zh;
    Section section;
    section.title = zh ? "概况" : "Overview";
    if (!status.as_of) {
        section.lines.push_back(
            zh ? "工作区里还没有记录；请先用 longmen import 导入。"
               : "The workspace holds no records yet; take some in with `longmen import`.");
        return section;
    }
    section.lines.push_back(
        zh ? fmt::format("数据截至 {}，第 {} 代", status.as_of->iso(), status.generation)
           : fmt::format("Data as of {}, generation {}", status.as_of->iso(), status.generation));
    section.lines.push_back(
        zh ? fmt::format("专利申请 {} 件（专利族 {} 项），申请人 {} 个，企业 {} 家（其中 {} 家有年度数据）",
                         status.applications, status.families, status.applicants.categories,
                         status.enterprises, status.with_figures)
           : fmt::format(
                 "{} applications ({} families), {} applicants, {} enterprises ({} with yearly figures)",
                 status.applications, status.families, status.applicants.categories, status.enterprises,
                 status.with_figures));
    if (status.known_by_id > 0) {
        section.lines.push_back(
            zh ? fmt::format("其中 {} 件没有任何专利号码，只以来源自身的编号记录", status.known_by_id)
               : fmt::format("{} of them have no number of an office and go by the id of their source",
                             status.known_by_id));
    }
    section.lines.push_back(
        zh ? fmt::format("取值矛盾 {} 处，人工更正 {} 处，时点库 {} 个", status.inventory.conflicts,
                         status.inventory.fixes, status.inventory.books)
           : fmt::format("{} conflicts, {} corrections by hand, {} frozen books", status.inventory.conflicts,
                         status.inventory.fixes, status.inventory.books));
    if (status.citations.links > 0) {
        section.lines.push_back(
            zh ? fmt::format("引证 {} 条，其中两端都在工作区的 {} 条；未收录的文献 {} 件，保留为引证对象",
                             status.citations.links, status.citations.inside, status.citations.stubs)
               : fmt::format(
                     "{} citations, {} of them between records; {} other documents are kept as their ends",
                     status.citations.links, status.citations.inside, status.citations.stubs));
    }
    if (index_is_stale(status)) {
        section.lines.push_back(
            zh ? "检索索引落后于数据，下次检索时自动更新"
               : "The search index is behind the data; the next search brings it up to date");
    }
    return section;
}

Table year_table(const Status& status, Lang lang) {
    auto table = table_with(
        {{"year", {"申请年", "Filing year"}}, {"count", {"件数", "Count"}}, {"note", {"说明", "Note"}}},
        lang);
    for (const auto& year : status.years.years) {
        table.rows.push_back(
            {static_cast<std::int64_t>(year.year), count_cell(year.count),
             std::string{year.grey ? Text{"尚未公开齐全", "not all published yet"}.in(lang) : ""}});
    }
    return table;
}

Table coverage_table(const Status& status, Lang lang) {
    auto table = table_with(
        {{"field", {"字段", "Field"}}, {"present", {"有值件数", "Present"}}, {"share", {"覆盖率", "Share"}}},
        lang);
    for (const auto& field : status.quality.coverage) {
        table.rows.push_back(
            {std::string{field.name.in(lang)}, count_cell(field.present), share_cell(field.share)});
    }
    return table;
}

Section places(const Text& title, const std::map<std::string, std::int64_t>& by_code,
               const std::vector<store::Remark>& listed, Lang lang) {
    Section section{std::string{title.in(lang)}, {}, place_table(listed, lang)};
    for (const auto& [code, count] : by_code) {
        section.lines.push_back(lang == Lang::zh
                                    ? fmt::format("{}：{} 行（{}）", code_name(code, lang), count, code)
                                    : fmt::format("{}: {} rows ({})", code_name(code, lang), count, code));
    }
    return section;
}

} // namespace

Table imports_table(const store::Inventory& inventory, Lang lang) {
    auto table = table_with({{"file", {"文件", "File"}},
                             {"source", {"来源", "Source"}},
                             {"kind", {"类别", "Kind"}},
                             {"date", {"数据日期", "Data date"}},
                             {"rows", {"行数", "Rows"}},
                             {"added", {"新增", "Added"}},
                             {"updated", {"更新", "Updated"}},
                             {"unchanged", {"未变", "Unchanged"}},
                             {"rejected", {"退回", "Rejected"}},
                             {"unknown", {"未识别而保留的列", "Columns kept as they are"}}},
                            lang);
    for (const auto& file : inventory.imports) {
        std::string unknown;
        for (const auto& heading : file.unknown) {
            unknown += (unknown.empty() ? "" : "; ") + heading;
        }
        table.rows.push_back({file.path, file.source, file.kind, text_cell(file.source_date), file.rows,
                              file.added, file.updated, file.unchanged, file.rejected, text_cell(unknown)});
    }
    return table;
}

/// Fields whose coverage differs between the groups, with a column for each of the groups shown.
std::optional<Table> group_table(const std::vector<analysis::FieldCoverage>& fields,
                                 std::span<const analysis::GroupCoverage> groups, Lang lang) {
    auto table = table_with({{"field", {"字段", "Field"}}}, lang);
    for (const auto& group : groups) {
        table.columns.push_back({group.group, group.group});
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto share = [&](const analysis::GroupCoverage& group) { return group.shares[i]; };
        const auto [low, high] = std::ranges::minmax(groups, {}, share);
        if (share(high) - share(low) >= least_difference) {
            std::vector<Cell> row{std::string{fields[i].name.in(lang)}};
            for (const auto& group : groups) {
                row.push_back(share_cell(share(group)));
            }
            table.rows.push_back(std::move(row));
        }
    }
    return table.rows.empty() ? std::nullopt : std::optional{std::move(table)};
}

void add_group_coverage(std::vector<Section>& sections, const Status& status, Lang lang) {
    const auto add = [&](Text title, const std::vector<analysis::GroupCoverage>& groups, bool last) {
        if (groups.size() < 2) {
            return;
        }
        const auto shown = std::min(groups.size(), most_groups);
        const auto part = std::span{groups}.subspan(last ? groups.size() - shown : 0, shown);
        if (auto table = group_table(status.quality.coverage, part, lang)) {
            sections.push_back({std::string{title.in(lang)}, {}, std::move(*table)});
        }
    };
    add({"各受理局的字段覆盖率（有差异的字段）", "Coverage by office (fields that differ)"},
        status.quality.by_office, false);
    add({"各申请年的字段覆盖率（近年，有差异的字段）",
         "Coverage by filing year (latest years, fields that differ)"},
        status.quality.by_year, true);
}

Table finding_table(const Status& status, Lang lang) {
    auto table = table_with(
        {{"finding", {"问题", "Finding"}}, {"count", {"数量", "Count"}}, {"examples", {"示例", "Examples"}}},
        lang);
    constexpr std::size_t examples_shown = 5;
    for (const auto& finding : status.findings) {
        const auto shown = std::min(finding.examples.size(), examples_shown);
        table.rows.push_back(
            {std::string{finding.what.in(lang)}, count_cell(finding.count),
             join({finding.examples.begin(), finding.examples.begin() + static_cast<std::ptrdiff_t>(shown)},
                  "; ")});
    }
    return table;
}

std::vector<Section> status_sections(const Status& status, Lang lang) {
    const auto title = [&](const char* zh, const char* en) { return std::string{Text{zh, en}.in(lang)}; };
    std::vector<Section> sections{overview(status, lang)};
    if (status.as_of) {
        Section quality{title("数据能支撑哪些分析", "What these data can carry"), {}, {}};
        for (const auto& sentence : status.quality.summary) {
            quality.lines.push_back(sentence.in(lang));
        }
        sections.push_back(std::move(quality));
        sections.push_back({title("专利类型", "Patent types"),
                            {},
                            tally_table(status.types, {"type", {"类型", "Type"}}, lang,
                                        [&](const auto& row) { return type_name(row.key, lang); })});
        sections.push_back({title("法律状态", "Legal status"),
                            {},
                            tally_table(status.states, {"status", {"状态", "Status"}}, lang,
                                        [&](const auto& row) { return state_name(row.key, lang); })});
        sections.push_back({title("历年申请", "Filings by year"),
                            {status.years.basis.statement.in(lang)},
                            year_table(status, lang)});
        const auto name = [](const auto& row) { return row.name; };
        sections.push_back(
            {title("主要申请人", "Top applicants"),
             {},
             tally_table(status.applicants, {"applicant", {"申请人", "Applicant"}}, lang, name)});
        sections.push_back(
            {title("主要技术分类", "Top classes"),
             {},
             tally_table(status.classes, {"class", {"IPC 小类", "IPC subclass"}}, lang, name)});
        sections.push_back({title("字段覆盖率", "Coverage of fields"), {}, coverage_table(status, lang)});
        add_group_coverage(sections, status, lang);
        if (!status.findings.empty()) {
            sections.push_back({title("一致性检查", "Consistency"), {}, finding_table(status, lang)});
        }
    }
    if (!status.assets.empty()) {
        sections.push_back(
            {title("其他知识产权", "Other IP assets"),
             {title("单位：件；商业秘密为登记的项数", "one row each; of trade secrets the items counted")},
             asset_table(status.assets, lang, true)});
    }
    if (!status.experts.empty()) {
        sections.push_back(
            {title("专家评分表", "Sheets of experts"),
             {title(
                 "只计现行的评分表；未评全指规则中有指标没有评分",
                 "sheets that stand, none that was replaced; incomplete: some indicator of the rule has no "
                 "score")},
             expert_table(status.experts, lang)});
    }
    if (!status.inventory.imports.empty()) {
        sections.push_back(
            {title("已导入的文件", "Files taken in"), {}, imports_table(status.inventory, lang)});
    }
    if (!status.inventory.remarks_by_code.empty()) {
        sections.push_back(places({"导入提示", "Remarks"}, status.inventory.remarks_by_code,
                                  status.inventory.remarks, lang));
    }
    if (!status.inventory.rejects_by_code.empty()) {
        sections.push_back(places({"退回的行", "Rejected rows"}, status.inventory.rejects_by_code,
                                  status.inventory.rejects, lang));
    }
    if (status.inventory.conflicts > 0) {
        Section section{title("取值矛盾", "Conflicts"), {}, conflict_table(status, lang)};
        const auto shown = static_cast<std::int64_t>(status.inventory.conflict_list.size());
        if (shown < status.inventory.conflicts) {
            section.lines.push_back(
                lang == Lang::zh
                    ? fmt::format("共 {} 处，列出前 {} 处", status.inventory.conflicts, shown)
                    : fmt::format("{} in all, the first {} are listed", status.inventory.conflicts, shown));
        }
        sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace longmen::service
