// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluations with all that they rest on.
#include <longmen/record/event.hpp>
#include <longmen/service/evaluate.hpp>
#include <longmen/service/table_json.hpp>

#include <nlohmann/json.hpp>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;
using programme::Evaluation;
using programme::EvaluationState;
using programme::Levels;
using programme::ScoreOrigin;

Json value(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json spread_json(const programme::Spread& spread) {
    if (spread.scorers == 0) {
        return nullptr;
    }
    return {{"scorers", spread.scorers},
            {"sd", value(spread.deviation)},
            {"low", spread.low},
            {"high", spread.high}};
}

Json proxy_json(const programme::Proxy& proxy, const programme::DataValue& data) {
    Json json;
    if (!proxy.measure.empty()) {
        json["measure"] = proxy.measure;
    }
    if (proxy.derived) {
        json["derived"] = programme::derived_keys.at(static_cast<std::size_t>(*proxy.derived));
    }
    for (const auto kind : proxy.events) {
        json["events"].push_back(event_key(kind));
    }
    for (const auto& [kind, score] : proxy.cases) {
        json["cases"].push_back({event_key(kind), score});
    }
    if (!proxy.cases.empty()) {
        json["none"] = proxy.none;
    }
    for (const auto& [raw, score] : proxy.points) {
        json["points"].push_back({raw, score});
    }
    for (const auto& [name, score] : proxy.categories) {
        json["categories"][name] = score;
    }
    json["raw"] = data.raw;
    json["word"] = data.word.empty() ? Json(nullptr) : Json(data.word);
    json["complete"] = data.complete;
    json["score"] = data.score;
    return json;
}

Json indicator_json(const EvaluationList& list, const programme::Scenario& scenario,
                    const EvaluatedPatent& one, const Evaluation& result, std::size_t at) {
    const auto& indicator = list.rule.indicators[at];
    const auto& score = result.indicators[at];
    const auto& input = one.input.indicators[at];
    Json json{{"id", indicator.id},
              {"name", {{"zh", indicator.name.zh}, {"en", indicator.name.en}}},
              {"class", indicator.kind},
              {"weight", scenario.indicators[at]},
              {"weight_in_total", score.weight},
              {"origin", programme::origin_key(score.origin)},
              {"score", score.origin == ScoreOrigin::missing ? Json(nullptr) : Json(score.score)},
              {"spread", spread_json(score.spread)},
              {"experts", Json::array()}};
    for (const auto& opinion : input.opinions) {
        json["experts"].push_back({{"scorer", opinion.scorer},
                                   {"date", opinion.date},
                                   {"score", value(opinion.score)},
                                   {"reason", opinion.reason},
                                   {"evidence", opinion.evidence},
                                   {"file", opinion.file},
                                   {"row", opinion.row}});
    }
    json["data"] = input.data ? proxy_json(indicator.proxies[input.data->proxy], *input.data) : Json(nullptr);
    if (!input.data && !indicator.proxies.empty()) {
        json["no_data_because"] = undefined_key(input.why);
    }
    return json;
}

template <typename Level>
Json level_json(const Level& level, double share, std::size_t at, const Evaluation& result,
                std::vector<std::optional<double>> Levels::*scores) {
    return {{"id", level.id},
            {"name", {{"zh", level.name.zh}, {"en", level.name.en}}},
            {"weight", share},
            {"score", value((result.levels.*scores)[at])},
            {"low", value((result.low.*scores)[at])},
            {"high", value((result.high.*scores)[at])}};
}

Json tree_json(const EvaluationList& list, const programme::Scenario& scenario, const EvaluatedPatent& one,
               const Evaluation& result) {
    const auto& rule = list.rule;
    auto tree = Json::array();
    for (std::size_t d = 0; d < rule.dimensions.size(); ++d) {
        auto dimension =
            level_json(rule.dimensions[d], scenario.dimensions[d], d, result, &Levels::dimensions);
        for (std::size_t g = 0; g < rule.groups.size(); ++g) {
            if (rule.groups[g].parent != d) {
                continue;
            }
            auto group = level_json(rule.groups[g], scenario.groups[g], g, result, &Levels::groups);
            for (std::size_t i = 0; i < rule.indicators.size(); ++i) {
                if (rule.indicators[i].parent == g) {
                    group["indicators"].push_back(indicator_json(list, scenario, one, result, i));
                }
            }
            dimension["groups"].push_back(std::move(group));
        }
        tree.push_back(std::move(dimension));
    }
    return tree;
}

} // namespace

std::string evaluation_json(const EvaluationList& list) {
    constexpr const char* modes[] = {"available", "strict", "range"};
    Json json;
    json["as_of"] = list.corpus.as_of.iso();
    json["rule"] = {{"id", list.rule.id},
                    {"version", list.rule.version},
                    {"checksum", list.rule.checksum},
                    {"title", {{"zh", list.rule.title.zh}, {"en", list.rule.title.en}}},
                    {"sources", list.rule.sources}};
    json["notice"] = {{"zh", list.rule.notice.zh}, {"en", list.rule.notice.en}};
    json["minimum_scorers"] = list.rule.minimum_scorers;
    json["mode"] = modes[static_cast<std::size_t>(list.mode)];
    json["sheets"] = list.sheets;
    json["later_sheets"] = list.later_sheets;
    json["patents"] = Json::array();
    for (const auto& one : list.patents) {
        const auto& patent = list.corpus.patents[one.patent];
        Json entry{{"number", patent.number}, {"title", patent.title}, {"scenarios", Json::array()}};
        for (std::size_t s = 0; s < list.scenarios.size(); ++s) {
            const auto& scenario = list.rule.scenarios[list.scenarios[s]];
            const auto& result = one.scenarios[s];
            Json of{
                {"scenario", scenario.id},
                {"state", programme::evaluation_state_key(result.state)},
                {"total", list.mode == EvaluationMode::range ? Json(nullptr) : value(result.levels.total)},
                {"low", value(result.low.total)},
                {"high", value(result.high.total)},
                {"provisional", result.provisional},
                {"spread", spread_json(result.spread)}};
            for (std::size_t origin = 0; origin < programme::origin_count; ++origin) {
                of["coverage"][std::string{programme::origin_key(static_cast<ScoreOrigin>(origin))}] =
                    result.coverage[origin];
            }
            if (!list.all) { // of thousands of patents they would fill the memory
                of["tree"] = tree_json(list, scenario, one, result);
            }
            entry["scenarios"].push_back(std::move(of));
        }
        json["patents"].push_back(std::move(entry));
    }
    return json_document(json);
}

} // namespace longmen::service
