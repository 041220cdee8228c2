// SPDX-License-Identifier: GPL-3.0-or-later
// The Longmen portfolio value: value, growth and breadth of a portfolio among the enterprises compared.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/programme/assess.hpp>
#include <longmen/scoring/scheme_agreement.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

enum class PortfolioPart : std::uint8_t { value, growth, breadth };
inline constexpr std::size_t portfolio_parts = 3;
[[nodiscard]] std::string_view portfolio_part_key(PortfolioPart part);
[[nodiscard]] Text portfolio_part_text(PortfolioPart part);

/// Another power to compare with.
struct PortfolioAlternative {
    std::string id;
    Sentence title;
    double power = 1;
};

/// `models/portfolio/<id>.toml`.
struct PortfolioIndexRule {
    std::string id, version, checksum, source, date;
    Sentence title;
    double weights[portfolio_parts] = {};
    int years = 0; ///< window of the growth
    double power = 1;
    std::vector<PortfolioAlternative> alternatives;
};

/// DataError with file, line and key: unknown keys or parts, a part that is missing or stands twice, weights
/// that do not add up to 1.
[[nodiscard]] PortfolioIndexRule read_portfolio_index(const Config& config);

struct PortfolioFigure {
    Measured<double> raw = Undefined::no_data; ///< value, growth a year (0.1 is 10 %), subclasses
    std::optional<double> percentile;          ///< mid-rank, 0-100
};

struct PortfolioIndex {
    std::uint32_t enterprise = 0; ///< position in `Corpus::enterprises`
    PortfolioFigure parts[portfolio_parts];
    Measured<double> value = Undefined::no_data; ///< 0-100
    double coverage = 0;                         ///< share of the weight whose parts are defined
    std::uint32_t rank = 0;                      ///< 0 without a value; equal values share the smallest
    std::vector<Measured<double>> alternatives;  ///< by alternative of the rule
};

struct PortfolioIndices {
    PortfolioIndexRule rule;
    std::optional<int> year;                 ///< at whose end the portfolios are taken
    std::vector<PortfolioIndex> enterprises; ///< by position in the corpus
    scoring::SchemeAgreement agreement;      ///< the rule's own power first, then the alternatives
};

/// The index of every enterprise.
///
/// Question    Which portfolios are valuable, growing and broad, when no single part is to decide?
/// Definition  value: of the active families at the end of the year. growth: (last / first)^(1 / years
/// between) - 1
///             over the first and last year given within the window. breadth: IPC subclasses among the first
///             classes of the active families. Each as (below + equal / 2) / n x 100 among the enterprises
///             that have it; index = power mean of the parts under their weights.
/// Source      bullen-2003 for the mean; parts, weights and power are ours (models/portfolio).
/// Variant     A part that is undefined is left out, the others share its weight, and the coverage says so.
/// An
///             enterprise without any family has value and breadth 0 as the corpus gives them, and no growth.
/// Undefined   no_data  no part is defined.
/// Inputs      values of portfolios by year as for assess; nothing for `year`: no index.
/// Result      by position in the corpus.
/// Errors      none beyond those of reading the rule.
/// Cost        O(n log n); the agreement O(a^2 n log n) for a alternatives.
/// Stable      Same bits for any order of the enterprises.
/// Checked by  test_portfolio_index (hand case, monotone in each part)
/// Grade       experimental since 0.2
[[nodiscard]] PortfolioIndices portfolio_indices(const Corpus& corpus, const PortfolioIndexRule& rule,
                                                 const PortfolioValues& portfolio, std::optional<int> year);

} // namespace longmen::programme
