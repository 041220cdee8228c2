// SPDX-License-Identifier: GPL-3.0-or-later
// Raw values, steps and cohorts of each term.
#include <longmen/scoring/detail/patent_inputs.hpp>

#include <longmen/scoring/detail/fixed_value.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace longmen::scoring::detail {
namespace {

constexpr double fine_step = 1e-6; // of figures that are not whole
constexpr double beyond = 10;      // times the greatest figure: so far is looked

/// Step and reach by the figures the data hold. One step above 0 can always be; 0 only where the data have it
/// (no patent is without a claim).
void set_reach(TermInput& input, const std::vector<TermCell>& cells) {
    bool whole = true;
    double least = std::numeric_limits<double>::infinity(), greatest = 1;
    for (const auto& cell : cells) {
        if (cell.has_raw) {
            whole = whole && cell.raw == std::floor(cell.raw);
            least = std::min(least, cell.raw);
            greatest = std::max(greatest, cell.raw);
        }
    }
    input.step = whole ? 1 : fine_step;
    input.low = std::min(least, input.step);
    input.high = beyond * greatest;
}

/// Against a cell of a baseline, in which the patent is not: only its own value moves.
void hold_to_baseline(TermInput& input, const ValueTerm& term, const TermColumn& column,
                      std::span<const std::uint32_t> positions) {
    std::vector<const CohortStatistic*> against;
    for (const auto i : positions) {
        const auto cohort = column.cells[i].cohort;
        against.push_back(cohort == no_cohort ? nullptr : &column.statistics[cohort]);
    }
    const bool cap = term.normalisation == Normalisation::cap_p99;
    input.value = [against = std::move(against), cap](std::uint32_t candidate, double figure) {
        const auto& statistic = *against[candidate]; // of a term that is measured
        return cap ? std::clamp(figure / statistic.p99.value, 0.0, 1.0)
                   : statistic.baseline->values->percentile(figure);
    };
}

void hold_to_cohorts(TermInput& input, const ValueTerm& term, const TermColumn& column,
                     std::span<const std::uint32_t> positions) {
    input.against =
        term.normalisation == Normalisation::percentile ? HeldAgainst::percentile : HeldAgainst::cap;
    for (const auto& statistic : column.statistics) {
        input.cohorts.push_back(statistic.sorted);
    }
    for (const auto i : positions) {
        input.cohort.push_back(column.cells[i].cohort);
    }
    input.member_of = [&column,
                       positions = std::vector(positions.begin(), positions.end())](std::uint32_t candidate) {
        std::vector<std::uint32_t> found;
        for (std::uint32_t c = 0; c < column.cohorts.cohorts.size(); ++c) {
            if (std::ranges::binary_search(column.cohorts.cohorts[c].members, positions[candidate])) {
                found.push_back(c);
            }
        }
        return found;
    };
}

} // namespace

std::vector<TermInput> patent_inputs(const ValueModel& model, const Scores& scores,
                                     std::span<const std::uint32_t> positions) {
    static_assert(no_cohort == TermInput::none);
    std::vector<TermInput> inputs;
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        const auto& term = model.terms[t];
        const auto& column = scores.terms[t];
        TermInput input;
        input.less = term.less_is_more;
        input.name = {term.heading(Lang::zh), term.heading(Lang::en)};
        input.unit = {term.unit(Lang::zh), term.unit(Lang::en)};
        set_reach(input, column.cells);
        for (const auto i : positions) {
            const auto& cell = column.cells[i];
            input.figures.push_back(
                cell.state == TermState::measured ? cell.raw : std::numeric_limits<double>::quiet_NaN());
        }
        if (!needs_cohort(term.normalisation)) {
            input.bends = bends(term);
            input.value = [&term](std::uint32_t, double figure) { return fixed_value(term, figure); };
            if (term.normalisation == Normalisation::points) {
                input.categories.assign(term.info->categories.begin(), term.info->categories.end());
            }
        } else if (scores.baseline) {
            hold_to_baseline(input, term, column, positions);
        } else {
            hold_to_cohorts(input, term, column, positions);
        }
        inputs.push_back(std::move(input));
    }
    return inputs;
}

} // namespace longmen::scoring::detail
