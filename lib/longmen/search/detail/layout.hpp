// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where in the index: prefixes of terms, slots of values, parts of the stored text.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace longmen::search::detail {

inline constexpr std::string_view layout_version = "6";

// Words of texts, with positions. Words are folded, so that no word begins with a capital letter.
inline constexpr std::string_view abstract_prefix; ///< the longest field of most records: nothing to write
inline constexpr std::string_view title_prefix = "T";
inline constexpr std::string_view claims_prefix = "C";
inline constexpr std::string_view description_prefix = "D";

// Terms that a record has or has not.
inline constexpr std::string_view applicant_prefix = "XA"; ///< whole names, folded as words are
inline constexpr std::string_view inventor_prefix = "XI";
inline constexpr std::string_view owner_prefix = "XO"; ///< owners that are not applicants
inline constexpr std::string_view class_prefix = "XC";
inline constexpr std::string_view filed_prefix = "XF"; ///< years `2015` and months `201503`
inline constexpr std::string_view published_prefix = "XP";
inline constexpr std::string_view expires_prefix = "XE";
inline constexpr std::string_view status_prefix = "XS";
inline constexpr std::string_view validity_prefix = "XV";
inline constexpr std::string_view type_prefix = "XK";
inline constexpr std::string_view place_prefix = "XR";
inline constexpr std::string_view number_prefix = "Q";

enum Slot : unsigned {
    slot_filed, ///< days as `20150321`
    slot_published,
    slot_expires,
    slot_number,
    slot_family,
    slot_applicants, ///< this and all below only in shards: an index beside its workspace has columns
    slot_classes,
    slot_status,
    slot_county
};

/// Parts of a stored text, in this order, each ended by '\x1f': of an index that stands away from its
/// workspace.
enum Part : unsigned {
    part_title,
    part_title_en,
    part_abstract,
    part_abstract_en,
    part_first_claim,
    part_claims,
    part_applicants,
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

/// Lengths of section, class and subclass: each is a term of every record in it.
inline constexpr std::array<std::size_t, 3> whole_class_lengths{1, 3, 4};

/// Longest term Xapian takes is 245 bytes; zero bytes count twice and never occur here.
inline constexpr std::size_t longest_term = 240;

/// A longer term is its head and a checksum of the whole.
[[nodiscard]] std::string cut_term(std::string term);

} // namespace longmen::search::detail
