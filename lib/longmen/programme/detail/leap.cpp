// SPDX-License-Identifier: GPL-3.0-or-later
// Growth rates, their percentiles and the order they make.
#include <longmen/programme/detail/leap.hpp>

#include <longmen/base/text.hpp>
#include <longmen/programme/detail/growth_rate.hpp>
#include <longmen/stats/ranks.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace longmen::programme::detail {

namespace {

struct Point {
    int year = 0;
    double value = 0;
};

double yuan(Money money) {
    constexpr double fen_per_yuan = 100;
    return static_cast<double>(money.fen) / fen_per_yuan;
}

std::vector<Point> points(const Enterprise& enterprise, const std::vector<PortfolioYear>* portfolio,
                          Growth growth, int from, int to) {
    std::vector<Point> result;
    const auto add = [&](int year, double value) {
        if (year >= from && year <= to) {
            result.push_back({year, value});
        }
    };
    if (growth == Growth::portfolio_value) {
        for (const auto& entry : portfolio ? *portfolio : std::vector<PortfolioYear>{}) {
            if (entry.value.defined()) {
                add(entry.year, entry.value.value());
            }
        }
    } else {
        const auto member =
            growth == Growth::sales_revenue ? &YearFigures::sales_revenue : &YearFigures::rd_expense;
        for (const auto& figures : enterprise.figures) {
            if (const auto& amount = figures.*member) {
                add(figures.year, yuan(*amount));
            }
        }
    }
    std::ranges::stable_sort(result, {}, &Point::year);
    return result;
}

/// Scores that differ only by the order of their sums are one score.
double settled(double score) {
    constexpr double steps = 1e9;
    return std::round(score * steps) / steps;
}

} // namespace

std::vector<GrowthResult> measure_growth(const Enterprise& enterprise,
                                         const std::vector<PortfolioYear>* portfolio, const Ranking& ranking,
                                         std::optional<int> year) {
    std::vector<GrowthResult> result;
    for (const auto& [growth, weight] : ranking.weights) {
        GrowthResult entry;
        entry.growth = growth;
        entry.weight = weight;
        if (year) {
            const auto given = points(enterprise, portfolio, growth, *year - ranking.years + 1, *year);
            if (given.size() >= 2 && given.front().year < given.back().year) {
                const auto& [from_year, from] = given.front();
                const auto& [to_year, to] = given.back();
                entry.from_year = from_year;
                entry.to_year = to_year;
                entry.from = from;
                entry.to = to;
                if (from == 0) {
                    entry.rate = Undefined::zero_denominator;
                } else if (from < 0 || to < 0) {
                    entry.rate = Undefined::impossible_value;
                } else {
                    entry.rate = growth_rate(from, to, to_year - from_year);
                }
            }
        }
        result.push_back(entry);
    }
    return result;
}

void score_growth(std::vector<EnterpriseAssessment>& enterprises) {
    constexpr double percent = 100;
    if (enterprises.empty()) {
        return;
    }
    for (std::size_t part = 0; part < enterprises.front().growth.size(); ++part) {
        std::vector<double> rates;
        for (const auto& enterprise : enterprises) {
            if (enterprise.growth[part].rate.defined()) {
                rates.push_back(enterprise.growth[part].rate.value());
            }
        }
        std::ranges::sort(rates);
        for (auto& enterprise : enterprises) {
            auto& growth = enterprise.growth[part];
            growth.among = rates.size();
            if (growth.rate.defined()) {
                growth.percentile = stats::standing(rates, growth.rate.value()).percentile() * percent;
            }
        }
    }
    for (auto& enterprise : enterprises) {
        double sum = 0, weight = 0;
        for (const auto& growth : enterprise.growth) {
            if (growth.percentile) {
                sum += growth.weight * *growth.percentile;
                weight += growth.weight;
            }
        }
        if (weight > 0) {
            enterprise.leap_growth = settled(sum / weight);
        }
        enterprise.coverage = settled(weight);
        if (enterprise.word && enterprise.word->score) {
            enterprise.leap_growth = settled(*enterprise.word->score);
        }
    }
}

void rank_eligible(std::vector<EnterpriseAssessment>& enterprises) {
    std::vector<double> scores;
    std::vector<EnterpriseAssessment*> ranked;
    for (auto& enterprise : enterprises) {
        if (enterprise.verdict == Verdict::eligible && enterprise.leap_growth) {
            scores.push_back(*enterprise.leap_growth);
            ranked.push_back(&enterprise);
        }
    }
    const auto ranks = stats::ranks_descending(scores);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        ranked[i]->rank = ranks[i];
    }
}

void sort_for_reading(std::vector<EnterpriseAssessment>& enterprises) {
    const auto group = [](Verdict verdict) {
        return verdict == Verdict::eligible ? 0 : verdict == Verdict::evidence_missing ? 1 : 2;
    };
    std::ranges::stable_sort(enterprises, {}, [&](const EnterpriseAssessment& enterprise) {
        return std::tuple{group(enterprise.verdict),
                          enterprise.rank.value_or(std::numeric_limits<std::uint32_t>::max()),
                          fold_key(enterprise.name), enterprise.uscc};
    });
}

} // namespace longmen::programme::detail
