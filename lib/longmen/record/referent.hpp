// SPDX-License-Identifier: GPL-3.0-or-later
// Persons and places behind the ids of a relational source: what may be known of one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen {

enum class ReferentField : std::uint8_t {
    name,         ///< as the source wrote it
    psn_name,     ///< as ECOOM standardised it
    han_name,     ///< as OECD harmonised it
    doc_std_name, ///< as DOCDB standardised it
    sector,       ///< INDIVIDUAL, COMPANY, UNIVERSITY ... in the words of the source
    country,
    province,
    city,
    county,
    address,
    longitude, ///< decimal degrees, as given
    latitude,
    count_
};

inline constexpr std::size_t referent_field_count = static_cast<std::size_t>(ReferentField::count_);

/// Texts by field, empty where unknown.
using ReferentValues = std::array<std::string, referent_field_count>;

/// Stable name: column of the workspace, allowed name in a profile.
[[nodiscard]] std::string_view referent_field_key(ReferentField field);
[[nodiscard]] std::optional<ReferentField> referent_field_by_key(std::string_view key);

} // namespace longmen
