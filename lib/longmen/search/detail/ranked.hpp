// SPDX-License-Identifier: GPL-3.0-or-later
// Matches of an enquiry in an order that does not depend on how an index is cut.
#pragma once

#include <longmen/search/detail/every_match.hpp>

#include <xapian.h>

#include <cstddef>
#include <vector>

namespace longmen::search::detail {

/// Matches `first` to `first + limit` of an enquiry sorted by relevance, then by a value or the document's
/// id. A weight is a sum; each shard adds in an order of its own, which changes the last digits: weights that
/// differ by no more are equal here, and their matches stand by what comes after relevance.
/// At least `least` matches are looked at.
[[nodiscard]] std::vector<Match> ranked(const Xapian::Enquire& enquire, std::size_t first, std::size_t limit,
                                        std::size_t documents, Xapian::doccount least);

} // namespace longmen::search::detail
