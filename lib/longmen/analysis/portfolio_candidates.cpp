// SPDX-License-Identifier: GPL-3.0-or-later
// Holds every family against the conditions and words the reasons.
#include <longmen/analysis/portfolio_candidates.hpp>

#include <longmen/base/sentence.hpp>
#include <longmen/stats/quantiles.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace longmen::analysis {

namespace {

constexpr double percent = 100;

std::string yuan(Money money) {
    return print_money(money, MoneyUnit::yuan);
}

std::size_t at(CandidateRule rule) {
    return static_cast<std::size_t>(rule);
}

/// Order of two families of a field: the better first.
bool above(const PortfolioFamily& a, const PortfolioFamily& b, const Corpus& corpus) {
    if (a.value.value() != b.value.value()) {
        return a.value.value() > b.value.value();
    }
    return corpus.patents[a.representative].number < corpus.patents[b.representative].number;
}

/// What the families of one field are worth: active ones, the best first, and how many have no value.
struct FieldOrder {
    std::vector<std::size_t> valued;
    std::size_t without = 0;
};

std::map<int, FieldOrder> field_orders(const Portfolio& portfolio, const Corpus& corpus) {
    std::map<int, FieldOrder> orders;
    for (std::size_t f = 0; f < portfolio.families.size(); ++f) {
        const auto& family = portfolio.families[f];
        if (!family.active || family.field == 0) {
            continue;
        }
        auto& order = orders[family.field];
        if (family.value.defined()) {
            order.valued.push_back(f);
        } else {
            ++order.without;
        }
    }
    for (auto& [field, order] : orders) {
        std::ranges::sort(order.valued, [&](std::size_t a, std::size_t b) {
            return above(portfolio.families[a], portfolio.families[b], corpus);
        });
    }
    return orders;
}

std::optional<Money> cost_line(const Portfolio& portfolio, int cost_percent) {
    std::vector<double> costs;
    for (const auto& family : portfolio.families) {
        if (const auto cost = family.cost(portfolio.until); family.active && cost.defined()) {
            costs.push_back(static_cast<double>(cost.value().fen));
        }
    }
    if (costs.empty()) {
        return {};
    }
    std::ranges::sort(costs);
    return Money{static_cast<std::int64_t>(stats::percentile_of_sorted(costs, cost_percent).value)};
}

std::size_t uses(const PortfolioFamily& family, const CandidateThresholds& thresholds) {
    std::size_t sum = 0;
    for (const auto kind : thresholds.use) {
        const auto found = family.use.counts.find(kind);
        sum += found == family.use.counts.end() ? 0 : found->second;
    }
    return sum;
}

Told told(bool yes) {
    return yes ? Told::yes : Told::no;
}

/// One family against all conditions.
class Judge {
    const Portfolio& portfolio_;
    const PortfolioInputs& inputs_;
    const CandidateThresholds& thresholds_;
    std::map<int, FieldOrder> orders_;
    std::optional<Money> line_;

    [[nodiscard]] Told others_above(const PortfolioFamily& family, Candidate& candidate) const {
        const auto order = orders_.find(family.field);
        if (family.field == 0 || !family.value.defined()) {
            return Told::unknown;
        }
        if (order == orders_.end()) {
            return Told::no; // of unknown status, and alone in its field
        }
        const auto& valued = order->second.valued; // the best first
        const auto end = std::ranges::partition_point(valued, [&](std::size_t other) {
            return above(portfolio_.families[other], family, inputs_.corpus);
        });
        candidate.above = static_cast<std::size_t>(end - valued.begin());
        if (candidate.above >= thresholds_.others_above) {
            return Told::yes;
        }
        return candidate.above + order->second.without >= thresholds_.others_above ? Told::unknown : Told::no;
    }

public:
    Judge(const Portfolio& portfolio, const PortfolioInputs& inputs, const CandidateThresholds& thresholds)
        : portfolio_(portfolio), inputs_(inputs), thresholds_(thresholds),
          orders_(field_orders(portfolio, inputs.corpus)),
          line_(cost_line(portfolio, thresholds.cost_percent)) {}

    [[nodiscard]] const std::optional<Money>& line() const { return line_; }

    [[nodiscard]] Candidate judge(std::size_t position) const {
        const auto& family = portfolio_.families[position];
        Candidate candidate;
        candidate.family = position;
        auto& state = candidate.told;
        state[at(CandidateRule::in_force)] = family.active ? told(!family.in_force.empty()) : Told::unknown;
        const auto& percentile = family.place.percentile;
        state[at(CandidateRule::low_value)] =
            percentile.defined() ? told(percentile.value() <= thresholds_.low_percentile) : Told::unknown;
        state[at(CandidateRule::solid_value)] =
            family.value.defined() && family.value.complete() && family.coverage >= thresholds_.min_coverage
                ? Told::yes
                : Told::unknown;
        const auto cost = family.cost(portfolio_.until);
        state[at(CandidateRule::costly)] =
            cost.defined() && line_ ? told(cost.value() > *line_) : Told::unknown;
        state[at(CandidateRule::unused)] = uses(family, thresholds_) > 0 ? Told::no
                                           : family.use.told             ? Told::yes
                                                                         : Told::unknown;
        state[at(CandidateRule::others_above)] = others_above(family, candidate);
        candidate.sure = std::ranges::all_of(state, [](Told one) { return one == Told::yes; });
        for (const auto& fee : family.fees) {
            candidate.saving[fee.due.year()].fen += fee.payable.fen;
            candidate.saved.fen += fee.payable.fen;
        }
        return candidate;
    }

    void word_reasons(Candidate& candidate) const {
        const auto& family = portfolio_.families[candidate.family];
        const auto holds = [&](CandidateRule rule) { return candidate.told[at(rule)] == Told::yes; };
        auto& reasons = candidate.reasons;
        if (holds(CandidateRule::low_value)) {
            reasons.push_back(
                sentence("价值分 {:.1f}，在比较组 {} 的 {} 个专利族中处于第 {:.0f} 百分位",
                         "value {0:.1f}: percentile {3:.0f} among the {2} families of cohort {1}",
                         family.value.value(), family.place.cohort, family.place.size,
                         percent * family.place.percentile.value()));
        }
        if (holds(CandidateRule::costly)) {
            reasons.push_back(sentence("至 {} 年费 {} 元，高于本组合的分界线 {} 元",
                                       "fees up to {} of {} CNY, above the portfolio's line of {} CNY",
                                       portfolio_.until.iso(), yuan(family.cost(portfolio_.until).value()),
                                       yuan(*line_)));
        }
        if (holds(CandidateRule::unused)) {
            reasons.push_back(
                {"没有许可、质押、诉讼等使用记录", "no licence, pledge, suit or the like on record"});
        }
        if (holds(CandidateRule::others_above)) {
            reasons.push_back(sentence("同一技术领域另有 {} 个价值更高的存续专利族",
                                       "{} active families of the same field have a higher value",
                                       candidate.above));
        }
    }

    void word_against(Candidate& candidate) const {
        const auto& family = portfolio_.families[candidate.family];
        const auto& patent = inputs_.corpus.patents[family.representative];
        auto& against = candidate.against;
        for (const auto& [kind, count] : family.use.counts) {
            if (kind == EventKind::transfer) {
                against.push_back(sentence("有转让记录 {} 次", "transferred: {} on record", count));
            }
        }
        if (patent.applicants.size() > 1) {
            against.push_back({"共同申请，处置须与共有人商定", "jointly owned: the others must agree"});
        }
        if (patent.vendor_family_size.value_or(0) > static_cast<std::int64_t>(family.members.size())) {
            against.push_back(
                sentence("来源称该族共 {} 件，此处仅 {} 件，可能另有境外同族",
                         "a source gives {} members of the family, {} are here: there may be others abroad",
                         *patent.vendor_family_size, family.members.size()));
        }
        if (family.in_force.size() > 1) {
            against.push_back(sentence("族内有 {} 项有效权利，可逐项考虑",
                                       "{} rights of the family are in force: look at each",
                                       family.in_force.size()));
        }
        Money doubtful;
        for (const auto& fee : family.fees) {
            doubtful.fen += fee.in_grace && !fee.unpaid ? fee.payable.fen : 0;
        }
        if (doubtful.fen > 0) {
            against.push_back(sentence("所列年费中 {} 元已过应缴日，可能已缴",
                                       "{} CNY of the fees are past their due date and may be paid already",
                                       yuan(doubtful)));
        }
        if (family.end && family.end->days() <= portfolio_.until.days()) {
            against.push_back(sentence("{} 保护期即届满，可节省的费用有限",
                                       "its term ends on {} anyway: little is left to save",
                                       family.end->iso()));
        }
    }

    void word_unknown(Candidate& candidate) const {
        const auto& family = portfolio_.families[candidate.family];
        const auto open = [&](CandidateRule rule) { return candidate.told[at(rule)] == Told::unknown; };
        auto& unknown = candidate.unknown;
        if (open(CandidateRule::in_force)) {
            unknown.push_back({"法律状态不明", "its legal status is not known"});
        }
        if (open(CandidateRule::low_value)) {
            const auto why = undefined_text(family.place.percentile.reason());
            unknown.push_back(
                sentence("价值分或其百分位无法得出：{0}", "no value or percentile: {1}", why.zh, why.en));
        }
        if (open(CandidateRule::solid_value) && family.value.defined()) {
            if (!family.value.complete()) {
                unknown.push_back({"部分指标的观察期未满，价值分还可能上升",
                                   "part of the value is still growing: windows are open"});
            }
            if (family.coverage < thresholds_.min_coverage) {
                unknown.push_back(sentence("价值分仅依据 {:.0f}% 的权重",
                                           "the value rests on {:.0f} % of the weight only",
                                           percent * family.coverage));
            }
        }
        if (open(CandidateRule::costly)) {
            unknown.push_back({"年费无法算出", "its fees cannot be told"});
        }
        if (open(CandidateRule::unused)) {
            unknown.push_back({"没有使用情况的数据", "nothing is told of its use"});
        }
        if (open(CandidateRule::others_above)) {
            unknown.push_back(
                family.field == 0
                    ? Sentence{"没有技术领域，不知是否唯一覆盖", "no technology field: it may stand alone"}
                    : Sentence{"同领域其他专利族的价值不明", "values of its field are not known"});
        }
    }
};

} // namespace

std::string_view candidate_rule_key(CandidateRule rule) {
    constexpr std::string_view keys[] = {"in_force", "low_value", "solid_value",
                                         "costly",   "unused",    "others_above"};
    return keys[at(rule)];
}

Text candidate_rule_text(CandidateRule rule) {
    constexpr Text texts[] = {{"有效且须缴年费", "in force, with annual fees"},
                              {"价值分在比较组内偏低", "value low in its cohort"},
                              {"价值分依据充分且已稳定", "value complete, on enough data"},
                              {"今后年费高于分界线", "fees ahead above the line"},
                              {"没有使用记录", "no use on record"},
                              {"同领域另有更高价值者", "others of its field stand above it"}};
    return texts[at(rule)];
}

std::string_view told_key(Told told) {
    constexpr std::string_view keys[] = {"no", "yes", "unknown"};
    return keys[static_cast<std::size_t>(told)];
}

Candidates candidates_of(const Portfolio& portfolio, const PortfolioInputs& inputs,
                         const PortfolioRules& rules) {
    const Judge judge{portfolio, inputs, rules.candidates};
    Candidates result;
    result.cost_line = judge.line();
    for (std::size_t f = 0; f < portfolio.families.size(); ++f) {
        const auto& family = portfolio.families[f];
        if (!family.active && family.validity != Validity::unknown) {
            continue;
        }
        ++result.looked_at;
        auto candidate = judge.judge(f);
        for (std::size_t rule = 0; rule < candidate_rules; ++rule) {
            ++result.tally[rule][static_cast<std::size_t>(candidate.told[rule])];
        }
        if (std::ranges::find(candidate.told, Told::no) == candidate.told.end()) {
            judge.word_reasons(candidate);
            judge.word_against(candidate);
            judge.word_unknown(candidate);
            result.sure += candidate.sure ? 1 : 0;
            result.rows.push_back(std::move(candidate));
        }
    }
    std::ranges::sort(result.rows, [&](const Candidate& a, const Candidate& b) {
        if (a.sure != b.sure) {
            return a.sure;
        }
        if (a.saved != b.saved) {
            return a.saved > b.saved;
        }
        const auto number = [&](const Candidate& one) {
            return std::string_view{
                inputs.corpus.patents[portfolio.families[one.family].representative].number};
        };
        return number(a) < number(b);
    });
    return result;
}

} // namespace longmen::analysis
