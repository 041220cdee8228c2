// SPDX-License-Identifier: GPL-3.0-or-later
// Adds up fees by year.
#include <longmen/analysis/portfolio_costs.hpp>

#include <algorithm>
#include <set>

namespace longmen::analysis {

namespace {

constexpr double fen_in_yuan = 100;

void add(CostYear& year, const FeeAhead& fee) {
    ++year.fees;
    year.full.fen += fee.full.fen;
    year.payable.fen += fee.payable.fen;
    if (fee.in_grace) {
        ++year.grace_fees;
        year.grace.fen += fee.payable.fen + fee.surcharge.fen;
    }
}

} // namespace

PortfolioCosts costs_of(const Portfolio& portfolio, const Corpus& corpus) {
    PortfolioCosts result;
    std::map<int, CostYear> years;
    const auto next = portfolio.as_of.add_years(1);
    double points = 0;
    std::int64_t fen = 0;
    for (const auto& family : portfolio.families) {
        std::set<int> of_family;
        std::set<std::pair<int, std::uint32_t>> of_rights;
        std::set<std::uint32_t> rights;
        for (const auto& fee : family.fees) {
            auto& year = years[fee.due.year()];
            add(year, fee);
            add(result.total, fee);
            year.families += of_family.insert(fee.due.year()).second ? 1 : 0;
            year.rights += of_rights.emplace(fee.due.year(), fee.patent).second ? 1 : 0;
            result.total.rights += rights.insert(fee.patent).second ? 1 : 0;
        }
        result.total.families += family.fees.empty() ? 0 : 1;
        result.rights += family.in_force.size();
        result.not_granted += family.active && family.in_force.empty() ? 1 : 0;
        for (const auto& [patent, reason] : family.fees_unknown) {
            result.gaps.push_back({patent, reason});
        }
        const auto cost = family.cost(next);
        if (family.active && cost.defined() && family.value.defined()) {
            fen += cost.value().fen;
            points += family.value.value();
        }
    }
    for (auto& [key, year] : years) {
        year.year = key;
        result.years.push_back(year);
    }
    std::ranges::sort(result.gaps, {}, [&](const CostGap& gap) {
        return std::string_view{corpus.patents[gap.patent].number};
    });
    if (points > 0) {
        result.yuan_per_point = static_cast<double>(fen) / fen_in_yuan / points;
    }
    return result;
}

} // namespace longmen::analysis
