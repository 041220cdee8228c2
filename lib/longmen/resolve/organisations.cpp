// SPDX-License-Identifier: GPL-3.0-or-later
// Reasons in words, and the way into the grouping.
#include <longmen/resolve/organisations.hpp>

#include <longmen/resolve/detail/org_grouping.hpp>

#include <array>

namespace longmen::resolve {
namespace {

struct Row {
    std::string_view key;
    Text text;
};

constexpr auto reasons = std::to_array<Row>({
    {"by_hand", {"人工指定", "decided by hand"}},
    {"same_code", {"统一社会信用代码相同", "the same credit code"}},
    {"same_name", {"名称相同", "the same name"}},
    {"legal_form", {"仅组织形式不同", "only the legal form differs"}},
    {"bracketed_place", {"仅括号写法不同", "only the brackets differ"}},
    {"spelling", {"缩写、词序或空格不同", "abbreviations, word order or blanks differ"}},
    {"former_name", {"曾用名", "a former name"}},
    {"conversion", {"改制后更名", "renamed when its form changed"}},
    {"alias", {"同一机构的别名", "another name of the same body"}},
    {"transliteration", {"同一名称的不同文字", "the same name in another script"}},
    {"department", {"同一高校的院系", "a part of the same university"}},
    {"branch", {"分支机构", "a branch"}},
    {"similar", {"拼写相近", "similar spelling"}},
});

} // namespace

std::string_view merge_reason_key(MergeReason reason) {
    return reasons.at(static_cast<std::size_t>(reason)).key;
}

Text merge_reason_text(MergeReason reason) {
    return reasons.at(static_cast<std::size_t>(reason)).text;
}

OrganisationGroups group_organisations(const std::vector<OrganisationMention>& mentions,
                                       const OrganisationVocabulary& vocabulary,
                                       const std::vector<OrganisationOverride>& overrides,
                                       const OrganisationOptions& options) {
    return detail::Grouping{mentions, vocabulary, options}.run(overrides);
}

} // namespace longmen::resolve
