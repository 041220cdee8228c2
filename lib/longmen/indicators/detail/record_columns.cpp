// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators that one record alone decides, for all records of a workspace, or from measures of a bare
// snapshot.
#include <longmen/base/date.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/count.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/detail/renewal_spells.hpp>
#include <longmen/indicators/grant_lag.hpp>
#include <longmen/indicators/registry.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace longmen::indicators::detail {
namespace {

/// What a bare snapshot tells in the record's stead: a plain number under the indicator's name, or the days
/// of filing and grant.
struct FromMeasures {
    std::string_view key, measure;
    Measured<double> (*value)(const ColumnInput& input, std::size_t node);
};

Measured<double> claims_measured(const ColumnInput& input, std::size_t node) {
    return count_value(measure_at(input.measure("claims"), node), 1);
}

/// Nothing tells whether a document without a day of grant was granted.
Measured<double> grant_lag_measured(const ColumnInput& input, std::size_t node) {
    const auto grant = measure_at(input.measure("grant_day"), node);
    const auto filing = filing_day(input, node);
    return grant && filing != missing_measure
               ? grant_lag(Date::from_days(filing), Date::from_days(static_cast<std::int32_t>(*grant)))
               : Undefined::no_data;
}

constexpr std::array from_measures{FromMeasures{"claims", "claims", &claims_measured},
                                   FromMeasures{"grant_lag", "grant_day", &grant_lag_measured}};

const FromMeasures* stand_in(std::string_view key) {
    const auto* const found = std::ranges::find(from_measures, key, &FromMeasures::key);
    return found == from_measures.end() ? nullptr : found;
}

Column of_record(ColumnWork& work, const ColumnIndicator& self, Parameters) {
    const auto& input = work.input;
    if (input.records.empty()) {
        const auto* const stand = stand_in(self.info.key);
        return measured_column(work, [&](std::size_t node) {
            return stand == nullptr ? Measured<double>{Undefined::no_data} : stand->value(input, node);
        });
    }
    const auto* indicator = find_indicator(self.info.key);
    const auto as_of = Date::from_days(input.as_of);
    auto column = measured_column(work, [&](std::size_t node) {
        const auto* record = input.records[node];
        return record == nullptr ? Measured<double>{Undefined::no_data} : indicator->compute(*record, as_of);
    });
    column.categories = self.info.categories;
    return column;
}

} // namespace

std::span<const ColumnIndicator> record_columns() {
    static const auto list = [] {
        std::vector<ColumnIndicator> columns;
        for (const auto& one : all_indicators()) {
            const auto* const stand = stand_in(one.info.key);
            columns.push_back({one.info,
                               one.info.key,
                               {},
                               Need::records,
                               &of_record,
                               nullptr,
                               stand == nullptr ? std::string_view{} : stand->measure});
        }
        return columns;
    }();
    return list;
}

} // namespace longmen::indicators::detail
