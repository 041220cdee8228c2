// SPDX-License-Identifier: GPL-3.0-or-later
// Priorities, parents and international applications that a relational source gives by the id of a record.
#pragma once

#include <longmen/record/patent.hpp>
#include <longmen/store/detail/sqlite.hpp>

#include <vector>

namespace longmen::store::detail {

/// Puts the application number in the place of each id whose record is in the workspace and has one; the
/// others stay ids, by which records of one priority still find each other.
void name_by_application(const Database& database, std::vector<Patent>& patents);

} // namespace longmen::store::detail
