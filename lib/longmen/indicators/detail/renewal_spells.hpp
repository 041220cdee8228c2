// SPDX-License-Identifier: GPL-3.0-or-later
// Spells of rights out of the plain numbers of a snapshot.
#pragma once

#include <longmen/indicators/column.hpp>
#include <longmen/indicators/renewal_survival.hpp>

namespace longmen::indicators::detail {

/// The measure without which nothing is known of renewals.
inline constexpr std::string_view in_force_until = "in_force_until";

/// Reads `lapse_day`, `term_end_day`, and `in_force_from` with `in_force_until`, the days between which the
/// right is known to have been in force. A right is alive on the cut-off date when that lies between them.
[[nodiscard]] Measured<RenewalSpell> renewal_spell_of(const ColumnInput& input, std::size_t node);

} // namespace longmen::indicators::detail
