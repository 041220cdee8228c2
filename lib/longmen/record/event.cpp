// SPDX-License-Identifier: GPL-3.0-or-later
// Names of events and of their parts.
#include <longmen/record/event.hpp>

#include <longmen/record/legal_status.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen {
namespace {

struct Row {
    std::string_view key;
    Text text;
};

constexpr auto kinds = std::to_array<Row>({
    {"transfer", {"转让", "transfer"}},
    {"licence", {"许可", "licence"}},
    {"licence_change", {"许可变更", "licence changed"}},
    {"licence_end", {"许可注销", "licence ended"}},
    {"open_licence", {"开放许可", "open licence"}},
    {"open_licence_end", {"开放许可撤回", "open licence withdrawn"}},
    {"pledge", {"质押", "pledge"}},
    {"pledge_change", {"质押变更", "pledge changed"}},
    {"pledge_end", {"质押注销", "pledge ended"}},
    {"preservation", {"保全", "preservation"}},
    {"preservation_end", {"保全解除", "preservation lifted"}},
    {"litigation", {"诉讼", "litigation"}},
    {"invalidation_request", {"请求宣告无效", "invalidation requested"}},
    {"invalidation", {"宣告无效", "invalidation"}},
    {"award", {"获奖", "award"}},
    {"standard", {"纳入标准", "part of a standard"}},
    {"fee_paid", {"缴纳年费", "annual fee paid"}},
    {"restored", {"权利恢复", "restored"}},
    {"bibliographic_change", {"著录项目变更", "bibliographic change"}},
    {"partial_abandonment", {"部分放弃", "partly abandoned"}},
    {"term_change", {"期限调整", "term changed"}},
});
static_assert(kinds.size() == static_cast<std::size_t>(EventKind::count_));

constexpr auto roles = std::to_array<Row>({
    {"date", {"日期", "date"}},
    {"from", {"让与方", "from"}},
    {"to", {"受让方", "to"}},
    {"type", {"类型", "type"}},
    {"period", {"期限", "period"}},
    {"plaintiff", {"原告", "plaintiff"}},
    {"defendant", {"被告", "defendant"}},
    {"court", {"法院", "court"}},
    {"case_no", {"案号", "case"}},
});
static_assert(roles.size() == static_cast<std::size_t>(EventRole::count_));

constexpr std::string_view between_parts = "; ";
constexpr std::string_view after_role = ": ";

template <class Kind, std::size_t n>
std::optional<Kind> by_key(const std::array<Row, n>& rows, std::string_view key) {
    const auto found = std::ranges::find(rows, key, &Row::key);
    return found == rows.end() ? std::nullopt : std::optional{static_cast<Kind>(found - rows.begin())};
}

template <std::size_t n>
std::string keys_of(const std::array<Row, n>& rows) {
    std::string keys;
    for (const auto& row : rows) {
        keys += (keys.empty() ? "" : ", ") + std::string{row.key};
    }
    return keys;
}

} // namespace

std::string_view event_key(EventKind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).key;
}
Text event_text(EventKind kind) {
    return kinds.at(static_cast<std::size_t>(kind)).text;
}
std::optional<EventKind> event_by_key(std::string_view key) {
    return by_key<EventKind>(kinds, key);
}
std::string event_keys() {
    return keys_of(kinds);
}

std::string event_name(std::string_view code, Lang lang) {
    if (const auto kind = event_by_key(code)) {
        return std::string{event_text(*kind).in(lang)};
    }
    const auto state = legal_state_by_key(code);
    return std::string{state == LegalState::unknown ? code : legal_state_text(state).in(lang)};
}

std::string_view event_role_key(EventRole role) {
    return roles.at(static_cast<std::size_t>(role)).key;
}
std::optional<EventRole> event_role_by_key(std::string_view key) {
    return by_key<EventRole>(roles, key);
}
std::string event_role_keys() {
    return keys_of(roles);
}

std::string event_detail(std::vector<EventPart> parts) {
    std::ranges::stable_sort(parts, {}, &EventPart::role);
    std::string detail;
    for (const auto& part : parts) {
        detail += fmt::format("{}{}{}{}", detail.empty() ? "" : between_parts, event_role_key(part.role),
                              after_role, part.value);
    }
    return detail;
}

std::string event_detail_text(std::string_view detail, Lang lang) {
    std::string text;
    while (!detail.empty()) {
        const auto end = detail.find(between_parts);
        auto part = detail.substr(0, end);
        detail.remove_prefix(end == std::string_view::npos ? detail.size() : end + between_parts.size());
        text += text.empty() ? "" : between_parts;
        const auto colon = part.find(after_role);
        const auto role =
            colon == std::string_view::npos ? std::nullopt : event_role_by_key(part.substr(0, colon));
        if (role) {
            text += fmt::format("{}: ", roles.at(static_cast<std::size_t>(*role)).text.in(lang));
            part.remove_prefix(colon + after_role.size());
        }
        text += part;
    }
    return text;
}

} // namespace longmen
