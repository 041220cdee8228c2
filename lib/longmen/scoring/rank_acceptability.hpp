// SPDX-License-Identifier: GPL-3.0-or-later
// In what share of all weightings is a candidate chosen, and which ranks does it take?
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/scoring/choice.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace longmen::scoring {

struct RankAcceptabilityOptions {
    std::size_t weightings = 100000;
    std::uint64_t seed = 1;
    /// Nothing: all weightings there are. Else each weight within so much of the given one.
    std::optional<double> within;
    bool ranks = true; ///< also ranks; they cost a sort a weighting and memory for n x n counts
    double low_share = 0.05, high_share = 0.95; ///< of the two ranks told
};

struct RankAcceptability {
    std::uint64_t times_chosen = 0;
    double share_chosen = 0;
    double standard_error = 0; ///< of the share, sqrt(p (1 - p) / weightings)
    /// Nothing unless asked for. low_rank: the smallest rank not exceeded in low_share of the weightings or
    /// more.
    std::optional<double> mean_rank;
    std::optional<std::uint32_t> low_rank, high_rank;
};

/// Acceptability of candidates over random weights.
///
/// Question    In what share of the weightings would this candidate be chosen, and at which ranks would it
/// stand? Definition  Weights are drawn `weightings` times; each time the choice is decided anew by its rule.
/// Ranks are
///             from 1 and all different (the tie rule decides); those without a score come last.
/// Source      lahdelma-salminen-2001 (rank acceptability over uniform weights; here values are certain)
/// Variant     All weightings: uniform on the simplex, as the gaps between sorted uniform numbers. Within d:
/// each
///             weight uniform on [max(0, w - d), min(1, w + d)], then divided by their sum; this is not
///             uniform on the box cut with the simplex, and after the division a weight may lie a little
///             outside its box. Scores are sums over the terms divided by the weight measured, rounded as in
///             the choice.
/// Inputs      choice, checked; weightings from 1; within from 0 to 1; shares in 0..1, ascending.
/// Result      by candidate.
/// Errors      UsageError  by check_choice, or options out of range.
/// Cost        time O(weightings x n m), twice that when any term is undefined, and a selection of n a
/// weighting;
///             with ranks O(n log n) a weighting more and 4 n^2 bytes a thread.
/// Stable      Weightings are drawn by numbered blocks, each with a generator of its own, and only whole
/// numbers
///             are added up: same bits for any number of threads. The order of the candidates does not
///             matter.
/// Checked by  test_rank_acceptability (definition under weights drawn once more; intervals of two terms;
/// volumes
///             of three)
/// Grade       experimental since 0.2
[[nodiscard]] std::vector<RankAcceptability>
rank_acceptability(const Choice& choice, const RankAcceptabilityOptions& options, Threads& threads);

/// The weights of one block of weightings, one weighting after another; block b holds the weightings from
/// b x weightings_a_block on.
inline constexpr std::size_t weightings_a_block = 1024;
[[nodiscard]] std::vector<double> drawn_weights(const Choice& choice, const RankAcceptabilityOptions& options,
                                                std::size_t block);

} // namespace longmen::scoring
