// SPDX-License-Identifier: GPL-3.0-or-later
// One figure moves, its cohorts with it.
#include <longmen/scoring/input_flip.hpp>

#include <longmen/scoring/detail/input_trial.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longmen::scoring {
namespace {

using detail::InputTrial;

constexpr double grid_noise = 1e-6; // of a step: nearer to a multiple counts as on it

/// Places on the grid of steps; `from` lies on one, or between `below` and `above`.
struct Grid {
    double step = 1;
    std::int64_t below = 0, above = 0; ///< the nearest multiples on either side, without `from` itself

    Grid(double from, double size) : step(size) {
        const double at = from / size;
        const double whole = std::round(at);
        const bool on = std::abs(at - whole) <= grid_noise;
        below = static_cast<std::int64_t>(on ? whole - 1 : std::floor(at));
        above = static_cast<std::int64_t>(on ? whole + 1 : std::ceil(at));
    }
    [[nodiscard]] double figure(std::int64_t place) const { return static_cast<double>(place) * step; }
};

/// The first place from `first` to `last` (either way) at which `turns`, which once it holds goes on to hold.
template <class Turns>
std::int64_t first_place(std::int64_t first, std::int64_t last, Turns turns) {
    auto no = first, yes = last;
    while (std::abs(yes - no) > 1) {
        const auto middle = std::midpoint(no, yes);
        (turns(middle) ? yes : no) = middle;
    }
    return yes;
}

/// Places where the walk stops to look: the bends with both neighbours, and the end, in walking order.
std::vector<std::int64_t> stops(const TermInput& input, const Grid& grid, std::int64_t start, int side) {
    std::vector<std::int64_t> places;
    for (const double bend : input.bends) {
        const auto floor = static_cast<std::int64_t>(std::floor(bend / grid.step));
        for (const auto place : {floor - 1, floor, floor + 1, floor + 2}) {
            places.push_back(place);
        }
    }
    const auto end = static_cast<std::int64_t>(side > 0 ? std::floor(input.high / grid.step)
                                                        : std::ceil(input.low / grid.step));
    std::erase_if(places, [&](auto place) { return (place - start) * side < 0 || (end - place) * side < 0; });
    if ((end - start) * side >= 0) {
        places.push_back(end);
    }
    std::ranges::sort(places, [&](auto a, auto b) { return (b - a) * side > 0; });
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

std::optional<std::int64_t> nearest(const InputTrial& trial, const TermInput& input, const Grid& grid,
                                    int side) {
    auto first = side > 0 ? grid.above : grid.below;
    const auto known = [&](std::int64_t place) { return trial.known(grid.figure(place)); };
    const auto turns = [&](std::int64_t place) { return trial.turns(grid.figure(place)); };
    for (auto last : stops(input, grid, first, side)) {
        if (!known(first)) {
            return std::nullopt;
        }
        bool ends = false;
        if (!known(last)) {
            last = first_place(first, last, [&](auto place) { return !known(place); }) - side;
            ends = true;
        }
        if (turns(first)) {
            return first;
        }
        if (last != first && turns(last)) {
            return first_place(first, last, turns);
        }
        if (ends) {
            return std::nullopt;
        }
        first = last + side;
    }
    return std::nullopt;
}

std::optional<InputFlip> nearest_category(const InputTrial& trial, const TermInput& input,
                                          std::uint32_t candidate) {
    const double from = input.figures[candidate];
    std::vector<std::size_t> order(input.categories.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto far = [&](std::size_t category) {
        return std::abs(input.value(candidate, static_cast<double>(category)) - input.value(candidate, from));
    };
    std::ranges::stable_sort(order, [&](auto a, auto b) { return far(a) < far(b); });
    for (const auto category : order) {
        const auto figure = static_cast<double>(category);
        if (figure != from && trial.turns(figure) && trial.settles(figure)) {
            return trial.flip(figure);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<InputFlip> input_flip(const Choice& choice, const TermInput& input, std::size_t term,
                                    std::uint32_t candidate) {
    const double from = input.figures[candidate];
    if (std::isnan(from) || std::isnan(choice.row(candidate)[term]) || !(choice.weights[term] > 0) ||
        !score_of(choice, candidate, choice.weights)) {
        return std::nullopt;
    }
    const InputTrial trial{choice, input, term, candidate};
    if (!input.categories.empty()) {
        return nearest_category(trial, input, candidate);
    }
    const Grid grid{from, input.step};
    std::optional<double> best;
    for (const int side : {1, -1}) {
        const auto place = nearest(trial, input, grid, side);
        if (place && trial.settles(grid.figure(*place)) &&
            (!best || std::abs(grid.figure(*place) - from) < std::abs(*best - from))) {
            best = grid.figure(*place);
        }
    }
    return best ? std::optional{trial.flip(*best)} : std::nullopt;
}

} // namespace longmen::scoring
