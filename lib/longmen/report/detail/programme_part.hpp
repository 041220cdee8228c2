// SPDX-License-Identifier: GPL-3.0-or-later
// What a report says of the support programme.
#pragma once

#include <longmen/report/detail/figures.hpp>

#include <functional>

namespace longmen::report::detail {

/// The verdicts of the enterprises `wanted` (by position in the corpus), with the criteria by name.
[[nodiscard]] Listing verdict_listing(const ReportData& data, const std::string& caption,
                                      const std::function<bool(std::uint32_t)>& wanted);
/// One enterprise criterion by criterion: value, threshold, gap, evidence.
[[nodiscard]] Listing criterion_listing(const ReportData& data, const programme::EnterpriseAssessment& entry,
                                        const std::string& caption);
/// Progress on the plan's targets.
[[nodiscard]] Listing target_listing(const ReportData& data, const std::string& caption);
/// Where the rules come from, and that its period is over when it is.
void say_basis(Chapter& chapter, const ReportData& data);

} // namespace longmen::report::detail
