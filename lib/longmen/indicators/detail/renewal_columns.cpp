// SPDX-License-Identifier: GPL-3.0-or-later
// How long a right is kept.
#include <longmen/indicators/detail/column_groups.hpp>
#include <longmen/indicators/detail/measured_column.hpp>
#include <longmen/indicators/detail/renewal_spells.hpp>

namespace longmen::indicators::detail {
namespace {

/// Still open for a right that may yet be kept longer; one whose term has ended was kept to the end.
Column years_kept(ColumnWork& work, const ColumnIndicator&, Parameters) {
    const auto& input = work.input;
    const auto term_end = input.measure("term_end_day");
    return measured_column(work, [&](std::size_t node) -> Measured<double> {
        const auto spell = renewal_spell_of(input, node);
        if (!spell.defined()) {
            return spell.reason();
        }
        const auto end = measure_at(term_end, node);
        return {spell.value().years, spell.value().lapsed || (end && *end <= input.as_of)};
    });
}

constexpr std::array list{
    ColumnIndicator{{"renewal_years",
                     {"年", "years"},
                     {"维持年限", "Years kept"},
                     {"自申请日至因费终止或期满的年数；仍有效的计至截止日，尚未完结",
                      "Years from filing until the right lapsed for unpaid fees or its term ended; up to the "
                      "cut-off date, "
                      "and not complete, while it is in force"},
                     "oecd-2013-03"},
                    "renewal_years",
                    {},
                    Need::measure,
                    &years_kept,
                    nullptr,
                    in_force_until},
};

} // namespace

std::span<const ColumnIndicator> renewal_columns() {
    return list;
}

} // namespace longmen::indicators::detail
