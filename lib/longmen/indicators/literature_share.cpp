// SPDX-License-Identifier: GPL-3.0-or-later
// A share of two counts.
#include <longmen/indicators/literature_share.hpp>

#include <longmen/indicators/detail/count.hpp>

namespace longmen::indicators {

Measured<double> literature_share(std::optional<std::int64_t> literature, std::int64_t patents) {
    const auto count = detail::count_value(literature, 0);
    if (!count.defined()) {
        return count;
    }
    const auto all = count.value() + static_cast<double>(patents);
    return all > 0 ? Measured<double>{count.value() / all} : Undefined::no_citations;
}

} // namespace longmen::indicators
