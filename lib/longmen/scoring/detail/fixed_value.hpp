// SPDX-License-Identifier: GPL-3.0-or-later
// Normalisations that look at nothing but the figure itself.
#pragma once

#include <longmen/scoring/value_model.hpp>

namespace longmen::scoring::detail {

/// Of `share`, `points`, `curve` and `steps`, before direction, 0..1.
[[nodiscard]] double fixed_value(const ValueTerm& term, double raw);

/// Figures between which fixed_value only rises or only falls; without those of `points`, whose figures are
/// categories.
[[nodiscard]] std::vector<double> bends(const ValueTerm& term);

} // namespace longmen::scoring::detail
