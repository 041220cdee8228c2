// SPDX-License-Identifier: GPL-3.0-or-later
// Scores as keys that hold the tie rule too.
#include <longmen/scoring/choice.hpp>

#include <longmen/base/errors.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace longmen::scoring {
namespace {

constexpr double sum_noise = 1e-9;       // of weights that are said to sum to 1
constexpr double coverage_noise = 1e-12; // of a sum of weights held against the least coverage
constexpr double largest_grain = 1e9;    // a rounded score and its tie place share 64 bits

[[noreturn]] void refuse() {
    throw UsageError(Sentence{
        "选择需要：取值在 0 到 1 之间、非负且和为 1 的权重、名额与分数线二者之一、互不相同的并列次序",
        "a choice needs values between 0 and 1, weights that are not negative and sum to 1, either a number "
        "or a "
        "threshold, and tie places that all differ"});
}

bool weights_are_good(const Choice& choice) {
    double sum = 0;
    for (const double weight : choice.weights) {
        if (!(weight >= 0)) {
            return false;
        }
        sum += weight;
    }
    return std::abs(sum - 1) <= sum_noise;
}

bool rule_is_good(const ChoiceRule& rule) {
    return rule.best.has_value() != rule.at_least.has_value() &&
           (!rule.at_least || (*rule.at_least >= 0 && *rule.at_least <= 1)) && rule.least_coverage > 0 &&
           rule.least_coverage < 1 && rule.grain >= 1 && rule.grain <= largest_grain;
}

} // namespace

void check_choice(const Choice& choice) {
    if (choice.weights.empty() || choice.values.size() % choice.terms() != 0 || !weights_are_good(choice) ||
        !rule_is_good(choice.rule)) {
        refuse();
    }
    for (const double value : choice.values) {
        if (!std::isnan(value) && !(value >= 0 && value <= 1)) {
            refuse();
        }
    }
    if (!choice.tie_places.empty()) {
        auto places = choice.tie_places;
        std::sort(places.begin(), places.end());
        if (places.size() != choice.candidates() ||
            std::adjacent_find(places.begin(), places.end()) != places.end()) {
            refuse();
        }
    }
}

std::optional<double> score_of(const Choice& choice, std::size_t candidate, std::span<const double> weights) {
    const auto row = choice.row(candidate);
    double sum = 0, used = 0;
    for (std::size_t t = 0; t < row.size(); ++t) {
        const bool defined = !std::isnan(row[t]);
        sum += weights[t] * (defined ? row[t] : 0);
        used += weights[t] * (defined ? 1 : 0);
    }
    if (used + coverage_noise < choice.rule.least_coverage) {
        return std::nullopt;
    }
    return sum / used;
}

std::uint64_t choice_key(const Choice& choice, std::size_t candidate, std::optional<double> score) {
    const std::uint64_t tie = std::numeric_limits<std::uint32_t>::max() - choice.tie_place(candidate);
    if (!score) {
        return tie;
    }
    return (static_cast<std::uint64_t>(std::nearbyint(*score * choice.rule.grain)) + 1) << 32U | tie;
}

Chosen chosen_under(const Choice& choice, std::span<const double> weights) {
    const auto n = choice.candidates();
    Chosen result;
    result.places.resize(n);
    result.chosen.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        result.scores.push_back(score_of(choice, i, weights));
        result.keys.push_back(choice_key(choice, i, result.scores[i]));
    }
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return result.keys[a] > result.keys[b]; });
    const auto& rule = choice.rule;
    const double line = rule.at_least ? std::nearbyint(*rule.at_least * rule.grain) : 0;
    for (std::size_t place = 0; place < n; ++place) {
        const auto i = order[place];
        result.places[i] = static_cast<std::uint32_t>(place) + 1;
        result.chosen[i] =
            has_score(result.keys[i]) &&
            (rule.best ? place < *rule.best : static_cast<double>((result.keys[i] >> 32U) - 1) >= line);
    }
    return result;
}

} // namespace longmen::scoring
