// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, then nodes, then edges.
#include <longmen/graph/graphml.hpp>

#include <longmen/graph/detail/graphml_reader.hpp>
#include <longmen/graph/detail/text_out.hpp>

namespace longmen::graph {
namespace {

class Writer {
    const Network& network_;
    detail::TextOut out_;
    NotWritten report_;

    std::string xml(const NetworkValue& value) {
        return detail::xml_text(detail::value_text(value), report_.characters_replaced);
    }

    void key(std::string_view id, std::string_view of, const std::string& name, NetworkType type) {
        out_.put("  <key id=\"{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"{}\"/>\n", id, of, xml(name),
                 detail::xml_type(type));
    }

    void keys() {
        if (!network_.labels.empty()) {
            key("label", "node", "label", NetworkType::text);
        }
        if (!network_.weights.empty()) {
            key("weight", "edge", "weight", NetworkType::number);
        }
        for (std::size_t at = 0; at < network_.node_columns.size(); ++at) {
            const auto& column = network_.node_columns[at];
            key(fmt::format("n{}", at), "node", column.name, column.type);
        }
        for (std::size_t at = 0; at < network_.edge_columns.size(); ++at) {
            const auto& column = network_.edge_columns[at];
            key(fmt::format("e{}", at), "edge", column.name, column.type);
        }
    }

    void data(std::string_view key, const NetworkValue& value) {
        out_.put("<data key=\"{}\">{}</data>", key, xml(value));
    }

    void columns(const std::vector<NetworkColumn>& columns, char letter, std::size_t row) {
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (columns[at].values[row].index() != 0) {
                data(fmt::format("{}{}", letter, at), columns[at].values[row]);
            }
        }
    }

public:
    Writer(const Network& network, const TextSink& sink) : network_(network), out_(sink) {}

    NotWritten run() {
        out_.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        keys();
        out_.put("  <graph{} edgedefault=\"{}\">\n",
                 network_.name.empty() ? "" : fmt::format(" id=\"{}\"", xml(network_.name)),
                 network_.directed ? "directed" : "undirected");
        for (std::size_t node = 0; node < network_.ids.size(); ++node) {
            out_.put("    <node id=\"{}\">", xml(network_.ids[node]));
            if (!network_.labels.empty()) {
                data("label", network_.labels[node]);
            }
            columns(network_.node_columns, 'n', node);
            out_.put("</node>\n");
        }
        for (std::size_t edge = 0; edge < network_.edges.size(); ++edge) {
            const auto [from, to] = network_.edges[edge];
            out_.put("    <edge source=\"{}\" target=\"{}\">", xml(network_.ids[from]),
                     xml(network_.ids[to]));
            if (!network_.weights.empty()) {
                data("weight", network_.weights[edge]);
            }
            columns(network_.edge_columns, 'e', edge);
            out_.put("</edge>\n");
        }
        out_.put("  </graph>\n</graphml>\n");
        out_.finish();
        return report_;
    }
};

} // namespace

NotWritten write_graphml(const Network& network, const TextSink& sink) {
    check_network(network);
    return Writer{network, sink}.run();
}

ReadNetwork read_graphml(std::string_view text, std::string_view name) {
    return detail::GraphmlReader{name}.read(text);
}

} // namespace longmen::graph
