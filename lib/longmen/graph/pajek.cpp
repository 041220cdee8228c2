// SPDX-License-Identifier: GPL-3.0-or-later
// Vertices by number, then arcs or edges.
#include <longmen/graph/pajek.hpp>

#include <longmen/graph/detail/pajek_reader.hpp>
#include <longmen/graph/detail/pajek_text.hpp>
#include <longmen/graph/detail/text_out.hpp>

namespace longmen::graph {

NotWritten write_pajek(const Network& network, const TextSink& sink) {
    check_network(network);
    detail::TextOut out{sink};
    NotWritten report;
    if (!network.labels.empty()) {
        report.properties.emplace_back("id");
    }
    for (const auto* columns : {&network.node_columns, &network.edge_columns}) {
        for (const auto& column : *columns) {
            report.properties.push_back(column.name);
        }
    }
    if (!network.name.empty()) {
        out.put("*Network {}\n", detail::escape_pajek(network.name));
    }
    out.put("*Vertices {}\n", network.ids.size());
    const auto& labels = network.labels.empty() ? network.ids : network.labels;
    for (std::size_t node = 0; node < labels.size(); ++node) {
        out.put("{} \"{}\"\n", node + 1, detail::escape_pajek(labels[node]));
    }
    out.put("{}\n", network.directed ? "*Arcs" : "*Edges");
    for (std::size_t edge = 0; edge < network.edges.size(); ++edge) {
        const auto [from, to] = network.edges[edge];
        if (network.weights.empty()) {
            out.put("{} {}\n", from + 1, to + 1);
        } else {
            out.put("{} {} {}\n", from + 1, to + 1, network.weights[edge]);
        }
    }
    out.finish();
    return report;
}

ReadNetwork read_pajek(std::string_view text, std::string_view name) {
    return detail::PajekReader{name}.read(text);
}

} // namespace longmen::graph
