// SPDX-License-Identifier: GPL-3.0-or-later
// Market coverage: how large are the markets in which a family is protected?
#pragma once

#include <longmen/base/undefined.hpp>
#include <longmen/indicators/market_sizes.hpp>

#include <cstdint>
#include <span>

namespace longmen::indicators {

/// One right of a family.
struct Right {
    std::uint32_t office = 0; ///< by number
    RightState state = RightState::unknown;
};

/// Market coverage of a family.
///
/// Question    How much of the world's markets does the family cover?
/// Definition  Sum over states of size(state) x weight(strongest right there); size(US) = 1, weights by the
///             state of the right (in force, pending, unknown, none).
/// Source      ernst-omland-2011, market coverage: national income over that of the United States. From
///             memory; weights of pending rights are not public there.
/// Variant     "Like", not the vendor's. Sizes, weights and the states a regional patent stands for are data
///             (models/indicators/markets.toml). Each state counts once. A PCT publication (WO) is no right
///             of its own; an office without a size adds nothing.
/// Undefined   no_data         no right with an office.
///             not_applicable  nothing but a PCT publication.
/// Inputs      rights  of all members, in any order; several of one office are allowed.
/// Result      >= 0: 0 when every right is gone, 1 for the United States alone.
/// Errors      none.
/// Cost        O(rights log rights)
/// Stable      Summed in the order of offices: same bits for any order of rights.
/// Checked by  test_market_coverage (worked value, definition on random families)
/// Grade       experimental since 0.2
[[nodiscard]] Measured<double> market_coverage(std::span<const Right> rights, const MarketSizes& sizes);

} // namespace longmen::indicators
