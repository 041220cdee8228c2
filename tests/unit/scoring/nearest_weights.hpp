// SPDX-License-Identifier: GPL-3.0-or-later
// The nearest weights that flip a decision, found in other ways.
#pragma once

#include "choice_cases.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace longmen::scoring::cases {

inline double distance(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t t = 0; t < a.size(); ++t) {
        sum += std::abs(a[t] - b[t]);
    }
    return sum;
}

/// Least distance over the closure of the weights that flip, for three terms all defined: it lies where two
/// of these lines cross: ties with a rival, edges of the triangle, and kinks of the distance.
inline double by_vertices(const Choice& choice, std::size_t own) {
    const auto& w = choice.weights;
    std::vector<std::array<double, 3>> lines; // a w0 + b w1 = c, with w2 = 1 - w0 - w1
    const auto add = [&](double x, double y, double z, double right) {
        lines.push_back({x - z, y - z, right - z});
    };
    for (std::size_t r = 0; r < choice.candidates(); ++r) {
        if (choice.rule.at_least ? r == own : r != own) {
            const auto side = [&](std::size_t t) {
                return choice.values[own * 3 + t] -
                       (choice.rule.at_least ? *choice.rule.at_least : choice.values[r * 3 + t]);
            };
            add(side(0), side(1), side(2), 0);
        }
    }
    for (const double kink : {0.0, 1.0}) {
        add(1, 0, 0, kink * w[0]);
        add(0, 1, 0, kink * w[1]);
        add(0, 0, 1, kink * w[2]);
    }
    const bool now = plainly_chosen(choice, own, w);
    const auto flips = [&](double a, double b) {
        std::vector<double> there{a, b, 1 - a - b};
        for (auto& x : there) {
            if (x < -1e-9) {
                return false;
            }
            x = std::max(x, 0.0);
        }
        return plainly_chosen(choice, own, there) != now;
    };
    double least = 9;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto& [a, b, c] = lines[i];
            const auto& [d, e, f] = lines[j];
            const double det = a * e - b * d;
            if (std::abs(det) < 1e-9) {
                continue;
            }
            const double x = (c * e - b * f) / det, y = (a * f - c * d) / det;
            const double far = distance({x, y, 1 - x - y}, w);
            if (far >= least || x < -1e-9 || y < -1e-9 || x + y > 1 + 1e-9) {
                continue;
            }
            bool found = flips(x, y);
            for (int turn = 0; turn < 720 && !found; ++turn) {
                found = flips(x + 1e-6 * std::cos(turn * 0.0087266), y + 1e-6 * std::sin(turn * 0.0087266));
            }
            least = found ? far : least;
        }
    }
    return least;
}

/// Moves weight from the terms worst for the demand to the best one until sum (gain x weight) is 0.
inline double by_greed(std::vector<double> weights, const std::vector<double>& gain) {
    const auto best = std::max_element(gain.begin(), gain.end()) - gain.begin();
    std::vector<std::size_t> order(gain.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return gain[a] < gain[b]; });
    double now = 0, moved_weight = 0;
    for (std::size_t t = 0; t < gain.size(); ++t) {
        now += gain[t] * weights[t];
    }
    for (const auto t : order) {
        const double rate = gain[best] - gain[t];
        if (now >= 0 || rate <= 0) {
            break;
        }
        const double part = std::min(weights[t], -now / rate);
        now += part * rate;
        moved_weight += part;
    }
    return now > -1e-12 ? 2 * moved_weight : 9;
}

} // namespace longmen::scoring::cases
