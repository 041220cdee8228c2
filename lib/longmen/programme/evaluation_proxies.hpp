// SPDX-License-Identifier: GPL-3.0-or-later
// Stand-ins of an evaluation that are no indicators of their own: kind and length of the first claim, growth
// of the class, strategic industries.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/record/patent.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

enum class DerivedValue : std::uint8_t { claim_kind, claim_length, class_growth, strategic_industry };
inline constexpr std::array<std::string_view, 4> derived_keys{"claim_kind", "claim_length", "class_growth",
                                                              "strategic_industry"};
inline constexpr std::array derived_values{DerivedValue::claim_kind, DerivedValue::claim_length,
                                           DerivedValue::class_growth, DerivedValue::strategic_industry};
/// What is claimed, by words: a product, a product and a method, a method alone.
inline constexpr std::array<std::string_view, 3> claim_kinds{"product", "product_and_method", "method"};
/// In the table of industries by class and word; by class alone; not in a table that is whole.
inline constexpr std::array<std::string_view, 3> industry_kinds{"listed", "candidate", "not_listed"};

/// Words and limits, from the table `derived` of a rule.
struct DerivedRules {
    std::vector<std::string> method_words, product_words, joining_words, ends_of_subject, ends_in_claim;
    int growth_years = 0, growth_lag_months = 0;
    std::size_t growth_minimum = 0, growth_applicants = 0, length_minimum = 0;
    std::string industries; ///< a table of `models/classification/`, without its ending
};
/// DataError with file, line and key.
[[nodiscard]] DerivedRules read_derived_rules(const ConfigNode& node);

/// The name of the value for people.
[[nodiscard]] Text derived_text(DerivedValue value);
/// The names of its categories; empty where it is a number.
[[nodiscard]] std::vector<std::string_view> derived_categories(DerivedValue value);
/// A category of one of them for people; empty when it is none.
[[nodiscard]] Text derived_category_text(std::string_view category);

/// Kind of what is claimed, as the position in `claim_kinds`. A utility model protects a product (Chinese
/// patent law, article 2). Else the subject, which is the title and what stands before the first comma of the
/// first claim, is parted at the joining words; a part ends with a word for methods, or for products. `其`
/// before a method
/// (`电池及其制备方法`) means a product as well; so does, without Chinese characters, any part but methods.
/// Without any word for a method it is a product. no_data without title and claim.
[[nodiscard]] Measured<double> claim_kind(const Patent& patent, std::string_view first_claim,
                                          const DerivedRules& rules);

/// By patent: the share of the other first claims, of the same office and type, that are longer; of equal
/// length one half. Length is counted in characters without blanks and punctuation. cohort_too_small with
/// fewer than `length_minimum`; no_data without a first claim. `first_claims` goes with `patents`.
[[nodiscard]] std::vector<Measured<double>> claim_lengths(const std::vector<Patent>& patents,
                                                          const std::vector<std::string>& first_claims,
                                                          const DerivedRules& rules);

/// By patent: filings of its first subclass in the last `growth_years` years over those in as many years
/// before, among all patents given; the last `growth_lag_months` before `as_of` do not count, since what was
/// filed then is not all published. cohort_too_small with fewer than `growth_minimum` filings or
/// `growth_applicants` applicants in both; window_open where the filings given do not reach back over both;
/// zero_denominator without any before; no_classes.
[[nodiscard]] std::vector<Measured<double>> class_growth(const Corpus& corpus, const DerivedRules& rules);

} // namespace longmen::programme
