// SPDX-License-Identifier: GPL-3.0-or-later
// Documents put in order of their families by counting.
#include <longmen/indicators/detail/family_members.hpp>

#include <algorithm>

namespace longmen::indicators::detail {

FamilyMembers::FamilyMembers(std::span<const std::uint32_t> family, std::size_t nodes,
                             std::size_t first_dated)
    : of_(nodes), members_(nodes) {
    constexpr std::uint32_t not_met = 0xFFFFFFFF;
    std::uint32_t bound = 0;
    for (const auto each : family) {
        bound = std::max(bound, each + 1);
    }
    std::vector<std::uint32_t> dense(bound, not_met);
    std::vector<std::uint32_t> sizes;
    for (std::size_t node = 0; node < nodes; ++node) {
        auto number = static_cast<std::uint32_t>(sizes.size());
        if (!family.empty()) {
            auto& known = dense[family[node]];
            number = known = known == not_met ? number : known;
        }
        if (number == sizes.size()) {
            sizes.push_back(0);
        }
        ++sizes[number];
        of_[node] = number;
    }
    for (const auto size : sizes) {
        begins_.push_back(begins_.back() + size);
    }
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
    for (std::size_t node = first_dated; node < nodes; ++node) {
        members_[next[of_[node]]++] = static_cast<std::uint32_t>(node);
    }
    for (std::size_t node = 0; node < first_dated; ++node) {
        members_[next[of_[node]]++] = static_cast<std::uint32_t>(node);
    }
}

} // namespace longmen::indicators::detail
