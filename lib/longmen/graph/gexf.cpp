// SPDX-License-Identifier: GPL-3.0-or-later
// Attributes declared by class, then nodes and edges with their values.
#include <longmen/graph/gexf.hpp>

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

    void declare(std::string_view of, const std::vector<NetworkColumn>& columns) {
        if (columns.empty()) {
            return;
        }
        out_.put("    <attributes class=\"{}\">\n", of);
        for (std::size_t at = 0; at < columns.size(); ++at) {
            out_.put("      <attribute id=\"{}\" title=\"{}\" type=\"{}\"/>\n", at, xml(columns[at].name),
                     detail::xml_type(columns[at].type));
        }
        out_.put("    </attributes>\n");
    }

    void values(const std::vector<NetworkColumn>& columns, std::size_t row) {
        out_.put("<attvalues>");
        for (std::size_t at = 0; at < columns.size(); ++at) {
            if (columns[at].values[row].index() != 0) {
                out_.put("<attvalue for=\"{}\" value=\"{}\"/>", at, xml(columns[at].values[row]));
            }
        }
        out_.put("</attvalues>");
    }

    void nodes() {
        const auto& labels = network_.labels.empty() ? network_.ids : network_.labels;
        out_.put("    <nodes>\n");
        for (std::size_t node = 0; node < network_.ids.size(); ++node) {
            out_.put("      <node id=\"{}\" label=\"{}\">", xml(network_.ids[node]), xml(labels[node]));
            values(network_.node_columns, node);
            out_.put("</node>\n");
        }
        out_.put("    </nodes>\n");
    }

    void edges() {
        out_.put("    <edges>\n");
        for (std::size_t edge = 0; edge < network_.edges.size(); ++edge) {
            const auto [from, to] = network_.edges[edge];
            out_.put("      <edge id=\"{}\" source=\"{}\" target=\"{}\"", edge, xml(network_.ids[from]),
                     xml(network_.ids[to]));
            if (!network_.weights.empty()) {
                out_.put(" weight=\"{}\"", network_.weights[edge]);
            }
            out_.put(">");
            values(network_.edge_columns, edge);
            out_.put("</edge>\n");
        }
        out_.put("    </edges>\n");
    }

public:
    Writer(const Network& network, const TextSink& sink) : network_(network), out_(sink) {}

    NotWritten run() {
        out_.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                 "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n");
        if (!network_.name.empty()) {
            out_.put("  <meta><description>{}</description></meta>\n", xml(network_.name));
        }
        out_.put("  <graph mode=\"static\" defaultedgetype=\"{}\">\n",
                 network_.directed ? "directed" : "undirected");
        declare("node", network_.node_columns);
        declare("edge", network_.edge_columns);
        nodes();
        edges();
        out_.put("  </graph>\n</gexf>\n");
        out_.finish();
        return report_;
    }
};

} // namespace

NotWritten write_gexf(const Network& network, const TextSink& sink) {
    check_network(network);
    return Writer{network, sink}.run();
}

} // namespace longmen::graph
