// SPDX-License-Identifier: GPL-3.0-or-later
// The views of a portfolio with their titles and what they rest on; JSON.
#include <longmen/base/sentence.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/detail/portfolio_notes.hpp>
#include <longmen/service/portfolio.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

struct ViewName {
    std::string_view key;
    Text title;
};

constexpr std::array<ViewName, static_cast<std::size_t>(PortfolioView::count_)> names{{
    {"values", {"价值分布", "Distribution of values"}},
    {"top", {"价值最高的专利族", "Families of highest value"}},
    {"concentration", {"集中度", "Concentration"}},
    {"holders", {"领域、发明人与申请人", "Fields, inventors, applicants"}},
    {"ages", {"年龄", "Ages"}},
    {"ends", {"保护期届满年历", "Terms by the year they end"}},
    {"costs", {"今后应缴年费", "Annual fees ahead"}},
    {"gaps", {"无法算出年费的有效权利", "Rights in force whose fees cannot be told"}},
    {"fields", {"各技术领域对比", "Field by field"}},
    {"candidates", {"供人工查看的专利族", "Families for a person to look at"}},
    {"conditions", {"查看条件", "Conditions of that list"}},
    {"families", {"全部专利族", "All families"}},
}};

Json totals_json(const PortfolioViews& views) {
    const auto& portfolio = views.portfolio;
    const auto& rank = views.party->rank;
    const auto number = [](std::uint32_t r) { return r == 0 ? Json(nullptr) : Json(r); };
    const auto measured = [](const Measured<double>& value) {
        return value.defined() ? Json(value.value()) : Json(nullptr);
    };
    const auto quartiles = [](const std::optional<analysis::ValueQuartiles>& q) {
        return q ? Json::array({q->low, q->median, q->high}) : Json(nullptr);
    };
    const auto age = analysis::median_age(portfolio);
    Json json;
    json["families"] = portfolio.families.size();
    json["active"] = portfolio.active;
    json["unknown"] = portfolio.unknown;
    json["counted"] = portfolio.counted;
    json["value"] = measured(views.party->value);
    json["coverage"] = views.party->coverage;
    json["complete"] = views.party->complete;
    json["rank"] = number(rank.rank);
    json["rank_low"] = number(rank.low);
    json["rank_high"] = number(rank.high);
    json["quartiles"] = quartiles(views.values.quartiles);
    json["all_quartiles"] = quartiles(views.values.all_quartiles);
    json["median_age"] = age ? Json(*age) : Json(nullptr);
    json["rights_in_force"] = views.costs.rights;
    json["fees"] = views.costs.total.fees;
    json["full_cny"] = rows_json({{{"full", ""}}, {{yuan_cell(views.costs.total.full)}}})[0]["full"];
    json["payable_cny"] =
        rows_json({{{"payable", ""}}, {{yuan_cell(views.costs.total.payable)}}})[0]["payable"];
    json["fees_unknown"] = views.costs.gaps.size();
    json["not_granted"] = views.costs.not_granted;
    json["candidates"] = views.candidates.sure;
    json["to_look_at"] = views.candidates.rows.size() - views.candidates.sure;
    return json;
}

} // namespace

std::string_view portfolio_view_key(PortfolioView view) {
    return names.at(static_cast<std::size_t>(view)).key;
}

std::optional<PortfolioView> portfolio_view_by_key(std::string_view key) {
    const auto found = std::ranges::find(names, key, &ViewName::key);
    return found == names.end() ? std::nullopt
                                : std::optional{static_cast<PortfolioView>(found - names.begin())};
}

std::vector<std::string> portfolio_view_keys() {
    std::vector<std::string> keys;
    for (const auto& name : names) {
        keys.emplace_back(name.key);
    }
    return keys;
}

Section portfolio_section(const PortfolioBasis& basis, const PortfolioViews& views, PortfolioView view,
                          Lang lang, std::size_t top) {
    Section section;
    section.title = names.at(static_cast<std::size_t>(view)).title.in(lang);
    for (const auto& note : detail::notes_on(basis, views, view)) {
        section.lines.push_back(note.in(lang));
    }
    section.table = portfolio_table(basis, views, view, lang, top);
    return section;
}

Section portfolio_head(const PortfolioBasis& basis, const PortfolioViews& views, Lang lang) {
    const auto& portfolio = views.portfolio;
    const auto& party = *views.party;
    Section head;
    head.title = views.uscc.empty() ? party.name : party.name + "  " + views.uscc;
    std::vector<Sentence> lines;
    lines.push_back(sentence("专利族 {} 个：存续 {} 个（有价值分 {} 个），法律状态不明 {} 个",
                             "{} families: {} active ({} of them with a value), {} of unknown status",
                             portfolio.families.size(), portfolio.active, portfolio.counted,
                             portfolio.unknown));
    if (party.value.defined()) {
        const auto of =
            views.park ? basis.scored.scores.parks.size() : basis.scored.scores.enterprises.size();
        lines.push_back(sentence(
            "组合价值 {:.1f}，第 {} 名（共 {} 个），任一权重变动时在第 {} 至第 {} 名之间；覆盖率 {:.2f}",
            "value {:.1f}, rank {} of {}, between {} and {} when any one weight changes; coverage {:.2f}",
            party.value.value(), party.rank.rank, of, party.rank.low, party.rank.high, party.coverage));
    }
    if (const auto age = analysis::median_age(portfolio)) {
        const auto soon = basis.portfolio_rules.soon_years;
        lines.push_back(sentence("年龄中位数 {:.0f} 年；{} 年内保护期届满 {} 个",
                                 "median age {0:.0f} years; the term of {2} ends within {1} years", *age,
                                 soon, analysis::ending_within(portfolio, soon)));
    }
    lines.push_back(sentence("供人工查看 {} 个：条件全部符合 {} 个，另有条件不明 {} 个",
                             "{} families to look at: {} meet every condition, of {} some are not known",
                             views.candidates.rows.size(), views.candidates.sure,
                             views.candidates.rows.size() - views.candidates.sure));
    for (const auto& line : lines) {
        head.lines.push_back(line.in(lang));
    }
    return head;
}

std::string portfolio_json(const PortfolioBasis& basis, const PortfolioViews& views,
                           const std::vector<PortfolioView>& shown) {
    auto json = detail::basis_json(basis);
    json["kind"] = views.park ? "park" : "enterprise";
    json["name"] = views.party->name;
    json["uscc"] = views.uscc.empty() ? Json(nullptr) : Json(views.uscc);
    json["totals"] = totals_json(views);
    json["views"] = Json::object();
    json["notes"] = Json::object();
    for (const auto view : shown) {
        const std::string key{portfolio_view_key(view)};
        const auto section =
            portfolio_section(basis, views, view, Lang::en, view == PortfolioView::top ? best_families : 0);
        json["views"][key] = rows_json(section.table);
        json["notes"][key] = section.lines;
    }
    return json_document(json);
}

} // namespace longmen::service
