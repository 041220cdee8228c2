// SPDX-License-Identifier: GPL-3.0-or-later
// Items, then links, as JSON.
#include <longmen/graph/vosviewer.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/text_out.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

namespace longmen::graph {
namespace {

std::string json(std::string_view text) {
    return nlohmann::json(text).dump();
}

bool is_numeric(const NetworkColumn& column) {
    return column.type == NetworkType::integer || column.type == NetworkType::number;
}

/// Known everywhere and nowhere below zero.
bool is_weight(const NetworkColumn& column) {
    return std::ranges::all_of(column.values, [](const NetworkValue& value) {
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* number = std::get_if<double>(&value);
        return (whole != nullptr && *whole >= 0) || (number != nullptr && *number >= 0);
    });
}

class Writer {
    const Network& network_;
    detail::TextOut out_;
    NotWritten report_;
    const NetworkColumn* cluster_ = nullptr;
    std::vector<const NetworkColumn*> weights_, scores_, words_;

    void choose_cluster(const std::string& name) {
        if (name.empty()) {
            return;
        }
        const auto found = std::ranges::find(network_.node_columns, name, &NetworkColumn::name);
        if (found == network_.node_columns.end() || found->type != NetworkType::integer ||
            !is_weight(*found)) {
            throw UsageError(sentence(
                "“{}”不是从 0 起的整数节点属性，不能作为聚类",
                "`{}` is not a property of nodes with integers from 0, so it cannot be the cluster", name));
        }
        cluster_ = &*found;
    }

    void sort_columns() {
        for (const auto& column : network_.node_columns) {
            if (&column == cluster_) {
                continue;
            }
            (!is_numeric(column) ? words_ : is_weight(column) ? weights_ : scores_).push_back(&column);
        }
        for (const auto& column : network_.edge_columns) {
            report_.properties.push_back(column.name);
        }
        if (!network_.name.empty()) {
            report_.properties.insert(report_.properties.begin(), "name");
        }
    }

    void numbers(std::string_view key, const std::vector<const NetworkColumn*>& columns, std::size_t row) {
        std::string list;
        for (const auto* column : columns) {
            if (column->values[row].index() != 0) {
                list += fmt::format("{}{}:{}", list.empty() ? "" : ",", json(column->name),
                                    detail::value_text(column->values[row]));
            }
        }
        if (!list.empty()) {
            out_.put(",\"{}\":{{{}}}", key, list);
        }
    }

    /// Lines of a name and a value, as the HTML a description is made of.
    void description(std::size_t row) {
        std::string lines;
        const auto line = [&](std::string_view name, const NetworkValue& value) {
            lines += (lines.empty() ? "" : "<br>") + detail::xml_text(name, report_.characters_replaced) +
                     ": " + detail::xml_text(detail::value_text(value), report_.characters_replaced);
        };
        if (!network_.labels.empty()) {
            line("id", network_.ids[row]);
        }
        for (const auto* column : words_) {
            if (column->values[row].index() != 0) {
                line(column->name, column->values[row]);
            }
        }
        if (!lines.empty()) {
            out_.put(",\"description\":{}", json(lines));
        }
    }

    void items() {
        const auto& labels = network_.labels.empty() ? network_.ids : network_.labels;
        for (std::size_t node = 0; node < network_.ids.size(); ++node) {
            out_.put("{}\n{{\"id\":{},\"label\":{}", node == 0 ? "" : ",", node + 1, json(labels[node]));
            if (cluster_ != nullptr) {
                out_.put(",\"cluster\":{}", std::get<std::int64_t>(cluster_->values[node]) + 1);
            }
            numbers("weights", weights_, node);
            numbers("scores", scores_, node);
            description(node);
            out_.put("}}");
        }
    }

    void links() {
        Threads threads{1};
        const auto built = build_weighted(network_.ids.size(), weighted_edges(network_), false, threads);
        report_.loops = built.loops;
        report_.joined = built.joined;
        const auto graph = built.graph.view();
        bool first = true;
        for (std::size_t node = 0; node < graph.nodes(); ++node) {
            for (std::size_t i = 0; i < graph.neighbours.count(node); ++i) {
                if (const auto other = graph.neighbours[node][i]; node < other) {
                    out_.put("{}\n{{\"source_id\":{},\"target_id\":{},\"strength\":{}}}", first ? "" : ",",
                             node + 1, other + 1, graph.weights_of(node)[i]);
                    first = false;
                }
            }
        }
    }

public:
    Writer(const Network& network, const TextSink& sink) : network_(network), out_(sink) {}

    NotWritten run(const VosviewerOptions& options) {
        choose_cluster(options.cluster);
        sort_columns();
        out_.put("{{\"network\":{{\"items\":[");
        items();
        out_.put("\n],\"links\":[");
        links();
        out_.put("\n]}}}}\n");
        out_.finish();
        return report_;
    }
};

} // namespace

NotWritten write_vosviewer(const Network& network, const VosviewerOptions& options, const TextSink& sink) {
    check_network(network);
    return Writer{network, sink}.run(options);
}

} // namespace longmen::graph
