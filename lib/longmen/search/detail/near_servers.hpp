// SPDX-License-Identifier: GPL-3.0-or-later
// Words near each other where our own filter does not run: on servers of Xapian.
#pragma once

#include <longmen/search/detail/near_source.hpp>
#include <longmen/store/texts.hpp>

#include <xapian.h>

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace longmen::search::detail {

/// Records one condition of nearness may be read for: beyond them a query takes seconds.
inline constexpr std::size_t most_read = 20000;

/// Records read from shards, for one query.
using ReadRecords = std::unordered_map<Xapian::docid, store::TextRecord>;

/// Documents of the shards that hold all parts (`all`, which weighs) near each other in the field of
/// `prefix`. The servers choose those in which the parts stand about so near; their stored texts are read and
/// compared here. What does not fit is taken off by number. UsageError for more than `most_read`.
[[nodiscard]] Xapian::Query near_on_servers(const Xapian::Database& shards, const Nearness& near,
                                            std::string_view prefix, const Xapian::Query& all,
                                            ReadRecords& read);

} // namespace longmen::search::detail
