// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of all candidates under many weightings, as keys that can be compared.
#pragma once

#include <longmen/scoring/choice.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace longmen::scoring::detail {

inline constexpr std::size_t lanes = 8; ///< candidates side by side
inline constexpr std::size_t twins = 2; ///< weightings side by side
inline constexpr std::uint64_t low_half = std::numeric_limits<std::uint32_t>::max();

/// Columns of terms in the order of the tie places, padded with zeros to whole groups of lanes.
struct Columns {
    std::size_t candidates = 0, padded = 0, terms = 0;
    bool whole = true;                   ///< nothing undefined
    std::vector<double> value, measured; ///< [term * padded + position]; 0 where undefined
    std::vector<std::uint64_t> ties;     ///< larger for earlier positions
    std::vector<std::uint32_t> order;    ///< candidate by position
    double grain = 0, least_coverage = 0;

    explicit Columns(const Choice& choice);
};

/// Keys as `choice_key` makes them, with the position as tie place, for `twins` weightings that lie one
/// behind another. `keys` have room for the padding.
void fill_keys(const Columns& columns, const double* weights,
               std::array<std::vector<std::uint64_t>, twins>& keys);

} // namespace longmen::scoring::detail
