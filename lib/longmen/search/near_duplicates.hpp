// SPDX-License-Identifier: GPL-3.0-or-later
// All pairs of texts that are nearly the same.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/record/columns.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::search {

struct DuplicateOptions {
    /// Least similarity in ten-thousandths, 1 to 10000: whole, so that a pair on the line is decided exactly.
    std::uint32_t threshold = 0;
    std::size_t shortest = 1; ///< texts with fewer shingles are not compared
    /// Pairs of different texts held at most: 12 bytes each.
    std::size_t most_pairs = 0;
};

/// Two texts with what they share; their similarity is shared / (size of a + size of b - shared).
struct NearPair {
    std::uint32_t a = 0, b = 0; ///< a < b
    std::uint32_t shared = 0;   ///< shingles

    friend bool operator==(const NearPair&, const NearPair&) = default;
};

/// Texts with the same set of shingles are one: a pair of such sets stands for all pairs of their texts.
struct NearDuplicates {
    static constexpr std::uint32_t not_compared = 0xFFFFFFFFU;
    std::vector<std::uint32_t>
        first_of;                ///< of each text the first one with the same set, itself; or not_compared
    std::vector<NearPair> pairs; ///< of such first ones, ascending
    std::size_t too_short = 0, empty = 0; ///< texts not compared: fewer shingles than `shortest`, none
    std::uint64_t all_pairs = 0;          ///< of texts, those of equal sets among them
};

/// Self-join of sets by Jaccard similarity, exact.
///
/// Two sets above a threshold share one of their rarest shingles (prefix filter), are of like size (length
/// filter), and share them at places that leave room for enough others (positional filter); what is left is
/// compared in full and dropped as soon as too much is missing. Sources: chaudhuri-2006, bayardo-2007,
/// xiao-2008 (PPJoin), all from memory.
///
/// `sets` ascend, each item once. UsageError: a threshold out of range, or more than `most_pairs` pairs of
/// different sets. Memory: 4 bytes for each item, 4 for each text and thread, 8 for each item of a prefix (a
/// fifth of the items at 0.8), and the pairs. The same for any number of threads.
[[nodiscard]] NearDuplicates near_duplicates(const Lists& sets, const DuplicateOptions& options,
                                             Threads& threads);

/// All pairs of texts, ascending by a, then b; as many as `all_pairs` says.
[[nodiscard]] std::vector<NearPair> every_pair(const NearDuplicates& found, const Lists& sets);

/// Of each text the first one of its cluster: what near pairs tie together, directly or through others.
/// Itself when it stands alone or was not compared.
[[nodiscard]] std::vector<std::uint32_t> duplicate_clusters(const NearDuplicates& found);

} // namespace longmen::search
