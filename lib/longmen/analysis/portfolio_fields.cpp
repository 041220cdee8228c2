// SPDX-License-Identifier: GPL-3.0-or-later
// Counts families by field and holds them against everybody's.
#include <longmen/analysis/portfolio_fields.hpp>

#include <longmen/analysis/positions.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <set>

namespace longmen::analysis {

namespace {

constexpr double level = 0.95;

/// Mean of percentiles and its interval.
void set_mean(FieldStanding& row, const std::vector<double>& percentiles) {
    row.placed = percentiles.size();
    if (percentiles.empty()) {
        return;
    }
    const auto n = static_cast<double>(percentiles.size());
    double sum = 0;
    for (const double one : percentiles) {
        sum += one;
    }
    const double mean = sum / n;
    row.mean_percentile = mean;
    if (percentiles.size() < 2) {
        return;
    }
    double squares = 0;
    for (const double one : percentiles) {
        squares += (one - mean) * (one - mean);
    }
    // The square of Student's t with v degrees of freedom is F with 1 and v.
    const double t = std::sqrt(stats::f_quantile(level, 1, n - 1));
    const double half = t * std::sqrt(squares / (n - 1) / n);
    row.percentile_interval = stats::Interval{std::max(0.0, mean - half), std::min(1.0, mean + half)};
}

std::string key_of(int field) {
    return field == 0 ? std::string{} : fmt::format("{:02}", field);
}

int field_of(const std::string& key) {
    int field = 0;
    std::from_chars(key.data(), key.data() + key.size(), field);
    return field;
}

} // namespace

PortfolioFields portfolio_fields(const Portfolio& portfolio, const PortfolioInputs& inputs,
                                 const Rules& rules, const scoring::PartyScore* park) {
    const auto& corpus = inputs.corpus;
    const auto& members = inputs.scores.placement.members;

    // --- one record for each family ------------------------------------------------------------------------
    Selection own, whole;
    std::set<std::string_view> mine;
    for (const auto& family : portfolio.families) {
        own.push_back(family.representative);
        mine.insert(family.key);
    }
    whole = own;
    for (const auto& [key, family] : inputs.standings.families) {
        if (!mine.contains(key)) {
            whole.push_back(family.representative);
        }
    }
    std::ranges::sort(own);
    std::ranges::sort(whole);
    const Categories category = [&](const Patent& patent) {
        const auto key = key_of(members[static_cast<std::size_t>(&patent - corpus.patents.data())].field);
        return key.empty() ? std::vector<std::string>{} : std::vector{key};
    };
    const auto position = position_of(corpus, own, whole, category, corpus.as_of, rules);
    const auto growth = position_of(corpus, own, own, category, corpus.as_of, rules);

    // --- what the whole tells ------------------------------------------------------------------------------
    std::map<int, FieldStanding> rows;
    for (const auto& one : position.classes) {
        auto& row = rows[field_of(one.key)];
        row.rta = one.rta;
        row.rta_interval = one.rta_interval;
        row.reliable = one.reliable;
        row.recent = one.recent;
    }
    for (const auto& one : growth.classes) {
        rows[field_of(one.key)].own_recent = one.recent;
    }
    for (const auto patent : whole) {
        ++rows[members[patent].field].all;
    }

    // --- what the portfolio tells --------------------------------------------------------------------------
    std::map<int, std::vector<double>> percentiles;
    for (const auto& family : portfolio.families) {
        auto& row = rows[family.field];
        ++row.families;
        if (!family.active) {
            continue;
        }
        ++row.active;
        row.value += family.value.defined() ? family.value.value() : 0;
        if (family.place.percentile.defined()) {
            percentiles[family.field].push_back(family.place.percentile.value());
        }
    }
    std::map<int, std::size_t> of_park;
    for (const auto& family : park != nullptr ? park->families : std::vector<scoring::FamilyShare>{}) {
        ++of_park[members[family.representative].field];
    }
    PortfolioFields result;
    result.families = own.size();
    result.all = whole.size();
    for (auto& [field, row] : rows) {
        row.field = field;
        row.park = park != nullptr ? std::optional{of_park[field]} : std::nullopt;
        row.share_of_all = static_cast<double>(row.families) / static_cast<double>(row.all);
        set_mean(row, percentiles[field]);
        result.rows.push_back(row);
    }
    std::ranges::stable_sort(result.rows, [](const FieldStanding& a, const FieldStanding& b) {
        return a.families != b.families ? a.families > b.families : a.all > b.all;
    });
    return result;
}

} // namespace longmen::analysis
