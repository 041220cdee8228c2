// SPDX-License-Identifier: GPL-3.0-or-later
// Raw values, cohorts of those defined, and normalisation.
#include <longmen/scoring/term_column.hpp>

#include <longmen/scoring/detail/fixed_value.hpp>
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
    const auto value = term.record != nullptr ? term.record->compute(patent, as_of)
                       : column->defined(position)
                           ? Measured<double>{column->values[position], column->complete(position)}
                           : Measured<double>{column->why(position)};
    return term.per_record == nullptr ? value : quotient(value, term.per_record->compute(patent, as_of));
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
    double sum = 0; // in ascending order, whatever the order of the members
    for (const double value : statistic.sorted) {
        sum += value;
    }
    statistic.mean = sum / static_cast<double>(statistic.sorted.size());
    return statistic;
}

/// The normalised value before direction, or the reason why the cohort gives none.
Measured<double> normalise(const TermCell& cell, const ValueTerm& term, const TermColumn& column) {
    switch (term.normalisation) {
    case Normalisation::share:
    case Normalisation::points:
    case Normalisation::curve:
    case Normalisation::steps:
        return detail::fixed_value(term, cell.raw);
    case Normalisation::as_is:
        return cell.raw < 0 ? Measured<double>{Undefined::not_applicable} : Measured<double>{cell.raw};
    default:
        break;
    }
    if (cell.cohort == no_cohort) {
        return Undefined::cohort_too_small;
    }
    const auto& statistic = column.statistics[cell.cohort];
    if (term.normalisation == Normalisation::mean_ratio) {
        return cell.raw < 0         ? Measured<double>{Undefined::not_applicable}
               : statistic.mean > 0 ? Measured<double>{cell.raw / statistic.mean}
                                    : Measured<double>{Undefined::zero_denominator};
    }
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
    return std::clamp(cell.raw / statistic.p99.value, 0.0, 1.0);
}

void find_own_cohorts(TermColumn& column, const Placement& placement, const ValueTerm& term,
                      std::size_t minimum) {
    auto members = placement.members;
    for (std::size_t i = 0; i < members.size(); ++i) {
        members[i].counted = column.cells[i].has_raw;
    }
    column.cohorts = stats::make_cohorts(members, minimum, term.cohort);
    for (const auto& cohort : column.cohorts.cohorts) {
        column.statistics.push_back(statistic_of(cohort, placement, column.cells));
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& cell = column.cohorts.cells[column.cohorts.cell_of[i]];
        column.cells[i].cohort = cell.cohort.value_or(no_cohort);
    }
}

void find_baseline_cohorts(TermColumn& column, const Placement& placement, const Baseline& baseline,
                           const BaselineIndicator& indicator, const ValueModel& model,
                           const ValueTerm& term) {
    CohortFinder finder{
        baseline, indicator, model.fields, model.cohort_minimum, stats::CohortLevel::all_fields, term.cohort};
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
        column.statistics.push_back(
            {cohort.id, cohort.p99.value_or(stats::Percentile{}), cohort.mean, {}, cohort});
    }
}

void set_undefined(TermCell& cell, Undefined reason, const ValueTerm& term) {
    const bool zero = std::ranges::find(term.zero_reasons, reason) != term.zero_reasons.end();
    cell.state = zero ? TermState::zeroed : TermState::dropped;
    cell.reason = reason;
    cell.normalised = 0;
}

} // namespace

Measured<double> quotient(const Measured<double>& value, const Measured<double>& by) {
    if (!value.defined()) {
        return value;
    }
    if (!by.defined()) {
        return by;
    }
    if (by.value() == 0) {
        return Undefined::zero_denominator;
    }
    return {value.value() / by.value(), value.complete() && by.complete()};
}

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

TermColumn term_column(const RawValue& raw, const ValueModel& model, const ValueTerm& term,
                       const Placement& placement, const Baseline* baseline, Threads& threads) {
    constexpr std::size_t members_of_piece = std::size_t{1} << 14;
    TermColumn column;

    // --- raw values ----------------------------------------------------------------------------------------
    column.cells.resize(placement.members.size());
    threads.ranges(column.cells.size(), members_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            auto& cell = column.cells[i];
            const auto value = raw(i);
            cell.has_raw = value.defined();
            if (value.defined()) {
                cell.raw = value.value();
                cell.complete = value.complete();
            } else {
                set_undefined(cell, value.reason(), term);
            }
        }
    });

    // --- cohorts of the members that have one --------------------------------------------------------------
    const auto* indicator = baseline == nullptr ? nullptr : baseline->find(term.name());
    if (needs_cohort(term.normalisation)) {
        if (baseline == nullptr) {
            find_own_cohorts(column, placement, term, model.cohort_minimum);
        } else if (indicator != nullptr) {
            find_baseline_cohorts(column, placement, *baseline, *indicator, model, term);
        }
    }

    // --- normalised values ---------------------------------------------------------------------------------
    const bool unknown = needs_cohort(term.normalisation) && baseline != nullptr && indicator == nullptr;
    const auto settle = [&](TermCell& cell) {
        const auto value = unknown ? Measured<double>{Undefined::no_data} : normalise(cell, term, column);
        if (value.defined()) {
            cell.state = TermState::measured;
            cell.normalised = term.less_is_more ? 1 - value.value() : value.value();
        } else {
            set_undefined(cell, value.reason(), term);
        }
    };
    threads.ranges(column.cells.size(), members_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            if (column.cells[i].has_raw) {
                settle(column.cells[i]);
            }
        }
    });
    return column;
}

TermColumn term_column(const Corpus& corpus, const ValueModel& model, const ValueTerm& term,
                       const Placement& placement, const indicators::Column* values,
                       const Baseline* baseline) {
    Threads alone{1};
    return term_column(
        [&](std::size_t i) { return raw_value(corpus.patents[i], i, term, corpus.as_of, values); }, model,
        term, placement, baseline, alone);
}

} // namespace longmen::scoring
