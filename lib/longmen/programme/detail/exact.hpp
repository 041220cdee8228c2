// SPDX-License-Identifier: GPL-3.0-or-later
// A ratio of two amounts against a threshold, in whole numbers: 4.999 % never becomes 5 %.
#pragma once

#include <cstdint>
#include <string>

namespace longmen::programme::detail {

__extension__ typedef __int128 Wide;

/// Two amounts in fen; a sum over years fits. Precondition of everything below: denominator > 0, numerator >=
/// 0.
struct Ratio {
    Wide numerator = 0;
    Wide denominator = 0;
};

struct Threshold {
    std::int64_t millionths = 0;
    bool strict = false; ///< `>` instead of `>=`
};

/// By cross-multiplication.
[[nodiscard]] bool meets(const Ratio& ratio, const Threshold& threshold);

/// Least whole number of yuan to add to the numerator so that the ratio meets the threshold; 0 when it does.
[[nodiscard]] std::int64_t gap_yuan(const Ratio& ratio, const Threshold& threshold);

/// Percentage points up to the threshold; 0 when it is met.
[[nodiscard]] double gap_points(const Ratio& ratio, const Threshold& threshold);

[[nodiscard]] double share(const Ratio& ratio);

/// `5.12 %` without the blank: two decimals, rounded half up; four decimals, cut, where rounding would hide
/// that the ratio is below the threshold.
[[nodiscard]] std::string percent(const Ratio& ratio, const Threshold& threshold);

/// The threshold itself: `5%`, `33.3%`.
[[nodiscard]] std::string percent(const Threshold& threshold);

} // namespace longmen::programme::detail
