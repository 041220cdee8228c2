// SPDX-License-Identifier: GPL-3.0-or-later
// Opinions, values and anchors as short texts.
#include <longmen/service/detail/evaluation_words.hpp>

#include <longmen/base/text.hpp>
#include <longmen/indicators/columns.hpp>
#include <longmen/record/event.hpp>

#include <fmt/format.h>

namespace longmen::service::detail {

using programme::EvaluationIndicator;
using programme::IndicatorInput;

namespace {

/// A category of a derived value by its name, any other by its key.
std::string category_name(const std::string& category, Lang lang) {
    const auto name = programme::derived_category_text(category).in(lang);
    return name.empty() ? category : std::string{name};
}

std::string word_name(const std::string& word, Lang lang) {
    const auto name = programme::derived_category_text(word).in(lang);
    return name.empty() ? event_name(word, lang) : std::string{name};
}

} // namespace

std::string opinion_words(const IndicatorInput& input) {
    std::vector<std::string> words;
    for (const auto& opinion : input.opinions) {
        words.push_back(opinion.score ? fmt::format("{} {}", opinion.scorer, *opinion.score)
                                      : opinion.scorer + " –");
    }
    return join(words, "; ");
}

std::string basis_words(const EvaluationIndicator& indicator, const IndicatorInput& input, Lang lang) {
    if (indicator.proxies.empty()) {
        return {};
    }
    if (!input.data) {
        return std::string{undefined_text(input.why).in(lang)};
    }
    const auto& proxy = indicator.proxies[input.data->proxy];
    if (!proxy.measure.empty()) {
        return indicators::column_heading(proxy.measure, lang);
    }
    if (proxy.derived) {
        return std::string{programme::derived_text(*proxy.derived).in(lang)};
    }
    std::vector<std::string> names;
    for (const auto kind : proxy.events) {
        names.emplace_back(event_text(kind).in(lang));
    }
    for (const auto& [kind, score] : proxy.cases) {
        names.emplace_back(event_text(kind).in(lang));
    }
    return join(names, lang == Lang::zh ? "、" : ", ");
}

std::string raw_words(const IndicatorInput& input, Lang lang) {
    if (!input.data) {
        return {};
    }
    const auto& data = *input.data;
    auto words = data.word.empty() ? fmt::format("{:.4g}", data.raw) : word_name(data.word, lang);
    if (!data.complete) {
        words += Text{"（未完整）", " (not complete)"}.in(lang);
    }
    return words;
}

std::string anchor_words(const EvaluationIndicator& indicator, const IndicatorInput& input, Lang lang) {
    if (!input.data) {
        return {};
    }
    const auto& proxy = indicator.proxies[input.data->proxy];
    std::vector<std::string> words;
    for (const auto& [raw, score] : proxy.points) {
        words.push_back(fmt::format("{}→{}", raw, score));
    }
    for (const auto& [category, score] : proxy.categories) {
        words.push_back(fmt::format("{}→{}", category_name(category, lang), score));
    }
    for (const auto& [kind, score] : proxy.cases) {
        words.push_back(fmt::format("{}→{}", event_text(kind).in(lang), score));
    }
    if (!proxy.cases.empty()) {
        words.push_back(fmt::format("{}→{}", Text{"无记录", "none"}.in(lang), proxy.none));
    }
    return join(words, ", ");
}

} // namespace longmen::service::detail
