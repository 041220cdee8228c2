// SPDX-License-Identifier: GPL-3.0-or-later
// A count that a record carries, as a value or a reason.
#pragma once

#include <longmen/base/undefined.hpp>

#include <cstdint>
#include <optional>

namespace longmen::indicators::detail {

/// no_data when absent, impossible_value under `least`.
inline Measured<double> count_value(const std::optional<std::int64_t>& count, std::int64_t least) {
    if (!count) {
        return Undefined::no_data;
    }
    if (*count < least) {
        return Undefined::impossible_value;
    }
    return static_cast<double>(*count);
}

} // namespace longmen::indicators::detail
