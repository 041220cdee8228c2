// SPDX-License-Identifier: GPL-3.0-or-later
// A validation as JSON.
#include <longmen/service/table_json.hpp>
#include <longmen/service/validate.hpp>

#include <nlohmann/json.hpp>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

Json interval_json(const stats::Interval& interval) {
    return {interval.low, interval.high};
}

Json area_json(const Measured<stats::RocArea>& area) {
    if (!area.defined()) {
        return nullptr;
    }
    const auto& interval = area.value().interval;
    return {{"auc", area.value().area},
            {"interval", interval.defined() ? interval_json(interval.value()) : Json(nullptr)}};
}

Json over_json(const Measured<stats::RocDifference>& over) {
    if (!over.defined()) {
        return nullptr;
    }
    const auto& told = over.value();
    return {{"difference", told.difference},
            {"interval", told.interval.defined() ? interval_json(told.interval.value()) : Json(nullptr)},
            {"p", told.p.defined() ? Json(told.p.value()) : Json(nullptr)}};
}

Json line_json(const std::optional<stats::CalibrationLineOrRefusal>& line) {
    if (!line) {
        return nullptr;
    }
    if (const auto* why = std::get_if<stats::LineRefusal>(&*line)) {
        return {{"refused", stats::refusal_key(*why)}};
    }
    const auto& told = std::get<stats::CalibrationLine>(*line);
    return {{"slope", told.slope},
            {"slope_interval", interval_json(told.slope_interval)},
            {"intercept", told.intercept},
            {"intercept_interval", interval_json(told.intercept_interval)},
            {"p", told.p}};
}

Json curve_json(const Measured<std::vector<stats::CalibrationBin>>& curve) {
    if (!curve.defined()) {
        return nullptr;
    }
    auto bins = Json::array();
    for (const auto& bin : curve.value()) {
        bins.push_back({{"predicted", bin.predicted},
                        {"observed", bin.observed},
                        {"interval", interval_json(bin.interval)},
                        {"members", bin.members},
                        {"positives", bin.positives}});
    }
    return bins;
}

Json model_json(const scoring::ModelJudgement& told, const scoring::Validation& all) {
    Json json{{"model", told.id},
              {"verdict", scoring::verdict_key(told.verdict)},
              {"shortfalls", Json::array()},
              {"scored", told.scored},
              {"coverage", all.members > 0
                               ? Json(static_cast<double>(told.scored) / static_cast<double>(all.members))
                               : Json(nullptr)},
              {"own", area_json(told.own)},
              {"area", area_json(told.area)}};
    for (const auto why : told.shortfalls) {
        json["shortfalls"].push_back(scoring::shortfall_key(why));
    }
    for (std::size_t i = 0; i < told.over.size(); ++i) {
        json["over"][all.yardsticks[i]] = over_json(told.over[i]);
    }
    const auto figure = [](const auto& value) {
        return value.defined() ? Json(value.value()) : Json(nullptr);
    };
    json["average_precision"] = figure(told.average_precision);
    json["top"] = told.top.defined() ? Json{{"lift", told.top.value().lift},
                                            {"precision", told.top.value().precision},
                                            {"recall", told.top.value().recall}}
                                     : Json(nullptr);
    json["kendall_tau"] = told.kendall.defined() ? Json(told.kendall.value().tau) : Json(nullptr);
    json["brier"] = told.brier.defined() ? Json(told.brier.value().score) : Json(nullptr);
    json["calibration"] = line_json(told.line);
    json["calibration_curve"] = curve_json(told.curve);
    json["roc"] = told.roc;
    json["by_part"] = told.by_bin;
    return json;
}

Json validation_part(const scoring::Validation& all) {
    Json json{{"members", all.members},
              {"positives", all.positives},
              {"common", all.common},
              {"common_positives", all.common_positives},
              {"models", Json::array()}};
    for (const auto& told : all.models) {
        json["models"].push_back(model_json(told, all));
    }
    return json;
}

} // namespace

std::string validation_json(const report::ValidationData& data) {
    Json json{{"outcome", data.outcome},
              {"data_date", data.data_date.iso()},
              {"rules_checksum", data.rules.checksum},
              {"models", Json::array()}};
    for (const auto& model : data.models) {
        json["models"].push_back({{"id", model.id},
                                  {"version", model.version},
                                  {"checksum", model.checksum},
                                  {"yardstick", model.yardstick},
                                  {"dropped", model.dropped},
                                  {"settled", model.settled}});
    }
    json["left_out"] = Json::object();
    for (const auto& one : data.left_out) {
        json["left_out"][one.key] = one.count;
    }
    json["all"] = validation_part(data.pooled);
    json["dates"] = Json::array();
    for (const auto& date : data.dates) {
        Json part{{"as_of", date.as_of.iso()},
                  {"until", date.until.iso()},
                  {"learned_on", date.learned_on.iso()},
                  {"learned_members", date.learned_members},
                  {"learned_positives", date.learned_positives}};
        part.update(validation_part(date.found));
        json["dates"].push_back(std::move(part));
    }
    json["groups"] = Json::array();
    for (const auto& group : data.groups) {
        Json part{{"by", group.by}, {"key", group.key}, {"small", group.small}};
        if (group.small) {
            part["members"] = group.found.members;
            part["positives"] = group.found.positives;
        } else {
            part.update(validation_part(group.found));
        }
        json["groups"].push_back(std::move(part));
    }
    json["cautions"] = Json::array();
    for (const auto& caution : data.cautions) {
        json["cautions"].push_back(caution.en);
    }
    return json_document(json);
}

} // namespace longmen::service
