// SPDX-License-Identifier: GPL-3.0-or-later
// Scores and traces as tables, with the column keys that files promise.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/table.hpp>
#include <longmen/scoring/evaluate.hpp>
#include <longmen/scoring/explain.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace longmen::scoring {

/// `rank number title applicant value coverage rank_low rank_high complete`, and `band` where the model has
/// any, by rank; `top` rows, 0 for all. Applicants are joined by `; `. A patent without a value has empty
/// `rank`, `value`, `rank_low`, `rank_high`.
[[nodiscard]] Table patent_table(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                                 Lang lang, std::size_t top = 0);

/// Its columns alone, for rows that are made one at a time.
[[nodiscard]] Table patent_table_head(const ValueModel& model, Lang lang);
/// A row under them.
[[nodiscard]] std::vector<Cell> patent_row(const ValueModel& model, const PatentScore& score,
                                           std::string number, std::string title, std::string applicants,
                                           Lang lang);

/// `rank enterprise uscc families value coverage rank_low rank_high active counted top_mean complete`, by
/// rank.
[[nodiscard]] Table enterprise_table(const Corpus& corpus, const Scores& scores, Lang lang,
                                     std::size_t top = 0);

/// `rank park families value coverage rank_low rank_high active counted top_mean complete`, by rank.
[[nodiscard]] Table park_table(const Scores& scores, Lang lang, std::size_t top = 0);

/// One row a term: `indicator raw unit cohort size p99 normalised weight weight_used contribution note`. The
/// last row is the value. Under `contribution` stands the factor where the value is a product, nothing where
/// it is a distance.
[[nodiscard]] Table term_table(const PatentTrace& trace, Lang lang);

/// One row a group: `group value weight coverage contribution`.
[[nodiscard]] Table group_table(const PatentTrace& trace, Lang lang);

/// One row a family: `family number members validity value coverage counted note`.
[[nodiscard]] Table family_table(const PartyTrace& trace, Lang lang);

} // namespace longmen::scoring
