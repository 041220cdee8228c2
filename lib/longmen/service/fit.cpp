// SPDX-License-Identifier: GPL-3.0-or-later
// Rows to learn from: terms of earlier days beside what happened after them.
#include <longmen/service/fit.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/service/as_of_scores.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/validation_run.hpp>
#include <longmen/service/outcomes.hpp>
#include <longmen/service/weights.hpp>
#include <longmen/store/lapses.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace longmen::service {
namespace {

constexpr double days_a_year = 365.25;

/// One date: its scores and what became of its patents.
struct Day {
    FittedDate told;
    Corpus corpus;
    scoring::Scores scores;
    Outcomes outcomes;
};

bool counts(const scoring::TermCell& cell) {
    return cell.state != scoring::TermState::dropped;
}

/// Terms with a value on some day; the others cannot be weighed.
std::vector<std::size_t> terms_to_weigh(const scoring::ValueModel& model, const std::vector<Day>& days) {
    std::vector<std::size_t> terms;
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        if (std::ranges::any_of(days, [&](const Day& day) {
                return std::ranges::any_of(day.scores.terms[t].cells, counts);
            })) {
            terms.push_back(t);
        }
    }
    return terms;
}

/// Adds the rows of one day that have every term.
void add_rows(scoring::FitData& data, Day& day, const std::vector<std::size_t>& terms, const Ends& ends,
              bool survival) {
    for (std::size_t i = 0; i < day.outcomes.happened.size(); ++i) {
        if (day.outcomes.happened[i] == Outcomes::left_out) {
            continue;
        }
        ++day.told.known;
        if (!std::ranges::all_of(terms,
                                 [&](std::size_t t) { return counts(day.scores.terms[t].cells[i]); })) {
            continue;
        }
        ++day.told.complete;
        const bool happened = day.outcomes.happened[i] == 1;
        day.told.positives += happened ? 1 : 0;
        for (const auto t : terms) {
            data.values.push_back(day.scores.terms[t].cells[i].normalised);
        }
        data.outcomes.push_back(happened ? 1 : 0);
        data.years.push_back(day.told.as_of.year());
        if (survival) {
            const auto end = ends.find(day.corpus.patents[i].id);
            const auto last = happened || end == ends.end() ? day.told.until.days() : end->second.days();
            data.times.push_back(
                static_cast<double>(std::max<std::int64_t>(1, last - day.told.as_of.days())) / days_a_year);
        }
    }
}

std::vector<std::string> receipt(const Fitted& fitted) {
    std::vector<std::string> lines;
    std::vector<std::string> dates;
    for (const auto& date : fitted.dates) {
        dates.push_back(fmt::format("{}..{}", date.as_of.iso(), date.until.iso()));
    }
    lines.push_back(fmt::format("Weights learned by {} from the outcome {} within {}.",
                                fitted.survival ? "Cox regression" : "penalised logistic regression",
                                fitted.outcome, fmt::join(dates, ", ")));
    lines.push_back(
        fmt::format("{} patents at these dates with every term, {} of them with the outcome; penalty {:.6g}.",
                    fitted.fit.members, fitted.fit.positives, fitted.fit.rounds.back().lambda));
    lines.push_back(fmt::format("Terms of {} version {} ({}); data until {}, generation {}.", fitted.base.id,
                                fitted.base.version, fitted.base.checksum, fitted.data_date.iso(),
                                fitted.generation));
    for (const auto t : fitted.undated) {
        lines.push_back(
            fmt::format("Left out, without a value on these dates: {}.", fitted.base.terms[t].name()));
    }
    for (const auto t : fitted.weighed) {
        if (!(fitted.fit.weights[t] > 0)) {
            lines.push_back(
                fmt::format("Taken out, it points the other way: {}.", fitted.base.terms[t].name()));
        }
    }
    lines.push_back("Judge it on later dates than these: longmen validate.");
    return lines;
}

} // namespace

Fitted fit_model(const store::Workspace& workspace, const FitRequest& request, Progress& progress,
                 Threads& threads) {
    // --- check inputs --------------------------------------------------------------------------------------
    const auto rules = detail::validation_rules(request.models_folder);
    const auto spec = parse_outcome(request.outcome, rules);
    Fitted fitted;
    fitted.base = scoring::load_value_model(request.models_folder, request.model);
    if (request.as_of.empty()) {
        throw UsageError(Sentence{"拟合需要截止日：--as-of 日期，或 --as-of-each-year 起..止",
                                  "a fit needs its dates: --as-of DATE, or --as-of-each-year FROM..TO"});
    }
    if (request.survival && spec.kind != OutcomeSpec::Kind::in_force) {
        throw UsageError(
            Sentence{"--survival 只用于结果 in_force", "--survival goes with the outcome in_force only"});
    }
    if (!request.drop_undated) {
        refuse_undated(fitted.base);
    }
    const auto corpus = load_corpus(workspace, request.models_folder);
    fitted.id = request.id;
    fitted.outcome = request.outcome;
    fitted.outcome_words = outcome_words(spec);
    fitted.data_date = corpus.as_of;
    fitted.generation = corpus.generation;
    fitted.survival = request.survival;
    const int years = request.years > 0 ? request.years : usual_years(spec, rules);
    const auto last = request.as_of.back().add_years(years);
    if (spec.kind != OutcomeSpec::Kind::file && last.days() > corpus.as_of.days()) {
        throw DataError(workspace.folder(), 0,
                        sentence("数据只到 {}，{} 之前的结果还不知道",
                                 "the data end on {}: outcomes until {} are not known yet",
                                 corpus.as_of.iso(), last.iso()));
    }

    // --- each day ------------------------------------------------------------------------------------------
    const auto fields = indicators::TechnologyFields::load(request.models_folder);
    const OutcomeSource source{workspace, request.models_folder, corpus, spec, rules.cohort_minimum, fields,
                               threads};
    const auto ends = store::load_ends(workspace);
    std::vector<Day> days;
    for (const auto& as_of : request.as_of) {
        auto& day = days.emplace_back();
        day.told.as_of = as_of;
        day.told.until = as_of.add_years(years);
        day.corpus = corpus_on(workspace, request.models_folder, ends, as_of);
        day.scores = scores_on(workspace, request.models_folder, day.corpus, fitted.base, progress);
        day.outcomes = source.within(as_of, day.told.until);
    }

    // --- rows, fit, file -----------------------------------------------------------------------------------
    fitted.weighed = terms_to_weigh(fitted.base, days);
    for (std::size_t t = 0; t < fitted.base.terms.size(); ++t) {
        if (std::ranges::find(fitted.weighed, t) == fitted.weighed.end()) {
            fitted.undated.push_back(t);
        }
    }
    scoring::FitData data;
    data.terms = fitted.weighed.size();
    for (auto& day : days) {
        add_rows(data, day, fitted.weighed, ends, request.survival);
        fitted.dates.push_back(day.told);
    }
    fitted.fit = scoring::fit_weights(data, {.survival = request.survival}, threads);
    std::vector<double> weights(fitted.base.terms.size());
    for (std::size_t i = 0; i < fitted.weighed.size(); ++i) {
        weights[fitted.weighed[i]] = fitted.fit.weights[i];
    }
    fitted.fit.weights = std::move(weights);
    fitted.text = model_with_weights(fitted.base, fitted.fit.weights, fitted.id, receipt(fitted));
    return fitted;
}

} // namespace longmen::service
