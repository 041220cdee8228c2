// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to keep a portfolio: official annual fees by year, and what is not known of them.
#pragma once

#include <longmen/analysis/portfolio.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace longmen::analysis {

struct CostYear {
    int year = 0; ///< in which the fees fall due
    std::size_t families = 0, rights = 0, fees = 0;
    Money full, payable;
    std::size_t grace_fees = 0; ///< past their due date, not known to be paid; part of the sums
    Money grace;                ///< these, with the surcharge on the as-of date
};

/// A right in force whose fees cannot be told.
struct CostGap {
    std::uint32_t patent = 0;
    Undefined reason{};
};

struct PortfolioCosts {
    std::vector<CostYear> years; ///< ascending
    CostYear total;              ///< families and rights once each
    std::vector<CostGap> gaps;   ///< by number
    std::size_t rights = 0;      ///< in force
    std::size_t not_granted = 0; ///< active families without a right in force: no annual fee yet
    /// Fees of one year ahead by point of value, over active families where both are known.
    std::optional<double> yuan_per_point;
};

/// Fees of all members of the portfolio, as far as they are told; a right counts once however many owners it
/// has. Late fees count in the year in which they fell due.
[[nodiscard]] PortfolioCosts costs_of(const Portfolio& portfolio, const Corpus& corpus);

} // namespace longmen::analysis
