// SPDX-License-Identifier: GPL-3.0-or-later
// Demands on weights as sums over the terms.
#include <longmen/scoring/detail/rivalry.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longmen::scoring::detail {
namespace {
constexpr double strict_lead = 1.01; // units of 1/grain that make two rounded scores differ for certain
}

double Rivalry::strict() const {
    return strict_lead / choice_.rule.grain;
}

bool Rivalry::defined(std::size_t i, std::size_t term) const {
    return !std::isnan(choice_.row(i)[term]);
}

bool Rivalry::whole(std::size_t i) const {
    return std::none_of(choice_.row(i).begin(), choice_.row(i).end(), [](double x) { return std::isnan(x); });
}

bool Rivalry::alike(std::size_t rival) const {
    for (std::size_t t = 0; t < choice_.terms(); ++t) {
        if (defined(own_, t) != defined(rival, t)) {
            return false;
        }
    }
    return true;
}

double Rivalry::lead_over(std::size_t rival) const {
    const bool favoured = (choice_.tie_place(own_) < choice_.tie_place(rival)) == enter_;
    return favoured ? 0 : strict();
}

Demand Rivalry::level(std::size_t i, double at, double sign) const {
    Demand demand;
    for (std::size_t t = 0; t < choice_.terms(); ++t) {
        demand.normal.push_back(defined(i, t) ? sign * (choice_.row(i)[t] - at) : 0);
    }
    return demand;
}

Demand Rivalry::coverage(std::size_t i, bool below) const {
    const double least = choice_.rule.least_coverage;
    Demand demand{{}, below ? std::min(0.0, strict() - least) : least};
    for (std::size_t t = 0; t < choice_.terms(); ++t) {
        demand.normal.push_back(defined(i, t) ? (below ? -1.0 : 1.0) : 0);
    }
    return demand;
}

// Let v be the candidate's score: sum over its terms of w (x - v) = 0. The rival, across, adds an inequality
// of the same form. In their difference v is left only where one of the two is undefined; there stands the
// end of the bracket that asks for less.
Demand Rivalry::pair(const Bracket& bracket, std::uint32_t rival) const {
    const double lead = lead_over(rival), sign = enter_ ? 1 : -1;
    const double own_only = enter_ ? bracket.low : bracket.high,
                 rival_only = enter_ ? bracket.high : bracket.low;
    Demand demand;
    for (std::size_t t = 0; t < choice_.terms(); ++t) {
        double ahead = 0;
        if (defined(own_, t)) {
            ahead = choice_.row(own_)[t] - (defined(rival, t) ? choice_.row(rival)[t] : own_only);
        } else if (defined(rival, t)) {
            ahead = rival_only - choice_.row(rival)[t];
        }
        demand.normal.push_back(sign * ahead - (defined(rival, t) ? lead : 0));
    }
    return demand;
}

void Rivalry::demand_across(std::vector<Demand>& demands, const Bracket& bracket, std::uint32_t rival) const {
    demands.push_back(pair(bracket, rival));
    if (alike(rival)) {
        return;
    }
    const double lead = lead_over(rival);
    demands.push_back(enter_ ? level(rival, bracket.high - lead, -1) : level(rival, bracket.low + lead, 1));
    if (!enter_ && !whole(rival)) {
        demands.push_back(coverage(rival, false));
    }
}

bool Rivalry::meets(const std::vector<double>& weights, const Bracket& bracket, std::uint32_t rival) const {
    std::vector<Demand> demands;
    demand_across(demands, bracket, rival);
    return std::all_of(demands.begin(), demands.end(), [&](const Demand& demand) {
        return std::inner_product(demand.normal.begin(), demand.normal.end(), weights.begin(), 0.0) >=
               demand.bound;
    });
}

bool Rivalry::across(const std::vector<double>& weights, std::uint64_t own_key, std::uint32_t rival) const {
    const auto key = choice_key(choice_, rival, score_of(choice_, rival, weights));
    return enter_ ? key < own_key : key > own_key;
}

} // namespace longmen::scoring::detail
