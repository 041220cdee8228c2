// SPDX-License-Identifier: GPL-3.0-or-later
// Was a right in force on a day, as far as its record tells?
#pragma once

#include <longmen/record/patent.hpp>

#include <optional>

namespace longmen {

/// The answer for `day` from a record as it stood on `data_date`; nothing when the record cannot tell: status
/// unknown, or a right that died on an unknown day between the two.
/// Full term: `expiry_date` of the record, which loading fills in where no source gives it; the right is no
/// longer in force on that day itself.
[[nodiscard]] std::optional<bool> in_force_on(const Patent& patent, const Date& day, const Date& data_date);

} // namespace longmen
