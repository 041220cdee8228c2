// SPDX-License-Identifier: GPL-3.0-or-later
// Patents and indicators of a form, with what the data tell of them.
#include <longmen/service/expert_sheet.hpp>

#include <longmen/report/expert_form.hpp>
#include <longmen/service/detail/evaluation_words.hpp>
#include <longmen/service/evaluate.hpp>

#include <fmt/format.h>

namespace longmen::service {
namespace {

std::string hint_of(const programme::EvaluationIndicator& indicator, const programme::IndicatorInput& input,
                    Lang lang) {
    if (!input.data) {
        return {};
    }
    return fmt::format("{} {} → {:.1f}", detail::basis_words(indicator, input, lang),
                       detail::raw_words(input, lang), input.data->score);
}

} // namespace

std::string expert_sheet(const store::Workspace* workspace, const ExpertSheetRequest& request, Lang lang) {
    const auto rule = programme::load_evaluation_rule(request.models_folder, request.rule);
    const auto* scenario = request.scenario.empty() ? nullptr : &rule.scenario(request.scenario);
    report::ExpertForm form;
    form.heading = rule.title.in(lang);
    form.rule = rule.id;
    form.scenario = request.scenario;
    for (const auto& one : rule.scenarios) {
        form.scenarios.push_back(one.id);
    }
    const auto add = [&](const Patent* patent, const programme::EvaluationInput* input) {
        for (std::size_t i = 0; i < rule.indicators.size(); ++i) {
            const auto& indicator = rule.indicators[i];
            if (scenario != nullptr && !(rule.weight(*scenario, i) > 0)) {
                continue;
            }
            const auto& group = rule.groups[indicator.parent];
            form.rows.push_back(
                {patent != nullptr ? patent->number : std::string{},
                 patent == nullptr       ? std::string{}
                 : patent->title.empty() ? patent->title_en
                                         : patent->title,
                 indicator.id, rule.dimensions[group.parent].name.in(lang), group.name.in(lang),
                 indicator.name.in(lang), indicator.meaning.in(lang),
                 input != nullptr ? hint_of(indicator, input->indicators[i], lang) : std::string{}});
        }
    };
    if (request.numbers.empty() || workspace == nullptr) {
        add(nullptr, nullptr);
        return report::expert_form(form, lang);
    }
    EvaluateRequest evaluation;
    evaluation.models_folder = request.models_folder;
    evaluation.rule = request.rule;
    evaluation.scenario = request.scenario.empty() ? rule.scenarios.front().id : request.scenario;
    evaluation.as_of = request.as_of;
    evaluation.numbers = request.numbers;
    const auto list = evaluate_workspace(*workspace, evaluation);
    for (const auto& one : list.patents) {
        add(&list.corpus.patents[one.patent], &one.input);
    }
    return report::expert_form(form, lang);
}

} // namespace longmen::service
