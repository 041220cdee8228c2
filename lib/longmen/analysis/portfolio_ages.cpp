// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the active families on two ladders.
#include <longmen/analysis/portfolio_ages.hpp>

#include <longmen/analysis/ages.hpp>
#include <longmen/stats/quantiles.hpp>

#include <algorithm>
#include <map>

namespace longmen::analysis {

namespace {

constexpr int half = 50;

std::optional<int> age_of(const PortfolioFamily& family, const Date& as_of) {
    return family.filed ? std::optional{full_years(*family.filed, as_of)} : std::nullopt;
}

void add(FamilyStep& step, const PortfolioFamily& family) {
    ++step.families;
    step.in_force += family.validity == Validity::in_force ? 1 : 0;
    step.pending += family.validity == Validity::pending ? 1 : 0;
    step.without_value += family.value.defined() ? 0 : 1;
    step.value += family.value.defined() ? family.value.value() : 0;
}

/// Steps by `at`, `first` (when given) and the gaps between filled in.
template <class At>
std::vector<FamilyStep> steps_of(const Portfolio& portfolio, std::optional<int> first, At at) {
    std::map<int, FamilyStep> known;
    FamilyStep unknown;
    for (const auto& family : portfolio.families) {
        if (family.active) {
            const auto where = at(family);
            add(where ? known[*where] : unknown, family);
        }
    }
    std::vector<FamilyStep> steps;
    if (!known.empty()) {
        for (int i = first.value_or(known.begin()->first); i <= known.rbegin()->first; ++i) {
            auto step = known[i];
            step.at = i;
            steps.push_back(step);
        }
    }
    if (unknown.families > 0) {
        steps.push_back(unknown);
    }
    return steps;
}

} // namespace

FamilyLadder ages_of(const Portfolio& portfolio) {
    return {steps_of(portfolio, 0, [&](const auto& family) { return age_of(family, portfolio.as_of); }), 0};
}

FamilyLadder ends_of(const Portfolio& portfolio, const Corpus& corpus) {
    FamilyLadder ladder;
    ladder.steps = steps_of(portfolio, {}, [](const auto& family) {
        return family.end ? std::optional{family.end->year()} : std::nullopt;
    });
    for (const auto& family : portfolio.families) {
        for (const auto member : family.members) {
            const auto& patent = corpus.patents[member];
            const bool live = validity_of(patent.status) == Validity::in_force ||
                              validity_of(patent.status) == Validity::pending;
            ladder.open_members += family.active && family.end && live && !patent.expiry_date ? 1 : 0;
        }
    }
    return ladder;
}

std::optional<double> median_age(const Portfolio& portfolio) {
    std::vector<double> ages;
    for (const auto& family : portfolio.families) {
        if (const auto age = age_of(family, portfolio.as_of); family.active && age) {
            ages.push_back(*age);
        }
    }
    if (ages.empty()) {
        return {};
    }
    std::ranges::sort(ages);
    return stats::percentile_of_sorted(ages, half).value;
}

std::size_t ending_within(const Portfolio& portfolio, int years) {
    const auto last = portfolio.as_of.add_years(years);
    return static_cast<std::size_t>(std::ranges::count_if(portfolio.families, [&](const auto& family) {
        return family.active && family.end && family.end->days() > portfolio.as_of.days() &&
               family.end->days() <= last.days();
    }));
}

} // namespace longmen::analysis
