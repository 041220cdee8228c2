// SPDX-License-Identifier: GPL-3.0-or-later
// One criterion of one enterprise: which figures, which state, how far off.
#pragma once

#include <longmen/programme/assess.hpp>

namespace longmen::programme::detail {

/// The two figures of a computable metric.
struct MetricFigures {
    std::string_view numerator, denominator;
};
[[nodiscard]] MetricFigures figures_of(Metric metric);
[[nodiscard]] std::optional<Money> amount(const YearFigures& figures, std::string_view key);
[[nodiscard]] Text figure_name(std::string_view key);

/// The year to assess, one for all: the last that has ended by `as_of` and for which any enterprise gives a
/// figure the scheme needs; nothing when there is none.
[[nodiscard]] std::optional<int> year_to_assess(const std::vector<Enterprise>& enterprises,
                                                const Scheme& scheme, const Date& as_of);
/// The enterprise gives at least one figure of the year that the scheme needs.
[[nodiscard]] bool has_figures(const Enterprise& enterprise, const Scheme& scheme, int year);
/// True when the year has ended: 31 December is not after `as_of`, or `as_of` is that whole year.
[[nodiscard]] bool year_ended(int year, const Date& as_of);

[[nodiscard]] CriterionResult judge(const Enterprise& enterprise, const Criterion& criterion,
                                    std::optional<int> year, const Date& as_of);

} // namespace longmen::programme::detail
