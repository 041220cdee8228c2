// SPDX-License-Identifier: GPL-3.0-or-later
// How many records of each kind, and how concentrated they are.
#pragma once

#include <longmen/analysis/basis.hpp>
#include <longmen/analysis/selection.hpp>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longmen::analysis {

struct TallyRow {
    std::string key;
    std::string name; ///< as shown; the key where there is no other name
    std::size_t count = 0;
    double share = 0; ///< of `Tally::basis.n`; shares of joint counts add up to more than 1
};

struct Tally {
    Basis basis;
    std::vector<TallyRow> rows; ///< by count, then key
    std::size_t categories = 0; ///< before the cut to the first rows
};

inline constexpr std::size_t all_rows = static_cast<std::size_t>(-1);

/// Whole counting: a record counts once in each of its categories.
[[nodiscard]] Tally tally(const Corpus& corpus, std::span<const std::uint32_t> selection,
                          const Categories& categories, const Date& as_of, std::size_t rows = all_rows);
/// Keys as `patent_type_key`.
[[nodiscard]] Tally by_type(const Corpus& corpus, std::span<const std::uint32_t> selection,
                            const Date& as_of);
/// Keys as `legal_state_key`, `unknown` among them.
[[nodiscard]] Tally by_status(const Corpus& corpus, std::span<const std::uint32_t> selection,
                              const Date& as_of);
/// Keys as `validity_key`.
[[nodiscard]] Tally by_validity(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                const Date& as_of);
/// Parties (see `parties`); a joint record counts whole for each.
[[nodiscard]] Tally top_applicants(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                   const Date& as_of, std::size_t rows);
/// Inventors by folded name. Namesakes are not told apart.
[[nodiscard]] Tally top_inventors(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                  const Date& as_of, std::size_t rows);
/// Every IPC subclass of a record.
[[nodiscard]] Tally top_subclasses(const Corpus& corpus, std::span<const std::uint32_t> selection,
                                   const Date& as_of, std::size_t rows);

/// Concentration over parties; a joint record is shared out equally, so that shares add up to 1.
struct Concentration {
    Basis basis;
    std::size_t parties = 0;
    std::optional<double> hhi;               ///< sum of squared shares, 0-1
    std::optional<double> effective_parties; ///< 1 / HHI
    std::optional<double> cr1, cr4, cr8;     ///< share of the first 1, 4, 8
};
[[nodiscard]] Concentration
applicant_concentration(const Corpus& corpus, std::span<const std::uint32_t> selection, const Date& as_of);

/// The same of any amounts, see indicators::concentration. Nothing when the sum is 0.
[[nodiscard]] Concentration concentration_of(const std::vector<double>& amounts);

} // namespace longmen::analysis
