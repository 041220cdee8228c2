// SPDX-License-Identifier: GPL-3.0-or-later
// What a count is worth among its like: relative to the mean, and whether it is at the very top.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>

#include <cstdint>
#include <span>

namespace longmen::indicators {

/// Groups of documents that may be compared: technology field x year x office.
struct Peers {
    Buffer<std::uint32_t> of;    ///< group of each document; `none` where field or year is not known
    Buffer<std::uint32_t> sizes; ///< documents of each group
    static constexpr std::uint32_t none = 0xFFFFFFFF;
};

inline constexpr std::uint32_t least_of_mean = 30; ///< documents that make a mean
inline constexpr std::uint32_t least_of_breakthrough =
    100; ///< documents of which one in a hundred is a whole one

/// Question    Is the document cited more than documents of its field, year and office usually are?
/// Definition  x / mean of x over its peers, those with a value.
/// Source      oecd-2013-03 (cohorts of field and filing year)
/// Variant     Groups are taken as they are: one too small is undefined, not widened (percentiles do that).
/// Undefined   NaN: no value, no group, fewer than 30 peers with a value, or a mean of 0.
/// Inputs      values  one a document, NaN where undefined.
/// Result      1 is the mean of its peers.
/// Errors      none
/// Cost        O(documents)
/// Stable      Sums in the order of ids: same bits for any number of threads.
/// Checked by  test_breakthrough (definition on random groups)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> relative_to_peers(const Buffer<double>& values, const Peers& peers,
                                               Threads& threads);

/// Question    Is the document among the most cited one in a hundred of its field, year and office?
/// Definition  1 when fewer than 1 % of its peers have a larger value, else 0.
/// Source      oecd-2013-03
/// Variant     Ties at the cut are all in, so the share may exceed 1 %; a value of 0 never is. What share of
///             the group it came to is told by breakthrough_share.
/// Undefined   NaN: no value, no group, or fewer than 100 peers with a value.
/// Inputs      values  one a document, at least 0, NaN where undefined.
/// Result      0 or 1.
/// Errors      none
/// Cost        O(documents log of a group)
/// Stable      Comparisons only: same bits everywhere.
/// Checked by  test_breakthrough (definition on random groups)
/// Grade       experimental since 0.1
[[nodiscard]] Buffer<double> breakthrough(const Buffer<double>& values, const Peers& peers, Threads& threads);

/// Question    How many of the document's peers count as breakthrough after all?
/// Definition  Breakthroughs among its peers over its peers with a value.
/// Source      oecd-2013-03
/// Variant     As breakthrough. 1 % where nothing ties at the cut.
/// Undefined   NaN: as breakthrough.
/// Inputs      as breakthrough.
/// Result      0..1, one value a group.
/// Errors      none
/// Cost        as breakthrough.
/// Stable      Counting, one division: same bits everywhere.
/// Checked by  test_breakthrough (definition on random groups)
/// Grade       experimental since 0.2
[[nodiscard]] Buffer<double> breakthrough_share(const Buffer<double>& values, const Peers& peers,
                                                Threads& threads);

} // namespace longmen::indicators
