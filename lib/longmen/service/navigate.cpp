// SPDX-License-Identifier: GPL-3.0-or-later
// Gathers what a report is written from.
#include <longmen/service/navigate.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/report/enterprise_report.hpp>
#include <longmen/report/html.hpp>
#include <longmen/report/park_report.hpp>
#include <longmen/service/assess.hpp>
#include <longmen/service/status.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/lookup.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

/// The targets of the last year that has begun by the cut-off, else of the first year there is.
std::optional<programme::TargetReport> targets_of(const Corpus& corpus,
                                                  const programme::Programme& programme) {
    std::optional<int> year;
    for (const auto& target : programme.targets) {
        if (target.year <= corpus.as_of.year() && (!year || target.year > *year)) {
            year = target.year;
        }
    }
    if (!year && !programme.targets.empty()) {
        year = programme.targets.front().year;
    }
    return year ? std::optional{programme::target_progress(corpus, programme, corpus.as_of, *year)}
                : std::nullopt;
}

template <class Counts>
std::int64_t sum(const Counts& counts) {
    std::int64_t total = 0;
    for (const auto& [code, count] : counts) {
        total += count;
    }
    return total;
}

} // namespace

std::string navigate(const store::Workspace& workspace, const NavigateRequest& request, Progress& progress) {
    AssessRequest assess;
    assess.models_folder = request.models_folder;
    assess.programme = request.programme;
    assess.model = request.model;
    assess.as_of = request.as_of;
    const auto assessed = assess_workspace(workspace, assess, progress);
    const auto scored =
        score_workspace(workspace, {request.models_folder, request.model, request.as_of}, progress);
    const auto rules = analysis::read_rules(Config::read(request.models_folder + "/reports/analysis.toml"));
    const auto inventory = store::take_inventory(workspace, 0);
    const report::ReportData data{
        request.lang,
        scored.corpus,
        rules,
        scored.model,
        scored.scores,
        assessed.programme,
        assessed.assessment,
        targets_of(scored.corpus, assessed.programme),
        imports_table(inventory, request.lang),
        inventory.conflicts,
        sum(inventory.rejects_by_code),
        sum(inventory.remarks_by_code),
        search_quality(workspace, request.searches, request.models_folder, progress)};
    if (request.subject == NavigateRequest::Subject::park) {
        return report::to_html(report::park_report(data, request.name));
    }
    const auto id = store::find_enterprise(workspace, request.name);
    if (!id) {
        throw UsageError(
            sentence("{}：工作区中没有这家企业", "{}: no enterprise of the workspace", request.name));
    }
    const auto found = std::ranges::find(scored.corpus.enterprises, *id, &Enterprise::id);
    return report::to_html(
        report::enterprise_report(data, static_cast<std::size_t>(found - scored.corpus.enterprises.begin())));
}

} // namespace longmen::service
