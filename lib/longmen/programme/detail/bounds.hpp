// SPDX-License-Identifier: GPL-3.0-or-later
// A target held against a count of which a part is not known.
#pragma once

#include <longmen/programme/targets.hpp>

#include <algorithm>
#include <cstddef>

namespace longmen::programme::detail {

/// Fills bounds, value, gap and state: reached when the known part suffices, not reached when even all of it
/// would not, else open. A value and a gap exist only when nothing is unknown.
inline void judge_bounds(TargetProgress& progress, const Target& target, std::size_t known,
                         std::size_t unknown) {
    progress.at_least = known;
    progress.at_most = known + unknown;
    const auto low = static_cast<double>(known);
    const auto high = static_cast<double>(known + unknown);
    if (unknown == 0) {
        progress.value = low;
        progress.gap = std::max(0.0, target.value - low);
    }
    if (low >= target.value) {
        progress.state = TargetState::reached;
        progress.gap = 0;
    } else if (high < target.value) {
        progress.state = TargetState::not_reached;
    }
}

} // namespace longmen::programme::detail
