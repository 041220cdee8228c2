// SPDX-License-Identifier: GPL-3.0-or-later
// Where a portfolio stands: specialisation by class, nearest rivals, white spots.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/rules.hpp>
#include <longmen/analysis/selection.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longmen::analysis {

/// One class of a portfolio beside the whole it is compared with.
struct ClassPosition {
    std::string key;
    std::size_t own = 0, all = 0;
    double expected = 0;       ///< own total x share of the class in the whole
    std::optional<double> rta; ///< (own / own total) / (all / total); nothing when a denominator is 0
    std::optional<stats::Interval> rta_interval; ///< 95 %, see indicators::specialisation
    std::optional<double> rpa;                   ///< 100 tanh(ln RTA), -100..100
    bool reliable = false;        ///< expected >= `Rules::white.min_expected`: RTA is more than noise
    double p = 1;                 ///< Poisson probability of at most `own`
    std::optional<double> recent; ///< filings of the whole in the class: last `recent_years` complete years
                                  ///< over last `long_years`; nothing when there are none
};

struct Position {
    Basis basis;                        ///< of the whole
    std::size_t own = 0, all = 0;       ///< sums over classes
    std::vector<ClassPosition> classes; ///< by own count, then count in the whole, then key
    /// Classes with fewer records of one's own than chance explains, none included (`Rules::white`): by p,
    /// then key.
    std::vector<ClassPosition> white_spots;
    Sentence white_spot_note; ///< says when nothing can be told because the portfolio is too small
};

/// RTA (revealed technological advantage) of `own` within `whole`. Records of `own` belong to the whole; the
/// caller sees to it. Formulas: indicators::specialisation, indicators::WhiteRule.
[[nodiscard]] Position position_of(const Corpus& corpus, std::span<const std::uint32_t> own,
                                   std::span<const std::uint32_t> whole, const Categories& categories,
                                   const Date& as_of, const Rules& rules);

/// One party in the comparison.
struct Peer {
    std::string key, name;
    std::optional<std::uint32_t> enterprise;
    std::size_t patents = 0, inventions = 0, in_force = 0, in_force_unknown = 0;
    std::size_t recent = 0;             ///< filed in the last `recent_years` years up to `as_of`
    std::size_t rank = 0;               ///< by patents among all parties; ties share the smallest
    std::optional<double> similarity;   ///< cosine of class counts with the focal party, 0-1
    std::vector<std::string> in_common; ///< classes shared, at most five, by the smaller count
};

struct Peers {
    Basis basis;
    std::size_t parties = 0;
    Peer focal;
    std::vector<Peer> nearest; ///< by similarity, then patents, then key; similarity 0 left out
};

/// The parties nearest to `focal` by the classes they file in. UsageError when no party has the key.
[[nodiscard]] Peers peers_of(const Corpus& corpus, const std::vector<Party>& parties,
                             const std::string& focal, const Categories& categories, const Date& as_of,
                             const Rules& rules, std::size_t most);

} // namespace longmen::analysis
