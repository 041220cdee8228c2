// SPDX-License-Identifier: GPL-3.0-or-later
// Scores set back to each date, outcomes after it, and the figures of both.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/dating.hpp>
#include <longmen/service/as_of_scores.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/validation_study.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/validate.hpp>
#include <longmen/store/lapses.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>

namespace longmen::service {
namespace {

using indicators::Dating;

std::vector<scoring::ValueModel> load_models(const ValidateRequest& request) {
    std::vector<scoring::ValueModel> models;
    const auto take = [&](const std::string& name) {
        auto model = scoring::load_value_model(request.models_folder, name);
        const bool known = std::ranges::any_of(
            models, [&](const auto& one) { return one.id == model.id && one.checksum == model.checksum; });
        if (!known) {
            models.push_back(std::move(model));
        }
    };
    const auto& yardsticks = yardstick_models();
    for (const auto& name : request.models) {
        if (std::ranges::find(yardsticks, name) == yardsticks.end()) {
            take(name);
        }
    }
    for (const auto& name : yardsticks) {
        take(name);
    }
    if (!request.drop_undated) {
        for (const auto& model : models) {
            refuse_undated(model);
        }
    }
    return models;
}

void add_groups(report::ValidationData& data, const Corpus& corpus,
                const indicators::TechnologyFields& fields, const scoring::Judged& pooled,
                const std::vector<std::uint32_t>& members) {
    struct Group {
        Sentence name;
        std::vector<std::uint32_t> rows;
    };
    std::array<std::map<std::pair<int, std::string>, Group>, 3> groups;
    for (std::uint32_t row = 0; row < members.size(); ++row) {
        const auto& patent = corpus.patents[members[row]];
        const auto field = fields.of(patent);
        const auto year = patent.app_date->year();
        const auto same = [](const std::string& name) { return Sentence{name, name}; };
        const auto put = [&](std::size_t by, int order, const std::string& key, const Sentence& name) {
            auto& group = groups[by][{order, key}];
            group.name = name;
            group.rows.push_back(row);
        };
        put(0, field, std::to_string(field),
            {std::string{fields.field_name(field, Lang::zh)},
             std::string{fields.field_name(field, Lang::en)}});
        put(1, year, std::to_string(year), same(std::to_string(year)));
        put(2, 0, patent.office, same(patent.office));
    }
    constexpr std::array names{"field", "year", "office"};
    for (std::size_t by = 0; by < groups.size(); ++by) {
        for (const auto& [key, group] : groups[by]) {
            report::ValidatedGroup told{names[by], key.second, group.name, false,
                                        scoring::validate(scoring::subset(pooled, group.rows), data.rules)};
            told.small = std::min(told.found.common_positives,
                                  told.found.common - told.found.common_positives) < data.rules.group_minimum;
            data.groups.push_back(std::move(told));
        }
    }
}

/// The windows asked for; each must end within the data.
std::vector<std::pair<Date, Date>> windows_of(const ValidateRequest& request,
                                              const scoring::ValidationRules& rules) {
    if (request.as_of.empty()) {
        throw UsageError(Sentence{"检验需要截止日：--as-of 日期，或 --as-of-each-year 起..止",
                                  "a validation needs its cut-off date: --as-of DATE, or --as-of-each-year "
                                  "FROM..TO"});
    }
    if (request.until && request.as_of.size() > 1) {
        throw UsageError(Sentence{"有多个截止日时请用 --years 代替 --until",
                                  "with several cut-off dates --years takes the place of --until"});
    }
    std::vector<std::pair<Date, Date>> windows;
    for (const auto& as_of : request.as_of) {
        const auto until =
            request.until ? *request.until : as_of.add_years(request.years.value_or(rules.years));
        if (until.days() <= as_of.days()) {
            throw UsageError(sentence("--until {} 须晚于截止日 {}", "--until {} must be later than {}",
                                      until.iso(), as_of.iso()));
        }
        windows.emplace_back(as_of, until);
    }
    return windows;
}

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
    const bool citations = kind == Kind::citations || kind == Kind::citations_top;
    const auto& last = data.dates.back().until;
    if (citations && last.add_months(data.rules.publication_months).days() > data.data_date.days()) {
        data.cautions.push_back(
            sentence("{} 之前 {} 个月内的申请尚未公布齐全，其引用有缺漏",
                     "applications filed within {1} months before {0} are not all published: their citations "
                     "are not all there",
                     data.data_date.iso(), data.rules.publication_months));
    }
    if (citations) {
        data.cautions.push_back(
            Sentence{"引用按施引文献的申请日计时：截止日前申请而其后才公布的文献，其引用算作已知",
                     "citations are clocked by the filing of the citing document: those of documents filed "
                     "before the cut-off date and published after it count as known"});
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
    if (data.dates.size() > 1) {
        data.cautions.push_back(
            Sentence{"合计中每件专利只在其中一个截止日计一次；各日的数字则包含当日的全部专利",
                     "in the whole each patent counts once, at one of the dates; figures of "
                     "a date hold all patents of it"});
    }
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
    report::ValidationData data;
    data.rules =
        scoring::read_validation_rules(Config::read(request.models_folder + "/validation/default.toml"));
    const auto spec = parse_outcome(request.outcome);
    const auto windows = windows_of(request, data.rules);
    const auto models = load_models(request);
    data.outcome = request.outcome;
    data.outcome_words = outcome_words(spec);
    for (const auto& model : models) {
        const auto& yardsticks = yardstick_models();
        data.models.push_back({model.id,
                               model.version,
                               model.checksum,
                               {model.title_zh, model.title_en},
                               std::ranges::find(yardsticks, model.id) != yardsticks.end(),
                               inputs_of(model, Dating::undated),
                               inputs_of(model, Dating::settled)});
    }

    // --- outcomes
    // -------------------------------------------------------------------------------------------
    const auto corpus = load_corpus(workspace, request.models_folder);
    data.data_date = corpus.as_of;
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    if (spec.kind != OutcomeSpec::Kind::file && windows.back().second.days() > data.data_date.days()) {
        throw DataError(workspace.folder(), 0,
                        sentence("数据只到 {}，{} 之前的结果还不知道",
                                 "the data end on {}: outcomes until {} are "
                                 "not known yet",
                                 data.data_date.iso(), windows.back().second.iso()));
    }
    Threads threads;
    const OutcomeSource source{
        workspace, request.models_folder, corpus, spec, data.rules.cohort_minimum, fields, threads};
    const auto ends = store::load_ends(workspace);

    // --- each date
    // ------------------------------------------------------------------------------------------
    const detail::Desk desk{workspace, request, data.rules, models, ends, source, progress};
    std::vector<detail::Study> studies;
    std::array<std::size_t, static_cast<std::size_t>(LeftOut::count_)> left_out{};
    for (const auto& [as_of, until] : windows) {
        const auto outcomes = source.within(as_of, until);
        for (std::size_t i = 0; i < outcomes.happened.size(); ++i) {
            if (outcomes.happened[i] == Outcomes::left_out) {
                ++left_out.at(static_cast<std::size_t>(outcomes.why[i]));
            }
        }
        studies.push_back(desk.study(as_of, until, outcomes));
    }
    for (std::size_t why = 0; why < left_out.size(); ++why) {
        const auto text = left_out_text(static_cast<LeftOut>(why));
        if (left_out[why] > 0) {
            data.left_out.push_back({std::string{left_out_key(static_cast<LeftOut>(why))},
                                     {std::string{text.zh}, std::string{text.en}},
                                     left_out[why]});
        }
    }

    // --- together
    // -------------------------------------------------------------------------------------------
    const auto [pooled, members] = detail::pool(studies, corpus.patents.size());
    data.pooled = scoring::validate(pooled, data.rules);
    add_groups(data, corpus, fields, pooled, members);
    for (auto& study : studies) {
        data.dates.push_back(std::move(study.told));
    }
    add_cautions(data, source, undated_ends(corpus, ends));
    return data;
}

} // namespace longmen::service
