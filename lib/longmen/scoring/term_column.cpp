// SPDX-License-Identifier: GPL-3.0-or-later
// Raw values, cohorts of those defined, and normalisation.
#include <longmen/scoring/term_column.hpp>
#include <longmen/stats/ranks.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace longmen::scoring {
namespace {

constexpr int cap_percent = 99;

Measured<double> raw_value(const Patent& patent, std::size_t position, const ValueTerm& term, Date as_of,
                           const indicators::Column* column) {
    if (patent.app_date && patent.app_date->days() > as_of.days()) {
        return Undefined::not_applicable;
    }
    if (!term.types.empty() && std::ranges::find(term.types, patent.type) == term.types.end()) {
        return Undefined::not_applicable;
    }
    if (term.record != nullptr) {
        return term.record->compute(patent, as_of);
    }
    return column->defined(position) ? Measured<double>{column->values[position], column->complete(position)}
                                     : Measured<double>{column->why(position)};
}

std::string cohort_id(const stats::Cohort& cohort, const Placement& placement) {
    if (cohort.level == stats::CohortLevel::corpus) {
        return "*";
    }
    const auto& known = placement.offices[static_cast<std::size_t>(cohort.office)];
    const auto office = known.empty() ? std::string{"-"} : known; // known by the id of a source alone
    std::string what = "*";
    if (cohort.level <= stats::CohortLevel::years) {
        what = fmt::format("{}", cohort.field);
    } else if (cohort.level == stats::CohortLevel::sector) {
        what = fmt::format("S{}", cohort.sector);
    }
    return cohort.year_from == cohort.year_to
               ? fmt::format("{}/{}/{}", office, what, cohort.year_from)
               : fmt::format("{}/{}/{}-{}", office, what, cohort.year_from, cohort.year_to);
}

CohortStatistic statistic_of(const stats::Cohort& cohort, const Placement& placement,
                             const std::vector<TermCell>& cells) {
    CohortStatistic statistic;
    statistic.id = cohort_id(cohort, placement);
    statistic.sorted.reserve(cohort.members.size());
    for (const auto member : cohort.members) {
        statistic.sorted.push_back(cells[member].raw);
    }
    std::ranges::sort(statistic.sorted);
    statistic.p99 = stats::percentile_of_sorted(statistic.sorted, cap_percent);
    return statistic;
}

/// The normalised value before direction, or the reason why the cohort gives none.
Measured<double> normalise(const TermCell& cell, const ValueTerm& term, const TermColumn& column) {
    if (term.normalisation == Normalisation::share) {
        return std::min(1.0, cell.raw / term.full);
    }
    if (term.normalisation == Normalisation::points) {
        return term.points[static_cast<std::size_t>(cell.raw)];
    }
    if (cell.cohort == no_cohort) {
        return Undefined::cohort_too_small;
    }
    const auto& statistic = column.statistics[cell.cohort];
    if (term.normalisation == Normalisation::percentile) {
        return stats::standing(statistic.sorted, cell.raw).percentile();
    }
    if (!(statistic.p99.value > 0)) {
        return Undefined::zero_denominator;
    }
    return std::min(1.0, cell.raw / statistic.p99.value);
}

void set_undefined(TermCell& cell, Undefined reason, const ValueTerm& term) {
    const bool zero = std::ranges::find(term.zero_reasons, reason) != term.zero_reasons.end();
    cell.state = zero ? TermState::zeroed : TermState::dropped;
    cell.reason = reason;
    cell.normalised = 0;
}

} // namespace

std::string_view term_state_key(TermState state) {
    constexpr std::array<std::string_view, 3> keys{"measured", "zeroed", "dropped"};
    return keys[static_cast<std::size_t>(state)];
}

Placement place(const Corpus& corpus, const indicators::TechnologyFields& fields) {
    Placement placement;
    std::map<std::string_view, int> offices;
    for (const auto& patent : corpus.patents) {
        offices.try_emplace(patent.office, 0);
    }
    for (auto& [office, number] : offices) {
        number = static_cast<int>(placement.offices.size());
        placement.offices.emplace_back(office);
    }
    placement.members.reserve(corpus.patents.size());
    for (const auto& patent : corpus.patents) {
        stats::CohortMember member;
        member.field = fields.of(patent);
        member.sector = fields.sector_of(member.field);
        member.office = offices.at(patent.office);
        if (patent.app_date) {
            member.year = patent.app_date->year();
            member.counted = patent.app_date->days() <= corpus.as_of.days();
        }
        placement.members.push_back(member);
    }
    return placement;
}

TermColumn term_column(const Corpus& corpus, const ValueModel& model, const ValueTerm& term,
                       const Placement& placement, const indicators::Column* values) {
    TermColumn column;
    const auto n = corpus.patents.size();

    // --- raw values ----------------------------------------------------------------------------------------
    column.cells.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        auto& cell = column.cells[i];
        const auto value = raw_value(corpus.patents[i], i, term, corpus.as_of, values);
        cell.has_raw = value.defined();
        if (value.defined()) {
            cell.raw = value.value();
            cell.complete = value.complete();
        } else {
            set_undefined(cell, value.reason(), term);
        }
    }

    // --- cohorts of the patents that have one --------------------------------------------------------------
    if (needs_cohort(term.normalisation)) {
        auto members = placement.members;
        for (std::size_t i = 0; i < n; ++i) {
            members[i].counted = column.cells[i].has_raw;
        }
        column.cohorts = stats::make_cohorts(members, model.cohort_minimum);
        for (const auto& cohort : column.cohorts.cohorts) {
            column.statistics.push_back(statistic_of(cohort, placement, column.cells));
        }
        for (std::size_t i = 0; i < n; ++i) {
            const auto& cell = column.cohorts.cells[column.cohorts.cell_of[i]];
            column.cells[i].cohort = cell.cohort.value_or(no_cohort);
        }
    }

    // --- normalised values ---------------------------------------------------------------------------------
    for (auto& cell : column.cells) {
        if (!cell.has_raw) {
            continue;
        }
        const auto value = normalise(cell, term, column);
        if (value.defined()) {
            cell.state = TermState::measured;
            cell.normalised = term.less_is_more ? 1 - value.value() : value.value();
        } else {
            set_undefined(cell, value.reason(), term);
        }
    }
    return column;
}

} // namespace longmen::scoring
