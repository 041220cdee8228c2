// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage first, then the value where there is enough of it.
#include <longmen/scoring/detail/patent_values.hpp>

#include <longmen/scoring/detail/weighing.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::scoring::detail {
namespace {

/// So that a sum of weights meets a minimum written in decimals.
constexpr double coverage_rounding = 1e9;

void measure_coverage(const ValueModel& model, std::size_t patent, Scores& scores) {
    auto& score = scores.patents[patent];
    double measured = 0, all = 0;
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        const auto& cell = scores.terms[t].cells[patent];
        all += model.terms[t].weight;
        if (cell.state == TermState::measured) {
            measured += model.terms[t].weight;
            score.complete = score.complete && cell.complete;
        }
    }
    score.coverage = std::min(1.0, std::round(measured / all * coverage_rounding) / coverage_rounding);
}

/// Why the first term without which there is no value is undefined; nothing when all of these are there.
std::optional<Undefined> lacks(const ValueModel& model, std::size_t patent, const Scores& scores) {
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        const auto& cell = scores.terms[t].cells[patent];
        if (model.terms[t].required && cell.state == TermState::dropped) {
            return cell.reason;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<std::uint32_t> value_patents(const ValueModel& model, Scores& scores, const Barred& barred) {
    const auto n = scores.placement.members.size();
    scores.patents.resize(n);
    std::vector<std::uint32_t> scored;
    const auto own = changed_weights(model, 0);
    for (std::size_t i = 0; i < n; ++i) {
        auto& score = scores.patents[i];
        measure_coverage(model, i, scores);
        if (!scores.placement.members[i].counted) {
            score.value = Undefined::not_applicable;
        } else if (const auto bar = barred(i)) {
            score.value = *bar;
        } else if (const auto reason = lacks(model, i, scores)) {
            score.value = *reason;
        } else if (score.coverage > 0 && score.coverage >= model.minimum_coverage) {
            score.value = weighed_value(model, scores.terms, own, i);
            scored.push_back(static_cast<std::uint32_t>(i));
        }
    }
    scores.scored = scored.size();
    return scored;
}

std::optional<BaselineBasis> basis_of(const Baseline* baseline) {
    return baseline == nullptr ? std::nullopt
                               : std::optional{BaselineBasis{baseline->name, baseline->origin, baseline->unit,
                                                             baseline->clock, baseline->as_of,
                                                             baseline->fields, baseline->checksum}};
}

} // namespace longmen::scoring::detail
