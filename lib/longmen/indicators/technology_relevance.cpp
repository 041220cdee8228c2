// SPDX-License-Identifier: GPL-3.0-or-later
// Documents put in order of their families; families in order of their earliest members.
#include <longmen/indicators/technology_relevance.hpp>

#include <longmen/base/date.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/indicators/detail/citing_same_year.hpp>
#include <longmen/indicators/detail/family_members.hpp>

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

namespace longmen::indicators {
namespace {

using graph::NodeId;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
/// 1 / mean number of documents cited, by office.
std::vector<double> habits(const RelevanceInput& input) {
    std::vector<std::uint64_t> cited(input.offices), citing(input.offices);
    for (std::size_t node = 0; node < input.graph.nodes(); ++node) {
        const auto count = input.graph.cited.count(node);
        cited[input.office[node]] += count;
        citing[input.office[node]] += count > 0 ? 1 : 0;
    }
    std::vector<double> weights(input.offices);
    for (std::size_t office = 0; office < weights.size(); ++office) {
        weights[office] = cited[office] == 0
                              ? 0.0
                              : static_cast<double>(citing[office]) / static_cast<double>(cited[office]);
    }
    return weights;
}

struct Citing {
    std::uint32_t family;
    double weight;
};

} // namespace

Relevance technology_relevance(const RelevanceInput& input, const graph::DayIndex& index, int window_years,
                               Threads& threads) {
    constexpr std::size_t families_of_piece = std::size_t{1} << 12;
    graph::check_window(window_years);
    const auto& graph = input.graph;
    const auto nodes = graph.nodes();
    const auto ends = graph::window_ends(graph, index, window_years);
    const auto begins = graph::same_day_begins(graph, index);
    const detail::FamilyMembers families{input.family, nodes, index.first_known()};
    const auto weights = habits(input);
    const bool years = !graph.year_only.empty();

    // --- citations of each family --------------------------------------------------------------------------
    Buffer<double> counts(families.size());
    std::vector<std::vector<Citing>> scratch(threads.count());
    threads.ranges(
        families.size(), families_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
            auto& found = scratch[thread];
            for (auto family = begin; family < end; ++family) {
                const auto first = families[family].front();
                if (first < index.first_known()) {
                    counts[family] = undefined;
                    continue;
                }
                found.clear();
                for (const auto member : families[family]) {
                    for (const auto citing : graph.citing[member]) {
                        const bool within =
                            citing >= begins[first]
                                ? citing < ends[first]
                                : years && detail::is_of_same_year(graph, first, begins[first], citing);
                        if (within && families.number(citing) != family) {
                            found.push_back({families.number(citing), weights[input.office[citing]]});
                        }
                    }
                }
                std::ranges::sort(found, [](const Citing& left, const Citing& right) {
                    return left.family != right.family ? left.family < right.family
                                                       : left.weight > right.weight;
                });
                double sum = 0;
                for (std::size_t i = 0; i < found.size(); ++i) {
                    sum += i == 0 || found[i].family != found[i - 1].family ? found[i].weight : 0;
                }
                counts[family] = sum;
            }
        });

    // --- families of one field and year --------------------------------------------------------------------
    Peers peers;
    peers.of = Buffer<std::uint32_t>(families.size());
    std::map<std::pair<int, int>, std::uint32_t> groups;
    std::vector<std::uint32_t> sizes;
    for (std::size_t family = 0; family < families.size(); ++family) {
        const auto first = families[family].front();
        peers.of[family] = Peers::none;
        if (first >= index.first_known() && input.field[first] != 0) {
            const auto [at, fresh] =
                groups.try_emplace({Date::from_days(graph.day[first]).year(), input.field[first]},
                                   static_cast<std::uint32_t>(sizes.size()));
            if (fresh) {
                sizes.push_back(0);
            }
            peers.of[family] = at->second;
            ++sizes[at->second];
        }
    }
    peers.sizes = Buffer<std::uint32_t>(sizes.size());
    std::ranges::copy(sizes, peers.sizes.begin());
    const auto relative = relative_to_peers(counts, peers, threads);

    // --- what a family has, its members have
    // -----------------------------------------------------------------
    Relevance result{Buffer<double>(nodes), Buffer<std::uint8_t>(nodes), Buffer<std::uint32_t>(nodes)};
    for (std::size_t node = 0; node < nodes; ++node) {
        const auto family = families.number(node);
        const auto first = families[family].front();
        result.first[node] = first;
        result.values[node] = relative[family];
        const auto why = first < index.first_known()               ? Undefined::no_data
                         : peers.of[family] == Peers::none         ? Undefined::no_classes
                         : sizes[peers.of[family]] < least_of_mean ? Undefined::cohort_too_small
                                                                   : Undefined::zero_denominator;
        result.reasons[node] =
            relative[family] == relative[family] ? std::uint8_t{0} : static_cast<std::uint8_t>(why);
    }
    return result;
}

} // namespace longmen::indicators
