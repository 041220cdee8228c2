// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds of the analyses, read from a model file.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/indicators/white_spots.hpp>

#include <cstddef>

namespace longmen::analysis {

/// See models/reports/analysis.toml for sources. Shares lie in 0-1.
struct Rules {
    int grey_years = 0;          ///< last years of every trend that are incomplete
    indicators::WhiteRule white; ///< when a blank is a white spot
    int recent_years = 0;        ///< of the growth of a class
    int long_years = 0;          ///< of the growth of a class
    double widest_ceiling = 0;   ///< ratio of the ends of a life cycle's ceiling beyond which none is told
    double coverage_full = 0;    ///< share of records from which a field carries an analysis
    double coverage_partial = 0;
    double jump_factor = 0;  ///< above, or below its inverse, a year is conspicuous
    int jump_neighbours = 0; ///< years on either side
    std::size_t jump_min_records = 0;
    double longest_grant_lag = 0;       ///< years from filing, beyond which a date is doubted
    double longest_publication_lag = 0; ///< likewise
};

/// DataError with file, line and the allowed names on an unknown key or a value out of range.
[[nodiscard]] Rules read_rules(const Config& config);

} // namespace longmen::analysis
