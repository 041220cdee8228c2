// SPDX-License-Identifier: GPL-3.0-or-later
// From which document on a term is old.
#include <longmen/indicators/new_words.hpp>

#include <algorithm>
#include <limits>

namespace longmen::indicators {
namespace {

using graph::NodeId;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t documents_of_piece = std::size_t{1} << 10;

/// For each term the first id that is later than some document with it.
Buffer<NodeId> old_from(const TextTerms& terms, const Buffer<NodeId>& later, Threads& threads) {
    constexpr std::size_t terms_of_piece = std::size_t{1} << 12;
    Buffer<NodeId> old(terms.terms());
    const auto in = terms.in.view();
    threads.ranges(old.size(), terms_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto term = begin; term < end; ++term) {
            auto from = std::numeric_limits<NodeId>::max();
            for (const auto document : in[term]) {
                from = std::min(from, later[document]);
            }
            old[term] = from;
        }
    });
    return old;
}

/// A column of the sum of `worth(document, term)` over new terms.
template <typename Worth>
Buffer<double> over_new_terms(const TextTerms& terms, const graph::CitationGraph& graph,
                              const graph::DayIndex& index, const TextRules& rules,
                              const Buffer<NodeId>& later, Threads& threads, Worth worth) {
    const auto old = old_from(terms, later, threads);
    const auto first = first_text(terms, index);
    const auto of = terms.of.view();
    Buffer<double> values(terms.documents());
    threads.ranges(values.size(), documents_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto at = begin; at < end; ++at) {
            const auto node = static_cast<NodeId>(at);
            if (node < index.first_known() || !terms.has_text(node) ||
                !reaches_back(graph, first, node, rules.first_years)) {
                values[node] = undefined;
                continue;
            }
            std::uint64_t sum = 0;
            for (const auto term : of[node]) {
                sum += node < old[term] ? worth(node, term) : 0;
            }
            values[node] = static_cast<double>(sum);
        }
    });
    return values;
}

} // namespace

NodeId first_text(const TextTerms& terms, const graph::DayIndex& index) {
    auto first = static_cast<std::size_t>(index.first_known());
    while (first < terms.documents() && !terms.has_text(first)) {
        ++first;
    }
    return static_cast<NodeId>(first);
}

bool reaches_back(const graph::CitationGraph& graph, NodeId first, NodeId node, int years) {
    return first < node &&
           graph::window_end(graph.day[first], !graph.knows_day(first), years) <= graph.day[node];
}

Buffer<double> new_words(const TextTerms& terms, const graph::CitationGraph& graph,
                         const graph::DayIndex& index, const TextRules& rules, Threads& threads) {
    const auto later = graph::later_begins(graph, index);
    return over_new_terms(terms, graph, index, rules, later, threads,
                          [](NodeId, std::uint32_t) { return std::uint64_t{1}; });
}

Buffer<double> new_word_reuse(const TextTerms& terms, const graph::CitationGraph& graph,
                              const graph::DayIndex& index, int window_years, const TextRules& rules,
                              Threads& threads) {
    graph::check_window(window_years);
    const auto later = graph::later_begins(graph, index);
    const auto ends = graph::window_ends(graph, index, window_years);
    const auto in = terms.in.view();
    return over_new_terms(terms, graph, index, rules, later, threads, [&](NodeId node, std::uint32_t term) {
        const auto documents = in[term];
        const auto from = std::ranges::lower_bound(documents, later[node]);
        const auto to = std::ranges::lower_bound(documents, std::max(later[node], ends[node]));
        return static_cast<std::uint64_t>(to - from);
    });
}

} // namespace longmen::indicators
