// SPDX-License-Identifier: GPL-3.0-or-later
// Counts of records by two categories, and the blanks among them that are no accident.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/selection.hpp>

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

struct WhiteCell {
    std::size_t row = 0, column = 0;
    std::size_t observed = 0;
    double expected = 0; ///< row total x column total / total
    double p = 1;        ///< Poisson probability of at most `observed`
};

/// Cells with `expected` >= `min_expected` and fewer records than expected: by p, then row, then column.
[[nodiscard]] std::vector<WhiteCell> white_cells(const CountMatrix& matrix, double min_expected);

/// P(X <= k) of a Poisson variable; 1 when the mean is 0. Precondition: mean >= 0.
[[nodiscard]] double poisson_at_most(std::size_t k, double mean);

} // namespace longmen::analysis
