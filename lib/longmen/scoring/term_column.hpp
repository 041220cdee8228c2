// SPDX-License-Identifier: GPL-3.0-or-later
// One term of a model over all patents: raw value or reason, cohort, normalised value.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/indicators/column.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/baseline.hpp>
#include <longmen/scoring/value_model.hpp>
#include <longmen/stats/cohorts.hpp>
#include <longmen/stats/quantiles.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace longmen::scoring {

enum class TermState : std::uint8_t {
    measured, ///< normalised from a defined value
    zeroed,   ///< undefined, counted as 0 by the model's rule
    dropped,  ///< undefined, left out and the other weights renormalised
};
[[nodiscard]] std::string_view term_state_key(TermState state);

inline constexpr std::uint32_t no_cohort = std::numeric_limits<std::uint32_t>::max();

/// One term of one patent.
struct TermCell {
    double raw = 0;        ///< meaningful when `has_raw`; divided by what the term says
    double normalised = 0; ///< after direction, 0..1 unless the normalisation is unbounded; 0 unless measured
    std::uint32_t cohort = no_cohort;
    Undefined reason{}; ///< meaningful unless measured
    TermState state = TermState::dropped;
    bool has_raw = false;
    bool complete = true; ///< no: the raw value is right-censored
};

/// What a cohort says about one indicator.
struct CohortStatistic {
    std::string id;             ///< `CN/28/2016`, `CN/28/2015-2017`, `CN/S4/2015-2017`, `CN/*/2015-2017`, `*`
    stats::Percentile p99;      ///< over the defined values of its members
    double mean = 0;            ///< of these
    std::vector<double> sorted; ///< those values, ascending
    std::optional<BaselineCohort> baseline{}; ///< instead of them: a cohort of a baseline
};

/// Field, sector, office and year that place the patents; the same for all terms.
struct Placement {
    std::vector<stats::CohortMember> members; ///< `counted`: filed by the cut-off date
    std::vector<std::string> offices;         ///< name of office number i
};

struct TermColumn {
    std::vector<TermCell> cells; ///< by patent
    stats::Cohorts cohorts;      ///< empty when the normalisation needs none; without members in a baseline
    std::vector<CohortStatistic> statistics; ///< by cohort
};

/// Places every patent: technology field of its first classified symbol, sector, office, filing year.
[[nodiscard]] Placement place(const Corpus& corpus, const indicators::TechnologyFields& fields);

/// Computes one term for every patent. The members of a cohort are the patents in which the indicator is
/// defined and the term applies. `column` holds the values of a term that takes the whole graph, by position
/// in the corpus; null for the others. With a `baseline` the cohorts are its cells, widened by the same rule
/// but not beyond `all_fields`, and hold all its documents, whatever types the term applies to; undefined
/// where it lacks the indicator or publishes too little (no_data), or the cell (cohort_too_small). Cost O(n
/// log n).
[[nodiscard]] TermColumn term_column(const Corpus& corpus, const ValueModel& model, const ValueTerm& term,
                                     const Placement& placement, const indicators::Column* column,
                                     const Baseline* baseline = nullptr);

/// The raw value of a member by its place, or the reason why it has none.
using RawValue = std::function<Measured<double>(std::size_t member)>;

/// The same of the members of a placement, without a record of each: `raw` tells their values and is asked by
/// all threads.
[[nodiscard]] TermColumn term_column(const RawValue& raw, const ValueModel& model, const ValueTerm& term,
                                     const Placement& placement, const Baseline* baseline, Threads& threads);

/// `value` divided by `by`: zero_denominator by 0, else what either lacks; complete when both are.
[[nodiscard]] Measured<double> quotient(const Measured<double>& value, const Measured<double>& by);

} // namespace longmen::scoring
