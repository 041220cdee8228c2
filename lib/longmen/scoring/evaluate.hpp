// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of patents, enterprises and parks by one value model.
#pragma once

#include <longmen/base/progress.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/term_column.hpp>
#include <longmen/scoring/value_model.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longmen::scoring {

/// A place among the scored. Ranks start at 1; equal values share the smallest; all 0 when there is no value.
/// `low` and `high` are the best and worst rank when each weight alone goes up or down by the model's change.
struct RankRange {
    std::uint32_t rank = 0, low = 0, high = 0;
    /// The change that gave the extreme: 0 none, 2t+1 term t up, 2t+2 term t down.
    std::uint32_t low_change = 0, high_change = 0;
};

struct PatentScore {
    Measured<double> value = Undefined::no_data; ///< 0..scale, rounded to nine decimals
    double coverage = 0;                         ///< share of the model's weight that was measured, 0..1
    bool complete = true;                        ///< no: a measured term is right-censored
    RankRange rank;
};

/// What a family brings to one portfolio.
struct FamilyShare {
    std::string family;
    std::vector<std::uint32_t> members; ///< patents of the portfolio in this family
    std::uint32_t representative = 0;   ///< best active member, else the first member
    Validity validity = Validity::unknown;
    bool active = false;
    bool counted = false; ///< active and its representative has a value
};

/// One enterprise or one park.
struct PartyScore {
    std::string name;
    std::uint32_t enterprise = 0;      ///< position in the corpus; meaningless for a park
    std::vector<FamilyShare> families; ///< by family key
    std::size_t active = 0;            ///< active families
    std::size_t counted = 0;           ///< of these, with a value
    std::size_t unknown = 0;           ///< families whose status is not known
    Measured<double> value = Undefined::no_data;
    Measured<double> sum = Undefined::no_data, top_mean = Undefined::no_data;
    double coverage = 0;
    bool complete = true;
    RankRange rank;
};

/// Which baseline the cohorts were read from.
struct BaselineBasis {
    std::string name, origin, unit, clock, as_of, fields_checksum, checksum;
};

struct Scores {
    Date as_of;
    std::optional<BaselineBasis> baseline; ///< nothing: cohorts of the corpus itself
    Placement placement;
    std::vector<TermColumn> terms;           ///< by term of the model
    std::vector<PatentScore> patents;        ///< by position in the corpus
    std::vector<std::uint32_t> patent_order; ///< by rank, then number; those without a value last
    std::vector<PartyScore> enterprises;     ///< by position in the corpus
    std::vector<std::uint32_t> enterprise_order;
    std::vector<PartyScore> parks; ///< by name
    std::vector<std::uint32_t> park_order;
    std::size_t scored = 0;       ///< patents with a value
    std::vector<char> candidates; ///< by patent: active and with a value, may represent its family
};

struct EvaluateOptions {
    Progress* progress = nullptr;
    /// Of `column_keys(model)`, by position in the corpus.
    std::span<const indicators::Column> columns{};
    /// Of the cohorts, in place of the corpus itself; outlives the call.
    const Baseline* baseline = nullptr;
};

/// Scores the corpus as of `corpus.as_of`.
///
/// Patent      value by the model's aggregation (see Aggregation) over the terms measured or zeroed;
///             undefined (no_data) below the model's minimum coverage, not_applicable when filed after as_of,
///             not_granted where the model takes granted patents only (by the date of grant, else the
///             status), with the term's own reason where one is undefined without which there is no value.
/// Portfolio   Patents tied to the enterprise, or to any enterprise of the park; filings after as_of left
/// out.
///             A joint patent counts in full for each enterprise and once for the park. A family is active
///             when one of the portfolio's members is; it counts once, by its active member with the highest
///             value (ties: smallest number). sum adds these values; top_mean is the mean of the highest
///             `top`, or of all when there are fewer; h is the most families that have a value of at least h
///             steps each. All families known to be dead: 0. No family, or none
///             countable while some are of unknown status or without value: undefined. coverage = mean over
///             the active and unknown families, 0 for those not counted; 1 when all are dead.
/// Order       The result is the same for any order of patents in the corpus. Sums run by family key.
/// Cost        O(k n log n) for k terms: 2k + 1 rankings.
[[nodiscard]] Scores evaluate(const Corpus& corpus, const ValueModel& model,
                              const EvaluateOptions& options = {});

} // namespace longmen::scoring
