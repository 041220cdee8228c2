// SPDX-License-Identifier: GPL-3.0-or-later
// Builds and walks the tree of element paths.
#include <longmen/ingest/detail/doc_tree.hpp>

#include <algorithm>
#include <array>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, part_count> part_keys{
    "office", "number",  "original", "series",   "kind",    "date",     "category", "origin", "lang",
    "text",   "name",    "last",     "first",    "country", "province", "city",     "county", "address",
    "symbol", "section", "class",    "subclass", "group",   "subgroup", "code",     "detail"};

/// Cuts the first step off a path; a `/` inside a condition is part of it.
std::string_view take_step(std::string_view& path) {
    std::size_t end = 0;
    int depth = 0;
    while (end < path.size() && (depth > 0 || path[end] != '/')) {
        depth += path[end] == '[' ? 1 : path[end] == ']' ? -1 : 0;
        ++end;
    }
    const auto step = path.substr(0, end);
    path.remove_prefix(std::min(path.size(), end + 1));
    return step;
}

ElementTree::Edge parse_step(std::string_view step) {
    ElementTree::Edge edge;
    const auto open = step.find("[@");
    edge.name = step.substr(0, open);
    if (open != std::string_view::npos && step.ends_with(']')) {
        const auto condition = step.substr(open + 2, step.size() - open - 3);
        const auto equals = condition.find('=');
        edge.attribute = condition.substr(0, equals);
        edge.value = equals == std::string_view::npos ? std::string_view{} : condition.substr(equals + 1);
    }
    return edge;
}

} // namespace

std::string_view part_key(DocumentPart part) {
    return part_keys.at(static_cast<std::size_t>(part));
}

std::uint32_t ElementTree::at(std::string_view path) {
    std::uint32_t at = 0;
    while (!path.empty()) {
        auto step = parse_step(take_step(path));
        auto& edges = nodes_[at].edges;
        const auto found = std::ranges::find_if(edges, [&](const Edge& edge) {
            return edge.name == step.name && edge.attribute == step.attribute && edge.value == step.value;
        });
        if (found != edges.end()) {
            at = found->node;
            continue;
        }
        step.node = static_cast<std::uint32_t>(nodes_.size());
        at = step.node;
        // Steps with a condition are tried first, any element last.
        const auto rank = [](const Edge& edge) {
            return edge.name == "*" ? 2 : edge.attribute.empty() ? 1 : 0;
        };
        edges.insert(std::ranges::upper_bound(edges, rank(step), {}, rank), std::move(step));
        for (std::size_t i = 1; i < edges.size(); ++i) {
            edges[i].as_before =
                edges[i].name == edges[i - 1].name && edges[i].attribute == edges[i - 1].attribute;
        }
        nodes_.emplace_back();
    }
    return at;
}

void ElementTree::mount(std::string_view path, std::string_view root) {
    const auto target = at(root);
    const auto cut = path.rfind('/');
    const auto parent = at(path.substr(0, cut));
    auto edge = parse_step(path.substr(cut + 1));
    edge.node = target;
    nodes_[parent].edges.push_back(std::move(edge));
}

std::uint32_t ElementTree::child(std::uint32_t parent, std::string_view name,
                                 const XmlAttributes& attributes) const {
    bool named = false;    // the edge has this name
    std::string_view held; // by the attribute it asks for
    for (const auto& edge : nodes_[parent].edges) {
        if (!edge.as_before) {
            named = edge.name == name || edge.name == "*";
            held = named && !edge.attribute.empty() ? attributes[edge.attribute] : std::string_view{};
        }
        if (named && (edge.attribute.empty() || held == edge.value)) {
            return edge.node;
        }
    }
    return none;
}

} // namespace longmen::ingest::detail
