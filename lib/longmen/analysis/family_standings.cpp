// SPDX-License-Identifier: GPL-3.0-or-later
// Representatives of families, their cohorts, and places in them.
#include <longmen/analysis/family_standings.hpp>

#include <longmen/indicators/status.hpp>
#include <longmen/scoring/baseline.hpp>
#include <longmen/stats/ranks.hpp>

#include <algorithm>

namespace longmen::analysis {

const std::string& family_key(const Patent& patent) {
    return patent.family.empty() ? patent.number : patent.family;
}

FamilyStandings::FamilyStandings(const Corpus& corpus, const scoring::ValueModel& model,
                                 const scoring::Scores& scores) {
    // --- one member of each family -------------------------------------------------------------------------
    const auto active = [&](std::uint32_t i) {
        return std::ranges::find(model.portfolio.active,
                                 indicators::validity_at(corpus.patents[i], corpus.as_of)) !=
               model.portfolio.active.end();
    };
    const auto better = [&](std::uint32_t a, bool a_active, const Family& b) {
        if (a_active != b.active) {
            return a_active;
        }
        const auto& va = scores.patents[a].value;
        const auto& vb = scores.patents[b.representative].value;
        if (a_active && va.defined() != vb.defined()) {
            return va.defined();
        }
        if (a_active && va.defined() && va.value() != vb.value()) {
            return va.value() > vb.value();
        }
        return corpus.patents[a].number < corpus.patents[b.representative].number;
    };
    for (std::uint32_t i = 0; i < corpus.patents.size(); ++i) {
        if (!scores.placement.members[i].counted) {
            continue;
        }
        const bool is_active = active(i);
        const auto [found, fresh] = families.try_emplace(family_key(corpus.patents[i]), Family{i, is_active});
        if (!fresh && better(i, is_active, found->second)) {
            found->second = {i, is_active};
        }
    }

    // --- cohorts of those with a value ---------------------------------------------------------------------
    auto members = scores.placement.members;
    for (auto& member : members) {
        member.counted = false;
    }
    for (const auto& [key, family] : families) {
        members[family.representative].counted =
            family.active && scores.patents[family.representative].value.defined();
    }
    cohorts_ = stats::make_cohorts(members, model.cohort_minimum);
    for (const auto& cohort : cohorts_.cohorts) {
        auto& values = sorted_.emplace_back();
        for (const auto member : cohort.members) {
            values.push_back(scores.patents[member].value.value());
        }
        std::ranges::sort(values);
        ids_.push_back(scoring::cohort_id(cohort.level,
                                          scores.placement.offices[static_cast<std::size_t>(cohort.office)],
                                          cohort.field, cohort.sector, cohort.year_from, cohort.year_to));
    }
}

CohortPlace FamilyStandings::place(std::uint32_t patent, const scoring::Scores& scores) const {
    const auto& score = scores.patents[patent];
    if (!score.value.defined()) {
        return {score.value.reason(), {}, 0};
    }
    const auto cohort = cohorts_.cells[cohorts_.cell_of[patent]].cohort;
    if (!cohort) {
        return {Undefined::cohort_too_small, {}, 0};
    }
    const auto& values = sorted_[*cohort];
    return {Measured<double>{stats::standing(values, score.value.value()).percentile(), score.complete},
            ids_[*cohort], values.size()};
}

} // namespace longmen::analysis
