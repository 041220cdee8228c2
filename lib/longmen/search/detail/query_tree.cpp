// SPDX-License-Identifier: GPL-3.0-or-later
// Puts parts of queries together.
#include <longmen/search/detail/query_tree.hpp>

#include <longmen/search/query_fields.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace longmen::search::detail {

void move_to(QueryNode& node, std::size_t begin, std::size_t end) {
    node.begin = begin;
    node.end = end;
    for (auto& part : node.parts) {
        move_to(part, begin, end);
    }
}

QueryNode join_parts(QueryNode::Kind kind, std::vector<QueryNode> parts) {
    if (parts.size() == 1) {
        return std::move(parts[0]);
    }
    QueryNode node;
    node.kind = kind;
    node.begin = parts.front().begin;
    node.end = parts.back().end;
    for (auto& part : parts) {
        if (part.kind == kind) {
            std::ranges::move(part.parts, std::back_inserter(node.parts));
        } else {
            node.parts.push_back(std::move(part));
        }
    }
    return node;
}

QueryField neighbour_field(const QueryNode& node) {
    return node.kind == QueryNode::Kind::text ? node.field : node.parts[0].field;
}

std::optional<Sentence> neighbour_fault(const QueryNode& node) {
    using Kind = QueryNode::Kind;
    const auto is_text = [](const QueryNode& part) { return part.kind == Kind::text; };
    if (!is_text(node) && !(node.kind == Kind::any_of && std::ranges::all_of(node.parts, is_text))) {
        return Sentence{"NEAR、ADJ 两侧只能是词、短语，或括号内以 OR 相连的词，如 (甲 OR 乙) NEAR/5 丙；"
                        "其余条件请用括号与 AND 另写",
                        "NEAR and ADJ stand between words, phrases, or words joined by OR in brackets, as in "
                        "(a OR b) NEAR/5 c; join everything else with AND and brackets"};
    }
    const auto field = neighbour_field(node);
    if (!is_running_text(field) ||
        !std::ranges::all_of(node.parts, [&](const auto& part) { return part.field == field; })) {
        return Sentence{
            "NEAR、ADJ 用于标题、摘要、权利要求、说明书；应写作 title:(甲 NEAR/5 乙)",
            "NEAR and ADJ look in one of title, abstract, claims, description; write title:(a NEAR/5 "
            "b)"};
    }
    return std::nullopt;
}

} // namespace longmen::search::detail
