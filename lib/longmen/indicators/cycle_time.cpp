// SPDX-License-Identifier: GPL-3.0-or-later
// Medians of ages, document by document.
#include <longmen/base/date.hpp>
#include <longmen/indicators/cycle_time.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace longmen::indicators {
namespace {

constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
constexpr double days_of_year = 365.25;

double age(const graph::CitationGraph& graph, NodeId citing, NodeId cited) {
    if (graph.knows_day(citing) && graph.knows_day(cited)) {
        return static_cast<double>(graph.day[citing] - graph.day[cited]) / days_of_year;
    }
    return Date::from_days(graph.day[citing]).year() - Date::from_days(graph.day[cited]).year();
}

double median_of(std::vector<double>& ages) {
    if (ages.empty()) {
        return undefined_age;
    }
    const auto middle = ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 2);
    std::ranges::nth_element(ages, middle);
    return ages.size() % 2 == 1 ? *middle : (*middle + *std::max_element(ages.begin(), middle)) / 2;
}

} // namespace

Buffer<double> median_cited_ages(const graph::CitationGraph& graph, Threads& threads) {
    Buffer<double> medians(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::vector<double> ages;
        for (auto node = begin; node < end; ++node) {
            const auto citing = static_cast<NodeId>(node);
            ages.clear();
            if (graph.day[citing] != graph::unknown_day) {
                for (const auto cited : graph.cited[citing]) {
                    if (graph.day[cited] == graph::unknown_day) {
                        continue;
                    }
                    if (const double years = age(graph, citing, cited); years >= 0) {
                        ages.push_back(years);
                    }
                }
            }
            medians[node] = median_of(ages);
        }
    });
    return medians;
}

Measured<double> cycle_time(std::span<const double> ages) {
    double sum = 0;
    std::size_t known = 0;
    for (const double age : ages) {
        if (age >= 0) {
            sum += age;
            ++known;
        }
    }
    if (known == 0) {
        return Undefined::no_citations;
    }
    return sum / static_cast<double>(known);
}

} // namespace longmen::indicators
