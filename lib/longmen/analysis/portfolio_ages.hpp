// SPDX-License-Identifier: GPL-3.0-or-later
// Active families of a portfolio by age and by the year their term ends, with the value that ends with them.
#pragma once

#include <longmen/analysis/portfolio.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace longmen::analysis {

struct FamilyStep {
    std::optional<int> at; ///< full years since the first filing, or the year the term ends; none: not known
    std::size_t families = 0, in_force = 0, pending = 0;
    std::size_t without_value = 0;
    double value = 0; ///< sum over the families with a value
};

/// Steps without gap from the first to the last, those not known at the end when there are any; over all
/// steps the families add up to the active ones.
struct FamilyLadder {
    std::vector<FamilyStep> steps;
    std::size_t open_members = 0; ///< active members whose own end is not known, in families where it is
};

/// By age: full years since the earliest filing of a member, from 0.
[[nodiscard]] FamilyLadder ages_of(const Portfolio& portfolio);
/// By the year in which the last full term of an active member ends, lapses for unpaid fees aside; for a
/// family not granted yet the term it would have.
[[nodiscard]] FamilyLadder ends_of(const Portfolio& portfolio, const Corpus& corpus);

/// Median age of the active families of known age, by the rule of stats::percentile_of_sorted.
[[nodiscard]] std::optional<double> median_age(const Portfolio& portfolio);
/// Active families whose term ends after the as-of date, up to `years` years later.
[[nodiscard]] std::size_t ending_within(const Portfolio& portfolio, int years);

} // namespace longmen::analysis
