// SPDX-License-Identifier: GPL-3.0-or-later
// One statement a node, one an edge.
#include <longmen/graph/dot.hpp>

#include <longmen/graph/detail/text_out.hpp>

namespace longmen::graph {
namespace {

std::string quoted(const NetworkValue& value, std::uint64_t& replaced) {
    std::string out = "\"";
    for (const char each : detail::value_text(value)) {
        if (each == '"' || each == '\\') {
            out += '\\';
            out += each;
        } else if (each == '\n') {
            out += "\\n";
        } else if (each == '\0') {
            out += "\xEF\xBF\xBD"; // ends the text for Graphviz
            ++replaced;
        } else {
            out += each;
        }
    }
    return out + '"';
}

std::string attributes(const std::vector<NetworkColumn>& columns, std::size_t row, std::string list,
                       std::uint64_t& replaced) {
    for (const auto& column : columns) {
        if (column.values[row].index() != 0) {
            list += (list.empty() ? "" : ", ") + quoted(column.name, replaced) + "=" +
                    quoted(column.values[row], replaced);
        }
    }
    return list.empty() ? list : " [" + list + "]";
}

} // namespace

NotWritten write_dot(const Network& network, const TextSink& sink) {
    check_network(network);
    detail::TextOut out{sink};
    NotWritten report;
    auto& replaced = report.characters_replaced;
    out.put("{}{} {{\n", network.directed ? "digraph" : "graph",
            network.name.empty() ? "" : " " + quoted(network.name, replaced));
    for (std::size_t node = 0; node < network.ids.size(); ++node) {
        out.put("  {}{};\n", quoted(network.ids[node], replaced),
                attributes(network.node_columns, node,
                           network.labels.empty() ? "" : "label=" + quoted(network.labels[node], replaced),
                           replaced));
    }
    for (std::size_t edge = 0; edge < network.edges.size(); ++edge) {
        const auto [from, to] = network.edges[edge];
        out.put("  {} {} {}{};\n", quoted(network.ids[from], replaced), network.directed ? "->" : "--",
                quoted(network.ids[to], replaced),
                attributes(network.edge_columns, edge,
                           network.weights.empty() ? "" : fmt::format("weight={}", network.weights[edge]),
                           replaced));
    }
    out.put("}}\n");
    out.finish();
    return report;
}

} // namespace longmen::graph
