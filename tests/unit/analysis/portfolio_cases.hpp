// SPDX-License-Identifier: GPL-3.0-or-later
// Portfolios for the tests of their views: small ones by hand, larger ones drawn.
#pragma once

#include "small_corpus.hpp"
#include "unit/scoring/model_text.hpp"

#include <longmen/analysis/portfolio.hpp>
#include <longmen/analysis/portfolio_rules.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace longmen::test {

/// Three technology fields: lighting, valves, medicines.
inline constexpr auto lamps = "F21S2/00", valves = "F16K31/06", drugs = "A61K31/00";

/// One record: its value is the number of claims (of 100), or with citations 0.6 claims + 0.4 citations.
struct Held {
    std::string number;
    std::string filed = "2015-06-01";
    std::optional<int> claims = 10;
    std::string ipc = valves;
    LegalState status = LegalState::granted;
    std::vector<std::uint32_t> enterprises = {0};
    std::string family{};
    std::optional<int> citations{};
    PatentType type = PatentType::invention;
    std::vector<std::string> applicants = {"甲公司"};
    std::vector<std::string> inventors = {"张三"};
};

inline Patent record_of(const Held& held) {
    Patent result;
    result.number = held.number;
    result.family = held.family.empty() ? held.number : held.family;
    result.office = "CN";
    result.app_date = Date::from_iso(held.filed);
    result.type = held.type;
    result.status = held.status;
    if (!held.ipc.empty()) {
        result.ipc = {held.ipc};
    }
    result.n_claims = held.claims;
    result.vendor_forward_citations = held.citations;
    result.applicants = held.applicants;
    result.inventors = held.inventors;
    result.enterprises = held.enterprises;
    return with_term(std::move(result));
}

inline const scoring::ValueModel& claims_model(int minimum = 1) {
    static const auto text = term_text("claims", "0.6", "share", "full = 100\n") +
                             term_text("vendor_forward_citations", "0.4", "share", "full = 100\n");
    static const auto one = model_of(model_text(text, 1)), three = model_of(model_text(text, 3));
    return minimum == 1 ? one : three;
}

inline const analysis::PortfolioRules& portfolio_rules() {
    static const auto shipped =
        analysis::read_portfolio_rules(Config::read(LONGMEN_SOURCE_DIR "/models/reports/portfolio.toml"));
    return shipped;
}

/// Two enterprises in one park, and competitors that belong to neither.
struct PortfolioCase {
    Corpus corpus;
    const scoring::ValueModel& model;
    scoring::Scores scores;
    std::unique_ptr<analysis::FamilyStandings> standings;
    analysis::FeesTold fees;
    std::vector<analysis::PatentUse> uses;

    explicit PortfolioCase(const std::vector<Held>& held, int minimum = 1,
                           std::string_view as_of = "2022-03-31")
        : model(claims_model(minimum)) {
        corpus.as_of = day(as_of);
        for (const auto* name : {"甲公司", "乙公司"}) {
            Enterprise enterprise;
            enterprise.name = name;
            enterprise.park = "某园区";
            corpus.enterprises.push_back(enterprise);
        }
        for (const auto& one : held) {
            corpus.patents.push_back(record_of(one));
        }
        scores = scoring::evaluate(corpus, model);
        standings = std::make_unique<analysis::FamilyStandings>(corpus, model, scores);
        fees.until = corpus.as_of.add_years(3);
        uses.resize(corpus.patents.size());
        for (auto& use : uses) {
            use.told = true;
        }
    }

    [[nodiscard]] analysis::PortfolioInputs inputs() const {
        return {corpus, model, scores, *standings, fees, uses};
    }
    [[nodiscard]] analysis::Portfolio of(std::size_t enterprise = 0) const {
        return analysis::portfolio_of(inputs(), scores.enterprises[enterprise]);
    }
    [[nodiscard]] std::uint32_t at(const std::string& number) const {
        const auto found = std::ranges::find(corpus.patents, number, &Patent::number);
        REQUIRE(found != corpus.patents.end());
        return static_cast<std::uint32_t>(found - corpus.patents.begin());
    }
    /// A fee of so many yuan.
    void fee(const std::string& number, std::string_view due, int yuan, bool late = false) {
        fees.fees.push_back({at(number), 5, day(due), Money{yuan * 100}, Money{yuan * 100}, late,
                             late ? Money{yuan * 10} : Money{}, false});
        std::ranges::stable_sort(fees.fees, [](const auto& a, const auto& b) {
            return a.patent != b.patent ? a.patent < b.patent : a.due.days() < b.due.days();
        });
    }
};

inline const analysis::PortfolioFamily& family_of(const analysis::Portfolio& portfolio,
                                                  const std::string& key) {
    const auto found = std::ranges::find(portfolio.families, key, &analysis::PortfolioFamily::key);
    REQUIRE(found != portfolio.families.end());
    return *found;
}

/// Drawn: fields, years, states, families of one to three members, values and fees that may be missing.
inline std::vector<Held> drawn(std::uint32_t seed, int records = 60) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    std::vector<Held> held;
    for (int i = 0; i < records; ++i) {
        Held one;
        one.number = "CN" + std::to_string(1000 + i);
        one.filed = std::to_string(2004 + below(18)) + "-0" + std::to_string(1 + below(9)) + "-15";
        one.claims = below(8) == 0 ? std::nullopt : std::optional{static_cast<int>(below(30))};
        one.citations = below(2) == 0 ? std::nullopt : std::optional{static_cast<int>(below(60))};
        const char* classes[] = {lamps, valves, drugs, ""};
        one.ipc = classes[below(4)];
        constexpr LegalState states[] = {LegalState::granted,    LegalState::granted,
                                         LegalState::granted,    LegalState::examination,
                                         LegalState::fee_lapsed, LegalState::unknown};
        one.status = states[below(6)];
        one.enterprises = below(3) == 0   ? std::vector<std::uint32_t>{}
                          : below(4) == 0 ? std::vector<std::uint32_t>{0, 1}
                                          : std::vector<std::uint32_t>{below(2)};
        if (i > 0 && below(5) == 0) {
            one.family = held.back().family.empty() ? held.back().number : held.back().family;
        }
        held.push_back(one);
    }
    return held;
}

} // namespace longmen::test
