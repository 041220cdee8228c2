// SPDX-License-Identifier: GPL-3.0-or-later
// One pass of a stream parser over GraphML; edges are tied to nodes at the end, for they may come first.
#pragma once

#include <longmen/base/sentence.hpp>
#include <longmen/graph/detail/network_builder.hpp>

#include <cstdint>
#include <exception>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct XML_ParserStruct;

namespace longmen::graph::detail {

class GraphmlReader {
public:
    explicit GraphmlReader(std::string_view name) : name_(name) {}
    [[nodiscard]] ReadNetwork read(std::string_view text);

private:
    enum class Element : std::uint8_t {
        document,
        graphml,
        key,
        standard,
        graph,
        node,
        edge,
        data,
        desc,
        other
    };
    using Attributes = std::map<std::string, std::string, std::less<>>;

    struct Key {
        std::string name;
        NetworkType type = NetworkType::text;
        bool of_node = false;
        bool of_edge = false;
        std::optional<NetworkValue> standard; ///< the value of those without one
        std::optional<std::size_t> node_column, edge_column;
    };
    struct PendingEdge {
        std::string source, target;
        bool directed = false;
        std::uint64_t line = 0;
        std::optional<double> weight = std::nullopt;
    };

    std::string name_;
    XML_ParserStruct* parser_ = nullptr;
    std::exception_ptr failure_;
    NetworkBuilder builder_;
    std::vector<Element> open_{Element::document};
    std::map<std::string, Key, std::less<>> keys_;
    std::vector<PendingEdge> edges_;
    std::optional<std::size_t> edge_id_column_;
    Key* key_ = nullptr; ///< declared, or of the open data
    std::string text_;
    bool seen_graph_ = false;
    bool directed_ = false;
    bool data_has_elements_ = false;

    [[noreturn]] void fail(const Sentence& message, std::uint64_t line = 0) const;
    void guarded(const auto& work);
    void start(std::string_view qualified, const char** attributes);
    void end();
    void start_key(const Attributes& attributes);
    void start_graph(const Attributes& attributes);
    void start_node(const Attributes& attributes);
    void start_edge(const Attributes& attributes);
    void start_data(const Attributes& attributes);
    void end_data();
    [[nodiscard]] NetworkValue value(const Key& key, std::string_view text) const;
    void set_node(Key& key, std::size_t node, NetworkValue value);
    void set_edge(Key& key, std::size_t edge, NetworkValue value);
    void declare(Key& key);
    void label_by_standard(std::size_t node);
    void apply_standards();
    void tie_edges();
};

} // namespace longmen::graph::detail
