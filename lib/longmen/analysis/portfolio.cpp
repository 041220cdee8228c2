// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers the facts of each family of a portfolio.
#include <longmen/analysis/portfolio.hpp>

#include <longmen/indicators/status.hpp>
#include <longmen/record/in_force.hpp>

#include <algorithm>
#include <tuple>

namespace longmen::analysis {

namespace {

/// Adds what one member tells.
void add_member(PortfolioFamily& family, std::uint32_t member, const PortfolioInputs& inputs) {
    const auto& patent = inputs.corpus.patents[member];
    const auto& as_of = inputs.corpus.as_of;
    if (patent.app_date && (!family.filed || patent.app_date->days() < family.filed->days())) {
        family.filed = patent.app_date;
    }
    const auto& active = inputs.model.portfolio.active;
    if (patent.expiry_date &&
        std::ranges::find(active, indicators::validity_at(patent, as_of)) != active.end() &&
        (!family.end || patent.expiry_date->days() > family.end->days())) {
        family.end = patent.expiry_date;
    }
    if (in_force_on(patent, as_of, as_of).value_or(false)) {
        family.in_force.push_back(member);
    }
    const auto& told = inputs.fees.fees;
    for (auto fee = std::ranges::lower_bound(told, member, {}, &FeeAhead::patent);
         fee != told.end() && fee->patent == member; ++fee) {
        family.fees.push_back(*fee);
    }
    if (const auto found = inputs.fees.unknown.find(member); found != inputs.fees.unknown.end()) {
        family.fees_unknown.insert(*found);
    }
    const auto& use = inputs.uses[member];
    family.use.told = family.use.told || use.told;
    for (const auto& [kind, count] : use.counts) {
        family.use.counts[kind] += count;
    }
}

} // namespace

Measured<Money> PortfolioFamily::cost(const Date& until) const {
    if (!fees_unknown.empty()) {
        return fees_unknown.begin()->second;
    }
    if (in_force.empty()) {
        return Undefined::not_granted;
    }
    Money sum;
    for (const auto& fee : fees) {
        sum.fen += fee.due.days() <= until.days() ? fee.payable.fen : 0;
    }
    return sum;
}

Portfolio portfolio_of(const PortfolioInputs& inputs, const scoring::PartyScore& party) {
    const auto& corpus = inputs.corpus;
    Portfolio result{party.name,   corpus.as_of,  inputs.fees.until, {},
                     party.active, party.unknown, party.counted};
    for (const auto& share : party.families) {
        const auto& score = inputs.scores.patents[share.representative];
        PortfolioFamily family;
        family.key = share.family;
        family.members = share.members;
        family.representative = share.representative;
        family.active = share.active;
        family.validity = share.validity;
        family.field = inputs.scores.placement.members[share.representative].field;
        family.value = score.value.defined() ? Measured<double>{score.value.value(), score.complete}
                                             : Measured<double>{score.value.reason()};
        family.coverage = score.coverage;
        family.rank = score.rank;
        family.place = inputs.standings.place(share.representative, inputs.scores);
        for (const auto member : share.members) {
            add_member(family, member, inputs);
        }
        std::ranges::sort(family.fees, {}, [&](const FeeAhead& fee) {
            return std::tuple(fee.due.days(), std::string_view{corpus.patents[fee.patent].number},
                              fee.fee_year);
        });
        result.families.push_back(std::move(family));
    }
    return result;
}

} // namespace longmen::analysis
