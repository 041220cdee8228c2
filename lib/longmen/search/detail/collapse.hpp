// SPDX-License-Identifier: GPL-3.0-or-later
// Matches of one family as one hit.
#pragma once

#include <longmen/search/run.hpp>

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace longmen::search::detail {

/// Fills in how many matches of the enquiry each hit stands for: `families[i]` is the family of `hits[i]` as
/// it lies in its slot, empty for a record by itself. Every match is looked at, where it lies.
void count_members(Xapian::Enquire& enquire, Xapian::doccount all, bool remote,
                   const std::vector<std::string>& families, std::vector<Hit>& hits);

} // namespace longmen::search::detail
