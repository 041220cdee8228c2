// SPDX-License-Identifier: GPL-3.0-or-later
// What the printed and the machine-readable inventory have in common.
#pragma once

#include <longmen/base/table.hpp>
#include <longmen/service/status.hpp>

#include <vector>

namespace longmen::service::detail {

/// A share with four decimals in files and two on a screen.
[[nodiscard]] Cell share_cell(double share);
[[nodiscard]] bool index_is_stale(const Status& status);
/// Remarks or rejected rows: code, file, row, column, value, detail.
[[nodiscard]] Table place_table(const std::vector<store::Remark>& places, Lang lang);
[[nodiscard]] Table conflict_table(const Status& status, Lang lang);

} // namespace longmen::service::detail
