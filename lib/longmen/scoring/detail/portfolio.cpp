// SPDX-License-Identifier: GPL-3.0-or-later
// Families of enterprises and parks, and the figures over them.
#include <longmen/indicators/status.hpp>
#include <longmen/scoring/detail/weighing.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace longmen::scoring::detail {
namespace {

bool is_active(const PortfolioRule& rule, Validity validity) {
    return std::ranges::find(rule.active, validity) != rule.active.end();
}

/// The portfolio of one party from its patents.
class PortfolioMaker {
    const Corpus& corpus_;
    const ValueModel& model_;
    const Scores& scores_;
    std::vector<Validity> validity_;

    /// Active before unknown before dead; then the higher value; then the smaller number.
    [[nodiscard]] bool better(std::uint32_t a, std::uint32_t b) const {
        const auto standing = [&](std::uint32_t i) {
            return is_active(model_.portfolio, validity_[i]) ? 2 : validity_[i] == Validity::unknown ? 1 : 0;
        };
        if (standing(a) != standing(b)) {
            return standing(a) > standing(b);
        }
        const auto& va = scores_.patents[a].value;
        const auto& vb = scores_.patents[b].value;
        if (va.defined() != vb.defined()) {
            return va.defined();
        }
        if (va.defined() && va.value() != vb.value()) {
            return va.value() > vb.value();
        }
        return corpus_.patents[a].number < corpus_.patents[b].number;
    }

public:
    PortfolioMaker(const Corpus& corpus, const ValueModel& model, const Scores& scores)
        : corpus_(corpus), model_(model), scores_(scores) {
        for (const auto& patent : corpus.patents) {
            validity_.push_back(indicators::validity_at(patent, corpus.as_of));
        }
    }

    [[nodiscard]] std::vector<FamilyShare> families(const std::vector<std::uint32_t>& patents) const {
        std::map<std::string_view, std::vector<std::uint32_t>> by_family;
        for (const auto i : patents) {
            const auto& patent = corpus_.patents[i];
            if (scores_.placement.members[i].counted) {
                by_family[patent.family.empty() ? patent.number : patent.family].push_back(i);
            }
        }
        std::vector<FamilyShare> result;
        for (auto& [key, members] : by_family) {
            FamilyShare family;
            family.family = key;
            std::ranges::sort(members, {}, [&](std::uint32_t i) { return corpus_.patents[i].number; });
            family.representative =
                *std::ranges::min_element(members, [&](auto a, auto b) { return better(a, b); });
            family.members = std::move(members);
            family.validity = validity_[family.representative];
            family.active = is_active(model_.portfolio, family.validity);
            family.counted = family.active && scores_.patents[family.representative].value.defined();
            result.push_back(std::move(family));
        }
        return result;
    }

    [[nodiscard]] bool candidate(std::uint32_t patent) const {
        return is_active(model_.portfolio, validity_[patent]) && scores_.patents[patent].value.defined();
    }
};

void count_families(PartyScore& party, const Scores& scores) {
    double coverage = 0;
    for (const auto& family : party.families) {
        const auto& score = scores.patents[family.representative];
        party.active += family.active;
        party.counted += family.counted;
        const bool unknown = !family.active && family.validity == Validity::unknown;
        party.unknown += unknown;
        if (family.counted) {
            coverage += score.coverage;
            party.complete = party.complete && score.complete;
        } else if (family.active || unknown) {
            party.complete = false;
        }
    }
    const auto open = party.active + party.unknown;
    if (party.families.empty()) {
        party.coverage = 0;
    } else {
        party.coverage = open == 0 ? 1 : coverage / static_cast<double>(open);
    }
}

} // namespace

PortfolioFigures portfolio_figures(const PartyScore& party, const Scores& scores, const ValueModel& model,
                                   std::span<const double> values) {
    std::vector<double> best;
    double sum = 0;
    for (const auto& family : party.families) {
        if (!family.counted) {
            continue;
        }
        double value = 0;
        for (const auto member : family.members) {
            if (scores.candidates[member]) {
                value = std::max(value, values[member]);
            }
        }
        sum += value;
        best.push_back(value);
    }
    std::ranges::sort(best, std::greater<>{});
    std::size_t h = 0;
    if (model.portfolio.value == PortfolioValue::h) {
        while (h < best.size() && best[h] >= static_cast<double>(h + 1) * model.portfolio.step) {
            ++h;
        }
    }
    best.resize(std::min(best.size(), model.portfolio.top));
    double top = 0;
    for (const double value : best) {
        top += value;
    }
    return {sum, best.empty() ? 0 : top / static_cast<double>(best.size()), static_cast<double>(h)};
}

void make_portfolios(const Corpus& corpus, const ValueModel& model, Scores& scores) {
    const PortfolioMaker maker{corpus, model, scores};
    scores.candidates.resize(corpus.patents.size());
    std::vector<std::vector<std::uint32_t>> by_enterprise(corpus.enterprises.size());
    std::map<std::string_view, std::set<std::uint32_t>> by_park;
    for (const auto& enterprise : corpus.enterprises) {
        if (!enterprise.park.empty()) {
            by_park[enterprise.park];
        }
    }
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        const auto patent = static_cast<std::uint32_t>(i);
        scores.candidates[i] = maker.candidate(patent);
        const std::set<std::uint32_t> tied(corpus.patents[i].enterprises.begin(),
                                           corpus.patents[i].enterprises.end());
        for (const auto e : tied) {
            by_enterprise.at(e).push_back(patent);
            if (const auto& park = corpus.enterprises[e].park; !park.empty()) {
                by_park[park].insert(patent);
            }
        }
    }
    for (std::size_t e = 0; e < corpus.enterprises.size(); ++e) {
        PartyScore party;
        party.name = corpus.enterprises[e].name;
        party.enterprise = static_cast<std::uint32_t>(e);
        party.families = maker.families(by_enterprise[e]);
        count_families(party, scores);
        scores.enterprises.push_back(std::move(party));
    }
    for (const auto& [park, patents] : by_park) {
        PartyScore party;
        party.name = park;
        party.families = maker.families({patents.begin(), patents.end()});
        count_families(party, scores);
        scores.parks.push_back(std::move(party));
    }
}

} // namespace longmen::scoring::detail
