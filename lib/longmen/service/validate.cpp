// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace set back to each date, outcomes after it, and the figures of both.
#include <longmen/service/validate.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/as_of_scores.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/validation_run.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/store/lapses.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace longmen::service {
namespace {

/// Rights dead by now of which no date tells since when: on an earlier day their state is unknown, and so it
/// is known of those that live on only.
std::size_t undated_ends(const Corpus& corpus, const Ends& ends) {
    return static_cast<std::size_t>(std::ranges::count_if(corpus.patents, [&](const Patent& patent) {
        return validity_of(patent.status) == Validity::dead && patent.status != LegalState::expired &&
               !ends.contains(patent.id);
    }));
}

void add_cautions(report::ValidationData& data, const OutcomeSource& source, std::size_t without_end) {
    if (without_end > 0) {
        data.cautions.push_back(sentence(
            "{} 件已失效的专利没有失效日期，截止日时的状态按未知处理；用到法律状态的模型因此可能"
            "从“是否已知”得知后来的失效",
            "{} rights have ended on no known day and count as of unknown state: a model that takes the "
            "status may learn of the end from its being unknown",
            without_end));
    }
    using Kind = OutcomeSpec::Kind;
    const auto kind = source.spec().kind;
    if (source.spec().of_citations()) {
        detail::add_unpublished_caution(data);
        detail::add_filing_clock_caution(data);
    }
    if (kind == Kind::event || (kind == Kind::file && source.faults().empty())) {
        data.cautions.push_back(
            Sentence{"没有列出的即视为没有发生：所据来源须是齐全的",
                     "what is not listed counts as not happened: the source must be complete"});
    }
    for (const auto& [why, fault] : source.faults()) {
        const auto examples = fmt::format("{}", fmt::join(fault.examples, "; "));
        if (why == "unknown_patent") {
            data.cautions.push_back(sentence("结果文件中有 {} 行的号码不在工作区（{}）",
                                             "{} rows of the file name no patent of the workspace ({})",
                                             fault.count, examples));
        } else if (why == "no_date") {
            data.cautions.push_back(sentence("结果文件中有 {} 行没有可用的日期（{}）",
                                             "{} rows of the file have no date ({})", fault.count, examples));
        } else {
            data.cautions.push_back(sentence("结果文件中有 {} 行的结果不是 0 或 1（{}）",
                                             "{} rows of the file have an outcome other than 0 and 1 ({})",
                                             fault.count, examples));
        }
    }
    detail::add_shared_cautions(data);
}

} // namespace

const std::vector<std::string>& yardstick_models() {
    static const std::vector<std::string> names{"citation-count", "age-claims"};
    return names;
}

std::vector<Date> parse_year_ends(const std::string& text) {
    const auto dots = text.find("..");
    const auto first = Date::from_iso(text.substr(0, dots));
    const auto last = dots == std::string::npos ? first : Date::from_iso(text.substr(dots + 2));
    constexpr int most = 50;
    const bool years = first && last && first->precision() == DatePrecision::year &&
                       last->precision() == DatePrecision::year && first->year() <= last->year() &&
                       last->year() - first->year() < most;
    if (!years) {
        throw UsageError(sentence("--as-of-each-year {}：应为 2005..2010 之类的起止年份",
                                  "--as-of-each-year {}: years such as 2005..2010 are expected", text));
    }
    std::vector<Date> dates;
    constexpr int december = 12, last_of_december = 31;
    for (int year = first->year(); year <= last->year(); ++year) {
        dates.push_back(*Date::from_ymd(year, december, last_of_december));
    }
    return dates;
}

report::ValidationData validate_models(const store::Workspace& workspace, const ValidateRequest& request,
                                       Progress& progress) {
    const auto plan = detail::plan_validation(request);

    // --- outcomes ------------------------------------------------------------------------------------------
    const auto corpus = load_corpus(workspace, request.models_folder);
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    if (plan.spec.kind != OutcomeSpec::Kind::file &&
        plan.windows.back().second.days() > corpus.as_of.days()) {
        throw DataError(workspace.folder(), 0,
                        sentence("数据只到 {}，{} 之前的结果还不知道",
                                 "the data end on {}: outcomes until {} are "
                                 "not known yet",
                                 corpus.as_of.iso(), plan.windows.back().second.iso()));
    }
    Threads threads;
    const OutcomeSource source{
        workspace, request.models_folder, corpus, plan.spec, plan.rules.cohort_minimum, fields, threads};
    const auto ends = store::load_ends(workspace);

    // --- scores of records set back ------------------------------------------------------------------------
    const auto values_on = [&](const Date& day) {
        const auto then = corpus_on(workspace, request.models_folder, ends, day);
        std::vector<std::vector<double>> scores;
        for (const auto& model : plan.models) {
            scores.push_back(values_of(scores_on(workspace, request.models_folder, then, model, progress),
                                       then.patents.size()));
        }
        return scores;
    };
    auto data = detail::run_validation(
        request, plan,
        {corpus.patents.size(), corpus.as_of, fields,
         [&](std::uint32_t at) {
             const auto& patent = corpus.patents[at];
             return detail::Area{fields.of(patent), patent.app_date->year(), patent.office};
         },
         values_on, [&](const Date& as_of, const Date& until) { return source.within(as_of, until); }});
    add_cautions(data, source, undated_ends(corpus, ends));
    return data;
}

} // namespace longmen::service
