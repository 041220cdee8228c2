// SPDX-License-Identifier: GPL-3.0-or-later
// Lags of one document at a time.
#include <longmen/indicators/citation_lags.hpp>

#include <longmen/base/date.hpp>
#include <longmen/graph/time.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

double median(std::vector<double>& values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// NaN where it cannot be told.
double years_between(const graph::CitationGraph& graph, graph::NodeId earlier, graph::NodeId later) {
    const auto from = graph.day[earlier];
    const auto to = graph.day[later];
    if (from == graph::unknown_day || to == graph::unknown_day) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (graph.knows_day(earlier) && graph.knows_day(later)) {
        return (to - from) / graph::days_of_year;
    }
    return Date::from_days(to).year() - Date::from_days(from).year();
}

} // namespace

Buffer<double> citation_lags(const graph::CitationGraph& graph, const graph::Lists& neighbours,
                             LagStatistic statistic, Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
    const bool backward = neighbours.items.data() == graph.cited.items.data();
    Buffer<double> values(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        std::vector<double> lags;
        for (auto at = begin; at < end; ++at) {
            const auto node = static_cast<graph::NodeId>(at);
            lags.clear();
            double sum = 0;
            for (const auto other : neighbours[node]) {
                const auto lag =
                    backward ? years_between(graph, other, node) : years_between(graph, node, other);
                if (lag >= 0) {
                    lags.push_back(lag);
                    sum += lag;
                }
            }
            values[at] = lags.empty()                      ? std::numeric_limits<double>::quiet_NaN()
                         : statistic == LagStatistic::mean ? sum / static_cast<double>(lags.size())
                                                           : median(lags);
        }
    });
    return values;
}

} // namespace longmen::indicators
