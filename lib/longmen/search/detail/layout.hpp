// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where in the index: prefixes of terms, slots of values, parts of the stored text.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace longmen::search::detail {

inline constexpr std::string_view layout_version = "2";

inline constexpr std::string_view title_prefix = "XT";
inline constexpr std::string_view applicant_prefix = "XA";
inline constexpr std::string_view inventor_prefix = "XI";
inline constexpr std::string_view organisation_prefix = "XO"; ///< whole names, by organisation_key
inline constexpr std::string_view class_prefix = "XC";
inline constexpr std::string_view year_prefix = "XY";
inline constexpr std::string_view status_prefix = "XS";
inline constexpr std::string_view validity_prefix = "XV";
inline constexpr std::string_view type_prefix = "XK";
inline constexpr std::string_view place_prefix = "XR";
inline constexpr std::string_view number_prefix = "Q";

enum Slot : unsigned {
    slot_year,
    slot_date,
    slot_number,
    slot_family,
    slot_applicants,
    slot_classes,
    slot_status,
    slot_county
};

/// Parts of the stored text, in this order, each ended by '\x1f'.
enum Part : unsigned { part_title, part_abstract, part_applicants, part_date, part_claim, parts };

/// Longest term Xapian takes is 245 bytes; zero bytes count twice and never occur here.
inline constexpr std::size_t longest_term = 240;

[[nodiscard]] inline std::string cut_term(std::string term) {
    if (term.size() > longest_term) {
        term.resize(longest_term);
    }
    return term;
}

} // namespace longmen::search::detail
