// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of records by two categories, and the blanks among them that are no accident.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/selection.hpp>
#include <longmen/indicators/white_spots.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace longmen::analysis {

struct CountMatrix {
    Basis basis;
    std::vector<std::string> rows, columns;       ///< by total, then key
    std::vector<std::vector<std::size_t>> counts; ///< [row][column]
    std::vector<std::size_t> row_totals, column_totals;
    std::size_t total = 0; ///< sum of all cells
};

/// A record counts once in each cell of its categories. Rows and columns beyond the first `most` are dropped
/// before the totals are made.
[[nodiscard]] CountMatrix cross(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                const Categories& rows, const Categories& columns, const Date& as_of,
                                std::size_t most = static_cast<std::size_t>(-1));

/// Its white spots, see indicators::white_spots.
[[nodiscard]] std::vector<indicators::WhiteSpot> white_cells(const CountMatrix& matrix,
                                                             const indicators::WhiteRule& rule);

} // namespace longmen::analysis
