// SPDX-License-Identifier: GPL-3.0-or-later
// What lies where in the index: prefixes of terms, slots of values, parts of the stored text.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace longmen::search::detail {

inline constexpr std::string_view layout_version = "7";
/// What shards hold beyond.
inline constexpr std::string_view shard_layout_version = "3";

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
inline constexpr std::string_view number_prefix = "Q"; ///< the best number
inline constexpr std::string_view known_prefix = "XN"; ///< only in shards: every number

enum Slot : unsigned {
    slot_filed, ///< days as `20150321`
    slot_published,
    slot_expires,
    slot_number,
    slot_family,
    slot_applicants, ///< this and all below only in shards: an index beside its workspace has columns
    slot_classes,
    slot_status,
    slot_county,
    slot_oldest, ///< only in shards, as those below: the day filed, then the number, as they are to stand
    slot_newest,
    slot_publications ///< how many
};

/// Lengths of section, class and subclass: each is a term of every record in it.
inline constexpr std::array<std::size_t, 3> whole_class_lengths{1, 3, 4};

/// Longest term Xapian takes is 245 bytes; zero bytes count twice and never occur here.
inline constexpr std::size_t longest_term = 240;

/// A longer term is its head and a checksum of the whole.
[[nodiscard]] std::string cut_term(std::string term);

} // namespace longmen::search::detail
