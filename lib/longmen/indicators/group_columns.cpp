// SPDX-License-Identifier: GPL-3.0-or-later
// The list, and columns of groups.
#include <longmen/indicators/group_columns.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/detail/group_facts.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::indicators {
namespace {

constexpr std::array everywhere{true, true, true};
constexpr std::array not_applicants{false, true, true};
constexpr std::array only_fields{false, true, false};

Measured<double> ratio(std::uint64_t part, std::uint64_t whole, Undefined reason) {
    if (whole == 0) {
        return reason;
    }
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// A part of a value, where there is one.
template <typename T, typename Part>
Measured<double> part(const Measured<T>& whole, Part get) {
    if (!whole.defined()) {
        return whole.reason();
    }
    return {static_cast<double>(get(whole.value())), whole.complete()};
}

template <typename Part>
Measured<double> of_cycle(const LifeCycleResult& result, Part get) {
    if (result.cycle) {
        return get(*result.cycle);
    }
    const bool early =
        result.refusal == LifeRefusal::inflection_beyond_data || result.refusal == LifeRefusal::capacity_open;
    return early ? Undefined::window_open : Undefined::no_data;
}

/// Share of rights kept beyond some years.
template <int Years>
Measured<double> kept_beyond(const GroupFacts& facts) {
    return facts.renewal.defined() ? facts.renewal.value().at(Years)
                                   : Measured<double>{facts.renewal.reason()};
}

Measured<double> median_kept(const GroupFacts& facts) {
    return facts.renewal.defined() ? facts.renewal.value().median : Measured<double>{facts.renewal.reason()};
}

/// An end of the median's interval, which is open upwards where the curve's interval never falls to one half.
template <std::optional<double> RenewalSurvival::*End>
Measured<double> median_end(const GroupFacts& facts) {
    if (!facts.renewal.defined()) {
        return facts.renewal.reason();
    }
    const auto& end = facts.renewal.value().*End;
    return end ? Measured<double>{*end} : Measured<double>{Undefined::window_open};
}

constexpr Text documents_unit{"件", "documents"}, citations_unit{"次", "citations"}, no_unit{"", ""},
    years_unit{"年", "years"}, references_unit{"条", "references"};

const std::array list{
    GroupIndicator{
        {"documents",
         documents_unit,
         {"文献数", "Documents"},
         {"截止日前有日期的文献数；共同申请对每一申请人各计一件",
          "Documents with a date up to the cut-off date; a joint one counts whole for each applicant"},
         ""},
        everywhere,
        false,
        [](const GroupFacts& facts) -> Measured<double> { return static_cast<double>(facts.documents); }},
    GroupIndicator{{"share",
                    no_unit,
                    {"占比", "Share"},
                    {"占全部文献的比例；共同申请各计，合计可大于一",
                     "Share of all documents; shares of joint documents add up to more than one"},
                    ""},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) {
                       return ratio(facts.documents, facts.all_documents, Undefined::no_data);
                   }},
    GroupIndicator{
        {"citations",
         citations_unit,
         {"被引次数", "Citations received"},
         {"截止日前被引用的总次数，不设窗口",
          "Times the documents are cited up to the cut-off date, without window"},
         ""},
        everywhere,
        false,
        [](const GroupFacts& facts) -> Measured<double> { return static_cast<double>(facts.citations); }},
    GroupIndicator{{"citations_per_document",
                    citations_unit,
                    {"篇均被引", "Citations per document"},
                    {"被引次数除以文献数", "Citations received over documents"},
                    "narin-1993"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) {
                       return citations_per_document({facts.documents, facts.citations});
                   }},
    GroupIndicator{
        {"h_index",
         documents_unit,
         {"h 指数", "h index"},
         {"有 h 件文献各被引用至少 h 次", "So many documents are cited at least so many times each"},
         "hirsch-2005"},
        everywhere,
        false,
        [](const GroupFacts& facts) { return part(facts.hirsch, [](const Hirsch& one) { return one.h; }); }},
    GroupIndicator{
        {"g_index",
         documents_unit,
         {"g 指数", "g index"},
         {"被引最多的 g 件文献合计被引至少 g 的平方次",
          "The g most cited documents are cited at least g squared times together"},
         "egghe-2006"},
        everywhere,
        false,
        [](const GroupFacts& facts) { return part(facts.hirsch, [](const Hirsch& one) { return one.g; }); }},
    GroupIndicator{
        {"m_index",
         no_unit,
         {"m 指数", "m index"},
         {"h 指数除以首件文献以来的年数", "h index over the years since the first document"},
         "hirsch-2005"},
        everywhere,
        false,
        [](const GroupFacts& facts) { return part(facts.hirsch, [](const Hirsch& one) { return one.m; }); }},
    GroupIndicator{{"current_impact",
                    no_unit,
                    {"当前影响指数 CII", "Current impact index"},
                    {"最近一个完整年度对前五年文献的篇均引用，相对于全部文献；1 为平均水平",
                     "Citations a document of the five years before gets from the last full year, against "
                     "all documents; 1 is average"},
                    "narin-1993"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) { return current_impact(facts.impact, facts.whole_impact); }},
    GroupIndicator{{"technology_strength",
                    no_unit,
                    {"技术强度 TS", "Technology strength"},
                    {"最近一个完整年度的文献数乘以当前影响指数",
                     "Documents of the last full year times the current impact index"},
                    "narin-1993"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) {
                       return technology_strength(facts.latest,
                                                  current_impact(facts.impact, facts.whole_impact));
                   }},
    GroupIndicator{
        {"mean_cycle_time",
         years_unit,
         {"平均技术循环周期", "Mean technology cycle time"},
         {"各文献所引文献年龄中位数的平均值", "Mean of the documents' median ages of what they cite"},
         "kayal-waters-1999"},
        everywhere,
        false,
        [](const GroupFacts& facts) { return facts.cycle_time; }},
    GroupIndicator{{"science_linkage",
                    references_unit,
                    {"科学关联度", "Science linkage"},
                    {"平均每件引用的非专利文献数", "Mean number of references that are no patents"},
                    "narin-1993"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) { return facts.science_linkage; }},
    GroupIndicator{{"self_citation_share",
                    no_unit,
                    {"自引率", "Self-citation share"},
                    {"被引次数中来自共有申请人的比例，只计双方申请人均已知的引用",
                     "Share of the citations received that come from a document with an applicant in common, "
                     "among those with known applicants"},
                    "hall-2001-nber"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) {
                       return ratio(facts.own_citations, facts.known_citations, Undefined::no_citations);
                   }},
    GroupIndicator{{"applicant_hhi",
                    no_unit,
                    {"申请人集中度 HHI", "Concentration of applicants (HHI)"},
                    {"申请人份额的平方和，共同申请均分，0 至 1",
                     "Sum of the squared shares of applicants, joint documents shared out equally, 0 to 1"},
                    "hirschman-1964"},
                   not_applicants,
                   false,
                   [](const GroupFacts& facts) { return facts.applicant_hhi; }},
    GroupIndicator{{"life_cycle_share",
                    no_unit,
                    {"生命周期进度", "Life cycle: share reached"},
                    {"S 曲线上限中已达到的比例；拐点或上限无从判断时无此值",
                     "Share of the ceiling of the S-curve that is reached; undefined where turn or ceiling "
                     "cannot be told"},
                    "ernst-1997"},
                   not_applicants,
                   false,
                   [](const GroupFacts& facts) {
                       return of_cycle(facts.life_cycle, [](const LifeCycle& one) { return one.share; });
                   }},
    GroupIndicator{{"life_cycle_ceiling",
                    documents_unit,
                    {"生命周期上限", "Life cycle: ceiling"},
                    {"S 曲线的上限 K", "Ceiling K of the S-curve"},
                    "ernst-1997"},
                   not_applicants,
                   false,
                   [](const GroupFacts& facts) {
                       return of_cycle(facts.life_cycle,
                                       [](const LifeCycle& one) { return one.curve.capacity; });
                   }},
    GroupIndicator{{"life_cycle_span",
                    years_unit,
                    {"生命周期跨度", "Life cycle: span"},
                    {"自上限的 10% 至 90% 所需年数", "Years from 10 % to 90 % of the ceiling"},
                    "ernst-1997"},
                   not_applicants,
                   false,
                   [](const GroupFacts& facts) {
                       return of_cycle(facts.life_cycle, [](const LifeCycle& one) { return one.span; });
                   }},
    GroupIndicator{{"renewal_rights",
                    documents_unit,
                    {"可知维持期的专利数", "Rights followed"},
                    {"已知何时因费终止、期满，或截止日仍有效的专利数",
                     "Rights known to have lapsed for unpaid fees, to have run their term, or to be in "
                     "force, and since when"},
                    "kaplan-meier-1958"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) {
                       return part(facts.renewal, [](const RenewalSurvival& one) { return one.rights; });
                   }},
    GroupIndicator{{"renewal_lapses",
                    documents_unit,
                    {"因费终止数", "Rights lapsed"},
                    {"其中因未缴年费而终止的专利数", "Those of them that lapsed for unpaid fees"},
                    "kaplan-meier-1958"},
                   everywhere,
                   false,
                   [](const GroupFacts& facts) {
                       return part(facts.renewal, [](const RenewalSurvival& one) { return one.lapses; });
                   }},
    GroupIndicator{{"renewal_median",
                    years_unit,
                    {"维持年限中位数", "Median years kept"},
                    {"自申请日起半数专利已因费终止时的年数（Kaplan-Meier，期满和仍有效的作截尾）",
                     "Years after filing at which half the rights have lapsed (Kaplan-Meier; ended terms and "
                     "rights in force are censored)"},
                    "kaplan-meier-1958"},
                   everywhere,
                   false,
                   &median_kept},
    GroupIndicator{{"renewal_median_low",
                    years_unit,
                    {"维持年限中位数区间下限", "Median years kept, lower end"},
                    {"该中位数的 95% 置信区间下限", "Lower end of the 95 % interval of that median"},
                    "brookmeyer-crowley-1982"},
                   everywhere,
                   false,
                   &median_end<&RenewalSurvival::median_low>},
    GroupIndicator{{"renewal_median_high",
                    years_unit,
                    {"维持年限中位数区间上限", "Median years kept, upper end"},
                    {"该中位数的 95% 置信区间上限", "Upper end of the 95 % interval of that median"},
                    "brookmeyer-crowley-1982"},
                   everywhere,
                   false,
                   &median_end<&RenewalSurvival::median_high>},
    GroupIndicator{{"renewal_kept_5y",
                    no_unit,
                    {"五年维持率", "Share kept beyond 5 years"},
                    {"自申请日起五年后仍维持的专利比例（Kaplan-Meier）",
                     "Share of the rights kept beyond 5 years after filing (Kaplan-Meier)"},
                    "kaplan-meier-1958"},
                   everywhere,
                   false,
                   &kept_beyond<5>},
    GroupIndicator{{"renewal_kept_10y",
                    no_unit,
                    {"十年维持率", "Share kept beyond 10 years"},
                    {"自申请日起十年后仍维持的专利比例（Kaplan-Meier）",
                     "Share of the rights kept beyond 10 years after filing (Kaplan-Meier)"},
                    "kaplan-meier-1958"},
                   everywhere,
                   false,
                   &kept_beyond<10>},
    GroupIndicator{{"rta",
                    no_unit,
                    {"显示性技术优势 RTA", "Revealed technological advantage"},
                    {"领域在该申请人文献中的份额与在全部文献中份额之比",
                     "Share of the field in the applicant's documents over its share in all"},
                    "soete-1987"},
                   only_fields,
                   true,
                   [](const GroupFacts& facts) {
                       return part(facts.specialisation, [](const Specialisation& one) { return one.rta; });
                   }},
    GroupIndicator{{"rta_low",
                    no_unit,
                    {"RTA 区间下限", "RTA, lower end"},
                    {"RTA 的 95% 置信区间下限", "Lower end of the 95 % interval of RTA"},
                    "soete-1987"},
                   only_fields,
                   true,
                   [](const GroupFacts& facts) {
                       return part(facts.specialisation,
                                   [](const Specialisation& one) { return one.rta_interval.low; });
                   }},
    GroupIndicator{{"rta_high",
                    no_unit,
                    {"RTA 区间上限", "RTA, upper end"},
                    {"RTA 的 95% 置信区间上限", "Upper end of the 95 % interval of RTA"},
                    "soete-1987"},
                   only_fields,
                   true,
                   [](const GroupFacts& facts) {
                       return part(facts.specialisation,
                                   [](const Specialisation& one) { return one.rta_interval.high; });
                   }},
    GroupIndicator{{"rpa",
                    no_unit,
                    {"相对专利优势 RPA", "Relative patent advantage"},
                    {"100 tanh(ln RTA)，-100 至 100", "100 tanh(ln RTA), -100 to 100"},
                    "grupp-1994"},
                   only_fields,
                   true,
                   [](const GroupFacts& facts) {
                       return part(facts.specialisation,
                                   [](const Specialisation& one) { return one.rpa_tanh; });
                   }},
};

bool offered(const GroupIndicator& one, const GroupOptions& options) {
    return one.of[static_cast<std::size_t>(options.kind)] && (!one.of_one_applicant || options.applicant);
}

std::vector<const GroupIndicator*> wanted_of(const GroupOptions& options, std::span<const std::string> keys) {
    std::vector<const GroupIndicator*> wanted;
    std::string names;
    for (const auto& one : list) {
        if (offered(one, options)) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", one.info.key);
            if (keys.empty()) {
                wanted.push_back(&one);
            }
        }
    }
    for (const auto& key : keys) {
        const auto found = std::ranges::find_if(
            list, [&](const auto& one) { return one.info.key == key && offered(one, options); });
        if (found == list.end()) {
            throw UsageError(sentence("这类对象没有指标“{}”；可用的有：{}",
                                      "these groups have no indicator `{}`; there are: {}", key, names));
        }
        wanted.push_back(&*found);
    }
    return wanted;
}

} // namespace

std::string_view group_kind_key(GroupKind kind) {
    constexpr std::array<std::string_view, group_kinds> keys{"applicants", "fields", "corpus"};
    return keys[static_cast<std::size_t>(kind)];
}

std::optional<GroupKind> group_kind_by_key(std::string_view key) {
    for (const auto kind : {GroupKind::applicants, GroupKind::fields, GroupKind::corpus}) {
        if (group_kind_key(kind) == key) {
            return kind;
        }
    }
    return std::nullopt;
}

std::span<const GroupIndicator> group_indicators() {
    return list;
}

GroupColumns compute_groups(const ColumnInput& input, const GroupOptions& options,
                            std::span<const std::string> keys, Threads& threads) {
    if ((options.kind == GroupKind::applicants || options.applicant) && input.applicants.size() == 0) {
        throw UsageError(Sentence{"数据中没有申请人", "the data have no applicants"});
    }
    if (options.kind == GroupKind::fields && input.field.empty()) {
        throw UsageError(Sentence{"数据中没有技术领域", "the data have no technology fields"});
    }
    const auto wanted = wanted_of(options, keys);
    const auto facts = detail::group_facts(input, options, threads);
    GroupColumns result;
    for (const auto& one : facts) {
        result.groups.push_back(one.group);
        result.documents.push_back(one.documents);
    }
    for (const auto* indicator : wanted) {
        Column column{std::string{indicator->info.key}, Buffer<double>(facts.size())};
        column.reasons = Buffer<std::uint8_t>(facts.size());
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const auto value = indicator->value(facts[i]);
            column.values[i] = value.defined() ? value.value() : undefined_value;
            column.reasons[i] =
                static_cast<std::uint8_t>(value.defined() ? Undefined::no_data : value.reason());
        }
        result.columns.push_back(std::move(column));
    }
    return result;
}

} // namespace longmen::indicators
