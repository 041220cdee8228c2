// SPDX-License-Identifier: GPL-3.0-or-later
// Peer groups: technology field x year x office, widened step by step until they are large enough.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace longmen::stats {

/// What places one member. Numbers are the caller's; 0 as field and sector means unclassified, a group of its
/// own. A member that is not `counted` gets a cohort but does not belong to one (its value is undefined).
struct CohortMember {
    int field = 0;
    int sector = 0;
    int office = 0;
    std::optional<int> year; ///< without a year only the whole corpus is left
    bool counted = true;
};

/// The steps, in the order they are tried.
enum class CohortLevel : std::uint8_t {
    cell,       ///< field x year x office
    years,      ///< field x years y-1..y+1 x office
    sector,     ///< sector of the field x years y-1..y+1 x office
    all_fields, ///< years y-1..y+1 x office
    corpus,     ///< every counted member
};
inline constexpr std::size_t cohort_levels = 5;

/// How a cohort was found.
struct CohortSteps {
    /// Counted members seen at each step that was tried; nothing at steps not tried.
    std::array<std::optional<std::size_t>, cohort_levels> sizes;
    std::optional<CohortLevel> level; ///< the step taken; nothing when all stay under the minimum
};

/// The rule: from `first` up to `last`, the first step with at least `minimum` members. Without a year only
/// `corpus` is tried. `size_at(level)` counts the members of a step.
template <typename SizeAt>
[[nodiscard]] CohortSteps widen_cohort(bool dated, std::size_t minimum, CohortLevel last, SizeAt size_at,
                                       CohortLevel first = CohortLevel::cell) {
    CohortSteps steps;
    for (auto l = static_cast<std::size_t>(first); l <= static_cast<std::size_t>(last) && !steps.level; ++l) {
        const auto level = static_cast<CohortLevel>(l);
        if (level != CohortLevel::corpus && !dated) {
            continue;
        }
        steps.sizes[l] = size_at(level);
        if (*steps.sizes[l] >= minimum) {
            steps.level = level;
        }
    }
    return steps;
}

struct Cohort {
    CohortLevel level = CohortLevel::cell;
    int field = 0;  ///< for `cell` and `years`
    int sector = 0; ///< up to `sector`
    int office = 0; ///< up to `all_fields`
    int year_from = 0, year_to = 0;
    std::vector<std::uint32_t> members; ///< positions in the input, ascending
};

/// One field x year x office that occurs, and how its cohort was found.
struct CohortCell {
    CohortMember key;
    /// Counted members seen at each step that was tried; nothing at steps not tried.
    std::array<std::optional<std::size_t>, cohort_levels> sizes;
    std::optional<std::uint32_t> cohort; ///< nothing when even the corpus is under the minimum
};

struct Cohorts {
    std::vector<std::uint32_t> cell_of; ///< by input position
    std::vector<CohortCell> cells;
    std::vector<Cohort> cohorts;
};

/// Gives each member the first step of its own cell, from `first` on, that has at least `minimum` counted
/// members.
/// UsageError when `minimum` is 0. Cost O(n log n). The result does not depend on the order of the members
/// beyond their positions.
[[nodiscard]] Cohorts make_cohorts(std::span<const CohortMember> members, std::size_t minimum,
                                   CohortLevel first = CohortLevel::cell);

} // namespace longmen::stats
