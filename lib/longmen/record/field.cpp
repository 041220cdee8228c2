// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the field dictionary, in the order of the enumeration.
#include <longmen/record/field.hpp>

#include <algorithm>
#include <array>

namespace longmen {
namespace {

using enum FieldType;
constexpr auto fields = std::to_array<FieldInfo>({
    {Field::app_no, "app_no", number, {"申请号", "Application number"}},
    {Field::pub_no, "pub_no", number, {"公开（公告）号", "Publication number"}},
    {Field::pub_date, "pub_date", date, {"公开（公告）日", "Publication date"}},
    {Field::app_date, "app_date", date, {"申请日", "Application date"}},
    {Field::grant_no, "grant_no", number, {"授权公告号", "Grant number"}},
    {Field::grant_date, "grant_date", date, {"授权公告日", "Grant date"}},
    {Field::kind, "kind", text, {"文献种类代码", "Kind code"}},
    {Field::office, "office", text, {"受理局", "Office"}},
    {Field::patent_type, "patent_type", state, {"专利类型", "Patent type"}},
    {Field::source_ids, "source_ids", list, {"来源编号", "Ids of sources"}},
    {Field::title, "title", text, {"专利名称", "Title"}},
    {Field::title_en, "title_en", text, {"英文名称", "Title (English)"}},
    {Field::abstract, "abstract", text, {"摘要", "Abstract"}},
    {Field::abstract_en, "abstract_en", text, {"英文摘要", "Abstract (English)"}},
    {Field::first_claim, "first_claim", text, {"首项权利要求", "First claim"}},
    {Field::claims, "claims", text, {"权利要求书", "Claims"}},
    {Field::description, "description", text, {"说明书", "Description"}},
    {Field::n_claims, "n_claims", count, {"权利要求数", "Claim count"}},
    {Field::n_indep_claims, "n_indep_claims", count, {"独立权利要求数", "Independent claim count"}},
    {Field::pages, "pages", count, {"页数", "Pages"}},
    {Field::applicants, "applicants", list, {"申请人", "Applicants"}},
    {Field::applicants_std, "applicants_std", list, {"标准化申请人", "Standardised applicants"}},
    {Field::owners, "owners", list, {"当前权利人", "Current owners"}},
    {Field::owners_std, "owners_std", list, {"标准化当前权利人", "Standardised current owners"}},
    {Field::applicant_types, "applicant_types", list, {"申请人类型", "Applicant types"}},
    {Field::credit_codes, "credit_codes", list, {"统一社会信用代码", "Unified social credit code"}},
    {Field::inventors, "inventors", list, {"发明人", "Inventors"}},
    {Field::agency, "agency", text, {"代理机构", "Agency"}},
    {Field::agents, "agents", list, {"代理人", "Agents"}},
    {Field::country, "country", text, {"申请人国家/地区", "Applicant country"}},
    {Field::province, "province", text, {"省份", "Province"}},
    {Field::city, "city", text, {"城市", "City"}},
    {Field::county, "county", text, {"区县", "County"}},
    {Field::address, "address", text, {"地址", "Address"}},
    {Field::ipc_main, "ipc_main", text, {"主分类号", "Main IPC"}},
    {Field::ipc, "ipc", list, {"IPC分类号", "IPC"}},
    {Field::cpc, "cpc", list, {"CPC分类号", "CPC"}},
    {Field::locarno, "locarno", list, {"洛迦诺分类号", "Locarno class"}},
    {Field::industry, "industry", list, {"国民经济分类", "Industry class"}},
    {Field::sei, "sei", list, {"新兴产业分类", "Emerging industry class"}},
    {Field::status, "status", state, {"法律状态", "Legal status"}},
    {Field::status_text, "status_text", text, {"法律状态原文", "Legal status as written"}},
    {Field::status_date, "status_date", date, {"法律状态日", "Legal status date"}},
    {Field::expiry_date, "expiry_date", date, {"预估到期日", "Expiry date"}},
    {Field::exam_request_date, "exam_request_date", date, {"实质审查请求日", "Examination request date"}},
    {Field::pta_days, "pta_days", count, {"专利权期限补偿天数", "Term adjustment days"}},
    {Field::pte_days, "pte_days", count, {"药品专利权期限补偿天数", "Term extension days"}},
    {Field::priority_numbers, "priority_numbers", list, {"优先权号", "Priority numbers"}},
    {Field::active_priorities, "active_priorities", list, {"有效优先权号", "Active priorities"}},
    {Field::priority_date, "priority_date", date, {"最早优先权日", "Earliest priority date"}},
    {Field::pct_app_no, "pct_app_no", text, {"PCT国际申请号", "PCT application number"}},
    {Field::pct_pub_no, "pct_pub_no", text, {"PCT国际公布号", "PCT publication number"}},
    {Field::national_phase_date, "national_phase_date", date, {"PCT进入国家阶段日", "National phase date"}},
    {Field::parent_app_no, "parent_app_no", text, {"分案原申请号", "Parent application number"}},
    {Field::vendor_family_id, "vendor_family_id", text, {"简单同族编号", "Simple family id"}},
    {Field::family_members, "family_members", list, {"简单同族", "Simple family members"}},
    {Field::family_countries, "family_countries", list, {"同族国家/地区", "Family jurisdictions"}},
    {Field::extended_family_members,
     "extended_family_members",
     list,
     {"扩展同族", "Extended family members"}},
    {Field::cited, "cited", list, {"引证专利", "Cited patents"}},
    {Field::citing, "citing", list, {"被引证专利", "Citing patents"}},
    {Field::npl_cited, "npl_cited", list, {"引证非专利文献", "Cited literature"}},
    {Field::vendor_forward_citations,
     "vendor_forward_citations",
     count,
     {"被引证次数", "Forward citations (vendor)"}},
    {Field::vendor_backward_citations,
     "vendor_backward_citations",
     count,
     {"引证次数", "Backward citations (vendor)"}},
    {Field::vendor_npl_citations,
     "vendor_npl_citations",
     count,
     {"非专利引证次数", "Literature citations (vendor)"}},
    {Field::vendor_family_size, "vendor_family_size", count, {"简单同族个数", "Simple family size (vendor)"}},
    {Field::vendor_extended_family_size,
     "vendor_extended_family_size",
     count,
     {"扩展同族个数", "Extended family size (vendor)"}},
    {Field::vendor_score, "vendor_score", text, {"供应商价值度", "Value score (vendor)"}},
    {Field::transfers, "transfers", count, {"转让次数", "Transfers"}},
    {Field::licences, "licences", count, {"许可次数", "Licences"}},
    {Field::pledges, "pledges", count, {"质押次数", "Pledges"}},
    {Field::litigations, "litigations", count, {"诉讼次数", "Litigations"}},
    {Field::invalidations, "invalidations", count, {"无效次数", "Invalidation requests"}},
});
static_assert(fields.size() == field_count);
static_assert([] {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (static_cast<std::size_t>(fields[i].field) != i) {
            return false;
        }
    }
    return true;
}());

} // namespace

const FieldInfo& field_info(Field field) {
    return fields.at(static_cast<std::size_t>(field));
}

std::optional<Field> field_by_key(std::string_view key) {
    const auto found = std::ranges::find(fields, key, &FieldInfo::key);
    return found == fields.end() ? std::nullopt : std::optional{found->field};
}

} // namespace longmen
