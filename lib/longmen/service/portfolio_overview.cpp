// SPDX-License-Identifier: GPL-3.0-or-later
// The portfolios of all enterprises beside each other.
#include <longmen/base/sentence.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/portfolio_notes.hpp>
#include <longmen/service/portfolio.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

namespace longmen::service {
namespace {

constexpr double percent = 100;
constexpr int file_digits = 4;

} // namespace

Table portfolio_overview(const PortfolioBasis& basis, Lang lang, std::size_t top) {
    auto table = table_with({{"enterprise", {"企业", "Enterprise"}},
                             {"uscc", {"统一社会信用代码", "Credit code"}},
                             {"families", {"专利族", "Families"}},
                             {"active", {"存续族", "Active"}},
                             {"value", {"组合价值", "Value"}},
                             {"rank", {"名次", "Rank"}},
                             {"in_top", {"组内前列", "In top"}},
                             {"in_top_share", {"前列占比", "Share in top"}},
                             {"first10_share", {"前十族价值占比", "Value in first 10"}},
                             {"median_age", {"年龄中位数", "Median age"}},
                             {"ending_soon", {"即将届满", "Ending soon"}},
                             {"fee_next_cny", {"一年内年费（元）", "Fees of one year (CNY)"}},
                             {"fees_unknown", {"年费不明", "Fees not known"}},
                             {"candidates", {"建议查看", "Candidates"}},
                             {"to_look_at", {"条件不明", "To look at"}}},
                            lang);
    const auto inputs = basis.inputs();
    const auto& rules = basis.portfolio_rules;
    for (const auto e : basis.scored.scores.enterprise_order) {
        if (top > 0 && table.rows.size() == top) {
            break;
        }
        const auto& party = basis.scored.scores.enterprises[e];
        const auto portfolio = analysis::portfolio_of(inputs, party);
        const auto in_top =
            analysis::in_top(portfolio, rules.top_shares.empty() ? 0 : rules.top_shares.front());
        const auto value =
            analysis::holders_of(portfolio, basis.scored.corpus, analysis::Holder::family).by_value;
        const auto candidates = analysis::candidates_of(portfolio, inputs, rules);
        const auto age = analysis::median_age(portfolio);
        const auto next = portfolio.as_of.add_years(1);
        Money fees;
        std::size_t unknown = 0;
        for (const auto& family : portfolio.families) {
            unknown += family.fees_unknown.size();
            for (const auto& fee : family.fees) {
                fees.fen += fee.due.days() <= next.days() ? fee.payable.fen : 0;
            }
        }
        table.rows.push_back(
            {party.name, text_cell(basis.scored.corpus.enterprises[e].uscc),
             count_cell(portfolio.families.size()), count_cell(portfolio.active),
             party.value.defined() ? Cell{Decimal{party.value.value(), file_digits, 1}} : Cell{},
             party.rank.rank == 0 ? Cell{} : Cell{std::int64_t{party.rank.rank}}, count_cell(in_top),
             portfolio.active == 0
                 ? Cell{}
                 : Cell{Decimal{static_cast<double>(in_top) / static_cast<double>(portfolio.active),
                                file_digits, 2}},
             value.first10 ? Cell{Decimal{*value.first10, file_digits, 2}} : Cell{},
             age ? Cell{Decimal{*age, file_digits, 1}} : Cell{},
             count_cell(analysis::ending_within(portfolio, rules.soon_years)), yuan_cell(fees),
             count_cell(unknown), count_cell(candidates.sure),
             count_cell(candidates.rows.size() - candidates.sure)});
    }
    return table;
}

std::string portfolio_overview_json(const PortfolioBasis& basis) {
    auto json = detail::basis_json(basis);
    json["kind"] = "overview";
    json["rows"] = rows_json(portfolio_overview(basis, Lang::en, 0));
    return json_document(json);
}

std::vector<std::string> portfolio_statement(const PortfolioBasis& basis, Lang lang) {
    const auto& rules = basis.portfolio_rules;
    std::vector<std::string> lines{score_statement(basis.scored, lang)};
    if (!rules.top_shares.empty()) {
        lines.push_back(
            sentence(
                "组内前列：价值分处于比较组前 {:.0f}% 的存续族；即将届满：{} 年内；门槛见 "
                "models/reports/portfolio.toml。",
                "In top: active families in the top {:.0f} % of their cohort; ending soon: within {} years; "
                "thresholds in models/reports/portfolio.toml.",
                percent * rules.top_shares.front(), rules.soon_years)
                .in(lang));
    }
    lines.push_back(payments_sentence(basis.fee_list).in(lang));
    return lines;
}

} // namespace longmen::service
