// SPDX-License-Identifier: GPL-3.0-or-later
// The views of a portfolio with their titles and what they rest on; JSON; all enterprises beside each other.
#include <longmen/base/sentence.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/portfolio.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr double percent = 100;
constexpr int file_digits = 4;

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

std::string sums(const std::map<Undefined, std::size_t>& counts, Lang lang) {
    std::string text;
    for (const auto& [reason, count] : counts) {
        text += text.empty() ? "" : lang == Lang::zh ? "；" : "; ";
        text += fmt::format("{} {}", undefined_text(reason).in(lang), count);
    }
    return text;
}

Sentence unit(const analysis::Portfolio& portfolio) {
    return sentence("单位：专利族（项），每族按其代表专利计一次；存续 {} 项；截至 {}",
                    "unit: families, each once by its representative; {} active; as of {}", portfolio.active,
                    portfolio.as_of.iso());
}

std::vector<Sentence> notes_on_values(const PortfolioViews& views) {
    const auto& values = views.values;
    std::vector<Sentence> notes;
    if (values.quartiles && values.all_quartiles) {
        notes.push_back(sentence(
            "价值分中位数 {:.1f}（四分位 {:.1f} 至 {:.1f}）；全部专利族为 {:.1f}（{:.1f} 至 {:.1f}）",
            "median value {:.1f} (quartiles {:.1f} to {:.1f}); over all families {:.1f} ({:.1f} to {:.1f})",
            values.quartiles->median, values.quartiles->low, values.quartiles->high,
            values.all_quartiles->median, values.all_quartiles->low, values.all_quartiles->high));
    }
    for (const auto& one : values.tops) {
        notes.push_back(sentence("处于比较组前 {:.0f}% 的 {} 项", "{1} in the top {0:.0f} % of their cohort",
                                 percent * one.share, one.own));
    }
    if (!values.without.empty()) {
        notes.push_back({"没有价值分：" + sums(values.without, Lang::zh),
                         "without a value: " + sums(values.without, Lang::en)});
    }
    notes.push_back(
        {"比较组：全部数据中各存续专利族的代表专利，同技术领域、申请年、受理局，不足时按模型的规则放宽",
         "cohorts: representatives of all active families of the data, by field, filing year and office, "
         "widened by the rule of the model where too small"});
    return notes;
}

std::vector<Sentence> notes_on(const PortfolioBasis& basis, const PortfolioViews& views, PortfolioView view) {
    const auto& portfolio = views.portfolio;
    std::vector<Sentence> notes{unit(portfolio)};
    const auto add = [&](const Sentence& one) { notes.push_back(one); };
    switch (view) {
    case PortfolioView::values:
        for (auto& one : notes_on_values(views)) {
            add(one);
        }
        break;
    case PortfolioView::top:
        add(sentence(
            "名次为代表专利在全部 {} 件有价值分的专利中的名次，区间为任一权重增减 {:.0f}% 时的范围",
            "rank of the representative among all {} patents with a value; the range is that under a "
            "change of any one weight by {:.0f} %",
            basis.scored.scores.scored, percent * basis.scored.model.weight_change));
        break;
    case PortfolioView::concentration:
    case PortfolioView::holders:
        add({"一族有多名发明人或申请人的均分；同名发明人未作区分；小样本校正只适用于计数",
             "a family of several inventors or applicants is shared out equally; namesakes are not told "
             "apart; "
             "the correction for small numbers is for counts only"});
        break;
    case PortfolioView::ages:
        add({"自族内最早申请日起的整年数", "full years since the earliest filing of a member"});
        break;
    case PortfolioView::ends:
        add({"族内存续成员保护期最迟届满的年份，未考虑欠费终止；在审的按授权后应有的保护期",
             "year in which the last full term of an active member ends, lapses for unpaid fees aside; for "
             "those "
             "pending, the term they would have"});
        if (views.ends.open_members > 0) {
            add(sentence("另有 {} 件存续成员的届满日不明，其所在族按其余成员计",
                         "the end of {} active members is not known; their families stand by the others",
                         views.ends.open_members));
        }
        break;
    case PortfolioView::costs: {
        const auto& costs = views.costs;
        add(sentence("有效权利 {} 项；至 {} 应缴年费 {} 笔，全额 {} 元，应缴 {} 元；共有权利按全额计",
                     "{} rights in force; up to {} {} fees fall due, {} CNY in full, {} CNY payable; a joint "
                     "right counts whole",
                     costs.rights, portfolio.until.iso(), costs.total.fees,
                     print_money(costs.total.full, MoneyUnit::yuan),
                     print_money(costs.total.payable, MoneyUnit::yuan)));
        if (costs.total.grace_fees > 0) {
            add(sentence(
                "其中 {} 笔已过应缴日、未见缴费，连同当日滞纳金 {} 元",
                "{} of them are past their due date and not known to be paid: {} CNY with the surcharge "
                "of that day",
                costs.total.grace_fees, print_money(costs.total.grace, MoneyUnit::yuan)));
        }
        if (!costs.gaps.empty()) {
            add(sentence(
                "{} 项有效权利的年费无法算出，未计入合计，见 gaps 视图",
                "the fees of {} rights in force cannot be told and are not in the sums, see the view gaps",
                costs.gaps.size()));
        }
        if (costs.not_granted > 0) {
            add(sentence("{} 个存续族尚无有效权利，暂无年费",
                         "{} active families have no right in force and no annual fee yet",
                         costs.not_granted));
        }
        if (costs.yuan_per_point) {
            add(sentence(
                "一年内年费折合每分价值 {:.1f} 元（只计两者均已知的族）",
                "fees of one year: {:.1f} CNY for a point of value, over families where both are known",
                *costs.yuan_per_point));
        }
        add(payments_sentence(basis.fee_list));
        break;
    }
    case PortfolioView::gaps:
        break;
    case PortfolioView::fields:
        add(sentence(
            "每族计入代表专利的领域；对比范围为全部 {} 项专利族；百分位与 RTA 为 95% 区间；近年占比为近 {} "
            "年在近 {} 个完整年度申请中的份额",
            "a family counts in the field of its representative; compared with all {} families; 95 % "
            "intervals of percentile and RTA; recent: share of the last {} of the last {} complete years",
            views.fields.all, basis.rules.recent_years, basis.rules.long_years));
        break;
    case PortfolioView::candidates:
    case PortfolioView::conditions: {
        const auto& t = basis.portfolio_rules.candidates;
        add({"此表仅供人工逐项查看，不是放弃权利的建议：产品、合同与市场情况不在数据内",
             "A list for a person to go through, no advice to give a right up: products, contracts and "
             "markets are "
             "not in the data"});
        add(sentence(
            "条件（models/reports/portfolio.toml 第 {} 版，门槛为本项目缺省值）：百分位不高于 "
            "{:.2f}；价值分完整且覆盖率不低于 "
            "{:.2f}；今后年费高于组合的第 {} 百分位；无使用记录；同领域另有至少 {} 个价值更高的存续族",
            "Conditions (models/reports/portfolio.toml version {}, thresholds are defaults of this project): "
            "percentile at most {:.2f}; value complete with a coverage of at least {:.2f}; fees ahead above "
            "percentile {} of the portfolio; no use on record; at least {} active families of its field with "
            "a higher value",
            basis.portfolio_rules.version, t.low_percentile, t.min_coverage, t.cost_percent, t.others_above));
        add({"candidate 为条件全部符合，look 为其余均符合但有条件不明；所列各族全部放弃也不会使任何领域落空",
             "candidate: every condition holds; look: some are not known and the others hold. No field would "
             "be left "
             "without a family if all of those listed went"});
        break;
    }
    case PortfolioView::families:
    case PortfolioView::count_:
        break;
    }
    return notes;
}

Json basis_json(const PortfolioBasis& basis) {
    const auto& scored = basis.scored;
    Json json;
    json["as_of"] = scored.scores.as_of.iso();
    json["until"] = basis.fees.until.iso();
    json["model"] = scored.model.id;
    json["version"] = scored.model.version;
    json["model_checksum"] = scored.model.checksum;
    json["baseline"] = scored.scores.baseline ? Json{{"name", scored.scores.baseline->name},
                                                     {"checksum", scored.scores.baseline->checksum}}
                                              : Json(nullptr);
    json["rules"] = {{"version", basis.portfolio_rules.version},
                     {"checksum", basis.portfolio_rules.checksum}};
    json["reduction"] = basis.fee_list.request.reduction.empty() ? "none" : basis.fee_list.request.reduction;
    json["payments"] = payments_key(basis.fee_list);
    return json;
}

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
    for (const auto& note : notes_on(basis, views, view)) {
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
            "组合价值 {:.1f}，第 {} 名（共 {} 名），任一权重变动时在第 {} 至第 {} 名之间；覆盖率 {:.2f}",
            "value {:.1f}, rank {} of {}, between {} and {} when any one weight changes; coverage {:.2f}",
            party.value.value(), party.rank.rank, of, party.rank.low, party.rank.high, party.coverage));
    }
    if (const auto age = analysis::median_age(portfolio)) {
        const auto soon = basis.portfolio_rules.soon_years;
        lines.push_back(sentence("年龄中位数 {:.0f} 年；{} 年内保护期届满 {} 个",
                                 "median age {:.0f} years; the term of {2} ends within {1} years", *age, soon,
                                 analysis::ending_within(portfolio, soon)));
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
    auto json = basis_json(basis);
    json["kind"] = views.park ? "park" : "enterprise";
    json["name"] = views.party->name;
    json["uscc"] = views.uscc.empty() ? Json(nullptr) : Json(views.uscc);
    json["totals"] = totals_json(views);
    json["views"] = Json::object();
    json["notes"] = Json::object();
    for (const auto view : shown) {
        const std::string key{portfolio_view_key(view)};
        const auto section = portfolio_section(basis, views, view, Lang::en, 0);
        json["views"][key] = rows_json(section.table);
        json["notes"][key] = section.lines;
    }
    return json_document(json);
}

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
    auto json = basis_json(basis);
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
