// SPDX-License-Identifier: GPL-3.0-or-later
// Means between the smallest and the largest of several figures.
#pragma once

#include <span>

namespace longmen::stats {

/// Weighted power mean of figures that are not negative.
///
/// Question    What is the middle of several figures, when weak ones are to count more, or less, than strong
/// ones? Definition  (sum(w x^p) / sum(w))^(1/p); p = 0: exp(sum(w ln x) / sum(w)); p = -inf: the smallest; p
/// = inf: the
///             largest.
/// Source      bullen-2003
/// Variant     With p <= 0 one figure of 0 makes it 0.
/// Inputs      as many weights as figures, at least one; weights above 0; figures from 0; p not NaN.
/// Result      between the smallest and the largest figure, never less for a larger p.
/// Errors      UsageError  inputs not as said.
/// Cost        O(n).
/// Stable      Sums in the order given.
/// Checked by  test_power_mean (hand cases, order in p and bounds on random figures)
/// Grade       experimental since 0.2
[[nodiscard]] double power_mean(std::span<const double> figures, std::span<const double> weights, double p);

} // namespace longmen::stats
