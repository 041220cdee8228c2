// SPDX-License-Identifier: GPL-3.0-or-later
// When precision and recall of a search are good enough, and from how much they may be told.
#pragma once

#include <cstddef>
#include <string>

namespace longmen::service {

/// models/search/judge.toml.
struct JudgeRules {
    struct Lines {
        double pass = 0, warn = 0; ///< shares, 0..1
    };
    struct Least {
        std::size_t least = 0;
        double share = 0; ///< of the set
    };
    Lines precision, recall;
    Least sample, reference;
    double level = 0; ///< of intervals
    std::string date; ///< of the lines, ISO
    std::string checksum;

    /// DataError for values out of range or a warn line above the pass line.
    static JudgeRules load(const std::string& models_folder);

    /// The whole set, or the larger of the least number and the share of the set.
    [[nodiscard]] std::size_t smallest_sample(std::size_t set) const;
    /// The smaller of the least number and the share of the set; 1 at least.
    [[nodiscard]] std::size_t smallest_reference(std::size_t set) const;
};

} // namespace longmen::service
