// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by year, with the years that cannot be complete yet.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/selection.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace longmen::analysis {

struct YearCount {
    int year = 0;
    std::size_t count = 0;
    bool grey = false; ///< incomplete: publication lags behind filing
};

struct YearSeries {
    Basis basis;
    std::vector<YearCount> years; ///< every year from the first to the last, zeros included
};

/// Counts by year of `clock`. Records dated after `as_of` are not counted. The last `grey_years` years up to
/// that of `as_of` are grey for the clocks of filing and priority; the year of `as_of` is grey for the others
/// unless it has ended. Zeros before the first year are not shown; those up to the last are.
[[nodiscard]] YearSeries by_year(const Corpus& corpus, std::span<const std::uint32_t> selection, Clock clock,
                                 const Date& as_of, int grey_years);

struct SplitSeries {
    Basis basis;
    std::vector<YearCount> years;                 ///< totals
    std::vector<std::string> keys;                ///< categories: by total, then key
    std::vector<std::vector<std::size_t>> counts; ///< [key][year]
};

/// The same for each category. A record counts once in each of its categories and once in the total; a record
/// without category is in `basis.without` only.
[[nodiscard]] SplitSeries by_year_and(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                      const Categories& categories, Clock clock, const Date& as_of,
                                      int grey_years);

/// Keys `invention`, `utility_model`, `design`, `unknown`.
[[nodiscard]] std::vector<std::string> type_category(const Patent& patent);

/// Mean yearly growth between two years of a series, as a share; nothing when the first count is 0, a year is
/// not in the series, or they do not ascend.
[[nodiscard]] std::optional<double> yearly_growth(const YearSeries& series, int from, int to);

} // namespace longmen::analysis
