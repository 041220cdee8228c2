// SPDX-License-Identifier: GPL-3.0-or-later
// Margins of the candidates near the line, each on its own.
#include <longmen/scoring/decision_margin.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/scoring/detail/flips.hpp>

#include <algorithm>

namespace longmen::scoring {
namespace {

void check_options(const Choice& choice, const DecisionMarginOptions& options) {
    const bool there = std::all_of(options.asked.begin(), options.asked.end(),
                                   [&](auto candidate) { return candidate < choice.candidates(); });
    if (!there || !(options.beyond > 0) || !(options.gap > 0)) {
        throw UsageError(Sentence{"决策余量：所问的候选者须存在，步长与容差须为正",
                                  "decision margins need candidates that exist, a step and a gap above 0"});
    }
}

/// Asked for, or within `near` places of the line; by place.
std::vector<std::uint32_t> subjects(const Chosen& now, const DecisionMarginOptions& options) {
    std::vector<std::uint32_t> found = options.asked;
    if (found.empty()) {
        const auto line = static_cast<std::size_t>(std::count(now.chosen.begin(), now.chosen.end(), 1));
        for (std::uint32_t i = 0; i < now.places.size(); ++i) {
            const std::size_t place = now.places[i];
            if (has_score(now.keys[i]) && place + options.near > line && place <= line + options.near) {
                found.push_back(i);
            }
        }
    }
    std::sort(found.begin(), found.end(), [&](auto a, auto b) { return now.places[a] < now.places[b]; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

DecisionMargin margin_of(const Choice& choice, const Chosen& now, std::uint32_t candidate,
                         const DecisionMarginOptions& options) {
    DecisionMargin margin;
    margin.candidate = candidate;
    margin.chosen = now.chosen[candidate] != 0;
    margin.score = now.scores[candidate];
    margin.place = now.places[candidate];
    std::vector<std::vector<double>> known;
    for (std::size_t term = 0; term < choice.terms(); ++term) {
        margin.by_weight.push_back(detail::weight_flip(choice, candidate, term, options.beyond));
        margin.by_value.push_back(detail::value_flip(choice, candidate, term, options.beyond));
        if (const auto& flip = margin.by_weight.back()) {
            known.push_back(detail::with_weight(choice.weights, term, flip->to));
        }
    }
    margin.by_rule = detail::rule_flip(choice, candidate);
    if (options.all_weights) {
        margin.by_weights = detail::weights_flip(choice, candidate, known, options);
    }
    return margin;
}

} // namespace

std::vector<DecisionMargin> decision_margins(const Choice& choice, const DecisionMarginOptions& options,
                                             Threads& threads) {
    check_choice(choice);
    check_options(choice, options);
    const auto now = chosen_under(choice, choice.weights);
    const auto candidates = subjects(now, options);
    std::vector<DecisionMargin> margins(candidates.size());
    threads.each(candidates.size(), [&](std::size_t block, unsigned) {
        margins[block] = margin_of(choice, now, candidates[block], options);
    });
    return margins;
}

} // namespace longmen::scoring
