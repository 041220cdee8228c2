// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions as tables, sentences and JSON.
#include <longmen/base/text.hpp>
#include <longmen/scoring/decisions.hpp>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace longmen::scoring {
namespace {

using Json = nlohmann::ordered_json;

constexpr int file_digits = 6;
constexpr int screen_digits = 4;
constexpr int value_digits = 2;
constexpr int indent = 2;

Cell decimal(double value) {
    return Decimal{value, file_digits, screen_digits};
}

/// One thing that alone turns the decision on one candidate.
struct Change {
    std::string kind; ///< `weight:claims`, `value:claims`, `rule`, `all_weights`
    Sentence what;
    double from = 0, to = 0, boundary = 0;
    std::optional<double> score, line;
    std::optional<std::uint32_t> rival;
    double relative = 0; ///< share of the range by which it moves; what is nearest is told by it
};

/// Of the rule: on the scale shown when it is a threshold.
double shown_rule(const Decisions& decisions, double value) {
    return decisions.of.choice.rule.at_least ? value * decisions.of.scale : value;
}

Change figure_change(std::string kind, Sentence what, const FigureFlip& flip) {
    return {std::move(kind), std::move(what), flip.from,
            flip.to,         flip.boundary,   flip.score,
            flip.line,       flip.rival,      std::abs(flip.to - flip.from)};
}

std::vector<Change> changes_of(const Decisions& decisions, const DecisionMargin& margin) {
    std::vector<Change> changes;
    const auto& terms = decisions.of.terms;
    for (std::size_t t = 0; t < terms.size(); ++t) {
        if (const auto& flip = margin.by_weight[t]) {
            changes.push_back(figure_change("weight:" + terms[t].key,
                                            {fmt::format("“{}”的权重", terms[t].heading.zh),
                                             fmt::format("weight of {}", terms[t].heading.en)},
                                            *flip));
        }
    }
    for (std::size_t t = 0; t < terms.size(); ++t) {
        if (const auto& flip = margin.by_value[t]) {
            changes.push_back(figure_change("value:" + terms[t].key,
                                            {fmt::format("自身“{}”的归一值", terms[t].heading.zh),
                                             fmt::format("its own {} (normalised)", terms[t].heading.en)},
                                            *flip));
        }
    }
    if (const auto& flip = margin.by_rule) {
        auto change = figure_change("rule",
                                    decisions.of.choice.rule.best ? Sentence{"名额", "number of places"}
                                                                  : Sentence{"分数线", "threshold"},
                                    *flip);
        change.from = shown_rule(decisions, flip->from);
        change.to = shown_rule(decisions, flip->to);
        change.boundary = shown_rule(decisions, flip->boundary);
        changes.push_back(std::move(change));
    }
    if (const auto& flip = margin.by_weights; flip.found) {
        changes.push_back({"all_weights",
                           {"全部权重（改动之和）", "all weights (sum of changes)"},
                           0,
                           flip.upper_bound,
                           flip.lower_bound,
                           flip.score,
                           flip.line,
                           flip.rival,
                           flip.upper_bound});
    }
    return changes;
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
                              nearest == nullptr
                                  ? Cell{}
                                  : Cell{fmt::format("{} {:.4f} → {:.4f}", nearest->what.in(lang),
                                                     nearest->from, nearest->to)}});
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
            table.rows.push_back({static_cast<std::int64_t>(margin.place),
                                  decisions.of.names[margin.candidate], yes_no(margin.chosen),
                                  change.what.in(lang), decimal(change.from), decimal(change.to),
                                  decimal(change.boundary), value_cell(decisions, change.score),
                                  value_cell(decisions, change.line),
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
        zh ? "每行是足以翻转结论的最小单项改动，其余不变：权重改动时其他权重按原比例分摊余下部分；"
             "“归一值”为 0 至 "
             "1。把“改为”代入重算，即得“改后得分”与“改后入选线”；任何比“界限”更近的值都不翻转结论。"
           : "Each row is the least change of one thing that turns the decision, all else being the same: "
             "where one "
             "weight changes, the others share the rest in their proportions; a normalised value lies in "
             "0..1. Put "
             "`To` in place and score anew: the value and the line are those given. Nothing nearer than the "
             "boundary "
             "turns it.");
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
