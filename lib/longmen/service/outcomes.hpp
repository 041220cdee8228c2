// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to patents between two days: citations, events, rights kept, families grown, or a file.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/record/patent.hpp>
#include <longmen/scoring/term_column.hpp>
#include <longmen/scoring/validation.hpp>
#include <longmen/store/workspace.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace longmen::service {

struct OutcomeSpec {
    enum class Kind : std::uint8_t {
        citations,     ///< at least `least` later citations
        citations_top, ///< among the `share` most cited later, of its cohort
        event,         ///< an event of the code
        in_force,      ///< the right is kept
        family,        ///< the family reaches `least` offices
        growth,        ///< citations after the years of which they are known: at least `least`, above the
                       ///< median of the cohort, or among the top `share` of it
        breadth,       ///< the family, so many years after its first filing, has at least `least` offices or
                       ///< members, or is among the top `share` of its cohort
        file,          ///< as the file says
    };
    Kind kind = Kind::file;
    std::size_t least = 0;
    double share = 0;
    bool median = false;  ///< of `growth`: above the median
    bool members = false; ///< of `breadth`: members in the place of offices
    int known_years = 0; ///< judged are those whose age in full years on the cut-off date is this; 0: any age
    std::string code, file;
    std::string written; ///< as given

    [[nodiscard]] bool of_citations() const {
        return kind == Kind::citations || kind == Kind::citations_top || kind == Kind::growth;
    }
    /// Judged among the like.
    [[nodiscard]] bool in_cohort() const { return share > 0 || median; }
};

/// `citations:N`, `citations:topP%`, `growth:N`, `growth:median`, `growth:topP%`, `event:CODE`, `in_force`,
/// `family:N`, `breadth:N`, `breadth:topP%`, `members:N`, `members:topP%`, else a file. UsageError when what
/// stands behind the colon makes no sense; the codes of events are named. The age of `growth` and `breadth`
/// is that of the rules.
[[nodiscard]] OutcomeSpec parse_outcome(const std::string& text, const scoring::ValidationRules& rules);
/// Years after the cut-off date in which it is looked for, where nobody asks for others.
[[nodiscard]] int usual_years(const OutcomeSpec& spec, const scoring::ValidationRules& rules);
/// In words: `cited at least 3 more times`.
[[nodiscard]] Sentence outcome_words(const OutcomeSpec& spec);

/// Why a patent is not judged.
enum class LeftOut : std::uint8_t {
    later,         ///< filed after the cut-off date
    no_filing,     ///< without a filing date
    already,       ///< the outcome had come by the cut-off date
    coarse_date,   ///< its date is missing, or too coarse to tell on which side of a day it lies
    not_known,     ///< no document of the citation graph
    small_cohort,  ///< too few of the like to tell the most cited
    not_in_force,  ///< no right in force on the cut-off date
    term_ended,    ///< the full term ended in between
    state_unknown, ///< nothing dates its state
    other_age,     ///< younger or older than the outcome is for, or its filing date too coarse to tell
    other_member,  ///< an earlier member of the family stands for it
    not_listed,    ///< the file gives outcomes 0 and 1 and does not name it
    count_
};
[[nodiscard]] std::string_view left_out_key(LeftOut why);
[[nodiscard]] Text left_out_text(LeftOut why);

/// Outcomes within (as_of, until], by position in the corpus.
struct Outcomes {
    static constexpr std::int8_t left_out = -1;
    std::vector<std::int8_t> happened; ///< 1, 0, or `left_out`
    std::vector<LeftOut> why;          ///< where left out
    std::vector<double> counts;        ///< where the outcome is a count; else empty
};

/// Rows of a file of outcomes of which nothing could be made, by reason; a few of them named.
struct RowFault {
    std::size_t count = 0;
    std::vector<std::string> examples;
};

/// Where outcomes come from; reads what it needs once.
class OutcomeSource {
    struct State;
    std::unique_ptr<State> state_;

public:
    /// DataError: no event of the code in the workspace; a file that cannot be read or has no columns of
    /// number and date. `corpus` as loaded, without setting back; must outlive it.
    OutcomeSource(const store::Workspace& workspace, const std::string& models_folder, const Corpus& corpus,
                  OutcomeSpec spec, std::size_t cohort_minimum, const indicators::TechnologyFields& fields,
                  Threads& threads);
    ~OutcomeSource();
    OutcomeSource(const OutcomeSource&) = delete;
    OutcomeSource& operator=(const OutcomeSource&) = delete;

    [[nodiscard]] Outcomes within(const Date& as_of, const Date& until) const;
    /// Rows of the file left aside: without a date, without a known patent, unreadable outcome.
    [[nodiscard]] const std::map<std::string, RowFault>& faults() const;
    [[nodiscard]] const OutcomeSpec& spec() const;
};

} // namespace longmen::service
