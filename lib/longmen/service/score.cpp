// SPDX-License-Identifier: GPL-3.0-or-later
// Scores a workspace.
#include <longmen/service/score.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/scoring/tables.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/columns.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/detail/score_json.hpp>
#include <longmen/service/table_json.hpp>
#include <longmen/store/lookup.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace longmen::service {

Scored score_workspace(const store::Workspace& workspace, const ScoreRequest& request, Progress& progress) {
    Scored scored{
        .corpus = {}, .model = scoring::load_value_model(request.models_folder, request.model), .scores = {}};
    const auto baseline = model_baseline(request.models_folder, scored.model, request.baseline);
    scored.corpus = load_corpus(workspace, request.models_folder, request.as_of);
    const auto columns = model_columns(workspace, request.models_folder, scored.corpus, scored.model);
    scored.scores = scoring::evaluate(
        scored.corpus, scored.model,
        {.progress = &progress, .columns = columns, .baseline = baseline ? &*baseline : nullptr});
    return scored;
}

namespace {

Table plain_table(const Scored& scored, ScoreSubject subject, Lang lang, std::size_t top) {
    switch (subject) {
    case ScoreSubject::patent:
        return scoring::patent_table(scored.corpus, scored.model, scored.scores, lang, top);
    case ScoreSubject::enterprise:
        return scoring::enterprise_table(scored.corpus, scored.scores, lang, top);
    case ScoreSubject::park:
        return scoring::park_table(scored.scores, lang, top);
    }
    return {};
}

/// Columns of the ranges, row by row in the order of the table.
void add_ranges(Table& table, const std::vector<std::uint32_t>& order,
                const std::vector<scoring::BootstrapRange>& ranges, Lang lang) {
    constexpr int file_digits = 4, screen_digits = 1;
    constexpr Heading headings[] = {{"value_low", {"价值分下限", "Value, low"}},
                                    {"value_high", {"价值分上限", "Value, high"}},
                                    {"draw_rank_low", {"抽样最好名次", "Best rank, draws"}},
                                    {"draw_rank_high", {"抽样最差名次", "Worst rank, draws"}}};
    for (const auto& heading : headings) {
        table.columns.push_back({heading.key, std::string{heading.text.in(lang)}});
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& range = ranges[order[r]];
        const bool known = range.rank_low > 0;
        const auto value = [&](double figure) {
            return known ? Cell{Decimal{figure, file_digits, screen_digits}} : Cell{};
        };
        const auto rank = [&](std::uint32_t figure) { return known ? count_cell(figure) : Cell{}; };
        for (auto&& cell :
             {value(range.value_low), value(range.value_high), rank(range.rank_low), rank(range.rank_high)}) {
            table.rows[r].push_back(cell);
        }
    }
}

} // namespace

Table score_table(const Scored& scored, ScoreSubject subject, Lang lang, std::size_t top,
                  const scoring::CohortBootstrap* bootstrap) {
    auto table = plain_table(scored, subject, lang, top);
    const auto& scores = scored.scores;
    if (bootstrap != nullptr && subject == ScoreSubject::patent) {
        add_ranges(table, scores.patent_order, bootstrap->patents, lang);
    } else if (bootstrap != nullptr && subject == ScoreSubject::enterprise) {
        add_ranges(table, scores.enterprise_order, bootstrap->enterprises, lang);
    } else if (bootstrap != nullptr) {
        add_ranges(table, scores.park_order, bootstrap->parks, lang);
    }
    return table;
}

std::string bootstrap_statement(const scoring::CohortBootstrap& bootstrap, Lang lang) {
    return sentence("上下限：比较组各自放回重抽 {} 次（种子 {}），取 5% 与 95% "
                    "处；随重抽变动的只有比较组，不含模型与数据本身的误差",
                    "ranges: each cohort drawn anew with replacement {} times (seed {}), from the 5th to the "
                    "95th per "
                    "cent; only the cohorts vary, errors of model and data are not in them",
                    bootstrap.draws, bootstrap.seed)
        .in(lang);
}

std::string_view score_subject_key(ScoreSubject subject) {
    constexpr std::array<std::string_view, 3> keys{"patent", "enterprise", "park"};
    return keys[static_cast<std::size_t>(subject)];
}

std::string score_json(const Scored& scored, ScoreSubject subject,
                       const scoring::CohortBootstrap* bootstrap) {
    auto json = detail::score_head(scored.model, scored.scores, subject);
    if (bootstrap != nullptr) {
        json["bootstrap"] = {{"draws", bootstrap->draws}, {"seed", bootstrap->seed}};
    }
    json["rows"] = rows_json(score_table(scored, subject, Lang::en, 0, bootstrap));
    return json_document(json);
}

nlohmann::ordered_json detail::score_head(const scoring::ValueModel& model, const scoring::Scores& scores,
                                          ScoreSubject subject) {
    nlohmann::ordered_json json;
    json["as_of"] = scores.as_of.iso();
    json["model"] = model.id;
    json["version"] = model.version;
    json["model_checksum"] = model.checksum;
    json["baseline"] = scores.baseline ? nlohmann::ordered_json{{"name", scores.baseline->name},
                                                                {"checksum", scores.baseline->checksum}}
                                       : nlohmann::ordered_json(nullptr);
    json["lacking"] = nlohmann::ordered_json::array();
    for (const auto* term : lacking_terms(model, scores)) {
        json["lacking"].push_back(term->name());
    }
    json["by"] = score_subject_key(subject);
    return json;
}

scoring::Decisions decide_patents(const store::Workspace& workspace, const Scored& scored,
                                  const scoring::Line& line, const std::string& who, Threads& threads) {
    auto choice = scoring::patent_choice(scored.corpus, scored.model, scored.scores, line);
    scoring::DecideOptions options;
    if (!who.empty()) {
        const auto id = store::find_patent(workspace, who);
        if (!id) {
            throw UsageError(sentence("{}：入选线用于单件专利，工作区中没有这个号码",
                                      "{}: a line goes with one patent, and the workspace has no such number",
                                      who));
        }
        const auto& patents = scored.corpus.patents;
        const auto at =
            std::ranges::find(choice.positions, *id, [&](std::uint32_t i) { return patents[i].id; });
        if (at == choice.positions.end()) {
            throw UsageError(
                sentence("{}：没有价值分，谈不上入选", "{}: it has no value, so no line passes it", who));
        }
        options.asked = {static_cast<std::uint32_t>(at - choice.positions.begin())};
    }
    return scoring::decide(std::move(choice), options, threads);
}

std::vector<const scoring::ValueTerm*> lacking_terms(const scoring::ValueModel& model,
                                                     const scoring::Scores& scores) {
    std::vector<const scoring::ValueTerm*> lacking;
    for (std::size_t t = 0; t < model.terms.size(); ++t) {
        if (std::ranges::none_of(scores.terms[t].cells, &scoring::TermCell::has_raw)) {
            lacking.push_back(&model.terms[t]);
        }
    }
    return lacking;
}

std::string lacking_statement(const scoring::ValueModel& model, const scoring::Scores& scores, Lang lang) {
    std::string names;
    for (const auto* term : lacking_terms(model, scores)) {
        names += fmt::format("{}{} ({})",
                             names.empty()      ? ""
                             : lang == Lang::zh ? "、"
                                                : ", ",
                             term->heading(lang), term->name());
    }
    return names.empty()
               ? names
               : sentence("数据中没有任何一件专利有以下指标：{}；这些项处处略去，覆盖率相应降低",
                          "no patent of the data has a value of {}: left out throughout, which lowers the "
                          "coverage",
                          names)
                     .in(lang);
}

namespace {

/// Patents below the model's limit of coverage.
std::size_t too_little_measured(const Scored& scored) {
    const auto& all = scored.scores;
    std::size_t count = 0;
    for (std::size_t i = 0; i < all.patents.size(); ++i) {
        const auto& patent = all.patents[i];
        count += all.placement.members[i].counted && !patent.value.defined() &&
                         patent.value.reason() == Undefined::no_data &&
                         patent.coverage < scored.model.minimum_coverage
                     ? 1
                     : 0;
    }
    return count;
}

} // namespace

std::string score_statement(const Scored& scored, Lang lang) {
    const auto& model = scored.model;
    auto line =
        lang == Lang::zh
            ? fmt::format("数据截至 {}；模型：{}（{} 第 {} 版）；专利 {} 件，其中 {} 件有价值分。",
                          scored.scores.as_of.iso(), model.title_zh, model.id, model.version,
                          scored.corpus.patents.size(), scored.scores.scored)
            : fmt::format("As of {}; model: {} ({}, version {}); {} patents, {} of them with a value.",
                          scored.scores.as_of.iso(), model.title_en, model.id, model.version,
                          scored.corpus.patents.size(), scored.scores.scored);
    if (const auto few = too_little_measured(scored); few > 0) {
        line += lang == Lang::zh ? fmt::format("{} 件可测指标不足，不可比，不给分。", few)
                                 : fmt::format(" {} not comparable: too little measured for a value.", few);
    }
    if (scored.scores.baseline) {
        line += (lang == Lang::zh ? "" : " ") + baseline_line(*scored.scores.baseline, lang) +
                (lang == Lang::zh ? "。" : ".");
    }
    return line;
}

} // namespace longmen::service
