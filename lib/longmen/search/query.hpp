// SPDX-License-Identifier: GPL-3.0-or-later
// What a person typed, as a tree; or where it went wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search {

enum class QueryField : std::uint8_t {
    any,
    title,
    abstract,
    claims,
    description,
    applicant,
    inventor,
    ipc,
    filed,     ///< date of filing
    published, ///< date of publication
    expires,   ///< last day of the right as computed
    status,
    type,
    place,
    park,
    number,
    enterprise,
};

/// A tree of conditions. Leaves: `text`, `range`, `numbers`. A field stands at leaves only.
struct QueryNode {
    enum class Kind : std::uint8_t {
        text,     ///< words as typed, of one field
        range,    ///< dates between two days, both included
        numbers,  ///< any of a set of patent numbers
        all_of,   ///< every part
        any_of,   ///< one part at least
        none_of,  ///< not its one part
        near,     ///< the parts (text, or any_of text) stand close to each other
        at_least, ///< `minimum` of the parts
    };
    Kind kind = Kind::text;
    QueryField field = QueryField::any;
    std::string text;                 ///< of a leaf, as typed, without quotation marks
    bool quoted = false;              ///< exactly as written: no inflected forms, no wildcards
    double weight = 1;                ///< how much it counts in the order; above 0
    std::string from, to;             ///< of a range: `YYYYMMDD`, empty when open
    std::vector<std::string> numbers; ///< as typed
    unsigned distance = 0;            ///< of near: words between two neighbouring parts, at most
    bool ordered = false;             ///< of near: in the order they are written
    std::size_t minimum = 0;          ///< of at_least
    std::vector<QueryNode> parts;     ///< of inner nodes
    std::size_t begin = 0, end = 0;   ///< bytes of the query it was read from
};

/// Words beside each other must all be there; NOT binds closest, then NEAR and ADJ, AND, OR. The language is
/// described in docs/query-language.md. QueryError (a UsageError) with the place in the text and what to
/// type. Limits are those of `QueryLimits`; with references and other limits: query_options.hpp.
[[nodiscard]] QueryNode parse_query(std::string_view text);

} // namespace longmen::search
