// SPDX-License-Identifier: GPL-3.0-or-later
// Family size by the vendor and by offices.
#include <longmen/indicators/family_size.hpp>

#include <longmen/indicators/detail/count.hpp>

#include <set>
#include <string_view>

namespace longmen::indicators {
namespace {

bool letter(char c) {
    return c >= 'A' && c <= 'Z';
}

} // namespace

Measured<double> vendor_family_size(const Patent& patent, Date /*as_of*/) {
    return detail::count_value(patent.vendor_family_size, 0);
}

Measured<double> family_offices(const Patent& patent, Date /*as_of*/) {
    if (patent.family_members.empty()) {
        return Undefined::no_data;
    }
    std::set<std::string_view> offices;
    const auto take = [&](std::string_view number) {
        if (number.size() >= 2 && letter(number[0]) && letter(number[1]) && number.substr(0, 2) != "WO") {
            offices.insert(number.substr(0, 2));
        }
    };
    take(patent.office);
    for (const auto& member : patent.family_members) {
        take(member);
    }
    if (offices.empty()) {
        return Undefined::not_applicable;
    }
    return static_cast<double>(offices.size());
}

} // namespace longmen::indicators
