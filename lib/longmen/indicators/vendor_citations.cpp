// SPDX-License-Identifier: GPL-3.0-or-later
// Citation counts of vendors.
#include <longmen/indicators/vendor_citations.hpp>

#include <longmen/indicators/detail/count.hpp>

namespace longmen::indicators {
namespace {

/// OECD's window: citations within 5 years of publication.
constexpr int window_years = 5;

bool window_closed(const Patent& patent, Date as_of) {
    const auto start = patent.pub_date ? patent.pub_date : patent.app_date;
    return start && start->add_years(window_years).days() <= as_of.days();
}

} // namespace

Measured<double> vendor_forward_citations(const Patent& patent, Date as_of) {
    const auto count = detail::count_value(patent.vendor_forward_citations, 0);
    if (!count.defined()) {
        return count;
    }
    return {count.value(), window_closed(patent, as_of)};
}

Measured<double> vendor_backward_citations(const Patent& patent, Date /*as_of*/) {
    return detail::count_value(patent.vendor_backward_citations, 0);
}

} // namespace longmen::indicators
