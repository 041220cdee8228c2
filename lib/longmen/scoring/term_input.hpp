// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the normalised values of one term of a choice: figures, and whom they are held against.
#pragma once

#include <longmen/base/sentence.hpp>

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace longmen::scoring {

enum class HeldAgainst : std::uint8_t {
    itself,     ///< nothing but the figure
    cap,        ///< the 99th percentile of a cohort in which it is: figure / that, within 0..1
    percentile, ///< a cohort in which it is: mid-rank
};

/// One term of every candidate. A figure that changes alone changes the cohorts in which it is, and by them
/// the values of others.
struct TermInput {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    HeldAgainst against = HeldAgainst::itself;
    bool less = false; ///< the normalised value is 1 - what is said above
    Sentence name, unit;
    double step = 1;                   ///< figures are tried in multiples of it ...
    double low = 0, high = 0;          ///< ... between these
    std::vector<double> figures;       ///< by candidate; NaN: none that could change
    std::vector<double> held;          ///< by candidate: what is held against a cohort; empty: the figure
    std::vector<std::uint32_t> cohort; ///< by candidate: place in `cohorts`, or `none`
    std::vector<std::vector<double>> cohorts; ///< held values of all members, ascending
    std::vector<std::string> categories;      ///< names where figures are places of categories
    std::vector<double> bends; ///< of `itself`: between these the value only rises or only falls

    /// Of `itself`: the value before direction. Not of the others.
    std::function<double(std::uint32_t candidate, double figure)> value;
    /// What is held against a cohort when the figure is this; empty: the figure.
    std::function<double(std::uint32_t candidate, double figure)> measure;
    /// Cohorts in which the candidate's own value is.
    std::function<std::vector<std::uint32_t>(std::uint32_t candidate)> member_of;
    /// With this figure the candidate may still be chosen at all; empty: always.
    std::function<bool(std::uint32_t candidate, double figure)> may_stand;
};

} // namespace longmen::scoring
