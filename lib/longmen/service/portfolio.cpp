// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what portfolios are made from, and the views of one owner.
#include <longmen/service/portfolio.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/in_force.hpp>
#include <longmen/store/events.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace longmen::service {
namespace {

/// Fees by position; the rights of other offices have no schedule here.
analysis::FeesTold fees_told(const FeeList& list, const Corpus& corpus) {
    analysis::FeesTold told;
    told.until = list.until;
    for (const auto& open : list.open) {
        told.fees.push_back({static_cast<std::uint32_t>(open.patent), open.fee.year, open.fee.due,
                             open.fee.full.value_or(Money{}), open.payable, open.fee.grace_month > 0,
                             open.late.value_or(Money{}), open.fee.state == FeeState::grace});
    }
    std::ranges::stable_sort(told.fees, {}, &analysis::FeeAhead::patent);
    std::unordered_map<std::string_view, std::uint32_t> position;
    for (std::uint32_t i = 0; i < corpus.patents.size(); ++i) {
        const auto& patent = corpus.patents[i];
        position.emplace(patent.number, i);
        if (patent.office != "CN" && in_force_on(patent, corpus.as_of, corpus.as_of).value_or(false)) {
            told.unknown.emplace(i, Undefined::not_applicable);
        }
    }
    for (const auto& [reason, numbers] : list.unknown) {
        for (const auto& number : numbers) {
            told.unknown.emplace(position.at(number), reason);
        }
    }
    return told;
}

/// The larger of what a source counts and what events tell, each up to the as-of date where it has one.
std::vector<analysis::PatentUse> uses_told(const store::Workspace& workspace, const Corpus& corpus) {
    std::vector<analysis::PatentUse> uses(corpus.patents.size());
    std::unordered_map<std::int64_t, std::size_t> position;
    for (std::size_t i = 0; i < corpus.patents.size(); ++i) {
        position.emplace(corpus.patents[i].id, i);
    }
    for (const auto& event : store::load_events(workspace)) {
        const auto found = position.find(event.patent);
        const auto day = Date::from_iso(event.date);
        if (found == position.end() || (day && day->days() > corpus.as_of.days())) {
            continue;
        }
        auto& use = uses[found->second];
        use.told = true;
        if (const auto kind = event_by_key(event.code)) {
            ++use.counts[*kind];
        }
    }
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const auto& patent = corpus.patents[i];
        auto& use = uses[i];
        use.told = use.told || (patent.licences && patent.pledges && patent.litigations);
        const std::array given{std::pair{EventKind::transfer, patent.transfers},
                               std::pair{EventKind::licence, patent.licences},
                               std::pair{EventKind::pledge, patent.pledges},
                               std::pair{EventKind::litigation, patent.litigations}};
        for (const auto& [kind, count] : given) {
            if (count.value_or(0) > 0) {
                auto& sum = use.counts[kind];
                sum = std::max(sum, static_cast<std::size_t>(*count));
            }
        }
    }
    return uses;
}

} // namespace

PortfolioBasis portfolio_basis(const store::Workspace& workspace, const PortfolioRequest& request,
                               Progress& progress) {
    auto scored = score_workspace(workspace, request.score, progress);
    const auto& models = request.score.models_folder;
    auto list = list_fees(workspace, {models, request.score.as_of, request.reduction, request.years},
                          std::move(scored.corpus));
    scored.corpus = std::move(list.corpus);
    list.corpus = {};
    auto fees = fees_told(list, scored.corpus);
    auto uses = uses_told(workspace, scored.corpus);
    analysis::FamilyStandings standings{scored.corpus, scored.model, scored.scores};
    return {std::move(scored),
            std::move(list),
            analysis::read_rules(Config::read(models + "/reports/analysis.toml")),
            analysis::read_portfolio_rules(Config::read(models + "/reports/portfolio.toml")),
            std::move(standings),
            std::move(fees),
            std::move(uses)};
}

PortfolioViews portfolio_views(const store::Workspace& workspace, const PortfolioBasis& basis,
                               const std::string& who) {
    const auto& corpus = basis.scored.corpus;
    const auto& scores = basis.scored.scores;
    PortfolioViews views;
    const scoring::PartyScore* park_of = nullptr;
    if (const auto id = store::find_enterprise(workspace, who)) {
        const auto found = std::ranges::find(corpus.enterprises, *id, &Enterprise::id);
        views.party = &scores.enterprises[static_cast<std::size_t>(found - corpus.enterprises.begin())];
        views.uscc = found->uscc;
        const auto park = std::ranges::find(scores.parks, found->park, &scoring::PartyScore::name);
        park_of = park == scores.parks.end() ? nullptr : &*park;
    } else {
        const auto park = std::ranges::find(scores.parks, who, &scoring::PartyScore::name);
        if (park == scores.parks.end()) {
            std::vector<std::string_view> names;
            for (const auto& one : scores.parks) {
                names.emplace_back(one.name);
            }
            throw UsageError(Sentence{
                fmt::format("{}：工作区中没有这家企业或园区；园区有：{}", who, fmt::join(names, "、")),
                fmt::format("{}: no enterprise or park of the workspace; the parks are: {}", who,
                            fmt::join(names, ", "))});
        }
        views.park = true;
        views.party = &*park;
    }
    const auto inputs = basis.inputs();
    views.portfolio = analysis::portfolio_of(inputs, *views.party);
    const auto& portfolio = views.portfolio;
    views.values = analysis::value_distribution(portfolio, inputs, basis.portfolio_rules);
    for (const auto holder : {analysis::Holder::family, analysis::Holder::field, analysis::Holder::inventor,
                              analysis::Holder::applicant}) {
        views.holders.push_back(analysis::holders_of(portfolio, corpus, holder));
    }
    views.ages = analysis::ages_of(portfolio);
    views.ends = analysis::ends_of(portfolio, corpus);
    views.costs = analysis::costs_of(portfolio, corpus);
    views.fields = analysis::portfolio_fields(portfolio, inputs, basis.rules, park_of);
    views.candidates = analysis::candidates_of(portfolio, inputs, basis.portfolio_rules);
    return views;
}

} // namespace longmen::service
