// SPDX-License-Identifier: GPL-3.0-or-later
// Records, columns and values of an earlier day.
#include <longmen/service/as_of_scores.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/record/set_back.hpp>
#include <longmen/service/column_source.hpp>
#include <longmen/service/corpus.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>

namespace longmen::service {

using indicators::Dating;

Corpus corpus_on(const store::Workspace& workspace, const std::string& models_folder, const Ends& ends,
                 const Date& day) {
    auto corpus = load_corpus(workspace, models_folder, day);
    for (auto& patent : corpus.patents) {
        const auto end = ends.find(patent.id);
        patent = set_back(std::move(patent), day,
                          end == ends.end() ? std::optional<Date>{} : std::optional{end->second});
    }
    return corpus;
}

scoring::Scores scores_on(const store::Workspace& workspace, const std::string& models_folder,
                          const Corpus& corpus, const scoring::ValueModel& model, Progress& progress) {
    auto columns = model_columns(workspace, models_folder, corpus, model);
    for (auto& column : columns) {
        if (indicators::dating_of(column.key) == Dating::undated) {
            std::ranges::fill(column.values, indicators::undefined_value);
            std::ranges::fill(column.reasons, static_cast<std::uint8_t>(Undefined::no_data));
        }
    }
    return scoring::evaluate(corpus, model, {.progress = &progress, .columns = columns});
}

std::vector<double> values_of(const scoring::Scores& scores, std::size_t size) {
    std::vector<double> values(size, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < scores.patents.size(); ++i) {
        if (scores.patents[i].value.defined()) {
            values[i] = scores.patents[i].value.value();
        }
    }
    return values;
}

std::vector<std::string> inputs_of(const scoring::ValueModel& model, Dating dating) {
    std::vector<std::string> keys;
    const auto add = [&](const std::string& key) {
        if (!key.empty() && indicators::dating_of(key) == dating &&
            std::ranges::find(keys, key) == keys.end()) {
            keys.push_back(key);
        }
    };
    for (const auto& term : model.terms) {
        add(term.key);
        add(term.per);
    }
    return keys;
}

void refuse_undated(const scoring::ValueModel& model) {
    const auto undated = inputs_of(model, Dating::undated);
    if (undated.empty()) {
        return;
    }
    const auto names = fmt::format("{}", fmt::join(undated, ", "));
    throw UsageError(sentence(
        "模型 {} 用到没有日期的输入：{}；它们反映的是导出数据那一天的情况，可能已经包含结果。"
        "加 --drop-undated 可不计这些项",
        "model {} takes inputs without a date: {}; they tell of the day of the export and may know the "
        "outcome already. --drop-undated leaves these terms out",
        model.id, names));
}

} // namespace longmen::service
