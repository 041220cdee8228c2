// SPDX-License-Identifier: GPL-3.0-or-later
// Assesses all enterprises: criteria, verdict, leap growth, rank, support.
#include <longmen/programme/assess.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/base/text.hpp>
#include <longmen/programme/detail/criteria.hpp>
#include <longmen/programme/detail/leap.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace longmen::programme {

namespace {

const Scheme& scheme_to_assess(const Programme& programme, const std::string& wanted) {
    if (!wanted.empty()) {
        const Scheme& scheme = programme.scheme(wanted);
        if (scheme.criteria.empty()) {
            throw UsageError(sentence("方案 {}（{}）没有公布可供评估的条件",
                                      "the scheme `{}` of `{}` publishes no criteria to assess", wanted,
                                      programme.id));
        }
        return scheme;
    }
    const auto found = std::ranges::find_if(programme.schemes,
                                            [](const Scheme& scheme) { return !scheme.criteria.empty(); });
    if (found == programme.schemes.end()) {
        throw UsageError(sentence("政策 {} 中没有带条件的方案",
                                  "the programme `{}` has no scheme with criteria", programme.id));
    }
    return *found;
}

bool is_about(const ExpertWord& word, const EnterpriseAssessment& enterprise) {
    const std::string key = fold_key(word.enterprise);
    return key == fold_key(enterprise.name) || (!enterprise.uscc.empty() && key == fold_key(enterprise.uscc));
}

void apply_word(const ExpertWord& word, EnterpriseAssessment& enterprise) {
    if (!word.criterion.empty()) {
        const auto found = std::ranges::find(enterprise.criteria, word.criterion, &CriterionResult::id);
        if (found == enterprise.criteria.end() || computable(found->metric) || !word.met) {
            throw UsageError(
                sentence("对“{}”的专家意见：只能针对需专家评定或需外部确认的条件，且须写明符合或不符合",
                         "an expert's word on `{}`: the criterion must be one that needs an "
                         "expert or an outside rule, and the word must say met or not met",
                         word.criterion));
        }
        found->state = *word.met ? CriterionState::met : CriterionState::not_met;
        found->word = word;
        found->reason = {fmt::format("{}评定：{}{}", word.by, *word.met ? "符合" : "不符合",
                                     word.reason.empty() ? "" : "；" + word.reason),
                         fmt::format("judged by {}: {}{}", word.by, *word.met ? "met" : "not met",
                                     word.reason.empty() ? "" : "; " + word.reason)};
    }
    if (word.score) {
        constexpr double full = 100;
        if (!(*word.score >= 0) || *word.score > full) {
            throw UsageError(sentence("对“{}”的专家评分须在 0 到 100 之间",
                                      "an expert's score for `{}` must lie between 0 and 100",
                                      word.enterprise));
        }
        enterprise.word = word;
    } else if (word.criterion.empty()) {
        throw UsageError(sentence("对“{}”的专家意见既未写条件也未写评分",
                                  "an expert's word about `{}` names neither a criterion nor a score",
                                  word.enterprise));
    }
}

void apply_words(const std::vector<ExpertWord>& words, std::vector<EnterpriseAssessment>& enterprises) {
    for (const auto& word : words) {
        const auto about = [&](const EnterpriseAssessment& enterprise) { return is_about(word, enterprise); };
        const auto matching = std::ranges::count_if(enterprises, about);
        if (matching != 1) {
            throw UsageError(
                matching == 0
                    ? sentence("专家意见所指的企业“{}”不存在",
                               "an expert's word about `{}`: there is no such enterprise", word.enterprise)
                    : sentence("专家意见所指的企业“{}”不止一家，请填写统一社会信用代码",
                               "an expert's word about `{}`: several enterprises are called so, give "
                               "the credit code",
                               word.enterprise));
        }
        apply_word(word, *std::ranges::find_if(enterprises, about));
    }
}

Verdict verdict_of(const std::vector<CriterionResult>& criteria) {
    bool missing = false;
    for (const auto& criterion : criteria) {
        if (criterion.state == CriterionState::not_met) {
            return Verdict::not_eligible;
        }
        missing = missing || criterion.state == CriterionState::missing;
    }
    return missing ? Verdict::evidence_missing : Verdict::eligible;
}

Sentence joined(const std::vector<CriterionResult>& criteria, CriterionState state) {
    Sentence result;
    for (const auto& criterion : criteria) {
        if (criterion.state == state) {
            result.zh += (result.zh.empty() ? "" : "；") + criterion.reason.zh;
            result.en += (result.en.empty() ? "" : "; ") + criterion.reason.en;
        }
    }
    return result;
}

void explain(EnterpriseAssessment& enterprise) {
    const auto state = enterprise.verdict == Verdict::eligible       ? CriterionState::met
                       : enterprise.verdict == Verdict::not_eligible ? CriterionState::not_met
                                                                     : CriterionState::missing;
    enterprise.reason = joined(enterprise.criteria, state);
    if (enterprise.verdict == Verdict::eligible && !enterprise.rank) {
        enterprise.reason.zh += "；没有两个年度的增长数据，无法排序";
        enterprise.reason.en += "; no growth figures over two years, so there is no rank";
    }
}

void grant_support(const Scheme& scheme, std::vector<EnterpriseAssessment>& enterprises) {
    const auto eligible = static_cast<std::size_t>(
        std::ranges::count(enterprises, Verdict::eligible, &EnterpriseAssessment::verdict));
    const bool limited = scheme.quota && eligible > static_cast<std::size_t>(*scheme.quota);
    for (auto& enterprise : enterprises) {
        if (enterprise.verdict == Verdict::not_eligible) {
            enterprise.support_cny = 0;
        } else if (enterprise.verdict == Verdict::evidence_missing) {
            enterprise.support_cny.reset();
        } else if (!limited) {
            enterprise.support_cny = scheme.amount_cny;
        } else if (enterprise.rank) {
            const auto places = static_cast<std::size_t>(*scheme.quota);
            const auto sharing = static_cast<std::size_t>(
                std::ranges::count(enterprises, enterprise.rank, &EnterpriseAssessment::rank));
            if (*enterprise.rank + sharing - 1 <= places) {
                enterprise.support_cny = scheme.amount_cny;
            } else if (*enterprise.rank > places) {
                enterprise.support_cny = 0;
                enterprise.reason.zh += fmt::format("；名次在{}家名额之外", places);
                enterprise.reason.en += fmt::format("; ranked outside the quota of {}", places);
            } else {
                enterprise.reason.zh += fmt::format("；名次并列，跨越{}家名额，需人工决定", places);
                enterprise.reason.en +=
                    fmt::format("; tied across the quota of {}: a person decides", places);
            }
        }
    }
}

void note_year(Assessment& result, const Corpus& corpus, const Scheme& scheme, const AssessOptions& options) {
    if (!result.year) {
        return;
    }
    const int year = *result.year;
    if (!detail::year_ended(year, options.as_of)) {
        result.notes.push_back(
            {fmt::format("{}年在{}尚未结束，不是完整会计年度", year, options.as_of.iso()),
             fmt::format("{} had not ended by {}: it is no full fiscal year", year, options.as_of.iso())});
    }
    if (!options.year && detail::year_ended(year + 1, options.as_of)) {
        result.notes.push_back(
            {fmt::format("已结束的{}年没有任何企业的数据，按{}年评定", year + 1, year),
             fmt::format("{} has ended, but no enterprise gives figures of it: {} is assessed", year + 1,
                         year)});
    }
    const auto without = std::ranges::count_if(corpus.enterprises, [&](const Enterprise& enterprise) {
        return !detail::has_figures(enterprise, scheme, year);
    });
    if (without > 0) {
        result.notes.push_back({fmt::format("{}家企业没有{}年的数据，列为证据不足", without, year),
                                fmt::format("no figures of {} from {} of {} enterprises: they lack evidence",
                                            year, without, corpus.enterprises.size())});
    }
}

void add_notes(Assessment& result, const Programme& programme, const Scheme& scheme,
               const AssessOptions& options) {
    if (result.period_ended) {
        result.notes.push_back(
            {fmt::format("该方案的期限（{}至{}）在{}已经届满；结果按方案标准截至该日计算，仅供参照",
                         programme.valid_from.iso(), programme.valid_to.iso(), options.as_of.iso()),
             fmt::format(
                 "the programme's period ({} to {}) had ended by {}; its rules are applied as of that day, "
                 "for reference",
                 programme.valid_from.iso(), programme.valid_to.iso(), options.as_of.iso())});
    } else if (options.as_of < programme.valid_from) {
        result.notes.push_back(
            {fmt::format("截至日{}早于方案生效日{}", options.as_of.iso(), programme.valid_from.iso()),
             fmt::format("{} lies before the programme's first day, {}", options.as_of.iso(),
                         programme.valid_from.iso())});
    }
    if (scheme.ranking) {
        const auto from = std::ranges::find(programme.sources, scheme.ranking->origin.source, &Source::id);
        const bool ours = from == programme.sources.end() || from->standing == Standing::defaults;
        const std::string from_zh = ours ? "本项目缺省值，非官方标准" : from->title;
        const std::string from_en = ours ? "a default of this project, no official rule" : from->title;
        std::string parts_zh, parts_en;
        for (const auto& [growth, weight] : scheme.ranking->weights) {
            const Text name = growth_text(growth);
            parts_zh += fmt::format("{}{} {:g}", parts_zh.empty() ? "" : "、", name.zh, weight);
            parts_en += fmt::format("{}{} {:g}", parts_en.empty() ? "" : ", ", name.en, weight);
        }
        result.notes.push_back(
            {fmt::format("符合条件者按近{}年年均增长的百分位排序，权重：{}（来源：{}）",
                         scheme.ranking->years, parts_zh, from_zh),
             fmt::format(
                 "the eligible are ranked by percentiles of mean yearly growth over {} years, weights: {} "
                 "(source: {})",
                 scheme.ranking->years, parts_en, from_en)});
    }
}

constexpr std::array<std::string_view, 4> state_keys{"met", "not_met", "missing", "pending"};
constexpr std::array<Text, 4> state_texts{Text{"达标", "met"}, Text{"未达标", "not met"},
                                          Text{"缺少数据", "missing"}, Text{"待定", "pending"}};
constexpr std::array<std::string_view, 3> verdict_keys{"eligible", "not_eligible", "evidence_missing"};
constexpr std::array<Text, 3> verdict_texts{Text{"符合条件", "eligible"}, Text{"不符合条件", "not eligible"},
                                            Text{"证据不足", "evidence missing"}};

} // namespace

std::string_view criterion_state_key(CriterionState state) {
    return state_keys.at(static_cast<std::size_t>(state));
}
Text criterion_state_text(CriterionState state) {
    return state_texts.at(static_cast<std::size_t>(state));
}
std::string_view verdict_key(Verdict verdict) {
    return verdict_keys.at(static_cast<std::size_t>(verdict));
}
Text growth_text(Growth growth) {
    constexpr std::array texts{Text{"销售收入", "sales"}, Text{"研发投入", "R&D"},
                               Text{"专利组合价值", "portfolio value"}};
    return texts.at(static_cast<std::size_t>(growth));
}
Text verdict_text(Verdict verdict) {
    return verdict_texts.at(static_cast<std::size_t>(verdict));
}

std::size_t Assessment::count(Verdict verdict) const {
    return static_cast<std::size_t>(std::ranges::count(enterprises, verdict, &EnterpriseAssessment::verdict));
}

Assessment assess(const Corpus& corpus, const Programme& programme, const PortfolioValues& portfolio,
                  const AssessOptions& options) {
    const Scheme& scheme = scheme_to_assess(programme, options.scheme);
    Assessment result;
    result.programme = programme.id;
    result.version = programme.version;
    result.checksum = programme.checksum;
    result.scheme = scheme.id;
    result.programme_name = programme.name;
    result.scheme_name = scheme.name;
    result.as_of = options.as_of;
    result.period_ended = programme.valid_to < options.as_of;
    result.year =
        options.year ? options.year : detail::year_to_assess(corpus.enterprises, scheme, options.as_of);
    for (std::uint32_t i = 0; i < corpus.enterprises.size(); ++i) {
        const Enterprise& enterprise = corpus.enterprises[i];
        EnterpriseAssessment entry;
        entry.enterprise = i;
        entry.name = enterprise.name;
        entry.uscc = enterprise.uscc;
        for (const auto& criterion : scheme.criteria) {
            entry.criteria.push_back(detail::judge(enterprise, criterion, result.year, options.as_of));
        }
        if (scheme.ranking) {
            entry.growth = detail::measure_growth(enterprise, i < portfolio.size() ? &portfolio[i] : nullptr,
                                                  *scheme.ranking, result.year);
        }
        result.enterprises.push_back(std::move(entry));
    }
    apply_words(options.words, result.enterprises);
    for (auto& entry : result.enterprises) {
        entry.verdict = verdict_of(entry.criteria);
    }
    detail::score_growth(result.enterprises);
    detail::rank_eligible(result.enterprises);
    for (auto& entry : result.enterprises) {
        explain(entry);
    }
    grant_support(scheme, result.enterprises);
    detail::sort_for_reading(result.enterprises);
    add_notes(result, programme, scheme, options);
    note_year(result, corpus, scheme, options);
    return result;
}

} // namespace longmen::programme
