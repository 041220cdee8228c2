// SPDX-License-Identifier: GPL-3.0-or-later
// Words of the views of a portfolio.
#include <longmen/service/detail/portfolio_notes.hpp>

#include <longmen/base/sentence.hpp>

#include <nlohmann/json.hpp>

namespace longmen::service::detail {
namespace {

using Json = nlohmann::ordered_json;

constexpr double percent = 100;

std::string sums(const std::map<Undefined, std::size_t>& counts, Lang lang) {
    std::string text;
    for (const auto& [reason, count] : counts) {
        text += text.empty() ? "" : lang == Lang::zh ? "；" : "; ";
        text += fmt::format("{} {}", undefined_text(reason).in(lang), count);
    }
    return text;
}

Sentence unit(const PortfolioBasis& basis, const analysis::Portfolio& portfolio) {
    const auto& model = basis.scored.model;
    return sentence(
        "单位：专利族（项），每族按其代表专利计一次；存续 {} 项；模型 {} 第 {} 版；截至 {}",
        "unit: families, each once by its representative; {} active; model {} version {}; as of {}",
        portfolio.active, model.id, model.version, portfolio.as_of.iso());
}

Sentence thresholds(const analysis::PortfolioRules& rules) {
    const auto& t = rules.candidates;
    return sentence(
        "条件（models/reports/portfolio.toml 第 {} 版，门槛为本项目缺省值）：百分位不高于 "
        "{:.2f}；价值分完整且覆盖率不低于 "
        "{:.2f}；今后年费高于组合的第 {} 百分位；无使用记录；同领域另有至少 {} 个价值更高的存续族",
        "conditions (models/reports/portfolio.toml version {}, thresholds are defaults of this project): "
        "percentile at most {:.2f}; value complete with a coverage of at least {:.2f}; fees ahead above "
        "percentile {} of the portfolio; no use on record; at least {} active families of its field with a "
        "higher value",
        rules.version, t.low_percentile, t.min_coverage, t.cost_percent, t.others_above);
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

} // namespace

std::vector<Sentence> notes_on(const PortfolioBasis& basis, const PortfolioViews& views, PortfolioView view) {
    const auto& portfolio = views.portfolio;
    std::vector<Sentence> notes{unit(basis, portfolio)};
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
        add(sentence("{} 项", "{} rights", views.costs.gaps.size()));
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
        add({"此表仅供人工逐项查看，不是放弃权利的建议：产品、合同与市场情况不在数据内",
             "A list for a person to go through, no advice to give a right up: products, contracts and "
             "markets "
             "are not in the data"});
        add({"“建议查看”（文件中为 "
             "candidate）的条件全部符合，全部放弃也不会使任何领域落空；“条件不明”（look）的有条件不明，其余均"
             "符合",
             "candidate: every condition holds, and no field would be left without a family if all of them "
             "went; look: some conditions are not known and the others hold"});
        add(thresholds(basis.portfolio_rules));
        break;
    case PortfolioView::conditions:
        add(sentence("存续或法律状态不明的专利族 {} 项", "{} families that are active or of unknown status",
                     views.candidates.looked_at));
        add(thresholds(basis.portfolio_rules));
        break;
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

} // namespace longmen::service::detail
