// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the inventory of a workspace.
#include <longmen/service/status.hpp>

#include <longmen/base/config.hpp>
#include <longmen/record/source_id.hpp>
#include <longmen/search/index.hpp>
#include <longmen/service/corpus.hpp>

#include <algorithm>
#include <set>
#include <string_view>

namespace longmen::service {

Status take_status(const store::Workspace& workspace, const StatusRequest& request) {
    Status status;
    status.generation = workspace.generation();
    status.index_generation = search::index_generation(workspace.folder());
    status.inventory = store::take_inventory(workspace, request.listed);
    status.as_of = request.as_of ? request.as_of : workspace.data_date();
    if (!status.as_of) {
        return status;
    }
    const auto corpus = load_corpus(workspace, request.models_folder, status.as_of);
    const auto rules = analysis::read_rules(Config::read(request.models_folder + "/reports/analysis.toml"));
    const auto all = analysis::select_all(corpus, *status.as_of);
    status.applications = all.size();
    std::set<std::string_view> families;
    for (const auto patent : all) {
        families.insert(corpus.patents[patent].family);
        status.known_by_id += is_source_id(corpus.patents[patent].number) ? 1 : 0;
    }
    status.families = families.size();
    status.enterprises = corpus.enterprises.size();
    status.with_figures = static_cast<std::size_t>(std::ranges::count_if(
        corpus.enterprises, [](const Enterprise& enterprise) { return !enterprise.figures.empty(); }));
    status.types = analysis::by_type(corpus, all, *status.as_of);
    status.states = analysis::by_status(corpus, all, *status.as_of);
    status.applicants = analysis::top_applicants(corpus, all, *status.as_of, request.top);
    status.classes = analysis::top_subclasses(corpus, all, *status.as_of, request.top);
    status.years = analysis::by_year(corpus, all, analysis::Clock::filing, *status.as_of, rules.grey_years);
    status.citations = store::count_citations(workspace);
    status.assets = tally_assets(corpus, *status.as_of);
    status.experts = tally_experts(workspace, request.models_folder);
    status.quality = analysis::data_quality(corpus, all, *status.as_of, rules, status.citations.links);
    status.findings =
        analysis::check_consistency(corpus, all, rules, static_cast<std::size_t>(request.listed));
    return status;
}

} // namespace longmen::service
