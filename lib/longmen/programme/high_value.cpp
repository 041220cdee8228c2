// SPDX-License-Identifier: GPL-3.0-or-later
// Judges the cases of high-value patents.
#include <longmen/programme/high_value.hpp>

#include <longmen/base/text.hpp>

#include <algorithm>

namespace longmen::programme {
namespace {

struct ReasonInfo {
    std::string_view key;
    Text text;
};

constexpr std::array<ReasonInfo, static_cast<std::size_t>(CaseReason::count_)> reasons{{
    {"not_examined", {"没有这类记录，未审查", "no records of the kind, not examined"}},
    {"no_records", {"没有这类记录", "no records of the kind"}},
    {"class_and_keyword", {"分类号与关键词均符合", "class and keyword"}},
    {"class_alone_suffices", {"分类号符合（该条目无关键词）", "class (the entry has no keywords)"}},
    {"class_without_keyword", {"分类号符合，未见关键词（候选）", "class, but no keyword: a candidate"}},
    {"class_by_source", {"数据来源给出新兴产业分类", "a class of emerging industries given by a source"}},
    {"not_listed", {"分类号不在对照表中", "no class of the table"}},
    {"not_listed_in_part", {"分类号不在这份不完整的对照表中", "no class of this incomplete table"}},
    {"no_classes", {"没有可读的分类号", "no readable class"}},
    {"classes_too_short", {"分类号不够细，无法对照", "classes too coarse to tell"}},
    {"granted_abroad", {"境外同族已授权", "granted abroad"}},
    {"abroad_state_unknown", {"境外同族是否已授权不明", "not known whether granted abroad"}},
    {"abroad_life_unknown", {"境外同族是否仍有效不明", "not known whether alive abroad"}},
    {"abroad_ended", {"境外同族权利已终止", "the right abroad has ended"}},
    {"application_abroad", {"境外同族只有申请", "only applications abroad"}},
    {"none_abroad", {"没有境外同族", "no member abroad"}},
    {"no_family", {"没有同族信息", "no record of its family"}},
    {"maintained", {"维持年限已超过", "kept for longer"}},
    {"not_yet", {"维持年限未超过", "not kept for longer"}},
    {"no_date", {"缺少起算日期", "the date to count from is absent"}},
    {"date_too_coarse", {"起算日期不够精确", "the date to count from is too coarse"}},
    {"amount_reached", {"质押金额达到阈值", "pledged for the threshold or more"}},
    {"amount_below", {"质押金额低于阈值", "pledged for less than the threshold"}},
    {"amount_unknown", {"有质押，金额或日期不明", "pledged, amount or date unknown"}},
    {"threshold_unknown", {"有质押，但规则没有金额阈值", "pledged, but the rule has no threshold"}},
    {"no_pledge", {"没有质押记录", "no pledge on record"}},
    {"award_counts", {"获得所列奖项", "won an award of the list"}},
    {"award_of_other_kind", {"所获奖项不在所列之内", "the award is not of the list"}},
    {"award_unclear", {"奖项名称或日期不明", "which award, or when, is not clear"}},
    {"no_award", {"没有获奖记录", "no award on record"}},
}};

CaseResult by_table(const HighValueRule& rule, const IndustryTable& table, const IndustryMatch& match) {
    if (!match.hits.empty()) {
        const bool by_word = match.hits.front().keyword.has_value();
        return {CaseState::met, by_word ? CaseReason::class_and_keyword : CaseReason::class_alone_suffices,
                0U};
    }
    if (!match.candidates.empty()) {
        return {rule.parameters.candidate, CaseReason::class_without_keyword, 0U};
    }
    if (!match.readable) {
        return {CaseState::unknown, CaseReason::no_classes, {}};
    }
    if (match.too_coarse) {
        return {CaseState::unknown, CaseReason::classes_too_short, {}};
    }
    return table.whole() ? CaseResult{CaseState::not_met, CaseReason::not_listed, {}}
                         : CaseResult{rule.parameters.unlisted_in_part, CaseReason::not_listed_in_part, {}};
}

CaseResult strategic_industry(const HighValueRule& rule, const IndustryTable& table,
                              const HighValueFacts& facts) {
    const auto result = by_table(rule, table, facts.industry);
    const bool lifted = !facts.source_class.empty() && rule.parameters.source_class > result.state;
    return lifted ? CaseResult{rule.parameters.source_class, CaseReason::class_by_source, {}} : result;
}

/// Did something dated, or known on `data_date` only, hold on `day`? Nothing when it cannot be told.
std::optional<bool> held_by(const std::optional<Date>& date, Date day, Date data_date) {
    if (!date) {
        return day.days() >= data_date.days() ? std::optional{true} : std::nullopt;
    }
    if (date->days() > day.days()) {
        return false;
    }
    // The stored day of a month or year is its first: certain only when the whole of it lies before.
    const auto last = date->precision() == DatePrecision::year    ? date->add_years(1).add_days(-1)
                      : date->precision() == DatePrecision::month ? date->add_months(1).add_days(-1)
                                                                  : *date;
    return last.days() <= day.days() ? std::optional{true} : std::nullopt;
}

CaseResult one_right(const HighValueParameters& parameters, const AbroadRight& right, Date day,
                     Date data_date) {
    // What is dead today cannot count today, granted or not.
    const bool ended = parameters.right_alive && right.alive == false && day.days() >= data_date.days();
    if (ended) {
        return {CaseState::not_met, CaseReason::abroad_ended, {}};
    }
    if (!right.granted) {
        return {CaseState::unknown, CaseReason::abroad_state_unknown, {}};
    }
    if (!*right.granted) {
        return {parameters.application_only, CaseReason::application_abroad, {}};
    }
    const auto by_then = held_by(right.granted_on, day, data_date);
    if (!by_then) {
        return {CaseState::unknown, CaseReason::abroad_state_unknown, {}};
    }
    if (!*by_then) {
        return {parameters.application_only, CaseReason::application_abroad, {}};
    }
    if (!parameters.right_alive) {
        return {CaseState::met, CaseReason::granted_abroad, {}};
    }
    return right.alive.value_or(false) ? CaseResult{CaseState::met, CaseReason::granted_abroad, {}}
                                       : CaseResult{CaseState::unknown, CaseReason::abroad_life_unknown, {}};
}

/// The best of several: met before unknown before not met; the first of equals.
void take_better(std::optional<CaseResult>& best, CaseResult next, std::size_t place) {
    if (!best || next.state > best->state) {
        next.evidence = static_cast<std::uint32_t>(place);
        best = next;
    }
}

CaseResult right_abroad(const HighValueRule& rule, const HighValueFacts& facts, Date day, Date data_date) {
    std::optional<CaseResult> best;
    for (std::size_t i = 0; i < facts.abroad.size(); ++i) {
        if (is_abroad(rule.parameters, facts.abroad[i].office)) {
            take_better(best, one_right(rule.parameters, facts.abroad[i], day, data_date), i);
        }
    }
    if (best) {
        return *best;
    }
    return facts.family_known ? CaseResult{CaseState::not_met, CaseReason::none_abroad, {}}
                              : CaseResult{CaseState::unknown, CaseReason::no_family, {}};
}

CaseResult maintained(const HighValueRule& rule, const HighValueFacts& facts, Date day) {
    const auto& from = rule.parameters.from_grant ? facts.granted : facts.filed;
    if (!from) {
        return {CaseState::unknown, CaseReason::no_date, {}};
    }
    const auto over = [&](const Date& begin) {
        return day.days() > begin.add_years(rule.parameters.years).days();
    };
    const auto last = from->precision() == DatePrecision::year    ? from->add_years(1).add_days(-1)
                      : from->precision() == DatePrecision::month ? from->add_months(1).add_days(-1)
                                                                  : *from;
    if (over(*from) != over(last)) {
        return {CaseState::unknown, CaseReason::date_too_coarse, {}};
    }
    return over(last) ? CaseResult{CaseState::met, CaseReason::maintained, {}}
                      : CaseResult{CaseState::not_met, CaseReason::not_yet, {}};
}

CaseResult pledged(const HighValueRule& rule, const HighValueFacts& facts, Date day, Date data_date) {
    std::optional<CaseResult> best;
    const auto& threshold = rule.parameters.pledge_threshold;
    for (std::size_t i = 0; i < facts.pledges.size(); ++i) {
        const auto& pledge = facts.pledges[i];
        const auto by_then = held_by(pledge.date, day, data_date);
        if (by_then && !*by_then) {
            continue;
        }
        const bool below = threshold && pledge.amount && *pledge.amount < *threshold;
        const CaseResult result =
            !threshold                   ? CaseResult{CaseState::unknown, CaseReason::threshold_unknown, {}}
            : below                      ? CaseResult{CaseState::not_met, CaseReason::amount_below, {}}
            : !pledge.amount || !by_then ? CaseResult{CaseState::unknown, CaseReason::amount_unknown, {}}
                                         : CaseResult{CaseState::met, CaseReason::amount_reached, {}};
        take_better(best, result, i);
    }
    if (best) {
        return *best;
    }
    if (facts.pledges.empty() && facts.pledged_some_day) {
        return {
            CaseState::unknown, threshold ? CaseReason::amount_unknown : CaseReason::threshold_unknown, {}};
    }
    return {CaseState::not_met, CaseReason::no_pledge, {}};
}

CaseResult awarded(const HighValueRule& rule, const HighValueFacts& facts, Date day, Date data_date) {
    std::optional<CaseResult> best;
    const auto names_any = [](const std::string& words, const std::vector<std::string>& list) {
        return std::ranges::any_of(
            list, [&](const std::string& name) { return words.find(name) != std::string::npos; });
    };
    for (std::size_t i = 0; i < facts.awards.size(); ++i) {
        const auto& award = facts.awards[i];
        const auto by_then = held_by(award.date, day, data_date);
        if (by_then && !*by_then) {
            continue;
        }
        const auto words = fold_key(award.words);
        const CaseResult result = names_any(words, rule.parameters.awards)
                                      ? by_then
                                            ? CaseResult{CaseState::met, CaseReason::award_counts, {}}
                                            : CaseResult{CaseState::unknown, CaseReason::award_unclear, {}}
                                  : names_any(words, rule.parameters.other_awards)
                                      ? CaseResult{CaseState::not_met, CaseReason::award_of_other_kind, {}}
                                      : CaseResult{CaseState::unknown, CaseReason::award_unclear, {}};
        take_better(best, result, i);
    }
    return best ? *best : CaseResult{CaseState::not_met, CaseReason::no_award, {}};
}

} // namespace

std::string_view case_reason_key(CaseReason reason) {
    return reasons.at(static_cast<std::size_t>(reason)).key;
}

Text case_reason_text(CaseReason reason) {
    return reasons.at(static_cast<std::size_t>(reason)).text;
}

std::string_view verdict_key(HighValueVerdict verdict) {
    constexpr std::array<std::string_view, 3> keys{"not_high_value", "unknown", "high_value"};
    return keys.at(static_cast<std::size_t>(verdict));
}

Text verdict_text(HighValueVerdict verdict) {
    constexpr std::array<Text, 3> texts{
        {{"非高价值", "not high-value"}, {"不明", "unknown"}, {"高价值", "high-value"}}};
    return texts.at(static_cast<std::size_t>(verdict));
}

bool is_abroad(const HighValueParameters& parameters, std::string_view office) {
    if (office.empty() || office == "CN" || office == "WO") {
        return false;
    }
    const bool special = office == "HK" || office == "MO" || office == "TW";
    return !special || parameters.special_regions_abroad;
}

HighValueJudgement judge_high_value(const HighValueRule& rule, const IndustryTable& industries,
                                    const HighValueFacts& facts, HighValueRecords records, Date day,
                                    Date data_date) {
    HighValueJudgement result;
    auto best = CaseState::not_met;
    for (const auto& each : rule.cases) {
        const auto place = static_cast<std::size_t>(each.test);
        auto& of = result.cases.at(place);
        if (!records.test(place)) {
            const bool out = each.without_records == WithoutRecords::leave_out;
            of = {CaseState::unknown, out ? CaseReason::not_examined : CaseReason::no_records, {}};
            if (out) {
                continue;
            }
        } else {
            switch (each.test) {
            case HighValueTest::strategic_industry:
                of = strategic_industry(rule, industries, facts);
                break;
            case HighValueTest::right_abroad:
                of = right_abroad(rule, facts, day, data_date);
                break;
            case HighValueTest::maintained:
                of = maintained(rule, facts, day);
                break;
            case HighValueTest::pledged:
                of = pledged(rule, facts, day, data_date);
                break;
            case HighValueTest::awarded:
                of = awarded(rule, facts, day, data_date);
                break;
            case HighValueTest::count_:
                break;
            }
        }
        best = std::max(best, of.state);
    }
    result.verdict = best == CaseState::met       ? HighValueVerdict::high_value
                     : best == CaseState::unknown ? HighValueVerdict::unknown
                                                  : HighValueVerdict::not_high_value;
    return result;
}

} // namespace longmen::programme
