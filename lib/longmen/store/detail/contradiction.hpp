// SPDX-License-Identifier: GPL-3.0-or-later
// When two values of one field contradict each other, so that a person should look.
#pragma once

#include <longmen/record/field.hpp>

#include <cstdint>
#include <string_view>

namespace longmen::store::detail {

/// What two different values of a field mean.
enum class Contradiction : std::uint8_t {
    always,    ///< one of them is wrong (title, filing date)
    same_date, ///< of different date, the later is news; of one date, one is wrong (status, owners)
    never,     ///< each source has its own (scores, words of status)
};

[[nodiscard]] Contradiction contradiction_of(Field field);

/// False where two texts only differ in width, case, blanks and punctuation, where one list holds the other,
/// where a place is named more fully (山西, 山西省) or a date more exactly, where a name is given in another
/// language or a number as the id of a source, and for states of one validity.
[[nodiscard]] bool differ(std::string_view field, std::string_view a, std::string_view b);

/// Of two values of any age, one that says more of the same kind goes first: a date by its precision, numbers
/// before ids of a source. 0 for everything else.
[[nodiscard]] int standing_of(std::string_view field, std::string_view value);

/// Of two values equally new, one that says more goes first: 1 for a precise legal state, 0 for everything
/// else.
[[nodiscard]] int precision_of(std::string_view field, std::string_view value);

} // namespace longmen::store::detail
