// SPDX-License-Identifier: GPL-3.0-or-later
// One score opened: every number from which it can be recomputed by hand.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/scoring/evaluate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::scoring {

/// Which model, on which data.
struct Basis {
    std::string model, version, model_checksum, fields_checksum;
    std::string title_zh, title_en;
    std::string generation;
    Date as_of;
    Aggregation aggregation{};
    double scale = 0, minimum_coverage = 0, weight_change = 0;
    std::optional<BaselineBasis> baseline;
};

/// One step of the search for a cohort, and how many members it had.
struct CohortStep {
    stats::CohortLevel level{};
    std::size_t size = 0;
};
[[nodiscard]] std::string_view cohort_level_key(stats::CohortLevel level); ///< `cell`, `years`, `sector`, ...
[[nodiscard]] Text cohort_level_text(stats::CohortLevel level);

struct CohortTrace {
    std::string id; ///< empty when even the corpus is too small
    std::optional<stats::CohortLevel> level;
    std::vector<CohortStep> steps; ///< tried in this order; the last one is taken when `level` is set
    std::size_t size = 0, minimum = 0;
    bool p99_known = true; ///< no: the baseline publishes none
    stats::Percentile p99; ///< value and the positions, in ascending order, it was read from
    double mean = 0;
    std::size_t below = 0, equal = 0; ///< members below and equal to the raw value
    bool baseline = false;            ///< a cohort of the baseline
    bool placed = true;               ///< no: only figures are published; `below`, `equal` are not known
    std::size_t hidden = 0;           ///< members whose side of the raw value the baseline does not keep
    std::size_t open = 0;             ///< members of the baseline that are right-censored
};

struct TermTrace {
    const ValueTerm* term = nullptr; ///< lives as long as the model
    std::optional<double> raw;
    std::string_view category; ///< of a category, else empty
    bool complete = true;
    TermState state{};
    std::optional<Undefined> reason;
    std::optional<CohortTrace> cohort; ///< when the normalisation needs one
    double normalised = 0;
    /// weight / sum of the weights used (of a product the exponent itself); 0 when dropped.
    double weight_used = 0;
    /// Of a value that is a sum: scale x weight_used x normalised; these add up to it.
    std::optional<double> contribution;
    /// Of a value that is a product: normalised ^ weight_used; scale times these is the value.
    std::optional<double> factor;
};

/// A group of terms by itself.
struct GroupTrace {
    const TermGroup* group = nullptr;            ///< lives as long as the model
    Measured<double> value = Undefined::no_data; ///< scale x mean of its terms that are used
    double weight = 0;                           ///< of all its terms
    double coverage = 0;                         ///< share of that weight that was measured
    double contribution = 0;                     ///< of its terms together
};

struct PatentTrace {
    Basis basis;
    std::string number, title, family, office;
    int field = 0, sector = 0;
    std::string field_zh, field_en;
    std::optional<int> year;
    std::vector<TermTrace> terms;
    std::vector<GroupTrace> groups; ///< in the order of the model
    PatentScore score;
    const Band* band = nullptr;          ///< of the value; lives as long as the model
    std::size_t scored = 0;              ///< patents ranked
    std::string low_change, high_change; ///< the weight change that gave the extreme rank: `claims +20%`
};

struct FamilyTrace {
    std::string family, representative;
    std::vector<std::string> members;
    Validity validity{};
    bool counted = false;
    std::string_view left_out; ///< why not counted: `no_value`, `unknown_status`, or its validity; else empty
    PatentScore score;         ///< of the representative
};

/// An enterprise or a park.
struct PartyTrace {
    Basis basis;
    bool park = false;
    std::string name, uscc;
    std::vector<FamilyTrace> families; ///< highest counted value first, then by number
    std::string_view value_rule;       ///< `sum`, `top_mean` or `h`
    std::size_t top = 0;
    double step = 0; ///< of `h`
    PartyScore score;
    std::size_t scored = 0; ///< parties ranked
    std::string low_change, high_change;
};

/// What names a patent in its trace; the generation is that of the data, empty where these have none.
struct TracedPatent {
    std::string number, title, family, office, generation;
};
/// `patent` is a place among the scores. UsageError when it is not.
[[nodiscard]] PatentTrace explain_patent(TracedPatent named, const ValueModel& model, const Scores& scores,
                                         std::size_t patent);
/// `patent` is a position in the corpus. UsageError when it is not.
[[nodiscard]] PatentTrace explain_patent(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                                         std::size_t patent);
/// `enterprise` is a position in the corpus. UsageError when it is not.
[[nodiscard]] PartyTrace explain_enterprise(const Corpus& corpus, const ValueModel& model,
                                            const Scores& scores, std::size_t enterprise);
/// `park` is a position in `scores.parks`. UsageError when it is not.
[[nodiscard]] PartyTrace explain_park(const Corpus& corpus, const ValueModel& model, const Scores& scores,
                                      std::size_t park);

/// Indented JSON; keys do not depend on a language, undefined is null beside its reason. Doubles are written
/// so that they read back to the same bits.
[[nodiscard]] std::string to_json(const PatentTrace& trace);
[[nodiscard]] std::string to_json(const PartyTrace& trace);

} // namespace longmen::scoring
