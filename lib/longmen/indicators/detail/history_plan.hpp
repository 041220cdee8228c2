// SPDX-License-Identifier: GPL-3.0-or-later
// What several columns want of the passes that serve all windows and cut-offs at once.
#pragma once

#include <longmen/indicators/diversity.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace longmen::indicators {

struct HistoryPlan {
    struct Windowed {
        std::size_t key = 0; ///< place among the keys
        int years = 0;
        bool weighted = false; ///< mCD
    };
    struct Spread {
        std::size_t key = 0;
        bool forward = false, corrected = false;
        DiversityRule rule = DiversityRule::pooled;
    };
    std::vector<Windowed> citations, disruption;
    std::vector<Spread> spreads;
    std::size_t key = 0; ///< of the column that plans

    /// Ascending, each once.
    [[nodiscard]] static std::vector<int> windows(const std::vector<Windowed>& wanted) {
        std::vector<int> years;
        for (const auto& one : wanted) {
            years.push_back(one.years);
        }
        std::ranges::sort(years);
        years.erase(std::ranges::unique(years).begin(), years.end());
        return years;
    }
};

} // namespace longmen::indicators
