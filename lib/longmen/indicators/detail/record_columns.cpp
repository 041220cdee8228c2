// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators that one record alone decides, for all records of a workspace, or from measures of a bare
// snapshot.
#include <longmen/base/date.hpp>
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/count.hpp>
#include <longmen/indicators/detail/family_members.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/grant_lag.hpp>
#include <longmen/indicators/registry.hpp>
#include <longmen/indicators/years.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace longmen::indicators::detail {
namespace {

template <typename Value>
Column of_measure(ColumnWork& work, std::string_view name, Value value) {
    const auto measure = work.input.measure(name);
    return measured_column(work, [&](std::size_t node) { return value(measure_at(measure, node)); });
}

Column claims_known(ColumnWork& work) {
    return of_measure(work, "claims", [](auto count) { return count_value(count, 1); });
}

Column vendor_citations_known(ColumnWork& work) {
    return of_measure(work, "vendor_forward_citations", [](auto count) { return count_value(count, 0); });
}

Column vendor_family_known(ColumnWork& work) {
    return of_measure(work, "vendor_family_size", [](auto count) { return count_value(count, 0); });
}

/// Nothing tells whether a document without a day of grant was granted.
Column grant_lag_known(ColumnWork& work) {
    const auto& input = work.input;
    const auto grants = input.measure("grant_day");
    return measured_column(work, [&](std::size_t node) -> Measured<double> {
        const auto grant = measure_at(grants, node);
        const auto filing = filing_day(input, node);
        return grant && filing ? grant_lag(Date::from_days(static_cast<std::int32_t>(*filing)),
                                           Date::from_days(static_cast<std::int32_t>(*grant)))
                               : Undefined::no_data;
    });
}

/// From the day of filing where it is known, else from the day of the clock, whatever that counts.
Column age_known(ColumnWork& work) {
    const auto& input = work.input;
    const auto as_of = Date::from_days(input.as_of);
    return measured_column(work, [&](std::size_t node) -> Measured<double> {
        if (const auto filing = filing_day(input, node)) {
            return years_between(Date::from_days(static_cast<std::int32_t>(*filing)), as_of);
        }
        const auto day = input.graph.day[node];
        if (day == graph::unknown_day) {
            return Undefined::no_data;
        }
        const bool exact = input.graph.knows_day(static_cast<NodeId>(node));
        return years_between(Date::from_days(day, exact ? DatePrecision::day : DatePrecision::year), as_of);
    });
}

Column scope_known(ColumnWork& work) {
    const auto& classes = work.input.classes;
    return measured_column(work, [&](std::size_t node) -> Measured<double> {
        const auto own = classes[node];
        std::size_t different = 0;
        for (auto at = own.begin(); at != own.end(); ++at) {
            different += std::find(own.begin(), at, *at) == at ? 1 : 0;
        }
        return different > 0 ? Measured<double>{static_cast<double>(different)} : Undefined::no_classes;
    });
}

/// Offices of the documents of the family.
Column family_offices_known(ColumnWork& work) {
    const auto& input = work.input;
    const FamilyMembers families{input.family, input.nodes(), work.days().first_known()};
    const auto office = work.offices();
    const auto world = office_number("WO");
    std::vector<Measured<double>> found(families.size(), Undefined::no_data);
    constexpr std::size_t families_of_piece = std::size_t{1} << 12;
    work.threads.ranges(found.size(), families_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::vector<std::uint32_t> offices;
        for (auto family = begin; family < end; ++family) {
            offices.clear();
            for (const auto member : families[family]) {
                offices.push_back(office[member]);
            }
            std::ranges::sort(offices);
            offices.erase(std::ranges::unique(offices).begin(), offices.end());
            const bool named = std::ranges::any_of(offices, [](std::uint32_t one) { return one != 0; });
            const auto count = std::ranges::count_if(
                offices, [world](std::uint32_t one) { return one != 0 && one != world; });
            found[family] = count > 0 ? Measured<double>{static_cast<double>(count)}
                            : named   ? Undefined::not_applicable
                                      : Undefined::no_data;
        }
    });
    return measured_column(work, [&](std::size_t node) { return found[families.number(node)]; });
}

/// What a bare snapshot tells in the record's stead.
struct StandIn {
    std::string_view key;
    Need need{};
    std::string_view measure;
    Column (*compute)(ColumnWork& work) = nullptr;
};

constexpr std::array stand_ins{
    StandIn{"claims", Need::measure, "claims", &claims_known},
    StandIn{"vendor_forward_citations", Need::measure, "vendor_forward_citations", &vendor_citations_known},
    StandIn{"vendor_family_size", Need::measure, "vendor_family_size", &vendor_family_known},
    StandIn{"grant_lag", Need::measure, "grant_day", &grant_lag_known},
    StandIn{"age", Need::days, {}, &age_known},
    StandIn{"scope", Need::classes, {}, &scope_known},
    StandIn{"family_offices", Need::families, {}, &family_offices_known}};

const StandIn* stand_in(std::string_view key) {
    const auto* const found = std::ranges::find(stand_ins, key, &StandIn::key);
    return found == stand_ins.end() ? nullptr : found;
}

Column of_record(ColumnWork& work, const ColumnIndicator& self, Parameters) {
    const auto& input = work.input;
    if (input.records.empty()) {
        const auto* const stand = stand_in(self.info.key);
        return stand != nullptr
                   ? stand->compute(work)
                   : measured_column(work, [](std::size_t) { return Measured<double>{Undefined::no_data}; });
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
                               stand == nullptr ? std::string_view{} : stand->measure,
                               false,
                               stand == nullptr ? Need::nothing : stand->need});
        }
        return columns;
    }();
    return list;
}

} // namespace longmen::indicators::detail
