// SPDX-License-Identifier: GPL-3.0-or-later
// Matches of one family as one hit.
#pragma once

#include <longmen/search/detail/columns.hpp>
#include <longmen/search/run.hpp>

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace longmen::search::detail {

/// Fills in how many of the matches, by row, each hit stands for.
void count_members(const Columns& columns, const std::vector<std::uint32_t>& rows, std::vector<Hit>& hits);

/// The same over shards, where every match is looked at where it lies: `families[i]` is the family of
/// `hits[i]` as it lies in its slot, empty for a record by itself.
void count_members(Xapian::Enquire& enquire, Xapian::doccount all, const std::vector<std::string>& families,
                   std::vector<Hit>& hits);

} // namespace longmen::search::detail
