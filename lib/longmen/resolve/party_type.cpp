// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and words of the kinds of applicants.
#include <longmen/resolve/party_type.hpp>

#include <algorithm>
#include <array>

namespace longmen::resolve {
namespace {

struct Row {
    std::string_view key;
    Text text;
};

constexpr auto rows = std::to_array<Row>({
    {"unknown", {"未知", "unknown"}},
    {"enterprise", {"企业", "enterprise"}},
    {"university", {"高校", "university"}},
    {"institute", {"科研机构", "research institute"}},
    {"individual", {"个人", "individual"}},
    {"government", {"政府机关", "government"}},
    {"hospital", {"医院", "hospital"}},
    {"other", {"其他", "other"}},
});

} // namespace

std::string_view party_type_key(PartyType type) {
    return rows.at(static_cast<std::size_t>(type)).key;
}

Text party_type_text(PartyType type) {
    return rows.at(static_cast<std::size_t>(type)).text;
}

std::optional<PartyType> party_type_by_key(std::string_view key) {
    const auto found = std::ranges::find(rows, key, &Row::key);
    return found == rows.end() ? std::nullopt : std::optional{static_cast<PartyType>(found - rows.begin())};
}

} // namespace longmen::resolve
