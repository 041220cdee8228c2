// SPDX-License-Identifier: GPL-3.0-or-later
// Writes queries.
#include <longmen/search/query_print.hpp>

#include <longmen/base/text.hpp>
#include <longmen/search/query_fields.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace longmen::search {
namespace {

/// How tightly the place binds in which a part is written.
enum class Place : std::uint8_t { alone, in_and, beside_and, tight };

std::string in_brackets(const std::string& text, bool wanted) {
    return wanted ? "(" + text + ")" : text;
}

std::string print(const QueryNode& node, Place place);

std::string joined(const std::vector<QueryNode>& parts, std::string_view with, Place place) {
    std::string text;
    for (const auto& part : parts) {
        if (&part != parts.data()) {
            text += with;
        }
        text += print(part, place);
    }
    return text;
}

/// Up to two letters and digits stand as they are; what may be read as something else, in quotation marks.
std::string number(const std::string& text) {
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto digit = std::ranges::find_if_not(text, is_letter) - text.begin();
    const bool plain = digit <= 2 && digit < std::ssize(text) &&
                       is_digit(text[static_cast<std::size_t>(digit)]) &&
                       std::ranges::all_of(text, [&](char c) {
                           return is_letter(c) || is_digit(c) || c == '.' || c == '/' || c == '-';
                       });
    return plain ? text : "\"" + text + "\"";
}

std::string leaf(const QueryNode& node) {
    std::string text{query_field_name(node.field)};
    text += text.empty() ? "" : ":";
    if (node.kind == QueryNode::Kind::range) {
        text += node.from + ".." + node.to;
    } else if (node.kind == QueryNode::Kind::numbers) {
        std::vector<std::string> numbers(node.numbers.size());
        std::ranges::transform(node.numbers, numbers.begin(), number);
        text += "(" + join(numbers, ", ") + ")";
    } else if (node.field == QueryField::number && !node.quoted && number(node.text) != node.text) {
        text += "(" + number(node.text) + ")";
    } else {
        text += node.quoted ? "\"" + node.text + "\"" : node.text;
    }
    return node.weight == 1 ? text : fmt::format("{}^{}", text, node.weight);
}

std::string print(const QueryNode& node, Place place) {
    switch (node.kind) {
    case QueryNode::Kind::any_of:
        return in_brackets(joined(node.parts, " OR ", Place::in_and), place > Place::alone);
    case QueryNode::Kind::all_of:
        return in_brackets(joined(node.parts, " AND ", Place::beside_and), place > Place::in_and);
    case QueryNode::Kind::near:
        return in_brackets(joined(node.parts,
                                  fmt::format(" {}/{} ", node.ordered ? "ADJ" : "NEAR", node.distance),
                                  Place::tight),
                           place > Place::beside_and);
    case QueryNode::Kind::none_of:
        return "NOT " + print(node.parts[0], Place::tight);
    case QueryNode::Kind::at_least:
        return fmt::format("{} OF ({})", node.minimum, joined(node.parts, ", ", Place::alone));
    default:
        return leaf(node);
    }
}

} // namespace

std::string print_query(const QueryNode& node) {
    return print(node, Place::alone);
}

bool same_query(const QueryNode& a, const QueryNode& b) {
    return a.kind == b.kind && a.field == b.field && a.text == b.text && a.quoted == b.quoted &&
           a.weight == b.weight && a.from == b.from && a.to == b.to && a.numbers == b.numbers &&
           a.distance == b.distance && a.ordered == b.ordered && a.minimum == b.minimum &&
           std::ranges::equal(a.parts, b.parts, same_query);
}

} // namespace longmen::search
