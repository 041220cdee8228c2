// SPDX-License-Identifier: GPL-3.0-or-later
// Scores a workspace.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/tables.hpp>
#include <longmen/service/baseline.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/score.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

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

Table score_table(const Scored& scored, ScoreSubject subject, Lang lang, std::size_t top) {
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

std::string score_json(const Scored& scored, ScoreSubject subject) {
    constexpr const char* subjects[] = {"patent", "enterprise", "park"};
    nlohmann::ordered_json json;
    json["as_of"] = scored.scores.as_of.iso();
    json["model"] = scored.model.id;
    json["version"] = scored.model.version;
    json["model_checksum"] = scored.model.checksum;
    json["baseline"] = scored.scores.baseline
                           ? nlohmann::ordered_json{{"name", scored.scores.baseline->name},
                                                    {"checksum", scored.scores.baseline->checksum}}
                           : nlohmann::ordered_json(nullptr);
    json["by"] = subjects[static_cast<std::size_t>(subject)];
    json["rows"] = rows_json(score_table(scored, subject, Lang::en, 0));
    return json_document(json);
}

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
    if (scored.scores.baseline) {
        line += (lang == Lang::zh ? "" : " ") + baseline_line(*scored.scores.baseline, lang) +
                (lang == Lang::zh ? "。" : ".");
    }
    return line;
}

} // namespace longmen::service
