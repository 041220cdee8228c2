// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a portfolio hangs on a few families, fields, inventors or owners.
#pragma once

#include <longmen/analysis/portfolio.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::analysis {

/// What the amount is shared out among.
enum class Holder : std::uint8_t { family, field, inventor, applicant };
[[nodiscard]] std::string_view holder_key(Holder holder);
[[nodiscard]] Text holder_text(Holder holder);

/// One of them, with what it holds.
struct HolderShare {
    std::string key, name;
    double families = 0; ///< active families, shared out equally among those named
    double value = 0;    ///< of the families with a value, likewise
    double share = 0, value_share = 0;
};

/// Concentration of one amount; undefined where indicators::concentration is.
struct PortfolioConcentration {
    Holder holder{};
    bool of_value = false;                         ///< else of numbers of families
    std::size_t holders = 0;                       ///< with an amount above 0
    std::size_t counted = 0, without = 0;          ///< active families; `without`: no such datum, or no value
    std::optional<double> first1, first5, first10; ///< share of the largest 1, 5, 10
    std::optional<double> hhi, effective;
    std::optional<double> unbiased; ///< corrected for small numbers; of numbers only, values are no draws
};

struct HolderShares {
    Holder holder{};
    std::vector<HolderShare> rows; ///< by families, then value, then key
    PortfolioConcentration by_number, by_value;
};

/// Fields are those of the model, one to a family, keyed and named by number; inventors by folded name,
/// namesakes not told apart, and applicants (see `parties`) are those of the representative, a family with
/// several shared out equally.
[[nodiscard]] HolderShares holders_of(const Portfolio& portfolio, const Corpus& corpus, Holder holder);

} // namespace longmen::analysis
