// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of body an applicant's name speaks of.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace longmen::resolve {

enum class PartyType : std::uint8_t {
    unknown, ///< nothing in the name tells
    enterprise,
    university,
    institute,
    individual,
    government,
    hospital,
    other, ///< an association, a foundation
};

/// Stable key in files: `enterprise`, `university`, ...
[[nodiscard]] std::string_view party_type_key(PartyType type);
[[nodiscard]] Text party_type_text(PartyType type);
/// Nothing when there is no such key.
[[nodiscard]] std::optional<PartyType> party_type_by_key(std::string_view key);

} // namespace longmen::resolve
