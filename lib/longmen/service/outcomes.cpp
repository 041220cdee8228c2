// SPDX-License-Identifier: GPL-3.0-or-later
// Outcomes of every patent of a corpus within a window.
#include <longmen/service/outcomes.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/indicators/status.hpp>
#include <longmen/record/set_back.hpp>
#include <longmen/service/detail/outcome_counts.hpp>
#include <longmen/service/detail/outcome_families.hpp>
#include <longmen/service/detail/outcome_file.hpp>
#include <longmen/service/snapshot.hpp>
#include <longmen/store/events.hpp>
#include <longmen/store/lapses.hpp>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace longmen::service {

using detail::leave_out;

struct OutcomeSource::State {
    const Corpus& corpus;
    OutcomeSpec spec;
    std::size_t cohort_minimum;
    std::optional<store::Snapshot> snapshot;
    std::unordered_map<std::int64_t, Date> ends;
    scoring::Placement placement;
    detail::OutcomeFile file; ///< of a file, or the events in its form
    std::unordered_map<std::int64_t, std::vector<std::size_t>> rows_of; ///< by Patent::id, of `file`
};

namespace {

/// On which side of the window something dated lies.
enum class Side : std::uint8_t { before, within, after, unclear };

Side side_of(const std::optional<Date>& date, const Date& as_of, const Date& until) {
    if (!date) {
        return Side::unclear;
    }
    const auto first = date->days(), last = last_day_of(*date).days();
    if (last <= as_of.days()) {
        return Side::before;
    }
    if (first > until.days()) {
        return Side::after;
    }
    return first > as_of.days() && last <= until.days() ? Side::within : Side::unclear;
}

/// Later citations of each document: those filed within the window.
void count_citations(Outcomes& outcomes, const Corpus& corpus, const store::Snapshot& snapshot,
                     const Date& as_of, const Date& until) {
    const auto graph = citation_graph(snapshot);
    const graph::DayIndex index{graph.day};
    const auto begin = index.first_after(as_of.days()), end = index.first_after(until.days());
    outcomes.counts.assign(corpus.patents.size(), 0);
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        if (outcomes.happened[i] == Outcomes::left_out) {
            continue;
        }
        const auto node = snapshot.find(corpus.patents[i].number);
        if (!node) {
            leave_out(outcomes, i, LeftOut::not_known);
            continue;
        }
        outcomes.counts[i] = detail::citations_by(graph, *node, begin, end);
    }
}

void judge_rights(Outcomes& outcomes, const Corpus& corpus,
                  const std::unordered_map<std::int64_t, Date>& ends, const Date& as_of, const Date& until) {
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        if (outcomes.happened[i] == Outcomes::left_out) {
            continue;
        }
        const auto& patent = corpus.patents[i];
        const auto end = ends.find(patent.id);
        const auto ended = end == ends.end() ? std::optional<Date>{} : std::optional{end->second};
        const auto on = [&](const Date& day) {
            return indicators::validity_at(set_back(patent, day, ended), day);
        };
        const auto before = on(as_of), after = on(until);
        if (before == Validity::unknown) {
            leave_out(outcomes, i, LeftOut::state_unknown);
        } else if (before != Validity::in_force) {
            leave_out(outcomes, i, LeftOut::not_in_force);
        } else if (patent.expiry_date && patent.expiry_date->days() <= until.days()) {
            leave_out(outcomes, i, LeftOut::term_ended);
        } else if (after == Validity::unknown) {
            leave_out(outcomes, i, LeftOut::state_unknown);
        } else {
            outcomes.happened[i] = after == Validity::in_force ? 1 : 0;
        }
    }
}

} // namespace

OutcomeSource::OutcomeSource(const store::Workspace& workspace, const std::string& models_folder,
                             const Corpus& corpus, OutcomeSpec spec, std::size_t cohort_minimum,
                             const indicators::TechnologyFields& fields, Threads& threads)
    : state_(new State{corpus, std::move(spec), cohort_minimum, {}, {}, {}, {}, {}}) {
    using Kind = OutcomeSpec::Kind;
    auto& state = *state_;
    const auto kind = state.spec.kind;
    if (state.spec.in_cohort()) {
        state.placement = scoring::place(corpus, fields);
    }
    if (state.spec.of_citations()) {
        state.snapshot = workspace_snapshot(workspace, models_folder, threads);
    } else if (kind == Kind::in_force) {
        state.ends = store::load_ends(workspace);
    } else if (kind == Kind::event) {
        for (const auto& event : store::load_events(workspace, state.spec.code)) {
            state.file.rows.push_back({event.patent, Date::from_iso(event.date), true});
        }
        if (state.file.rows.empty()) {
            throw DataError(workspace.folder(), 0,
                            sentence("工作区中没有“{}”事件，谈不上检验",
                                     "the workspace has no event `{}` to validate against", state.spec.code));
        }
    } else if (kind == Kind::file) {
        state.file = detail::read_outcome_file(workspace, state.spec.file);
    }
    for (std::size_t row = 0; row < state.file.rows.size(); ++row) {
        state.rows_of[state.file.rows[row].patent].push_back(row);
    }
}

OutcomeSource::~OutcomeSource() = default;

const std::map<std::string, RowFault>& OutcomeSource::faults() const {
    return state_->file.faults;
}

const OutcomeSpec& OutcomeSource::spec() const {
    return state_->spec;
}

Outcomes OutcomeSource::within(const Date& as_of, const Date& until) const {
    using Kind = OutcomeSpec::Kind;
    const auto& state = *state_;
    const auto& corpus = state.corpus;
    Outcomes outcomes;
    outcomes.happened.assign(corpus.patents.size(), 0);
    outcomes.why.assign(corpus.patents.size(), LeftOut::later);
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        const auto& filed = corpus.patents[i].app_date;
        if (!filed) {
            leave_out(outcomes, i, LeftOut::no_filing);
        } else if (filed->days() > as_of.days()) {
            leave_out(outcomes, i, LeftOut::later);
        } else if (state.spec.known_years > 0 && !detail::of_age(*filed, state.spec.known_years, as_of)) {
            leave_out(outcomes, i, LeftOut::other_age);
        }
    }
    switch (state.spec.kind) {
    case Kind::citations:
    case Kind::citations_top:
    case Kind::growth:
        count_citations(outcomes, corpus, *state.snapshot, as_of, until);
        detail::judge_counts(outcomes, state.spec, state.placement, state.cohort_minimum);
        break;
    case Kind::in_force:
        judge_rights(outcomes, corpus, state.ends, as_of, until);
        break;
    case Kind::family:
        detail::judge_families(outcomes, corpus, state.spec.least, as_of, until);
        break;
    case Kind::breadth:
        detail::judge_breadth(outcomes, corpus, state.spec, as_of, until);
        detail::judge_counts(outcomes, state.spec, state.placement, state.cohort_minimum, 1);
        break;
    case Kind::event:
    case Kind::file:
        for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
            if (outcomes.happened[i] == Outcomes::left_out) {
                continue;
            }
            const auto rows = state.rows_of.find(corpus.patents[i].id);
            if (rows == state.rows_of.end()) {
                if (state.file.complete) {
                    leave_out(outcomes, i, LeftOut::not_listed);
                }
                continue;
            }
            bool before = false, within = false, unclear = false, happened = false;
            for (const auto at : rows->second) {
                const auto& row = state.file.rows[at];
                const auto side = side_of(row.date, as_of, until);
                before = before || (side == Side::before && row.happened);
                unclear = unclear || side == Side::unclear;
                within = within || side == Side::within;
                happened = happened || (side == Side::within && row.happened);
            }
            if (before) {
                leave_out(outcomes, i, LeftOut::already);
            } else if (unclear) {
                leave_out(outcomes, i, LeftOut::coarse_date);
            } else if (state.file.complete && !within) {
                leave_out(outcomes, i, LeftOut::not_listed);
            } else {
                outcomes.happened[i] = happened ? 1 : 0;
            }
        }
        break;
    }
    return outcomes;
}

} // namespace longmen::service
