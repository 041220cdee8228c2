// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators that one record alone decides, for all records of a workspace.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/column_work.hpp>
#include <longmen/indicators/registry.hpp>

#include <vector>

namespace longmen::indicators::detail {
namespace {

Column of_record(ColumnWork& work, const ColumnIndicator& self, Parameters) {
    const auto* indicator = find_indicator(self.info.key);
    const auto as_of = Date::from_days(work.input.as_of);
    const auto nodes = work.input.nodes();
    Column column{{}, Buffer<double>(nodes), Buffer<std::uint8_t>(nodes)};
    column.reasons = Buffer<std::uint8_t>(nodes);
    column.categories = self.info.categories;
    for (std::size_t node = 0; node < nodes; ++node) {
        const auto* record = work.input.records[node];
        const auto value =
            record == nullptr ? Measured<double>{Undefined::no_data} : indicator->compute(*record, as_of);
        column.values[node] = value.defined() ? value.value() : undefined_value;
        column.open[node] = value.defined() && !value.complete() ? 1 : 0;
        column.reasons[node] = value.defined() ? std::uint8_t{0} : static_cast<std::uint8_t>(value.reason());
    }
    return column;
}

} // namespace

std::span<const ColumnIndicator> record_columns() {
    static const auto list = [] {
        std::vector<ColumnIndicator> columns;
        for (const auto& one : all_indicators()) {
            columns.push_back({one.info, one.info.key, {}, Need::records, &of_record});
        }
        return columns;
    }();
    return list;
}

} // namespace longmen::indicators::detail
