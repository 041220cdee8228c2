// SPDX-License-Identifier: GPL-3.0-or-later
// Number of inventors.
#include <longmen/indicators/inventors.hpp>

#include <set>
#include <string_view>

namespace longmen::indicators {

Measured<double> inventors(const Patent& patent, Date /*as_of*/) {
    std::set<std::string_view> names;
    for (const auto& name : patent.inventors) {
        if (!name.empty()) {
            names.insert(name);
        }
    }
    return names.empty() ? Measured<double>{Undefined::no_data}
                         : Measured<double>{static_cast<double>(names.size())};
}

} // namespace longmen::indicators
