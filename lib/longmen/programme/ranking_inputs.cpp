// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts behind the percentiles of growth.
#include <longmen/programme/ranking_choice.hpp>

#include <longmen/programme/detail/growth_rate.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace longmen::programme {
namespace {

constexpr double fine_step = 1e-4; // of a portfolio's value
constexpr double beyond = 10;      // times the greatest amount: so far is looked
constexpr std::int64_t fen_in_yuan = 100;

/// Whether an enterprise still meets the criteria when one amount of a year is another.
bool eligible_with(const Corpus& corpus, const Programme& programme, const Assessment& assessment,
                   const EnterpriseAssessment& of, std::size_t part, double yuan) {
    const auto growth = of.growth[part].growth;
    if (growth == Growth::portfolio_value) {
        return true;
    }
    Corpus alone;
    alone.as_of = corpus.as_of;
    alone.enterprises = {corpus.enterprises[of.enterprise]};
    for (auto& figures : alone.enterprises.front().figures) {
        if (figures.year == *of.growth[part].to_year) {
            (growth == Growth::sales_revenue ? figures.sales_revenue : figures.rd_expense) =
                Money{std::llround(yuan) * fen_in_yuan};
        }
    }
    AssessOptions options{assessment.as_of, assessment.year, assessment.scheme, {}};
    for (const auto& criterion : of.criteria) {
        if (criterion.word) {
            options.words.push_back(*criterion.word);
        }
    }
    return assess(alone, programme, {}, options).enterprises.front().verdict == Verdict::eligible;
}

scoring::TermInput part_input(const scoring::NamedChoice& choice, const Corpus& corpus,
                              const Programme& programme, const Assessment& assessment, std::size_t part) {
    const auto& enterprises = assessment.enterprises;
    scoring::TermInput input;
    input.against = scoring::HeldAgainst::percentile;
    input.cohorts.emplace_back();
    for (const auto& enterprise : enterprises) {
        if (enterprise.growth[part].rate.defined()) {
            input.cohorts.front().push_back(enterprise.growth[part].rate.value());
        }
    }
    std::ranges::sort(input.cohorts.front());
    const auto growth = enterprises[choice.positions.front()].growth[part].growth;
    const auto text = growth_text(growth);
    const auto year = assessment.year.value_or(0);
    const bool money = growth != Growth::portfolio_value;
    input.name = {fmt::format("{}年{}", year, text.zh), fmt::format("{} of {}", text.en, year)};
    input.unit = money ? Sentence{"元", "CNY"} : Sentence{"分", "points"};
    input.step = money ? 1 : fine_step;
    double greatest = 1;
    for (const auto i : choice.positions) {
        const auto& enterprise = enterprises[i];
        const auto& told = enterprise.growth[part];
        const bool scored = enterprise.word && enterprise.word->score;
        const bool known = !scored && told.rate.defined() && told.to_year == assessment.year;
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        input.figures.push_back(known ? *told.to : none);
        input.held.push_back(!scored && told.rate.defined() ? told.rate.value() : none);
        input.cohort.push_back(!scored && told.rate.defined() ? 0 : scoring::TermInput::none);
        greatest = std::max(greatest, known ? *told.to : 0);
    }
    input.high = beyond * greatest;
    input.member_of = [](std::uint32_t) { return std::vector<std::uint32_t>{0}; };
    const auto of = [&enterprises, positions = choice.positions](std::uint32_t candidate) -> const auto& {
        return enterprises[positions[candidate]];
    };
    input.measure = [of, part](std::uint32_t candidate, double figure) {
        const auto& told = of(candidate).growth[part];
        // As it was reckoned, to the bit, where it is as it was.
        return figure == *told.to ? told.rate.value()
                                  : detail::growth_rate(*told.from, figure, *told.to_year - *told.from_year);
    };
    input.may_stand = [&, of, part](std::uint32_t candidate, double figure) {
        return eligible_with(corpus, programme, assessment, of(candidate), part, figure);
    };
    return input;
}

} // namespace

void add_ranking_inputs(scoring::NamedChoice& choice, const Corpus& corpus, const Programme& programme,
                        const Assessment& assessment) {
    for (std::size_t part = 0; part < choice.terms.size(); ++part) {
        choice.inputs.push_back(part_input(choice, corpus, programme, assessment, part));
    }
}

} // namespace longmen::programme
