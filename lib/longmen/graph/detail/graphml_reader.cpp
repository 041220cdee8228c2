// SPDX-License-Identifier: GPL-3.0-or-later
// Handlers of elements; what they throw waits until the parser, written in C, has returned.
#include <longmen/graph/detail/graphml_reader.hpp>

#include <longmen/base/errors.hpp>

#include <expat.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace longmen::graph::detail {
namespace {

constexpr char namespace_end = '|';
constexpr std::string_view graphml_namespace = "graphml.graphdrawing.org";

std::string attribute(const auto& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string{} : found->second;
}

} // namespace

void GraphmlReader::fail(const Sentence& message, std::uint64_t line) const {
    throw DataError(name_, line != 0 ? line : XML_GetCurrentLineNumber(parser_), message);
}

void GraphmlReader::guarded(const auto& work) {
    if (failure_) {
        return;
    }
    try {
        work();
    } catch (...) {
        failure_ = std::current_exception();
        XML_StopParser(parser_, XML_FALSE);
    }
}

ReadNetwork GraphmlReader::read(std::string_view text) {
    const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> owner{
        XML_ParserCreateNS(nullptr, namespace_end), &XML_ParserFree};
    if (!owner) {
        throw std::bad_alloc{};
    }
    parser_ = owner.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_,
        [](void* self, const char* name, const char** attributes) {
            auto& reader = *static_cast<GraphmlReader*>(self);
            reader.guarded([&] { reader.start(name, attributes); });
        },
        [](void* self, const char* /*name*/) {
            auto& reader = *static_cast<GraphmlReader*>(self);
            reader.guarded([&] { reader.end(); });
        });
    XML_SetCharacterDataHandler(parser_, [](void* self, const char* characters, int length) {
        auto& reader = *static_cast<GraphmlReader*>(self);
        reader.guarded([&] { reader.text_.append(characters, static_cast<std::size_t>(length)); });
    });
    constexpr std::size_t piece = std::size_t{1} << 26; // the parser counts in int
    do {
        const auto now = text.substr(0, piece);
        text.remove_prefix(now.size());
        const auto status =
            XML_Parse(parser_, now.data(), static_cast<int>(now.size()), text.empty() ? 1 : 0);
        if (failure_) {
            std::rethrow_exception(failure_);
        }
        if (status != XML_STATUS_OK) {
            fail(sentence("不是有效的 XML（{}）", "this is not well-formed XML ({})",
                          XML_ErrorString(XML_GetErrorCode(parser_))));
        }
    } while (!text.empty());
    if (!seen_graph_) {
        fail(sentence("文件中没有 GraphML 图", "there is no GraphML graph in the file"));
    }
    tie_edges();
    apply_standards();
    if (const auto edge = builder_.first_without_weight()) {
        fail(sentence("这条边没有权重，而其他边有", "this edge has no weight, while others have one"),
             edges_[*edge].line);
    }
    return builder_.finish();
}

void GraphmlReader::start(std::string_view qualified, const char** attributes) {
    const auto cut = qualified.rfind(namespace_end);
    const bool ours = cut == std::string_view::npos ||
                      qualified.substr(0, cut).find(graphml_namespace) != std::string_view::npos;
    const auto name = cut == std::string_view::npos ? qualified : qualified.substr(cut + 1);
    Attributes named;
    for (; ours && *attributes != nullptr; attributes += 2) {
        named.emplace(attributes[0], attributes[1]);
    }
    const auto parent = open_.back();
    auto element = Element::other;
    text_.clear();
    if (parent == Element::data) {
        data_has_elements_ = true;
    } else if (ours && parent != Element::other) {
        if (name == "graphml" && parent == Element::document) {
            element = Element::graphml;
        } else if (name == "key" && parent == Element::graphml) {
            element = Element::key;
            start_key(named);
        } else if (name == "default" && parent == Element::key) {
            element = Element::standard;
        } else if (name == "graph") {
            element = Element::graph;
            start_graph(named);
        } else if (name == "node" && parent == Element::graph) {
            element = Element::node;
            start_node(named);
        } else if (name == "edge" && parent == Element::graph) {
            element = Element::edge;
            start_edge(named);
        } else if (name == "data") {
            element = Element::data;
            start_data(named);
        } else if (name == "desc") {
            element = Element::desc;
        } else {
            fail(
                sentence("不支持 GraphML 元素 <{}>", "the GraphML element <{}> is not supported here", name));
        }
    }
    open_.push_back(element);
}

void GraphmlReader::end() {
    const auto element = open_.back();
    open_.pop_back();
    if (element == Element::data) {
        end_data();
    } else if (element == Element::standard) {
        key_->standard = value(*key_, text_);
    } else if (element == Element::desc) {
        builder_.not_read("desc");
    }
}

void GraphmlReader::start_key(const Attributes& attributes) {
    Key key;
    const auto id = attribute(attributes, "id");
    const auto of = attribute(attributes, "for");
    const auto type = attribute(attributes, "attr.type");
    key.name = attribute(attributes, "attr.name");
    key.name = key.name.empty() ? id : key.name;
    key.of_node = of.empty() || of == "all" || of == "node";
    key.of_edge = of.empty() || of == "all" || of == "edge";
    if (type == "boolean") {
        key.type = NetworkType::yes_no;
    } else if (type == "int" || type == "long") {
        key.type = NetworkType::integer;
    } else if (type == "float" || type == "double") {
        key.type = NetworkType::number;
    } else if (!type.empty() && type != "string") {
        fail(sentence("属性“{}”的类型“{}”不是 GraphML 类型",
                      "property `{}` has the type `{}`, which GraphML has not", key.name, type));
    }
    const auto [place, added] = keys_.emplace(id, std::move(key));
    if (id.empty() || !added) {
        fail(sentence("属性标识“{}”为空或重复", "the id `{}` of a key is empty or used twice", id));
    }
    key_ = &place->second;
    declare(*key_);
}

void GraphmlReader::start_graph(const Attributes& attributes) {
    if (open_.back() != Element::graphml || seen_graph_) {
        fail(sentence("文件须恰有一个图，且图不得嵌套",
                      "the file must hold exactly one graph, and none inside another"));
    }
    seen_graph_ = true;
    directed_ = attribute(attributes, "edgedefault") != "undirected";
    builder_.set_directed(directed_);
    builder_.set_name(attribute(attributes, "id"));
}

void GraphmlReader::start_node(const Attributes& attributes) {
    const auto id = attribute(attributes, "id");
    if (id.empty() || !builder_.add_node(id)) {
        fail(sentence("节点标识“{}”为空或重复", "the id `{}` of a node is empty or used twice", id));
    }
    label_by_standard(builder_.nodes() - 1);
}

void GraphmlReader::start_edge(const Attributes& attributes) {
    const auto directed = attribute(attributes, "directed");
    edges_.push_back({attribute(attributes, "source"), attribute(attributes, "target"),
                      directed.empty() ? directed_ : directed == "true", XML_GetCurrentLineNumber(parser_)});
    if (const auto id = attribute(attributes, "id"); !id.empty()) {
        if (!edge_id_column_) {
            edge_id_column_ = builder_.edge_columns.add("id", NetworkType::text);
        }
        builder_.edge_columns.set(*edge_id_column_, edges_.size() - 1, id);
    }
}

void GraphmlReader::start_data(const Attributes& attributes) {
    const auto id = attribute(attributes, "key");
    const auto found = keys_.find(id);
    if (found == keys_.end()) {
        fail(sentence("属性“{}”没有声明", "the key `{}` of these data is not declared", id));
    }
    key_ = &found->second;
    data_has_elements_ = false;
}

NetworkValue GraphmlReader::value(const Key& key, std::string_view text) const {
    auto parsed = parse_value(text, key.type);
    if (!parsed) {
        fail(sentence("属性“{}”的值“{}”与其类型不符", "the value `{1}` of property `{0}` is not of its type",
                      key.name, text));
    }
    return std::move(*parsed);
}

void GraphmlReader::end_data() {
    const auto owner = open_.back();
    const bool fits = (owner == Element::node && key_->of_node) || (owner == Element::edge && key_->of_edge);
    if (!fits || data_has_elements_) {
        builder_.not_read(key_->name);
        return;
    }
    if (owner == Element::node) {
        set_node(*key_, builder_.nodes() - 1, value(*key_, text_));
    } else {
        set_edge(*key_, edges_.size() - 1, value(*key_, text_));
    }
}

} // namespace longmen::graph::detail
