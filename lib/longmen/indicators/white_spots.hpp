// SPDX-License-Identifier: GPL-3.0-or-later
// White spots of a table of counts: cells with fewer documents than chance explains.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace longmen::indicators {

/// When a cell is white. Set by models/reports/analysis.toml.
struct WhiteRule {
    double min_expected = 0; ///< documents expected at least
    double alpha = 0;        ///< p must lie below

    /// The test of one cell. `p`: Poisson probability of at most `observed`.
    [[nodiscard]] bool white(std::size_t observed, double expected, double p) const {
        return expected >= min_expected && static_cast<double>(observed) < expected && p < alpha;
    }
};

/// Counts by row and column, row behind row; `recent` are those among them of the last years, or empty.
struct CountTable {
    std::size_t rows = 0, columns = 0;
    std::span<const std::size_t> counts, recent;
};

struct WhiteSpot {
    std::size_t row = 0, column = 0, observed = 0;
    double expected = 0;
    double p = 1;
    /// Recent documents over all, of the row and of the column: is there life around the blank? Nothing
    /// without `recent`.
    std::optional<double> row_growth, column_growth;
};

/// White spots of a technology-function matrix, or of any table of counts.
///
/// Question    Where is less than the row and the column let expect, beyond chance?
/// Definition  expected = row total x column total / total. p = P(X <= observed), X Poisson with that mean.
///             A cell is white when expected >= min_expected, observed < expected and p < alpha.
/// Source      agresti-2013 for expected counts of independence, from memory; thresholds of the model file.
/// Variant     p is exact (incomplete gamma function) but takes the expected count as known, and is not
///             corrected for the number of cells: of k cells without any blank about alpha k pass by chance
///             at most. A document may count in several cells; then cells are not independent.
/// Undefined   Cells of empty rows, columns or tables are never white.
/// Inputs      table; rule.
/// Result      by p, then row, then column.
/// Errors      UsageError  the number of counts is not rows x columns.
/// Cost        O(cells log cells).
/// Stable      Integer totals, a fixed order of operations: same bits everywhere.
/// Checked by  test_white_spots (sums of Poisson terms on random tables)
/// Grade       experimental since 0.2
[[nodiscard]] std::vector<WhiteSpot> white_spots(const CountTable& table, const WhiteRule& rule);

} // namespace longmen::indicators
