// SPDX-License-Identifier: GPL-3.0-or-later
// Counts records by year.
#include <longmen/analysis/series.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace longmen::analysis {

namespace {

bool is_grey(int year, Clock clock, const Date& as_of, int grey_years) {
    if (clock == Clock::filing || clock == Clock::priority) {
        return year > as_of.year() - grey_years;
    }
    const bool ended = as_of.precision() == DatePrecision::year || (as_of.month() == 12 && as_of.day() == 31);
    return year == as_of.year() && !ended;
}

Sentence grey_rule(const std::vector<YearCount>& years, Clock clock) {
    if (std::ranges::none_of(years, &YearCount::grey)) {
        return {};
    }
    if (clock == Clock::filing || clock == Clock::priority) {
        return {"近两年数据因公开滞后不完整",
                "the latest years are incomplete: publication lags behind filing"};
    }
    return {"最后一年尚未结束", "the last year has not ended"};
}

std::vector<YearCount> fill(const std::map<int, std::size_t>& counts, Clock clock, const Date& as_of,
                            int grey_years) {
    std::vector<YearCount> result;
    if (!counts.empty()) {
        for (int year = counts.begin()->first; year <= counts.rbegin()->first; ++year) {
            const auto found = counts.find(year);
            result.push_back(
                {year, found == counts.end() ? 0 : found->second, is_grey(year, clock, as_of, grey_years)});
        }
    }
    return result;
}

} // namespace

YearSeries by_year(const Corpus& corpus, std::span<const std::uint32_t> selection, Clock clock,
                   const Date& as_of, int grey_years) {
    std::map<int, std::size_t> counts;
    std::size_t n = 0, without = 0;
    for (const auto position : selection) {
        const auto date = date_by(corpus.patents[position], clock);
        if (!date) {
            ++without;
        } else if (date->days() <= as_of.days()) {
            ++counts[date->year()];
            ++n;
        }
    }
    YearSeries result;
    result.years = fill(counts, clock, as_of, grey_years);
    result.basis = make_basis(clock, as_of, n, without, grey_rule(result.years, clock));
    return result;
}

SplitSeries by_year_and(const Corpus& corpus, std::span<const std::uint32_t> selection,
                        const Categories& categories, Clock clock, const Date& as_of, int grey_years) {
    std::map<int, std::size_t> totals;
    std::map<std::string, std::map<int, std::size_t>> parts;
    std::size_t n = 0, without = 0;
    for (const auto position : selection) {
        const auto& patent = corpus.patents[position];
        const auto date = date_by(patent, clock);
        const auto keys = categories(patent);
        if (!date || keys.empty()) {
            ++without;
        } else if (date->days() <= as_of.days()) {
            ++totals[date->year()];
            ++n;
            for (const auto& key : keys) {
                ++parts[key][date->year()];
            }
        }
    }
    SplitSeries result;
    result.years = fill(totals, clock, as_of, grey_years);
    result.basis = make_basis(clock, as_of, n, without, grey_rule(result.years, clock));
    std::vector<std::pair<std::size_t, std::string>> order;
    for (const auto& [key, years] : parts) {
        std::size_t sum = 0;
        for (const auto& [year, count] : years) {
            sum += count;
        }
        order.emplace_back(sum, key);
    }
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (const auto& [sum, key] : order) {
        result.keys.push_back(key);
        auto& row = result.counts.emplace_back(result.years.size(), 0);
        for (const auto& [year, count] : parts.at(key)) {
            row[static_cast<std::size_t>(year - result.years.front().year)] = count;
        }
    }
    return result;
}

std::vector<std::string> type_category(const Patent& patent) {
    return {std::string{patent_type_key(patent.type)}};
}

std::optional<double> yearly_growth(const YearSeries& series, int from, int to) {
    const auto first = std::ranges::find(series.years, from, &YearCount::year);
    const auto last = std::ranges::find(series.years, to, &YearCount::year);
    if (from >= to || first == series.years.end() || last == series.years.end() || first->count == 0) {
        return {};
    }
    const double ratio = static_cast<double>(last->count) / static_cast<double>(first->count);
    return std::pow(ratio, 1.0 / (to - from)) - 1;
}

} // namespace longmen::analysis
