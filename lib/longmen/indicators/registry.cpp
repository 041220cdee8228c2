// SPDX-License-Identifier: GPL-3.0-or-later
// The list of indicators.
#include <longmen/indicators/registry.hpp>

#include <longmen/indicators/age.hpp>
#include <longmen/indicators/claims.hpp>
#include <longmen/indicators/family_size.hpp>
#include <longmen/indicators/grant_lag.hpp>
#include <longmen/indicators/inventors.hpp>
#include <longmen/indicators/operations.hpp>
#include <longmen/indicators/publication_lag.hpp>
#include <longmen/indicators/remaining_life.hpp>
#include <longmen/indicators/scope.hpp>
#include <longmen/indicators/status.hpp>
#include <longmen/indicators/vendor_citations.hpp>

#include <algorithm>
#include <array>

namespace longmen::indicators {
namespace {

constexpr Text citations_unit{"次", "citations"};
constexpr Text years_unit{"年", "years"};
constexpr Text times_unit{"次", "times"};

const std::array registry{
    Indicator{{"vendor_forward_citations",
               citations_unit,
               {"被引次数（数据商）", "Forward citations (vendor)"},
               {"数据商导出文件给出的被引次数；公开不满五年的标为不完整",
                "Times cited, as the vendor's export "
                "counts it; incomplete within five years of publication"},
               ""},
              &vendor_forward_citations},
    Indicator{{"vendor_backward_citations",
               citations_unit,
               {"引用次数（数据商）", "Backward citations (vendor)"},
               {"数据商导出文件给出的引用专利文献数", "Patents cited, as the vendor's export counts them"},
               ""},
              &vendor_backward_citations},
    Indicator{
        {"vendor_family_size",
         {"件", "members"},
         {"同族规模（数据商）", "Family size (vendor)"},
         {"数据商导出文件给出的同族成员数", "Members of the family, as the vendor's export counts them"},
         ""},
        &vendor_family_size},
    Indicator{{"family_offices",
               {"个", "offices"},
               {"布局国家（地区）数", "Offices in the family"},
               {"所列同族成员涉及的不同受理局数，含本件；PCT 公开不计",
                "Distinct offices among the listed family "
                "members and the patent itself; WO publications are not counted"},
               "oecd-2013-03"},
              &family_offices},
    Indicator{{"claims",
               {"项", "claims"},
               {"权利要求数", "Claims"},
               {"权利要求项数；外观设计不适用", "Number of claims; not applicable to designs"},
               "oecd-2013-03"},
              &claims},
    Indicator{{"scope",
               {"个", "subclasses"},
               {"技术宽度", "Scope"},
               {"不同的四位 IPC 小类个数", "Distinct four-character IPC subclasses"},
               "oecd-2013-03"},
              &scope},
    Indicator{
        {"grant_lag",
         {"天", "days"},
         {"授权周期", "Grant lag"},
         {"申请日至授权公告日的天数；未授权无此值", "Days from filing to grant; undefined when not granted"},
         "oecd-2013-03"},
        &grant_lag},
    Indicator{{"age",
               years_unit,
               {"专利年龄", "Age"},
               {"申请日至截止日的年数", "Years from filing to the cut-off date"},
               ""},
              &age},
    Indicator{{"remaining_life",
               years_unit,
               {"剩余保护期", "Remaining life"},
               {"截止日至法定保护期届满的年数；失效专利无此值",
                "Years from the cut-off date to the end of the legal "
                "term; undefined for dead patents"},
               ""},
              &remaining_life},
    Indicator{
        {"status",
         {"", ""},
         {"法律状态", "Status"},
         {"截止日的有效性：失效、审中、有效", "Validity at the cut-off date: dead, pending or in force"},
         "",
         Shape::category,
         Subject::patent,
         Grade::experimental,
         status_categories},
        &status},
    Indicator{{"inventors",
               {"人", "people"},
               {"发明人数", "Inventors"},
               {"所列发明人（设计人）的人数，同名计一次", "Different names in the list of inventors"},
               "allison-2004"},
              &inventors},
    Indicator{{"publication_lag",
               years_unit,
               {"公开周期", "Publication lag"},
               {"申请日至公开（公告）日的年数", "Years from filing to publication"},
               "allison-2004"},
              &publication_lag},
    Indicator{
        {"transfers",
         times_unit,
         {"转让次数", "Transfers"},
         {"来源给出的转让次数，以来源的截止日为准", "Transfers, as the source counts them at its own date"},
         "gbt-42748-2023"},
        &transfers},
    Indicator{
        {"licences",
         times_unit,
         {"许可次数", "Licences"},
         {"来源给出的许可次数，以来源的截止日为准", "Licences, as the source counts them at its own date"},
         "gbt-42748-2023"},
        &licences},
    Indicator{
        {"pledges",
         times_unit,
         {"质押次数", "Pledges"},
         {"来源给出的质押次数，以来源的截止日为准", "Pledges, as the source counts them at its own date"},
         "gbt-42748-2023"},
        &pledges},
    Indicator{
        {"litigations",
         times_unit,
         {"诉讼次数", "Litigations"},
         {"来源给出的诉讼次数，以来源的截止日为准", "Litigations, as the source counts them at its own date"},
         "gbt-42748-2023"},
        &litigations},
};

} // namespace

std::string_view subject_key(Subject subject) {
    constexpr std::array<std::string_view, 6> keys{"patent", "family", "party",
                                                   "field",  "corpus", "citation"};
    return keys[static_cast<std::size_t>(subject)];
}

std::string_view shape_key(Shape shape) {
    return shape == Shape::number ? "number" : "category";
}

std::string_view grade_key(Grade grade) {
    constexpr std::array<std::string_view, 3> keys{"experimental", "stable", "retired"};
    return keys[static_cast<std::size_t>(grade)];
}

std::span<const Indicator> all_indicators() {
    return registry;
}

const Indicator* find_indicator(std::string_view key) {
    const auto found = std::ranges::find(registry, key, [](const Indicator& one) { return one.info.key; });
    return found == registry.end() ? nullptr : &*found;
}

} // namespace longmen::indicators
