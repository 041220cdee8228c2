// SPDX-License-Identifier: GPL-3.0-or-later
// What a person typed, as a tree; or where it went wrong.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::search {

enum class QueryField : std::uint8_t {
    any,
    title,
    applicant,
    inventor,
    ipc,
    year,
    status,
    type,
    place,
    number,
    enterprise,
};

/// A tree of conditions. A leaf (`text`) holds its words as typed; a year range its ends.
struct QueryNode {
    enum class Kind : std::uint8_t { text, year_range, all_of, any_of, none_of };
    Kind kind = Kind::text;
    QueryField field = QueryField::any;
    std::string text;
    int from = 0, to = 0;         ///< of a year range
    std::vector<QueryNode> parts; ///< of all_of, any_of; none_of has one
};

/// Words beside each other must all be there. `AND OR NOT` and 与 或 非 standing alone, brackets, "phrases",
/// `field:word`, `year:2018..2021`. A word is found as it is written: Chinese without quotes is a phrase too.
/// Field names in English or Chinese (申请人:). UsageError with the place in the text and what was expected.
[[nodiscard]] QueryNode parse_query(std::string_view text);

} // namespace longmen::search
