// SPDX-License-Identifier: GPL-3.0-or-later
// What is demanded of weights, so that one candidate changes sides with its rivals: linear demands.
#pragma once

#include <longmen/scoring/choice.hpp>
#include <longmen/scoring/detail/least_move.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::scoring::detail {

/// The candidate's score is known to lie here.
struct Bracket {
    double low = 0, high = 1;
    [[nodiscard]] double width() const { return high - low; }
};

/// One candidate that is to enter among the chosen, or to leave them, against all others. A rival is across
/// when it stands on the wanted side: behind one that enters, before one that leaves.
class Rivalry {
    const Choice& choice_;
    std::uint32_t own_;
    bool enter_;

    [[nodiscard]] bool defined(std::size_t i, std::size_t term) const;
    [[nodiscard]] double lead_over(std::size_t rival) const;
    [[nodiscard]] Demand pair(const Bracket& bracket, std::uint32_t rival) const;

public:
    Rivalry(const Choice& choice, std::uint32_t own, bool enter)
        : choice_(choice), own_(own), enter_(enter) {}

    /// A difference of scores that rounding cannot hide.
    [[nodiscard]] double strict() const;
    [[nodiscard]] bool whole(std::size_t i) const;     ///< all terms defined
    [[nodiscard]] bool alike(std::size_t rival) const; ///< the same terms defined as the candidate's

    /// sign x (score - at) >= 0 where there is a score.
    [[nodiscard]] Demand level(std::size_t i, double at, double sign) const;
    /// Measured share at least the least coverage, or (`below`) under it.
    [[nodiscard]] Demand coverage(std::size_t i, bool below) const;
    /// Adds what holds whenever the candidate's score is in the bracket and the rival is across by score.
    /// With the same terms defined it says just that; else it says less, by at most the width of the bracket.
    void demand_across(std::vector<Demand>& demands, const Bracket& bracket, std::uint32_t rival) const;
    /// Whether these demands are met.
    [[nodiscard]] bool meets(const std::vector<double>& weights, const Bracket& bracket,
                             std::uint32_t rival) const;

    /// Whether the rival is across, by scoring anew.
    [[nodiscard]] bool across(const std::vector<double>& weights, std::uint64_t own_key,
                              std::uint32_t rival) const;
};

} // namespace longmen::scoring::detail
