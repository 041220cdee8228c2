// SPDX-License-Identifier: GPL-3.0-or-later
// Totals, expected counts, probabilities.
#include <longmen/indicators/white_spots.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/distributions.hpp>

#include <algorithm>

namespace longmen::indicators {
namespace {

struct Totals {
    std::vector<std::size_t> rows, columns;
    std::size_t all = 0;

    Totals(const CountTable& table, std::span<const std::size_t> counts)
        : rows(table.rows, 0), columns(table.columns, 0) {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            rows[i / table.columns] += counts[i];
            columns[i % table.columns] += counts[i];
            all += counts[i];
        }
    }
};

double ratio(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

std::vector<WhiteSpot> white_spots(const CountTable& table, const WhiteRule& rule) {
    const auto cells = table.rows * table.columns;
    if (table.counts.size() != cells || (!table.recent.empty() && table.recent.size() != cells)) {
        throw UsageError(Sentence{"矩阵的计数个数与行列数不符",
                                  "the counts of the table do not fit its rows and columns"});
    }
    const Totals totals{table, table.counts}, recent{table, table.recent};
    std::vector<WhiteSpot> result;
    for (std::size_t i = 0; i < cells; ++i) {
        const auto row = i / table.columns, column = i % table.columns;
        if (totals.rows[row] == 0 || totals.columns[column] == 0) {
            continue;
        }
        WhiteSpot spot{row, column, table.counts[i], 0, 1, {}, {}};
        spot.expected = static_cast<double>(totals.rows[row]) * ratio(totals.columns[column], totals.all);
        spot.p = stats::poisson_at_most(spot.observed, spot.expected);
        if (!rule.white(spot.observed, spot.expected, spot.p)) {
            continue;
        }
        if (!table.recent.empty()) {
            spot.row_growth = ratio(recent.rows[row], totals.rows[row]);
            spot.column_growth = ratio(recent.columns[column], totals.columns[column]);
        }
        result.push_back(spot);
    }
    std::ranges::stable_sort(result, {}, &WhiteSpot::p);
    return result;
}

} // namespace longmen::indicators
