// SPDX-License-Identifier: GPL-3.0-or-later
// From day numbers to dates to spells.
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/detail/renewal_spells.hpp>

namespace longmen::indicators::detail {
namespace {

std::optional<Date> date_at(std::span<const std::int32_t> measure, std::size_t node) {
    const auto day = measure_at(measure, node);
    return day ? std::optional{Date::from_days(static_cast<std::int32_t>(*day))} : std::nullopt;
}

} // namespace

std::int32_t filing_day(const ColumnInput& input, std::size_t node) {
    if (const auto told = measure_at(input.measure("filing_day"), node)) {
        return static_cast<std::int32_t>(*told);
    }
    const auto day = input.graph.day[node];
    return input.filing_clock && day != graph::unknown_day && input.graph.knows_day(static_cast<NodeId>(node))
               ? day
               : missing_measure;
}

Measured<RenewalSpell> renewal_spell_of(const ColumnInput& input, std::size_t node) {
    RenewalDates dates;
    if (const auto filed = filing_day(input, node); filed != missing_measure) {
        dates.filed = Date::from_days(filed);
    }
    dates.lapsed = date_at(input.measure("lapse_day"), node);
    dates.term_end = date_at(input.measure("term_end_day"), node);
    const auto from = measure_at(input.measure("in_force_from"), node);
    const auto until = measure_at(input.measure(in_force_until), node);
    dates.alive = from && until && *from <= input.as_of && input.as_of <= *until;
    return renewal_spell(dates, Date::from_days(input.as_of));
}

} // namespace longmen::indicators::detail
