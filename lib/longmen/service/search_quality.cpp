// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what was judged of searches.
#include <longmen/service/search_quality.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/judge_report.hpp>

#include <algorithm>
#include <utility>

namespace longmen::service {
namespace {

report::QualityShare share_of(const JudgedShare& judged) {
    report::QualityShare share;
    share.hits = judged.hits;
    share.of = judged.of;
    if (judged.value.defined()) {
        share.low = judged.interval.low;
        share.high = judged.interval.high;
    }
    share.pass_line = judged.lines.pass;
    share.warn_line = judged.lines.warn;
    share.size = judged.size;
    share.smallest = judged.smallest;
    return share;
}

report::JudgedSearch judged_search(const JudgeReport& judged) {
    report::JudgedSearch search;
    search.run = judged.set.run.id;
    const auto& run = judged.set.run;
    search.query =
        run.canonical.empty() ? run.query : run.canonical; // no references that readers cannot follow
    search.as_of = judged.set.run.as_of;
    search.generation = judged.set.generation;
    search.found = judged.set.ids.size();
    if (!judged.samples.empty()) {
        search.precision = share_of(judged.precision);
    }
    search.unsure = judged.unsure;
    search.left = judged.drawn - std::min(judged.drawn, judged.precision.size);
    search.judges = judged.judges;
    for (const auto& pair : judged.pairs) {
        const auto* agreement = pair.agreement.defined() ? &pair.agreement.value() : nullptr;
        search.agreements.push_back({pair.one, pair.other, agreement != nullptr ? agreement->both : 0,
                                     agreement != nullptr && agreement->kappa.defined()
                                         ? std::optional{agreement->kappa.value()}
                                         : std::nullopt});
    }
    if (judged.recall) {
        const auto& recall = *judged.recall;
        search.reference = {recall.reference.name, recall.reference.by, recall.reference.how,
                            recall.numbers,        recall.absent,       share_of(recall.share)};
    }
    return search;
}

} // namespace

QualityChoice read_quality_choice(std::string_view text) {
    const auto colon = std::min(text.find(':'), text.size());
    const auto run = run_number(text.substr(0, colon));
    if (!run || colon + 1 == text.size()) {
        throw UsageError(sentence("“{}”不是检索编号；应写作 #3，或带对照集：#3:名称",
                                  "`{}` is no run; #3 is expected, or #3:NAME with a reference set", text));
    }
    return {*run, colon == text.size() ? std::string{} : std::string{text.substr(colon + 1)}};
}

report::SearchQuality search_quality(const store::Workspace& workspace, std::vector<QualityChoice> choices,
                                     const std::string& models_folder, Progress& progress) {
    report::SearchQuality quality;
    const auto rules = JudgeRules::load(models_folder);
    quality.level = rules.level;
    quality.rules_date = rules.date;
    if (choices.empty()) {
        for (const auto run : store::judged_runs(workspace)) {
            choices.push_back({run, {}});
        }
    }
    std::ranges::stable_sort(choices, {}, &QualityChoice::run);
    for (const auto& choice : choices) {
        quality.searches.push_back(
            judged_search(judge_report(workspace, {models_folder, choice.run, choice.reference}, progress)));
    }
    return quality;
}

} // namespace longmen::service
