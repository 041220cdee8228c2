// SPDX-License-Identifier: GPL-3.0-or-later
// Kaplan and Meier's product.
#include <longmen/indicators/renewal_survival.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/years.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::indicators {
namespace {

stats::Interval log_log_interval(double survival, double greenwood_sum, double z) {
    if (survival <= 0) {
        return {0, 0};
    }
    const double log = std::log(survival);
    const double reach = std::exp(z * std::sqrt(greenwood_sum) / -log);
    return {std::pow(survival, reach), std::pow(survival, 1 / reach)};
}

} // namespace

Measured<double> RenewalSurvival::at(double years) const {
    const auto after = std::ranges::upper_bound(steps, years, {}, &SurvivalStep::years);
    const double survival = after == steps.begin() ? 1 : std::prev(after)->survival;
    if (years > longest && survival > 0) {
        return Undefined::window_open;
    }
    return survival;
}

Measured<RenewalSurvival> renewal_survival(std::span<const RenewalSpell> spells, double level) {
    if (!(level > 0) || !(level < 1) ||
        !std::ranges::all_of(spells, [](const RenewalSpell& one) { return one.years >= 0; })) {
        throw UsageError(Sentence{"存活分析需要非负的年数和 0 到 1 之间的置信水平",
                                  "survival needs spells of at least 0 years and a level between 0 and 1"});
    }
    if (spells.empty()) {
        return Undefined::no_data;
    }
    std::vector<RenewalSpell> sorted(spells.begin(), spells.end());
    std::ranges::sort(sorted, {}, &RenewalSpell::years);
    const double z = stats::normal_quantile((1 + level) / 2);
    RenewalSurvival result;
    result.rights = sorted.size();
    result.longest = sorted.back().years;
    double survival = 1, greenwood = 0;
    for (std::size_t i = 0; i < sorted.size();) {
        SurvivalStep step;
        step.years = sorted[i].years;
        step.at_risk = sorted.size() - i;
        for (; i < sorted.size() && sorted[i].years == step.years; ++i) {
            step.lapses += sorted[i].lapsed ? 1 : 0;
        }
        if (step.lapses == 0) {
            continue;
        }
        const auto left = static_cast<double>(step.at_risk - step.lapses);
        survival *= left / static_cast<double>(step.at_risk);
        greenwood += static_cast<double>(step.lapses) / (static_cast<double>(step.at_risk) * left);
        step.survival = survival;
        step.standard_error = survival > 0 ? survival * std::sqrt(greenwood) : 0;
        step.interval = log_log_interval(survival, greenwood, z);
        result.lapses += step.lapses;
        result.steps.push_back(step);
    }
    constexpr double half = 0.5;
    const auto first = [&](auto value) -> std::optional<double> {
        const auto found =
            std::ranges::find_if(result.steps, [&](const auto& step) { return value(step) <= half; });
        return found == result.steps.end() ? std::nullopt : std::optional{found->years};
    };
    if (const auto median = first([](const SurvivalStep& step) { return step.survival; })) {
        result.median = *median;
    }
    result.median_low = first([](const SurvivalStep& step) { return step.interval.low; });
    result.median_high = first([](const SurvivalStep& step) { return step.interval.high; });
    return result;
}

Measured<RenewalSpell> renewal_spell(const RenewalDates& dates, const Date& as_of) {
    const auto whole = [](const std::optional<Date>& date) {
        return !date || date->precision() == DatePrecision::day;
    };
    if (!dates.filed || !whole(dates.filed) || !whole(dates.lapsed) || !whole(dates.term_end)) {
        return Undefined::no_data;
    }
    const auto& filed = *dates.filed;
    if (filed > as_of) {
        return Undefined::not_applicable;
    }
    if ((dates.lapsed && *dates.lapsed < filed) || (dates.term_end && *dates.term_end <= filed)) {
        return Undefined::impossible_value;
    }
    const bool term_over = dates.term_end && *dates.term_end <= as_of;
    if (dates.lapsed && *dates.lapsed <= as_of && !(dates.term_end && *dates.lapsed >= *dates.term_end)) {
        return RenewalSpell{years_between(filed, *dates.lapsed), true};
    }
    if (term_over) {
        return RenewalSpell{years_between(filed, *dates.term_end), false};
    }
    // Lapsed later than as_of: it was alive then.
    if (!dates.alive && !dates.lapsed) {
        return Undefined::no_data;
    }
    return RenewalSpell{years_between(filed, as_of), false};
}

} // namespace longmen::indicators
