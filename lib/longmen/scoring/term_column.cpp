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

CohortStatistic statistic_of(const stats::Cohort& cohort, const Placement& placement,
                             const std::vector<TermCell>& cells) {
    CohortStatistic statistic;
    const auto& office = placement.offices[static_cast<std::size_t>(cohort.office)];
    statistic.id =
        cohort_id(cohort.level, office, cohort.field, cohort.sector, cohort.year_from, cohort.year_to);
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
    if (const auto& cohort = statistic.baseline) {
        if (term.normalisation == Normalisation::percentile) {
            return cohort->values ? Measured<double>{cohort->values->percentile(cell.raw)}
                                  : Undefined::no_data;
        }
        if (!cohort->p99) {
            return Undefined::no_data;
        }
    } else if (term.normalisation == Normalisation::percentile) {
        return stats::standing(statistic.sorted, cell.raw).percentile();
    }
    if (!(statistic.p99.value > 0)) {
        return Undefined::zero_denominator;
    }
    return std::min(1.0, cell.raw / statistic.p99.value);
}

void find_own_cohorts(TermColumn& column, const Placement& placement, std::size_t minimum) {
    auto members = placement.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].counted = column.cells[i].has_raw;
    }
    column.cohorts = stats::make_cohorts(members, minimum);
    for (const auto& cohort : column.cohorts.cohorts) {
        column.statistics.push_back(statistic_of(cohort, placement, column.cells));
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& cell = column.cohorts.cells[column.cohorts.cell_of[i]];
        column.cells[i].cohort = cell.cohort.value_or(no_cohort);
    }
}

void find_baseline_cohorts(TermColumn& column, const Placement& placement, const Baseline& baseline,
                           const BaselineIndicator& indicator, const ValueModel& model) {
    CohortFinder finder{baseline, indicator, model.fields, model.cohort_minimum};
    constexpr std::uint32_t no_office = std::numeric_limits<std::uint32_t>::max(); // has no cells
    std::vector<std::uint32_t> offices;
    for (const auto& name : placement.offices) {
        offices.push_back(baseline.office(name).value_or(no_office));
    }
    std::map<CellKey, std::uint32_t> seen;
    auto& cohorts = column.cohorts;
    for (std::size_t i = 0; i < placement.members.size(); ++i) {
        const auto& member = placement.members[i];
        const CellKey key{offices[static_cast<std::size_t>(member.office)],
                          member.year.value_or(CellKey::no_year), member.field};
        const auto [at, fresh] = seen.try_emplace(key, static_cast<std::uint32_t>(cohorts.cells.size()));
        if (fresh) {
            const auto found = finder.find(key);
            cohorts.cells.push_back({member, found.steps.sizes, found.cohort});
        }
        cohorts.cell_of.push_back(at->second);
        column.cells[i].cohort = cohorts.cells[at->second].cohort.value_or(no_cohort);
    }
    for (const auto& cohort : finder.cohorts()) {
        stats::Cohort found;
        found.level = cohort.level;
        cohorts.cohorts.push_back(std::move(found));
        column.statistics.push_back({cohort.id, cohort.p99.value_or(stats::Percentile{}), {}, cohort});
    }
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
                       const Placement& placement, const indicators::Column* values,
                       const Baseline* baseline) {
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
    const auto* indicator = baseline == nullptr ? nullptr : baseline->find(term.key);
    if (needs_cohort(term.normalisation)) {
        if (baseline == nullptr) {
            find_own_cohorts(column, placement, model.cohort_minimum);
        } else if (indicator != nullptr) {
            find_baseline_cohorts(column, placement, *baseline, *indicator, model);
        }
    }

    // --- normalised values ---------------------------------------------------------------------------------
    for (auto& cell : column.cells) {
        if (!cell.has_raw) {
            continue;
        }
        const bool unknown = needs_cohort(term.normalisation) && baseline != nullptr && indicator == nullptr;
        const auto value = unknown ? Measured<double>{Undefined::no_data} : normalise(cell, term, column);
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
