// SPDX-License-Identifier: GPL-3.0-or-later
// Leap growth: how fast sales, R&D and the portfolio's value grew, against the other enterprises assessed.
#pragma once

#include <longmen/programme/assess.hpp>

namespace longmen::programme::detail {

/// Growth of one enterprise over the window of `ranking.years` years that ends with `year`; percentiles
/// unset.
[[nodiscard]] std::vector<GrowthResult> measure_growth(const Enterprise& enterprise,
                                                       const std::vector<PortfolioYear>* portfolio,
                                                       const Ranking& ranking, std::optional<int> year);

/// Sets the percentiles, the leap-growth scores and their coverage of all enterprises.
void score_growth(std::vector<EnterpriseAssessment>& enterprises);

/// Sets the ranks of the eligible by score, descending; scores equal to 9 decimals share the smallest rank.
void rank_eligible(std::vector<EnterpriseAssessment>& enterprises);

/// Puts the eligible first by rank, then evidence missing, then not eligible; each by folded name, then code.
void sort_for_reading(std::vector<EnterpriseAssessment>& enterprises);

} // namespace longmen::programme::detail
