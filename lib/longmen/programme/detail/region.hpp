// SPDX-License-Identifier: GPL-3.0-or-later
// Is a place inside the region of a programme?
#pragma once

#include <longmen/programme/programme.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace longmen::programme::detail {

/// `晋中市榆次区` names `榆次区`; an empty name is named by nothing.
[[nodiscard]] inline bool names_place(const std::string& place, const std::string& name) {
    return !name.empty() && place.find(name) != std::string::npos;
}

/// By the city, else by the county; nothing when neither is known.
[[nodiscard]] inline std::optional<bool> lies_in(const Region& region, const std::string& city,
                                                 const std::string& county) {
    if (!city.empty()) {
        return names_place(city, region.city);
    }
    if (!county.empty()) {
        return std::ranges::any_of(region.counties,
                                   [&](const std::string& each) { return names_place(county, each); });
    }
    return std::nullopt;
}

} // namespace longmen::programme::detail
