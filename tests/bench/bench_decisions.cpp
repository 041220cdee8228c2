// SPDX-License-Identifier: GPL-3.0-or-later
// Time of certificates and of a million random weightings, for candidates drawn by a seed.
#include <longmen/base/errors.hpp>
#include <longmen/scoring/decisions.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace longmen;
using namespace longmen::scoring;

namespace {

double seconds_of(std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

} // namespace

/// bench_decisions [candidates 500] [terms 20] [places 50] [threads 2]
int main(int argc, char** argv) {
    const auto number = [&](int at, std::size_t otherwise) {
        return argc > at ? static_cast<std::size_t>(std::strtoul(argv[at], nullptr, 10)) : otherwise;
    };
    constexpr std::size_t default_candidates = 500, default_terms = 20, default_places = 50;
    const auto candidates = number(1, default_candidates), terms = number(2, default_terms),
               places = number(3, default_places);
    Threads threads{static_cast<unsigned>(number(4, 2))};
    std::mt19937_64 random{1};
    std::uniform_real_distribution<double> share{0, 1};
    NamedChoice named;
    named.choice.rule.best = places;
    double sum = 0;
    for (std::size_t t = 0; t < terms; ++t) {
        named.terms.push_back({"t" + std::to_string(t), {}});
        named.choice.weights.push_back(0.5 + share(random));
        sum += named.choice.weights.back();
    }
    for (auto& weight : named.choice.weights) {
        weight /= sum;
    }
    for (std::size_t i = 0; i < candidates; ++i) {
        named.names.push_back(std::to_string(i));
        for (std::size_t t = 0; t < terms; ++t) {
            named.choice.values.push_back(share(random));
        }
    }
    const auto start = std::chrono::steady_clock::now();
    const auto margins = decision_margins(named.choice, {}, threads);
    const auto middle = std::chrono::steady_clock::now();
    const auto decided = decide(std::move(named), {}, threads);
    const auto end = std::chrono::steady_clock::now();
    std::size_t exact = 0;
    for (const auto& margin : margins) {
        exact += margin.by_weights.exact ? 1 : 0;
    }
    std::printf("%zu candidates, %zu terms, best %zu: %zu certificates in %.3f s, %zu exact over all "
                "weights; with %zu "
                "random weightings %.3f s\n",
                candidates, terms, places, margins.size(), seconds_of(middle - start), exact,
                decided.weightings, seconds_of(end - middle));
    return 0;
}
