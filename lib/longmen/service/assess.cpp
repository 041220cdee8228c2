// SPDX-License-Identifier: GPL-3.0-or-later
// Applies a programme: portfolio values year by year, then the criteria.
#include <longmen/service/assess.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/model_files.hpp>
#include <longmen/indicators/ipc.hpp>
#include <longmen/programme/assessment_output.hpp>
#include <longmen/programme/ranking_choice.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/decision_sections.hpp>
#include <longmen/service/portfolio_index_output.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace longmen::service {
namespace {

constexpr int last_month = 12;
constexpr int last_day = 31;
constexpr std::size_t most_places = 1'000'000;

Date year_end(int year) {
    return *Date::from_ymd(year, last_month, last_day);
}

/// Years with figures that have ended, as far back as a ranking's window can reach.
std::set<int> years_to_value(const Corpus& corpus, const programme::Programme& programme,
                             const std::optional<int>& wanted) {
    std::set<int> years;
    for (const auto& enterprise : corpus.enterprises) {
        for (const auto& figures : enterprise.figures) {
            if (year_end(figures.year) <= corpus.as_of && (!wanted || figures.year <= *wanted)) {
                years.insert(figures.year);
            }
        }
    }
    int window = 0;
    for (const auto& scheme : programme.schemes) {
        window = std::max(window, scheme.ranking ? scheme.ranking->years : 0);
    }
    // The year assessed is the last or, where it lacks what the criteria need, one before it.
    constexpr int spare = 2;
    while (!years.empty() && *years.begin() <= *years.rbegin() - window - spare) {
        years.erase(years.begin());
    }
    return years;
}

std::size_t active_subclasses(const Corpus& corpus, const scoring::PartyScore& party) {
    std::set<std::string> found;
    for (const auto& family : party.families) {
        const auto& ipc = corpus.patents[family.representative].ipc;
        if (const auto symbol =
                family.active && !ipc.empty() ? indicators::parse_ipc(ipc.front()) : std::nullopt) {
            found.insert(symbol->subclass);
        }
    }
    return found.size();
}

programme::PortfolioValues portfolio_values(const store::Workspace& workspace,
                                            const std::string& models_folder, Corpus corpus,
                                            const scoring::ValueModel& model,
                                            const std::optional<scoring::Baseline>& baseline,
                                            const std::set<int>& years, Progress& progress) {
    programme::PortfolioValues values(corpus.enterprises.size());
    for (const int year : years) {
        corpus.as_of = year_end(year);
        const auto columns = model_columns(workspace, models_folder, corpus, model);
        const auto scores = scoring::evaluate(
            corpus, model,
            {.progress = &progress, .columns = columns, .baseline = baseline ? &*baseline : nullptr});
        for (std::size_t e = 0; e < values.size(); ++e) {
            values[e].push_back(
                {year, scores.enterprises[e].value, active_subclasses(corpus, scores.enterprises[e])});
        }
    }
    return values;
}

/// The number asked for in place of the quota of the scheme that will be assessed.
void set_places(programme::Programme& programme, const AssessRequest& request) {
    if (!request.places) {
        return;
    }
    if (*request.places == 0 || *request.places > most_places) {
        throw UsageError(Sentence{"名额须不小于 1", "at least one place is expected"});
    }
    for (auto& scheme : programme.schemes) {
        if (request.scheme.empty() || scheme.id == request.scheme) {
            scheme.quota = static_cast<int>(*request.places);
        }
    }
}

} // namespace

Assessed assess_workspace(const store::Workspace& workspace, const AssessRequest& request,
                          Progress& progress) {
    Assessed assessed;
    assessed.programme = programme::read_programme(
        Config::read(find_model_file(request.models_folder, "programme", request.programme)));
    set_places(assessed.programme, request);
    const auto model = scoring::load_value_model(request.models_folder, request.model);
    assessed.model = model.id;
    assessed.model_version = model.version;
    assessed.model_checksum = model.checksum;
    const auto baseline = model_baseline(request.models_folder, model, request.baseline);
    assessed.baseline_checksum = baseline ? baseline->checksum : std::string{};
    assessed.corpus = load_corpus(workspace, request.models_folder, request.as_of);
    programme::AssessOptions options{assessed.corpus.as_of, request.year, request.scheme, {}};
    if (!request.expert_file.empty()) {
        options.words = read_expert_words(request.expert_file);
    }
    const auto values =
        portfolio_values(workspace, request.models_folder, assessed.corpus, model, baseline,
                         years_to_value(assessed.corpus, assessed.programme, request.year), progress);
    assessed.assessment = programme::assess(assessed.corpus, assessed.programme, values, options);
    assessed.portfolio = programme::portfolio_indices(
        assessed.corpus,
        programme::read_portfolio_index(Config::read(request.models_folder + "/portfolio/longmen.toml")),
        values, assessed.assessment.year);
    return assessed;
}

void decide_places(Assessed& assessed, Threads& threads) {
    const auto& schemes = assessed.programme.schemes;
    const auto scheme = std::ranges::find(schemes, assessed.assessment.scheme, &programme::Scheme::id);
    if (scheme == schemes.end() || !scheme->quota) {
        return;
    }
    const auto places = static_cast<std::size_t>(*scheme->quota);
    if (auto choice = programme::ranking_choice(assessed.assessment, places); !choice.names.empty()) {
        programme::add_ranking_inputs(choice, assessed.corpus, assessed.programme, assessed.assessment);
        assessed.decisions = scoring::decide(std::move(choice), {}, threads);
    }
}

std::vector<Section> assess_sections(const Assessed& assessed, Lang lang) {
    const auto& assessment = assessed.assessment;
    const bool zh = lang == Lang::zh;
    Section section;
    section.title = assessment.programme_name.in(lang) + (zh ? "：" : ": ") + assessment.scheme_name.in(lang);
    const auto year = assessment.year ? fmt::format("{}", *assessment.year) : std::string{"–"};
    section.lines.push_back(
        zh ? fmt::format("数据截至 {}，评审年度 {}；方案 {} 第 {} 版", assessment.as_of.iso(), year,
                         assessment.programme, assessment.version)
           : fmt::format("As of {}, fiscal year {}; programme {} version {}", assessment.as_of.iso(), year,
                         assessment.programme, assessment.version));
    using programme::Verdict;
    section.lines.push_back(
        zh ? fmt::format("企业 {} 家：符合条件 {} 家，证据不足 {} 家，不符合 {} 家",
                         assessment.enterprises.size(), assessment.count(Verdict::eligible),
                         assessment.count(Verdict::evidence_missing), assessment.count(Verdict::not_eligible))
           : fmt::format("{} enterprises: {} eligible, {} with evidence missing, {} not eligible",
                         assessment.enterprises.size(), assessment.count(Verdict::eligible),
                         assessment.count(Verdict::evidence_missing),
                         assessment.count(Verdict::not_eligible)));
    for (const auto& note : assessment.notes) {
        section.lines.push_back(note.in(lang));
    }
    section.table = programme::to_summary_table(assessment, lang);
    std::vector<Section> sections{std::move(section), portfolio_section(assessed, lang)};
    if (assessed.decisions) {
        add_decisions(sections, *assessed.decisions, lang);
    }
    return sections;
}

std::string assess_json(const Assessed& assessed) {
    auto json = programme::to_json(assessed.assessment);
    json["value_model"] = {
        {"id", assessed.model}, {"version", assessed.model_version}, {"checksum", assessed.model_checksum}};
    if (!assessed.baseline_checksum.empty()) {
        json["value_model"]["baseline_checksum"] = assessed.baseline_checksum;
    }
    json["portfolio"] = portfolio_json(assessed);
    json["decisions"] = assessed.decisions
                            ? nlohmann::ordered_json::parse(scoring::decisions_json(*assessed.decisions))
                            : nlohmann::ordered_json(nullptr);
    json["generation"] = assessed.corpus.generation;
    return json_document(json);
}

} // namespace longmen::service
