// SPDX-License-Identifier: GPL-3.0-or-later
// Thresholds of the views of a portfolio, read from a model file.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/record/event.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace longmen::analysis {

/// When a family is listed for a person to look at; see portfolio_candidates.hpp.
struct CandidateThresholds {
    double low_percentile = 0; ///< of its value in its cohort, at most; 0-1
    double min_coverage = 0;   ///< share of the model's weight its value stands on, at least; 0-1
    int cost_percent = 0;      ///< percentile of the portfolio's costs its own lie above, 1-99
    std::size_t others_above = 0;
    std::vector<EventKind> use; ///< what shows that a right is used, in the order of EventKind
};

/// See models/reports/portfolio.toml for sources.
struct PortfolioRules {
    std::vector<double> top_shares; ///< of a cohort, ascending, each in 0-1
    int soon_years = 0;
    CandidateThresholds candidates;
    std::string version, checksum; ///< of the file
};

/// DataError with file, line and the allowed names on an unknown key or event, or a value out of range.
[[nodiscard]] PortfolioRules read_portfolio_rules(const Config& config);

} // namespace longmen::analysis
