// SPDX-License-Identifier: GPL-3.0-or-later
// Random documents with dates and words for tests.
#pragma once

#include "support/graphs.hpp"

#include <longmen/graph/time.hpp>
#include <longmen/indicators/text_rules.hpp>
#include <longmen/indicators/text_terms.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace longmen::test {

/// Words of each document beside the graph that tells its day. Words come into use one after another.
struct RandomTexts {
    TestGraph graph;
    std::vector<std::string> texts;
    std::vector<std::map<std::string, int>> words; ///< how often, by document

    RandomTexts(std::uint64_t seed, bool years, Threads& threads)
        : graph(random_graph(seed,
                             {.most_nodes = 160,
                              .arcs_of_node = 0,
                              .undated = 0.05,
                              .years = years ? 0.2 : 0.0,
                              .span_days = 4000},
                             threads)) {
        std::mt19937_64 random{seed + 77};
        const auto nodes = graph.day.size();
        for (std::size_t node = 0; node < nodes; ++node) {
            std::string text;
            auto& found = words.emplace_back();
            const bool dated = graph.day[node] != graph::unknown_day;
            for (auto left = dated && random() % 10 != 0 ? 1 + random() % 8 : 0; left-- > 0;) {
                const auto word = "w" + std::to_string(random() % (5 + node * 40 / nodes));
                text += word + " ";
                ++found[word];
            }
            texts.push_back(std::move(text));
        }
    }
    [[nodiscard]] indicators::TextTerms terms(Threads& threads) const {
        std::vector<indicators::DocumentText> list;
        for (const auto& text : texts) {
            list.push_back({text, {}});
        }
        return indicators::text_terms(list, threads);
    }
    [[nodiscard]] int year(std::size_t node) const { return Date::from_days(graph.day[node]).year(); }
    /// Later by the calendar: a day alone decides nothing within the year of a document that has a year only.
    [[nodiscard]] bool later(std::size_t than, std::size_t node) const {
        const bool year_only = !graph.year_only.empty() && graph.year_only[than] != 0;
        return year_only ? year(node) > year(than) : graph.day[node] > graph.day[than];
    }
    [[nodiscard]] bool within(std::size_t of, std::size_t node, int years) const {
        const bool year_only = !graph.year_only.empty() && graph.year_only[of] != 0;
        return later(of, node) && graph.day[node] <= graph::window_end(graph.day[of], year_only, years);
    }
    [[nodiscard]] bool reached(std::size_t node, int years) const {
        for (std::size_t first = 0; first < texts.size(); ++first) {
            if (!words[first].empty()) {
                const bool year_only = !graph.year_only.empty() && graph.year_only[first] != 0;
                return first < node &&
                       graph::window_end(graph.day[first], year_only, years) <= graph.day[node];
            }
        }
        return false;
    }
};

inline indicators::TextRules text_rules() {
    return {.floor = 0.05,
            .most_common = 0.5,
            .years_back = 2,
            .first_years = 2,
            .most_documents = 1000,
            .checksum = {}};
}

} // namespace longmen::test
