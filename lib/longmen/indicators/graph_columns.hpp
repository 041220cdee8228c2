// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators of all documents of a citation graph, by key: what commands list and models name.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/lang.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/undefined.hpp>
#include <longmen/graph/citation_graph.hpp>
#include <longmen/graph/time.hpp>
#include <longmen/graph/topology.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::indicators {

/// What indicators are worked out from. Views live as long as what they point at.
struct GraphInput {
    graph::CitationGraph graph;
    graph::Lists classes; ///< subclasses of each document, the main one first; no lists where not known
    std::uint32_t class_count = 0;
    graph::Day as_of = 0; ///< windows that end later are open
};

/// One number a document.
struct GraphColumn {
    std::string key;
    Buffer<double> values;     ///< NaN where undefined
    Buffer<std::uint8_t> open; ///< 1: right-censored, the window ends after the data; empty: none is
    Undefined reason = Undefined::no_data; ///< why values are undefined
};

/// A row of the list. Keys with a parameter hold it: `forward_citations_5y`, `pagerank_a85`.
struct GraphIndicator {
    std::string_view key;     ///< with `N` for the parameter
    std::string_view example; ///< a key as it is written
    Text unit, heading, description;
    bool needs_classes = false;
};

[[nodiscard]] std::span<const GraphIndicator> graph_indicators();
/// Nothing when there is no such indicator, or its parameter is out of range (years 1 to 100, damping 1 to
/// 99).
[[nodiscard]] const GraphIndicator* find_graph_indicator(std::string_view key);

/// Works out several at once, sharing what they have in common. UsageError naming the keys there are for an
/// unknown one, or when classes are needed and there are none.
[[nodiscard]] std::vector<GraphColumn> graph_columns(const GraphInput& input,
                                                     std::span<const std::string> keys, Threads& threads);

} // namespace longmen::indicators
