// SPDX-License-Identifier: GPL-3.0-or-later
// All matches of a query by one look at each, and the first of them in order.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace longmen::search::detail {

/// One match of a page.
struct Match {
    std::uint32_t row = 0;
    double value = 0;
};

/// Every match, ascending by row; `values[i]` is what the ranking gives `rows[i]`.
struct EveryMatch {
    std::vector<std::uint32_t> rows;
    std::vector<double> values;
    std::vector<Match> page; ///< as the enquiry orders them
};

/// `limit` matches from `first` on, in the order of the enquiry; at least `least` matches are looked at.
/// Fewer than all only of queries for an index on this machine (`IndexWords`).
[[nodiscard]] std::vector<Match> page_of(const Xapian::Enquire& enquire, std::size_t first, std::size_t limit,
                                         Xapian::doccount least);

/// Every match, and the same page, by one look at each. Of an index on this machine, of `all` records.
[[nodiscard]] EveryMatch every_match(Xapian::Enquire& enquire, Xapian::doccount all, std::size_t first,
                                     std::size_t limit);

/// The page from `first` on by value, equal ones by number: numbers are read of those only that it depends
/// on.
[[nodiscard]] std::vector<Match> best_of(const EveryMatch& matches, std::size_t first, std::size_t limit,
                                         const Xapian::Database& database);

} // namespace longmen::search::detail
