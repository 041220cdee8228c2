// SPDX-License-Identifier: GPL-3.0-or-later
// Knows the names of fields.
#include <longmen/search/query_fields.hpp>

#include <longmen/base/text.hpp>
#include <longmen/search/characters.hpp>

#include <array>

namespace longmen::search {
namespace {

using enum QueryField;

struct FieldName {
    std::string_view name;
    QueryField field;
};

/// The first name of a field is the one printed.
constexpr auto names = std::to_array<FieldName>({
    {"title", title},
    {"ti", title},
    {"标题", title},
    {"名称", title},
    {"发明名称", title},
    {"专利名称", title},
    {"题名", title},
    {"abstract", abstract},
    {"ab", abstract},
    {"abs", abstract},
    {"摘要", abstract},
    {"文摘", abstract},
    {"claims", claims},
    {"cl", claims},
    {"clm", claims},
    {"claim", claims},
    {"权利要求", claims},
    {"权利要求书", claims},
    {"权要", claims},
    {"description", description},
    {"de", description},
    {"desc", description},
    {"说明书", description},
    {"applicant", applicant},
    {"pa", applicant},
    {"ap", applicant},
    {"assignee", applicant},
    {"申请人", applicant},
    {"专利权人", applicant},
    {"权利人", applicant},
    {"申请人名称", applicant},
    {"inventor", inventor},
    {"in", inventor},
    {"发明人", inventor},
    {"设计人", inventor},
    {"ipc", ipc},
    {"ic", ipc},
    {"icm", ipc},
    {"cpc", ipc},
    {"class", ipc},
    {"分类", ipc},
    {"分类号", ipc},
    {"ipc分类号", ipc},
    {"主分类号", ipc},
    {"国际分类号", ipc},
    {"filed", filed},
    {"ad", filed},
    {"apd", filed},
    {"year", filed},
    {"申请日", filed},
    {"申请日期", filed},
    {"申请年", filed},
    {"申请年份", filed},
    {"年份", filed},
    {"published", published},
    {"pd", published},
    {"公开日", published},
    {"公开日期", published},
    {"公告日", published},
    {"公开公告日", published},
    {"公开年", published},
    {"expires", expires},
    {"expiry", expires},
    {"到期日", expires},
    {"届满日", expires},
    {"失效日", expires},
    {"status", status},
    {"ls", status},
    {"状态", status},
    {"法律状态", status},
    {"type", type},
    {"类型", type},
    {"专利类型", type},
    {"place", place},
    {"county", place},
    {"地区", place},
    {"区县", place},
    {"省市", place},
    {"park", park},
    {"园区", park},
    {"开发区", park},
    {"number", number},
    {"pn", number},
    {"an", number},
    {"号码", number},
    {"公开号", number},
    {"公告号", number},
    {"申请号", number},
    {"专利号", number},
    {"公开公告号", number},
    {"enterprise", enterprise},
    {"企业", enterprise},
    {"企业名称", enterprise},
});

const auto& folded_names() {
    static const auto folded = [] {
        std::array<std::string, names.size()> result;
        for (std::size_t i = 0; i < names.size(); ++i) {
            result[i] = fold_key(names[i].name);
        }
        return result;
    }();
    return folded;
}

} // namespace

std::optional<QueryField> query_field(std::string_view name) {
    constexpr std::size_t longest = 64; // bytes
    if (name.empty() || name.size() > longest) {
        return std::nullopt;
    }
    const auto key = fold_key(name);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (folded_names()[i] == key) {
            return names[i].field;
        }
    }
    return std::nullopt;
}

std::string_view query_field_name(QueryField field) {
    for (const auto& each : names) {
        if (each.field == field) {
            return each.name;
        }
    }
    return {};
}

std::string nearest_field(std::string_view name) {
    constexpr std::size_t longest = 64; // bytes
    if (name.size() > longest) {
        return {};
    }
    const auto key = to_characters(fold_key(name));
    std::size_t best = 3;
    std::string found;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto other = to_characters(folded_names()[i]);
        const auto far = edit_distance(key, other, 2);
        if (far < best && 2 * far < std::max(key.size(), other.size()) && far < other.size()) {
            best = far;
            found = names[i].name;
        }
    }
    return found;
}

std::string query_field_list() {
    std::vector<std::string> list;
    for (auto field = static_cast<int>(title); field <= static_cast<int>(enterprise); ++field) {
        list.emplace_back(query_field_name(static_cast<QueryField>(field)));
    }
    return join(list, ", ");
}

bool is_date(QueryField field) {
    return field == filed || field == published || field == expires;
}

bool is_running_text(QueryField field) {
    return field == any || field == title || field == abstract || field == claims || field == description;
}

} // namespace longmen::search
