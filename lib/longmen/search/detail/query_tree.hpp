// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader of queries does with parts it has read.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/search/query.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace longmen::search::detail {

/// Gives a tree and all below it one place in the text.
void move_to(QueryNode& node, std::size_t begin, std::size_t end);
/// One part is itself; parts of the same kind are taken in.
[[nodiscard]] QueryNode join_parts(QueryNode::Kind kind, std::vector<QueryNode> parts);
/// The field of a word, or of the first of words joined by OR.
[[nodiscard]] QueryField neighbour_field(const QueryNode& node);
/// Why a part cannot stand beside NEAR or ADJ, and what to type; nothing when it can.
[[nodiscard]] std::optional<Sentence> neighbour_fault(const QueryNode& node);

} // namespace longmen::search::detail
