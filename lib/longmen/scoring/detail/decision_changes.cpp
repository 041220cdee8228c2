// SPDX-License-Identifier: GPL-3.0-or-later
// Weights, figures, the rule and all weights together.
#include <longmen/scoring/detail/decision_changes.hpp>

#include <longmen/record/legal_status.hpp>

#include <fmt/format.h>

#include <cmath>

namespace longmen::scoring::detail {
namespace {

constexpr int file_digits = 6, screen_digits = 4;

/// Of the rule: on the scale shown when it is a threshold.
double shown_rule(const Decisions& decisions, double value) {
    return decisions.of.choice.rule.at_least ? value * decisions.of.scale : value;
}

/// A figure as it is written: whole where all are, a category by name.
Cell figure_cell(const TermInput& input, double figure) {
    if (!input.categories.empty()) {
        return input.categories.at(static_cast<std::size_t>(figure));
    }
    constexpr int fine_digits = 6;
    return input.step >= 1 && std::abs(figure - std::round(figure)) < 1e-6
               ? Cell{static_cast<std::int64_t>(std::llround(figure))}
               : Cell{Decimal{figure, fine_digits, screen_digits}};
}

/// A category in words: the state of a right, else its key.
std::string category_word(const std::string& key, Lang lang) {
    for (const auto state : {Validity::in_force, Validity::pending, Validity::dead, Validity::unknown}) {
        if (key == validity_key(state)) {
            return std::string{validity_text(state).in(lang)};
        }
    }
    return key;
}

std::string figure_text(const TermInput& input, double figure, Lang lang) {
    const auto cell = figure_cell(input, figure);
    if (const auto* text = std::get_if<std::string>(&cell)) {
        return category_word(*text, lang);
    }
    const auto* whole = std::get_if<std::int64_t>(&cell);
    return whole != nullptr ? fmt::format("{}", *whole) : fmt::format("{:.4f}", figure);
}

Change figure_change(std::string kind, Sentence what, const FigureFlip& flip) {
    return {std::move(kind), std::move(what), flip.from,
            flip.to,         flip.boundary,   flip.score,
            flip.line,       flip.rival,      std::abs(flip.to - flip.from)};
}

std::string in_unit(const std::string& unit, const char* open, const char* close) {
    return unit.empty() ? std::string{} : open + unit + close;
}

} // namespace

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
    const auto at = static_cast<std::size_t>(&margin - decisions.margins.data());
    for (std::size_t t = 0; t < terms.size() && !decisions.inputs.empty(); ++t) {
        if (const auto& flip = decisions.inputs[at][t]) {
            const auto& input = decisions.of.inputs[t];
            const auto row = decisions.of.choice.row(margin.candidate);
            Change change{"input:" + terms[t].key,
                          {fmt::format("自身“{}”{}", input.name.zh, in_unit(input.unit.zh, "（", "）")),
                           fmt::format("its own {}{}", input.name.en, in_unit(input.unit.en, " (", ")"))},
                          flip->from,
                          flip->to,
                          flip->to,
                          flip->score,
                          flip->line,
                          flip->rival,
                          std::abs(flip->value - row[t]),
                          &input};
            if (!flip->stands) {
                change.what.zh += "：失去参评资格";
                change.what.en += ": no longer eligible";
                change.line.reset();
                change.rival.reset();
            }
            changes.push_back(std::move(change));
        }
    }
    for (std::size_t t = 0; t < terms.size() && decisions.inputs.empty(); ++t) {
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

Cell change_cell(const Decisions& decisions, const Change& change, double figure) {
    if (change.input != nullptr) {
        return figure_cell(*change.input, figure);
    }
    return change.kind == "rule" && decisions.of.choice.rule.best
               ? Cell{static_cast<std::int64_t>(std::llround(figure))}
               : Cell{Decimal{figure, file_digits, screen_digits}};
}

std::string change_text(const Change& change, Lang lang) {
    const auto figure = [&](double x) {
        return change.input != nullptr ? figure_text(*change.input, x, lang) : fmt::format("{:.4f}", x);
    };
    return fmt::format("{} {} → {}", change.what.in(lang), figure(change.from), figure(change.to));
}

} // namespace longmen::scoring::detail
