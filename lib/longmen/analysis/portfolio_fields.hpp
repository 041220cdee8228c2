// SPDX-License-Identifier: GPL-3.0-or-later
// A portfolio field by field beside everybody's families.
#pragma once

#include <longmen/analysis/portfolio.hpp>
#include <longmen/analysis/rules.hpp>
#include <longmen/stats/distributions.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace longmen::analysis {

struct FieldStanding {
    int field = 0; ///< WIPO's, 0 unclassified
    std::size_t families = 0, active = 0;
    std::size_t all = 0; ///< families of the corpus in the field, those of the portfolio among them
    std::optional<std::size_t>
        park;                ///< families of the park in the field; nothing without one to compare with
    double share_of_all = 0; ///< families / all
    double value = 0;        ///< sum over the active families with a value
    std::size_t placed = 0;  ///< active families with a percentile
    std::optional<double> mean_percentile;              ///< over these, 0-1
    std::optional<stats::Interval> percentile_interval; ///< 95 %, by Student's t, cut to 0-1; from two on
    std::optional<double> rta;                          ///< see indicators::specialisation
    std::optional<stats::Interval> rta_interval;        ///< 95 %
    bool reliable = false;            ///< enough families would be expected for RTA to be more than noise
    std::optional<double> recent;     ///< filings of everybody: last recent_years over last long_years
    std::optional<double> own_recent; ///< the same of the portfolio
};

struct PortfolioFields {
    std::vector<FieldStanding> rows; ///< by own families, then everybody's, then field; own or not
    std::size_t families = 0, all = 0;
};

/// Each family counts once, in the field and year of its representative (of the portfolio's where it has a
/// member). Unclassified families stand in row 0 without RTA.
/// `park`: the portfolio of the park an enterprise belongs to, may be null.
[[nodiscard]] PortfolioFields portfolio_fields(const Portfolio& portfolio, const PortfolioInputs& inputs,
                                               const Rules& rules, const scoring::PartyScore* park = nullptr);

} // namespace longmen::analysis
