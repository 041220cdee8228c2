// SPDX-License-Identifier: GPL-3.0-or-later
// Shares families out among their holders.
#include <longmen/analysis/portfolio_concentration.hpp>

#include <longmen/analysis/selection.hpp>
#include <longmen/base/text.hpp>
#include <longmen/indicators/concentration.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

namespace longmen::analysis {

namespace {

constexpr std::size_t first_few = 5, first_ten = 10;

struct Named {
    std::string key, name;
};

/// Applicants by patent, as `parties` unites them.
std::map<std::uint32_t, std::vector<Named>> applicants_of(const Portfolio& portfolio, const Corpus& corpus) {
    Selection selection;
    for (const auto& family : portfolio.families) {
        if (family.active) {
            selection.push_back(family.representative);
        }
    }
    std::ranges::sort(selection);
    std::map<std::uint32_t, std::vector<Named>> result;
    for (const auto& party : parties(corpus, selection)) {
        for (const auto patent : party.patents) {
            result[patent].push_back({party.key, party.name});
        }
    }
    return result;
}

std::vector<Named> inventors_of(const Patent& patent) {
    std::map<std::string, std::string> seen;
    for (const auto& name : patent.inventors) {
        if (auto key = fold_key(name); !key.empty()) {
            auto& shown = seen[std::move(key)];
            shown = shown.empty() || name < shown ? name : shown;
        }
    }
    std::vector<Named> result;
    for (auto& [key, name] : seen) {
        result.push_back({key, name});
    }
    return result;
}

PortfolioConcentration concentration_in(const std::vector<HolderShare>& rows, double HolderShare::*amount,
                                        bool of_value) {
    PortfolioConcentration result;
    result.of_value = of_value;
    std::vector<double> amounts;
    for (const auto& row : rows) {
        amounts.push_back(row.*amount);
    }
    const auto found = indicators::concentration(amounts);
    if (found.defined()) {
        const auto& value = found.value();
        result.holders = value.holders;
        result.first1 = value.first(1);
        result.first5 = value.first(first_few);
        result.first10 = value.first(first_ten);
        result.hhi = value.hhi;
        result.effective = value.effective_holders;
        if (!of_value && value.unbiased.defined()) {
            result.unbiased = value.unbiased.value();
        }
    }
    return result;
}

} // namespace

std::string_view holder_key(Holder holder) {
    constexpr std::string_view keys[] = {"family", "field", "inventor", "applicant"};
    return keys[static_cast<std::size_t>(holder)];
}

Text holder_text(Holder holder) {
    constexpr Text texts[] = {
        {"专利族", "family"}, {"技术领域", "field"}, {"发明人", "inventor"}, {"申请人", "applicant"}};
    return texts[static_cast<std::size_t>(holder)];
}

HolderShares holders_of(const Portfolio& portfolio, const Corpus& corpus, Holder holder) {
    const auto applicants = holder == Holder::applicant ? applicants_of(portfolio, corpus)
                                                        : decltype(applicants_of(portfolio, corpus)){};
    const auto names = [&](const PortfolioFamily& family) -> std::vector<Named> {
        const auto& patent = corpus.patents[family.representative];
        switch (holder) {
        case Holder::family:
            return {{family.key, patent.number}};
        case Holder::field:
            return family.field == 0 ? std::vector<Named>{}
                                     : std::vector<Named>{{fmt::format("{:02}", family.field),
                                                           fmt::format("{}", family.field)}};
        case Holder::inventor:
            return inventors_of(patent);
        case Holder::applicant:
            break;
        }
        const auto found = applicants.find(family.representative);
        return found == applicants.end() ? std::vector<Named>{} : found->second;
    };

    // --- amounts, in the order of the families -------------------------------------------------------------
    HolderShares result;
    result.holder = holder;
    std::map<std::string, HolderShare> shares;
    std::size_t counted = 0, valued = 0;
    for (const auto& family : portfolio.families) {
        if (!family.active) {
            continue;
        }
        const auto named = names(family);
        const double part = named.empty() ? 0 : 1 / static_cast<double>(named.size());
        counted += named.empty() ? 0 : 1;
        valued += named.empty() || !family.value.defined() ? 0 : 1;
        for (const auto& one : named) {
            auto& share = shares[one.key];
            share.key = one.key;
            share.name = share.name.empty() || one.name < share.name ? one.name : share.name;
            share.families += part;
            share.value += family.value.defined() ? part * family.value.value() : 0;
        }
    }
    double families = 0, value = 0;
    for (const auto& [key, share] : shares) {
        families += share.families;
        value += share.value;
    }
    for (auto& [key, share] : shares) {
        share.share = share.families / families;
        share.value_share = value > 0 ? share.value / value : 0;
        result.rows.push_back(std::move(share));
    }
    std::ranges::stable_sort(result.rows, [](const HolderShare& a, const HolderShare& b) {
        return a.families != b.families ? a.families > b.families : a.value > b.value;
    });

    // --- how concentrated they are -------------------------------------------------------------------------
    result.by_number = concentration_in(result.rows, &HolderShare::families, false);
    result.by_value = concentration_in(result.rows, &HolderShare::value, true);
    for (auto* one : {&result.by_number, &result.by_value}) {
        one->holder = holder;
        one->counted = one->of_value ? valued : counted;
        one->without = portfolio.active - one->counted;
    }
    return result;
}

} // namespace longmen::analysis
