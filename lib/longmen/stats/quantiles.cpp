// SPDX-License-Identifier: GPL-3.0-or-later
// Percentiles with whole-number positions, so that no rounding decides which value is read.
#include <longmen/stats/quantiles.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <fmt/format.h>

namespace longmen::stats {

Percentile percentile_positions(std::size_t size, int percent) {
    if (percent < 1 || percent > 99) {
        throw UsageError(
            sentence("百分位 {} 不在 1 到 99 之间", "percentile {} is not between 1 and 99", percent));
    }
    if (size == 0) {
        throw UsageError(Sentence{"没有数值，百分位不存在", "a percentile of no values does not exist"});
    }
    const std::size_t hundredfold = size * static_cast<std::size_t>(percent);
    const std::size_t whole = hundredfold / 100;
    return hundredfold % 100 != 0 ? Percentile{0, whole + 1, whole + 1} : Percentile{0, whole, whole + 1};
}

Percentile percentile_of_sorted(std::span<const double> sorted, int percent) {
    auto found = percentile_positions(sorted.size(), percent);
    const double low = sorted[found.low - 1];
    found.value = found.low == found.high ? low : (low + sorted[found.high - 1]) / 2;
    return found;
}

} // namespace longmen::stats
