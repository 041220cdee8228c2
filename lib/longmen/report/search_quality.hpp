// SPDX-License-Identifier: GPL-3.0-or-later
// Precision and recall of the searches a report rests on, as its data chapter tells them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace longmen::report {

/// A share with Wilson's interval; nothing is said of a share of nothing.
struct QualityShare {
    std::size_t hits = 0, of = 0;
    double low = 0, high = 0; ///< where `of` is not 0
    double pass_line = 0, warn_line = 0;
    std::size_t size = 0;     ///< judged records, or records of the reference set
    std::size_t smallest = 0; ///< that a verdict needs
};

struct JudgedSearch {
    std::int64_t run = 0;
    std::string query, as_of;
    std::int64_t generation = 0;           ///< of the data counted
    std::size_t found = 0;                 ///< applications, now
    std::optional<QualityShare> precision; ///< nothing when no sample was drawn
    std::size_t unsure = 0, left = 0;      ///< of the sample: without a definite verdict, not judged yet
    std::vector<std::string> judges;

    struct Agreement {
        std::string one, other;
        std::size_t both = 0;
        std::optional<double> kappa; ///< nothing when undefined
    };
    std::vector<Agreement> agreements;

    struct Reference {
        std::string name, by, how;
        std::size_t numbers = 0, absent = 0; ///< given; of them not in the workspace
        QualityShare recall;
    };
    std::optional<Reference> reference; ///< nothing when the search was held against none
};

struct SearchQuality {
    std::vector<JudgedSearch> searches; ///< by number of the run
    double level = 0;                   ///< of the intervals
    std::string rules_date;             ///< of the lines, ISO
};

} // namespace longmen::report
