// SPDX-License-Identifier: GPL-3.0-or-later
// Two-way counts and their white cells.
#include <longmen/analysis/matrix.hpp>

#include <algorithm>
#include <map>

namespace longmen::analysis {

namespace {

/// The first keys by total, then key.
std::vector<std::string> first_keys(const std::map<std::string, std::size_t>& totals, std::size_t most) {
    std::vector<std::string> keys;
    for (const auto& [key, total] : totals) {
        keys.push_back(key);
    }
    std::ranges::stable_sort(keys, std::greater{}, [&](const std::string& key) { return totals.at(key); });
    if (keys.size() > most) {
        keys.resize(most);
    }
    return keys;
}

} // namespace

CountMatrix cross(const Corpus& corpus, std::span<const std::uint32_t> selection, const Categories& rows,
                  const Categories& columns, const Date& as_of, std::size_t most) {
    std::map<std::pair<std::string, std::string>, std::size_t> cells;
    std::map<std::string, std::size_t> row_sums, column_sums;
    std::size_t n = 0;
    for (const auto position : selection) {
        const auto& patent = corpus.patents[position];
        const auto row_keys = rows(patent), column_keys = columns(patent);
        if (row_keys.empty() || column_keys.empty()) {
            continue;
        }
        ++n;
        for (const auto& row : row_keys) {
            row_sums[row] += column_keys.size();
            for (const auto& column : column_keys) {
                ++cells[{row, column}];
            }
        }
        for (const auto& column : column_keys) {
            column_sums[column] += row_keys.size();
        }
    }
    CountMatrix result;
    result.rows = first_keys(row_sums, most);
    result.columns = first_keys(column_sums, most);
    result.row_totals.assign(result.rows.size(), 0);
    result.column_totals.assign(result.columns.size(), 0);
    result.counts.assign(result.rows.size(), std::vector<std::size_t>(result.columns.size(), 0));
    for (std::size_t r = 0; r < result.rows.size(); ++r) {
        for (std::size_t c = 0; c < result.columns.size(); ++c) {
            const auto found = cells.find({result.rows[r], result.columns[c]});
            const std::size_t count = found == cells.end() ? 0 : found->second;
            result.counts[r][c] = count;
            result.row_totals[r] += count;
            result.column_totals[c] += count;
            result.total += count;
        }
    }
    result.basis =
        make_basis({}, as_of, n, selection.size() - n,
                   {"一件可属多个类别，各计一件", "a record counts once in each of its categories"});
    return result;
}

std::vector<indicators::WhiteSpot> white_cells(const CountMatrix& matrix, const indicators::WhiteRule& rule) {
    std::vector<std::size_t> counts;
    for (const auto& row : matrix.counts) {
        counts.insert(counts.end(), row.begin(), row.end());
    }
    return indicators::white_spots({matrix.rows.size(), matrix.columns.size(), counts, {}}, rule);
}

} // namespace longmen::analysis
