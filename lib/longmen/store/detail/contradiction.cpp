// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of contradiction.
#include <longmen/store/detail/contradiction.hpp>

#include <longmen/base/text.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/source_id.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace longmen::store::detail {
namespace {

/// Letters, digits and characters alone.
std::string bare(std::string_view text) {
    static constexpr std::string_view ascii_marks = ".,;:!?'\"()[]{}<>/\\-_*|+=~`";
    static const std::vector<std::string> wide_marks{"。", "、", "，", "；", "：", "“",  "”", "‘", "’",
                                                     "《", "》", "【", "】", "（", "）", "—", "…", "·"};
    const auto key = fold_key(text);
    std::string result;
    for (std::size_t i = 0; i < key.size();) {
        const auto rest = std::string_view{key}.substr(i);
        const auto mark =
            std::ranges::find_if(wide_marks, [&](const auto& m) { return rest.starts_with(m); });
        if (mark != wide_marks.end()) {
            i += mark->size();
            continue;
        }
        if (ascii_marks.find(key[i]) == std::string_view::npos) {
            result += key[i];
        }
        ++i;
    }
    return result;
}

/// Sorted; of Chinese names only those, where some members are given in translation.
std::vector<std::string> members(std::string_view list, bool han_only = false) {
    std::vector<std::string> result;
    for (const auto& member : split_trimmed(list, "\n")) {
        if (!han_only || has_han(member)) {
            result.push_back(bare(member));
        }
    }
    std::ranges::sort(result);
    return result;
}

bool is_coarse(LegalState state) {
    return state == LegalState::in_force || state == LegalState::pending || state == LegalState::dead;
}

bool is_place(std::string_view field) {
    return field == "province" || field == "city" || field == "county" || field == "country" ||
           field == "park";
}

/// Names that a source may give in translation.
bool is_name(std::string_view field) {
    return field == "applicants" || field == "owners" || field == "inventors" || field == "agency" ||
           field == "agents";
}

bool is_date(std::string_view field) {
    const auto known = field_by_key(field);
    return known && field_info(*known).type == FieldType::date;
}

/// Numbers that a relational source may give as the id of another record.
bool may_be_source_id(std::string_view field) {
    return field == "priority_numbers" || field == "parent_app_no" || field == "pct_app_no";
}

} // namespace

Contradiction contradiction_of(Field field) {
    switch (field) {
    case Field::status:
    case Field::status_date:
    case Field::owners:
    case Field::owners_std:
    case Field::vendor_forward_citations:
    case Field::vendor_family_size:
    case Field::vendor_extended_family_size:
    case Field::family_members:
    case Field::family_countries:
    case Field::extended_family_members:
    case Field::transfers:
    case Field::licences:
    case Field::pledges:
    case Field::litigations:
    case Field::invalidations:
        return Contradiction::same_date;
    case Field::status_text:
    case Field::expiry_date:
    case Field::vendor_score:
    case Field::vendor_family_id:
    case Field::applicants_std:
    case Field::applicant_types:
    case Field::industry:
    case Field::sei:
    case Field::pages:
        return Contradiction::never;
    default:
        return Contradiction::always;
    }
}

bool differ(std::string_view field, std::string_view a, std::string_view b) {
    if (field == "status") {
        return validity_of(legal_state_by_key(a)) != validity_of(legal_state_by_key(b));
    }
    if (is_date(field) && (a.starts_with(b) || b.starts_with(a))) {
        return false;
    }
    if (may_be_source_id(field) && holds_source_id(a) != holds_source_id(b)) {
        return false;
    }
    if (is_name(field)) {
        if (has_han(a) != has_han(b)) {
            return false;
        }
        const auto left = members(a, has_han(a));
        const auto right = members(b, has_han(b));
        return !std::ranges::includes(left, right) && !std::ranges::includes(right, left);
    }
    if (a.find('\n') != std::string_view::npos || b.find('\n') != std::string_view::npos) {
        const auto left = members(a);
        const auto right = members(b);
        return !std::ranges::includes(left, right) && !std::ranges::includes(right, left);
    }
    const auto left = bare(a);
    const auto right = bare(b);
    if (is_place(field)) {
        return !left.starts_with(right) && !right.starts_with(left);
    }
    return left != right;
}

int standing_of(std::string_view field, std::string_view value) {
    if (is_date(field)) {
        return static_cast<int>(value.size());
    }
    return may_be_source_id(field) && !holds_source_id(value) ? 1 : 0;
}

int precision_of(std::string_view field, std::string_view value) {
    if (field != "status") {
        return 0;
    }
    const auto state = legal_state_by_key(value);
    return state != LegalState::unknown && !is_coarse(state) ? 1 : 0;
}

} // namespace longmen::store::detail
