// SPDX-License-Identifier: GPL-3.0-or-later
// A row of figures as the cells it was read from.
#pragma once

#include <longmen/record/import_row.hpp>

#include <vector>

namespace longmen::store::detail {

/// What a row of figures gave, under headings that `import` reads again.
[[nodiscard]] std::vector<ExtraValue> figures_cells(const FiguresRow& row);

} // namespace longmen::store::detail
