// SPDX-License-Identifier: GPL-3.0-or-later
// How old the rights in force are, and when they end.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/selection.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace longmen::analysis {

/// Full years from one day to another, none below 0.
[[nodiscard]] int full_years(const Date& from, const Date& to);

/// Counts by `PatentType`: unknown, invention, utility model, design.
using ByType = std::array<std::size_t, 4>;

struct AgeStep {
    int years = 0; ///< full years since filing
    ByType counts{};
};

/// Rights in force by full years since filing; every age from 0 to the highest.
struct AgePyramid {
    Basis basis;
    std::vector<AgeStep> steps;
    std::size_t unknown = 0; ///< records of which nobody can say whether they are in force
};
[[nodiscard]] AgePyramid age_pyramid(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                     const Date& as_of);

struct ExpiryStep {
    int year = 0; ///< in which the full term ends
    ByType counts{};
    std::vector<std::uint32_t> patents; ///< positions, by end of term, then number
};

/// Rights in force by the year in which their full term ends, unpaid fees aside; every year from the first to
/// the last.
struct ExpiryLadder {
    Basis basis;
    std::vector<ExpiryStep> steps;
    std::size_t unknown = 0;
};
[[nodiscard]] ExpiryLadder expiry_ladder(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                         const Date& as_of);

} // namespace longmen::analysis
