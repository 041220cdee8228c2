// SPDX-License-Identifier: GPL-3.0-or-later
// A record set back to a day: without what could not be known of it then.
#pragma once

#include <longmen/record/patent.hpp>

#include <optional>

namespace longmen {

/// The last day that a date of its precision may mean.
[[nodiscard]] Date last_day_of(const Date& date);

/// The record as it could be known on `day`; `ended` is the date of its present state where that is one of
/// the dead. What carries no date is taken away: counts by the vendor, lists of family members. Dates of
/// publication and grant later than the day are taken away. A right dead by now was alive until `ended`:
/// in force from its grant, pending before; unknown when the date of end or of grant does not tell. A right
/// alive by now was not in force before its grant, and unknown where no grant is dated. What is told of the
/// application itself (claims, classes, inventors, texts) stays as the record has it.
[[nodiscard]] Patent set_back(Patent patent, const Date& day, const std::optional<Date>& ended);

} // namespace longmen
