// SPDX-License-Identifier: GPL-3.0-or-later
// Ranges of days as terms of years and months.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace longmen::search::detail {

/// Documents dated from `from` to `to` (`YYYYMMDD`, both included, empty when open), without weight. Days are
/// compared only within the months that are cut. A date of which only the year or the month is known is in a
/// range that holds the whole of it.
[[nodiscard]] Xapian::Query date_range(const Xapian::Database& database, std::string_view prefix,
                                       unsigned slot, const std::string& from, const std::string& to);

} // namespace longmen::search::detail
