// SPDX-License-Identifier: GPL-3.0-or-later
// Adds to the score of a record by how late it was filed.
#pragma once

#include <longmen/search/settings.hpp>

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace longmen::search::detail {

/// The day a slot of dates says, as days since 1970-01-01: a month or a year alone stands for its last day,
/// as the data date does. Nothing when the value is no date.
[[nodiscard]] std::optional<std::int32_t> day_of(std::string_view slot_value);

/// 2^(-age / half-life), 1 for what is filed on the last day or later. `age_days` from 0.
[[nodiscard]] double freshness(double age_days, double half_life_years);

/// The query, its scores raised by `bonus` times the freshness of the filing date on the day `end` (days
/// since 1970-01-01). A record without a filing date gets nothing. The same records match.
[[nodiscard]] Xapian::Query with_freshness(const Xapian::Query& query, double bonus, std::int32_t end,
                                           const Settings::Fresh& settings);

} // namespace longmen::search::detail
