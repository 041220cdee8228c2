// SPDX-License-Identifier: GPL-3.0-or-later
// Small random choices, and the decision by its bare definition.
#pragma once

#include <longmen/scoring/choice.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace longmen::scoring::cases {

inline constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Sizes {
    std::size_t candidates = 6, terms = 3;
    unsigned steps = 8;        ///< values are multiples of 1/steps, so that there are ties
    unsigned undefined_in = 0; ///< one value in so many is undefined; 0: none
};

inline Choice random_choice(std::mt19937_64& random, const Sizes& sizes) {
    Choice choice;
    for (std::size_t i = 0; i < sizes.candidates * sizes.terms; ++i) {
        const double value = static_cast<double>(random() % (sizes.steps + 1)) / sizes.steps;
        choice.values.push_back(sizes.undefined_in != 0 && random() % sizes.undefined_in == 0 ? undefined
                                                                                              : value);
    }
    double sum = 0;
    for (std::size_t t = 0; t < sizes.terms; ++t) {
        choice.weights.push_back(static_cast<double>(1 + random() % 12));
        sum += choice.weights.back();
    }
    for (auto& weight : choice.weights) {
        weight /= sum;
    }
    for (std::uint32_t i = 0; i < sizes.candidates; ++i) {
        choice.tie_places.push_back(i);
    }
    std::shuffle(choice.tie_places.begin(), choice.tie_places.end(), random);
    return choice;
}

/// Rounded score in whole grains; -1 without a score.
inline double plain_score(const Choice& choice, std::size_t i, const std::vector<double>& weights) {
    double sum = 0, used = 0;
    for (std::size_t t = 0; t < weights.size(); ++t) {
        const double value = choice.values[i * weights.size() + t];
        if (value == value) {
            sum += weights[t] * value;
            used += weights[t];
        }
    }
    return used < choice.rule.least_coverage - 1e-12 ? -1 : std::nearbyint(sum / used * choice.rule.grain);
}

inline bool plainly_chosen(const Choice& choice, std::size_t i, const std::vector<double>& weights) {
    const double own = plain_score(choice, i, weights);
    if (own < 0) {
        return false;
    }
    if (choice.rule.at_least) {
        return own >= std::nearbyint(*choice.rule.at_least * choice.rule.grain);
    }
    std::size_t above = 0;
    for (std::size_t r = 0; r < choice.candidates(); ++r) {
        const double theirs = plain_score(choice, r, weights);
        above += r != i && (theirs > own || (theirs == own && choice.tie_places[r] < choice.tie_places[i]))
                     ? 1
                     : 0;
    }
    return above < *choice.rule.best;
}

/// The parametrisation, written once more.
inline std::vector<double> moved(const std::vector<double>& weights, std::size_t term, double value) {
    auto result = weights;
    for (std::size_t t = 0; t < weights.size(); ++t) {
        result[t] = t == term ? value : weights[t] * (1 - value) / (1 - weights[term]);
    }
    return result;
}

inline void set_rule(Choice& choice, std::mt19937_64& random) {
    if (random() % 4 == 0) {
        choice.rule.at_least = static_cast<double>(1 + random() % 7) / 8;
    } else {
        choice.rule.best = 1 + random() % choice.candidates();
    }
}

} // namespace longmen::scoring::cases
