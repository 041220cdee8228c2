// SPDX-License-Identifier: GPL-3.0-or-later
// What was learned, for people and as JSON.
#include <longmen/service/columns.hpp>
#include <longmen/service/fit.hpp>
#include <longmen/service/table_json.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace longmen::service {
namespace {

using Json = nlohmann::ordered_json;

constexpr int file_digits = 6;
constexpr int screen_digits = 4;

std::string_view state_of(const Fitted& fitted, std::size_t term) {
    if (std::ranges::find(fitted.undated, term) != fitted.undated.end()) {
        return "undated";
    }
    return fitted.fit.weights[term] > 0 ? "weighed" : "taken_out";
}

/// Of a term in the last round; nothing when it was not in it.
std::optional<double> coefficient_of(const Fitted& fitted, std::size_t term) {
    const auto& round = fitted.fit.rounds.back();
    for (std::size_t i = 0; i < round.terms.size(); ++i) {
        if (fitted.weighed[round.terms[i]] == term) {
            return round.coefficients[i];
        }
    }
    return std::nullopt;
}

/// The mean deviance of years that were predicted, over that of knowing the share of outcomes only.
std::optional<double> explained(const Fitted& fitted) {
    const auto& validation = fitted.fit.validation;
    if (validation.path.empty() || !(fitted.fit.null_deviance > 0)) {
        return std::nullopt;
    }
    const double alone = fitted.fit.null_deviance / static_cast<double>(fitted.fit.members);
    return 1 - validation.path[validation.simplest].deviance / alone;
}

} // namespace

Table fit_table(const Fitted& fitted, Lang lang) {
    auto table = table_with({{"term", {"项", "Term"}},
                             {"heading", {"名称", "Name"}},
                             {"given", {"原权重", "Weight before"}},
                             {"fitted", {"学得权重", "Weight learned"}},
                             {"coefficient", {"系数", "Coefficient"}},
                             {"state", {"状态", "State"}}},
                            lang);
    for (std::size_t t = 0; t < fitted.base.terms.size(); ++t) {
        const auto& term = fitted.base.terms[t];
        const auto coefficient = coefficient_of(fitted, t);
        table.rows.push_back({term.name(), term.heading(lang),
                              Decimal{term.weight, file_digits, screen_digits},
                              Decimal{fitted.fit.weights[t], file_digits, screen_digits},
                              coefficient ? Cell{Decimal{*coefficient, file_digits, screen_digits}} : Cell{},
                              std::string{state_of(fitted, t)}});
    }
    return table;
}

std::vector<Section> fit_sections(const Fitted& fitted, Lang lang) {
    const bool zh = lang == Lang::zh;
    Section head;
    head.title = zh ? "由结果学得的权重" : "Weights learned from outcomes";
    head.lines.push_back(
        zh ? fmt::format("结果：{}；可用的专利 {} 件次，其中发生 {} 件次", fitted.outcome_words.zh,
                         fitted.fit.members, fitted.fit.positives)
           : fmt::format("Outcome: {}; {} patents at these dates can be learned from, {} of them with "
                         "it",
                         fitted.outcome_words.en, fitted.fit.members, fitted.fit.positives));
    if (const auto share = explained(fitted)) {
        head.lines.push_back(
            zh ? fmt::format("以以前年份预测以后年份：解释的偏差占 {:.1f}%（{} 个年份）", 100 * *share,
                             fitted.fit.validation.groups)
               : fmt::format("Years predicted from others: {:.1f} % of the deviance explained ({} years)",
                             100 * *share, fitted.fit.validation.groups));
    } else if (fitted.fit.concordance) {
        head.lines.push_back(
            zh ? fmt::format("一致性指数 {:.3f}（就所学数据自身而言，偏乐观）", *fitted.fit.concordance)
               : fmt::format("Concordance {:.3f}, on the data learned from, which flatters",
                             *fitted.fit.concordance));
    } else {
        head.lines.push_back(zh ? "只有一个截止日，未能以其他年份检验"
                                : "One date alone: not tried on other years");
    }
    head.lines.push_back(
        zh ? "与原模型方向相反的项已逐一剔除（taken_out）；截止日当时没有取值的项不参加（undated）。"
             "请用更晚的截止日检验：longmen validate"
           : "Terms that point against the model's own direction were taken out one by one (taken_out); "
             "terms without a value on these dates take no part (undated). Judge the model on later "
             "dates: longmen validate");
    head.table = fit_table(fitted, lang);

    Section dates;
    dates.title = zh ? "学自何时" : "Learned from";
    dates.table = table_with({{"as_of", {"截止日", "As of"}},
                              {"until", {"结果至", "Outcomes until"}},
                              {"known", {"结果已知", "Outcome known"}},
                              {"complete", {"各项齐全", "With every term"}},
                              {"positives", {"发生", "With the outcome"}}},
                             lang);
    for (const auto& date : fitted.dates) {
        dates.table.rows.push_back({date.as_of.iso(), date.until.iso(), count_cell(date.known),
                                    count_cell(date.complete), count_cell(date.positives)});
    }
    return {std::move(head), std::move(dates)};
}

std::string fit_json(const Fitted& fitted) {
    Json json;
    json["id"] = fitted.id;
    json["base"] = {
        {"model", fitted.base.id}, {"version", fitted.base.version}, {"checksum", fitted.base.checksum}};
    json["outcome"] = fitted.outcome;
    json["method"] = fitted.survival ? "cox" : "logistic";
    json["data_date"] = fitted.data_date.iso();
    json["generation"] = fitted.generation;
    json["members"] = fitted.fit.members;
    json["positives"] = fitted.fit.positives;
    json["deviance"] = fitted.fit.deviance;
    json["null_deviance"] = fitted.fit.null_deviance;
    json["concordance"] = fitted.fit.concordance ? Json(*fitted.fit.concordance) : Json(nullptr);
    const auto share = explained(fitted);
    json["deviance_explained"] = share ? Json(*share) : Json(nullptr);
    json["dates"] = Json::array();
    for (const auto& date : fitted.dates) {
        json["dates"].push_back({{"as_of", date.as_of.iso()},
                                 {"until", date.until.iso()},
                                 {"known", date.known},
                                 {"complete", date.complete},
                                 {"positives", date.positives}});
    }
    json["rounds"] = Json::array();
    for (const auto& round : fitted.fit.rounds) {
        Json one{{"lambda", round.lambda}};
        for (std::size_t i = 0; i < round.terms.size(); ++i) {
            one["coefficients"][fitted.base.terms[fitted.weighed[round.terms[i]]].name()] =
                round.coefficients[i];
        }
        json["rounds"].push_back(std::move(one));
    }
    json["path"] = Json::array();
    for (const auto& penalty : fitted.fit.validation.path) {
        json["path"].push_back({{"lambda", penalty.lambda}, {"deviance", penalty.deviance}});
    }
    json["terms"] = rows_json(fit_table(fitted, Lang::en));
    return json_document(json);
}

} // namespace longmen::service
