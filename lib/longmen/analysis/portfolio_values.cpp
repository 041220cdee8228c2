// SPDX-License-Identifier: GPL-3.0-or-later
// Counts values by band and percentiles by tenth.
#include <longmen/analysis/portfolio_values.hpp>

#include <longmen/stats/quantiles.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::analysis {

namespace {

constexpr std::size_t bands = 10;
constexpr int first_quarter = 25, half = 50, third_quarter = 75;
/// A percentile read as at least 1 - share although both were rounded.
constexpr double rounding = 1e-12;

bool is_in_top(const CohortPlace& place, double share) {
    return place.percentile.defined() && place.percentile.value() >= 1 - share - rounding;
}

std::vector<ValueBand> empty_bands(double scale) {
    std::vector<ValueBand> result(bands);
    for (std::size_t b = 0; b < bands; ++b) {
        result[b].from = scale * static_cast<double>(b) / bands;
        result[b].to = scale * static_cast<double>(b + 1) / bands;
    }
    return result;
}

/// The end of the last band.
double top_of(double scale, const PortfolioInputs& inputs) {
    double most = 0;
    for (const auto& score : inputs.scores.patents) {
        most = std::max(most, score.value.defined() ? score.value.value() : 0);
    }
    if (most <= scale) {
        return scale;
    }
    constexpr double steps[] = {1, 2, 5, 10};
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    return power * *std::ranges::find_if(steps, [&](double step) { return step * power >= most; });
}

ValueBand& band_of(std::vector<ValueBand>& in, double value) {
    auto band = in.begin();
    while (band + 1 != in.end() && value >= band->to) {
        ++band;
    }
    return *band;
}

std::optional<ValueQuartiles> quartiles_of(std::vector<double> values) {
    if (values.empty()) {
        return {};
    }
    std::ranges::sort(values);
    return ValueQuartiles{stats::percentile_of_sorted(values, first_quarter).value,
                          stats::percentile_of_sorted(values, half).value,
                          stats::percentile_of_sorted(values, third_quarter).value};
}

/// One side of the comparison.
struct Side {
    std::size_t ValueBand::*count;
    std::size_t TopShare::*top;
    std::map<Undefined, std::size_t>& without;
    std::map<Undefined, std::size_t>& unplaced;
    std::vector<double> values{};

    void add(ValueDistribution& result, const Measured<double>& value, const CohortPlace& place) {
        if (!value.defined()) {
            ++without[value.reason()];
            return;
        }
        values.push_back(value.value());
        ++(band_of(result.values, value.value()).*count);
        if (!place.percentile.defined()) {
            ++unplaced[place.percentile.reason()];
            return;
        }
        ++(band_of(result.percentiles, place.percentile.value()).*count);
        for (auto& one : result.tops) {
            one.*top += is_in_top(place, one.share) ? 1 : 0;
        }
    }
};

} // namespace

ValueDistribution value_distribution(const Portfolio& portfolio, const PortfolioInputs& inputs,
                                     const PortfolioRules& rules) {
    ValueDistribution result;
    result.values = empty_bands(top_of(inputs.model.scale, inputs));
    result.percentiles = empty_bands(1);
    for (const double share : rules.top_shares) {
        result.tops.push_back({share, 0, 0});
    }
    Side own{&ValueBand::own, &TopShare::own, result.without, result.unplaced};
    for (const auto& family : portfolio.families) {
        if (family.active) {
            ++result.own;
            own.add(result, family.value, family.place);
        }
    }
    Side all{&ValueBand::all, &TopShare::all, result.all_without, result.all_unplaced};
    for (const auto& [key, family] : inputs.standings.families) {
        if (family.active) {
            ++result.all;
            all.add(result, inputs.scores.patents[family.representative].value,
                    inputs.standings.place(family.representative, inputs.scores));
        }
    }
    result.quartiles = quartiles_of(std::move(own.values));
    result.all_quartiles = quartiles_of(std::move(all.values));
    return result;
}

std::size_t in_top(const Portfolio& portfolio, double share) {
    return static_cast<std::size_t>(std::ranges::count_if(portfolio.families, [&](const auto& family) {
        return family.active && is_in_top(family.place, share);
    }));
}

} // namespace longmen::analysis
