// SPDX-License-Identifier: GPL-3.0-or-later
// Distinct IPC subclasses.
#include <longmen/indicators/scope.hpp>

#include <longmen/indicators/ipc.hpp>

#include <set>

namespace longmen::indicators {

Measured<double> scope(const Patent& patent, Date /*as_of*/) {
    std::set<std::string> subclasses;
    for (const auto& text : patent.ipc) {
        if (auto symbol = parse_ipc(text)) {
            subclasses.insert(std::move(symbol->subclass));
        }
    }
    if (subclasses.empty()) {
        return Undefined::no_classes;
    }
    return static_cast<double>(subclasses.size());
}

} // namespace longmen::indicators
