// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions as tables, sentences and JSON.
#include <longmen/base/text.hpp>
#include <longmen/scoring/decisions.hpp>
#include <longmen/scoring/detail/decision_changes.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::scoring {
namespace {

using detail::Change;
using detail::change_cell;
using detail::change_text;
using detail::changes_of;
using Json = nlohmann::ordered_json;

constexpr int file_digits = 6;
constexpr int screen_digits = 4;
constexpr int value_digits = 2;
constexpr int indent = 2;

Cell decimal(double value) {
    return Decimal{value, file_digits, screen_digits};
}

Cell value_cell(const Decisions& decisions, const std::optional<double>& score) {
    return score ? Cell{Decimal{*score * decisions.of.scale, file_digits, value_digits}} : Cell{};
}

Cell yes_no(bool yes) {
    return std::string{yes ? "yes" : "no"};
}

Table table_of(std::initializer_list<std::pair<const char*, Text>> headings, Lang lang) {
    Table table;
    for (const auto& [key, text] : headings) {
        table.columns.push_back({key, std::string{text.in(lang)}});
    }
    return table;
}

Json number_or_null(const std::optional<double>& number) {
    return number ? Json(*number) : Json(nullptr);
}

Json flip_json(const Decisions& decisions, const FigureFlip& flip) {
    Json json{{"from", flip.from},
              {"to", flip.to},
              {"boundary", flip.boundary},
              {"at_boundary", flip.at_boundary},
              {"score", number_or_null(flip.score)},
              {"line", number_or_null(flip.line)}};
    json["rival"] = flip.rival ? Json(decisions.of.names[*flip.rival]) : Json(nullptr);
    return json;
}

Json input_json(const Decisions& decisions, const TermInput& input, const InputFlip& flip) {
    const auto figure = [&](double x) {
        return input.categories.empty() ? Json(x) : Json(input.categories.at(static_cast<std::size_t>(x)));
    };
    Json json{{"from", figure(flip.from)},
              {"to", figure(flip.to)},
              {"unit", input.unit.en},
              {"normalised", flip.value},
              {"p99", number_or_null(flip.cap)},
              {"eligible", flip.stands},
              {"score", number_or_null(flip.score)},
              {"line", number_or_null(flip.line)}};
    json["rival"] = flip.rival ? Json(decisions.of.names[*flip.rival]) : Json(nullptr);
    return json;
}

} // namespace

Table decision_table(const Decisions& decisions, Lang lang) {
    auto table = table_of({{"place", {"次序", "Place"}},
                           {"name", {"对象", "Name"}},
                           {"value", {"得分", "Value"}},
                           {"chosen", {"入选", "Chosen"}},
                           {"share_chosen", {"随机权重下入选比例", "Share chosen, random weights"}},
                           {"weights_distance", {"翻转所需权重改动之和", "Least change of weights"}},
                           {"nearest_change", {"最小的单项改动", "Nearest single change"}}},
                          lang);
    for (const auto& margin : decisions.margins) {
        const Change* nearest = nullptr;
        const auto changes = changes_of(decisions, margin);
        for (const auto& change : changes) {
            if (change.kind != "all_weights" && change.kind != "rule" &&
                (nearest == nullptr || change.relative < nearest->relative)) {
                nearest = &change;
            }
        }
        table.rows.push_back({static_cast<std::int64_t>(margin.place), decisions.of.names[margin.candidate],
                              value_cell(decisions, margin.score), yes_no(margin.chosen),
                              decimal(decisions.acceptability[margin.candidate].share_chosen),
                              margin.by_weights.found ? decimal(margin.by_weights.upper_bound) : Cell{},
                              nearest == nullptr ? Cell{} : Cell{change_text(*nearest, lang)}});
    }
    return table;
}

Table certificate_table(const Decisions& decisions, Lang lang) {
    auto table = table_of({{"place", {"次序", "Place"}},
                           {"name", {"对象", "Name"}},
                           {"chosen", {"入选", "Chosen"}},
                           {"change", {"改动", "Change"}},
                           {"from", {"现为", "From"}},
                           {"to", {"改为", "To"}},
                           {"boundary", {"界限", "Boundary"}},
                           {"value", {"改后得分", "Value then"}},
                           {"line", {"改后入选线", "Line then"}},
                           {"rival", {"对手", "Rival"}}},
                          lang);
    for (const auto& margin : decisions.margins) {
        for (const auto& change : changes_of(decisions, margin)) {
            table.rows.push_back(
                {static_cast<std::int64_t>(margin.place), decisions.of.names[margin.candidate],
                 yes_no(margin.chosen), change.what.in(lang), change_cell(decisions, change, change.from),
                 change_cell(decisions, change, change.to), change_cell(decisions, change, change.boundary),
                 value_cell(decisions, change.score), value_cell(decisions, change.line),
                 change.rival ? Cell{decisions.of.names[*change.rival]} : Cell{}});
        }
    }
    return table;
}

std::vector<std::string> certificate_notes(const Decisions& decisions, Lang lang) {
    const bool zh = lang == Lang::zh;
    const auto& rule = decisions.of.choice.rule;
    const auto chosen = std::ranges::count(decisions.chosen.chosen, char{1});
    std::vector<std::string> notes;
    const auto line =
        rule.best ? (zh ? fmt::format("取前 {} 名", *rule.best) : fmt::format("the best {}", *rule.best))
        : zh      ? fmt::format("取 {:g} 分及以上", *rule.at_least * decisions.of.scale)
                  : fmt::format("all of {:g} or more", *rule.at_least * decisions.of.scale);
    notes.push_back(
        zh ? fmt::format("参评 {} 个，{}，入选 {} 个。", decisions.of.names.size(), line, chosen)
           : fmt::format("{} candidates, {}: {} chosen.", decisions.of.names.size(), line, chosen));
    notes.push_back(
        zh ? "每行是足以翻转结论的最小单项改动，其余不变：权重改动时其他权重按原比例分摊余下部分。"
             "把“改为”代入重算，即得“改后得分”与“改后入选线”；任何比“界限”更近的值都不翻转结论。"
           : "Each row is the least change of one thing that turns the decision, all else being the same: "
             "where one weight changes, the others share the rest in their proportions. Put `To` in place "
             "and score "
             "anew: the value and the line are those given. Nothing nearer than the boundary turns it.");
    notes.push_back(
        decisions.inputs.empty() ? (zh ? "“归一值”为 0 至 1。" : "A normalised value lies in 0..1.")
        : zh ? "“自身”各行改动的是一项原始数据，比较组随之重算（第99百分位与他人的百分位都可能变动）；"
               "数据全为整数的按整数试算，其余以万分之一或更细的步长试算；向上试算至数据中最大值的十倍，在此"
               "范围内翻转"
               "不了结论的项不列出。"
             : "A figure of its own changes with the cohorts it is in (their 99th percentile, and the "
               "percentiles of "
               "others, may move): by whole numbers where all figures are whole, else in steps of a "
               "ten-thousandth or finer, up to "
               "ten times the greatest of the data. A figure that is not listed does not turn the decision "
               "within "
               "these.");
    const bool exact =
        std::ranges::all_of(decisions.margins, [](const DecisionMargin& m) { return m.by_weights.exact; });
    notes.push_back(
        zh ? fmt::format("“全部权重”为各权重改动绝对值之和的最小值{}。",
                         exact ? "" : "；搜索提前停止者，“界限”为其下界，“改为”为上界")
           : fmt::format("`all weights` is the least sum of absolute changes of all of them{}.",
                         exact ? ""
                               : "; where the search stopped early the boundary is a lower and `To` an upper "
                                 "bound of it"));
    notes.push_back(zh ? fmt::format("随机权重：{} 组，均匀取自全部可能的权重，种子 {}。",
                                     decisions.weightings, decisions.seed)
                       : fmt::format("Random weights: {} draws, uniform over all weights there are, seed {}.",
                                     decisions.weightings, decisions.seed));
    return notes;
}

std::string decisions_json(const Decisions& decisions) {
    const auto& choice = decisions.of.choice;
    Json json;
    json["rule"] = choice.rule.best ? Json{{"best", *choice.rule.best}}
                                    : Json{{"at_least", *choice.rule.at_least * decisions.of.scale}};
    json["scale"] = decisions.of.scale;
    json["candidates"] = decisions.of.names.size();
    json["terms"] = Json::array();
    for (std::size_t t = 0; t < choice.terms(); ++t) {
        json["terms"].push_back({{"name", decisions.of.terms[t].key}, {"weight", choice.weights[t]}});
    }
    json["weightings"] = decisions.weightings;
    json["seed"] = decisions.seed;
    json["decisions"] = Json::array();
    for (const auto& margin : decisions.margins) {
        Json one;
        one["name"] = decisions.of.names[margin.candidate];
        one["place"] = margin.place;
        one["chosen"] = margin.chosen;
        one["score"] = number_or_null(margin.score);
        one["values"] = Json::array();
        for (const double value : choice.row(margin.candidate)) {
            one["values"].push_back(std::isnan(value) ? Json(nullptr) : Json(value));
        }
        const auto& acceptability = decisions.acceptability[margin.candidate];
        one["share_chosen"] = acceptability.share_chosen;
        one["standard_error"] = acceptability.standard_error;
        for (std::size_t t = 0; t < choice.terms(); ++t) {
            if (margin.by_weight[t]) {
                one["by_weight"][decisions.of.terms[t].key] = flip_json(decisions, *margin.by_weight[t]);
            }
            if (margin.by_value[t]) {
                one["by_value"][decisions.of.terms[t].key] = flip_json(decisions, *margin.by_value[t]);
            }
        }
        const auto at = static_cast<std::size_t>(&margin - decisions.margins.data());
        for (std::size_t t = 0; t < choice.terms() && !decisions.inputs.empty(); ++t) {
            if (const auto& flip = decisions.inputs[at][t]) {
                one["by_input"][decisions.of.terms[t].key] =
                    input_json(decisions, decisions.of.inputs[t], *flip);
            }
        }
        one["by_rule"] = margin.by_rule ? flip_json(decisions, *margin.by_rule) : Json(nullptr);
        const auto& all = margin.by_weights;
        one["by_all_weights"] = {{"found", all.found},
                                 {"exact", all.exact},
                                 {"lower_bound", all.lower_bound},
                                 {"upper_bound", all.found ? Json(all.upper_bound) : Json(nullptr)},
                                 {"weights", all.weights},
                                 {"score", number_or_null(all.score)},
                                 {"line", number_or_null(all.line)},
                                 {"rival", all.rival ? Json(decisions.of.names[*all.rival]) : Json(nullptr)}};
        json["decisions"].push_back(std::move(one));
    }
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace longmen::scoring
