// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where in the index: prefixes of terms, slots of values, parts of the stored text.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace longmen::search::detail {

inline constexpr std::string_view layout_version = "3";

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

/// Parts of the stored text, in this order, each ended by '\x1f': what is shown, and what phrases are looked
/// for in.
enum Part : unsigned {
    part_title,
    part_title_en,
    part_abstract,
    part_abstract_en,
    part_first_claim,
    part_claims,
    part_applicants,
    part_inventors,
    part_date,
    parts
};

/// The parts of a stored text.
[[nodiscard]] inline std::array<std::string_view, parts> split_parts(std::string_view data) {
    std::array<std::string_view, parts> result;
    for (auto& part : result) {
        const auto end = data.find('\x1f');
        part = data.substr(0, end);
        data.remove_prefix(end == std::string_view::npos ? data.size() : end + 1);
    }
    return result;
}

/// Longest term Xapian takes is 245 bytes; zero bytes count twice and never occur here.
inline constexpr std::size_t longest_term = 240;

[[nodiscard]] inline std::string cut_term(std::string term) {
    if (term.size() > longest_term) {
        term.resize(longest_term);
    }
    return term;
}

} // namespace longmen::search::detail
