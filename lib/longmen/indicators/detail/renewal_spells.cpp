// SPDX-License-Identifier: GPL-3.0-or-later
// From day numbers to dates to spells.
#include <longmen/indicators/detail/renewal_spells.hpp>

#include <longmen/indicators/detail/measured_column.hpp>

namespace longmen::indicators::detail {
namespace {

std::optional<Date> date_at(std::span<const std::int32_t> measure, std::size_t node) {
    const auto day = measure_at(measure, node);
    return day ? std::optional{Date::from_days(static_cast<std::int32_t>(*day))} : std::nullopt;
}

} // namespace

Measured<RenewalSpell> renewal_spell_of(const ColumnInput& input, std::size_t node) {
    RenewalDates dates;
    if (const auto filed = filing_day(input, node)) {
        dates.filed = Date::from_days(static_cast<std::int32_t>(*filed));
    }
    dates.lapsed = date_at(input.measure("lapse_day"), node);
    dates.term_end = date_at(input.measure("term_end_day"), node);
    const auto from = measure_at(input.measure("in_force_from"), node);
    const auto until = measure_at(input.measure(in_force_until), node);
    dates.alive = from && until && *from <= input.as_of && input.as_of <= *until;
    return renewal_spell(dates, Date::from_days(input.as_of));
}

} // namespace longmen::indicators::detail
