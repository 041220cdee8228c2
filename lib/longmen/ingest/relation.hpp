// SPDX-License-Identifier: GPL-3.0-or-later
// What a table of a relational source means beyond its headings, as data: texts made of several cells, parts
// of records that lie anywhere in the table, ids behind which persons and places stand.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/record/field.hpp>
#include <longmen/record/referent.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest {

/// A text made of cells, under a condition. In a profile `"{appln_auth}{appln_nr}"`, or a table:
///     { text = "{appln_auth} {appln_nr} W", only = { appln_kind = ["W"] }, positive = "appln_id" }
/// `except` in the place of `only` turns the condition round.
struct CellText {
    struct Piece {
        std::string literal;
        std::string heading; ///< key of the heading whose cell follows the literal; empty: none does
    };
    std::vector<Piece> pieces;
    std::string only;               ///< key of a heading that must hold one of `words`; empty: no condition
    std::vector<std::string> words; ///< folded
    bool except = false;            ///< it must hold none of them
    std::string positive;           ///< key of a heading that must hold a number above zero; empty: none
};

/// Tried in order: the first whose condition holds and of whose cells one is not blank.
using CellTexts = std::vector<CellText>;

/// A text that is read as if it stood in a column of its own.
struct Composed {
    std::string target; ///< field key, or a helper
    CellTexts texts;
};

/// What becomes of an id behind which nothing is known.
enum class UnknownReferent : std::uint8_t {
    refuse, ///< the row is rejected; the table, when nothing of its space is known
    id,     ///< the id stands for it, as `space:id`
    nothing ///< the field stays empty
};

/// A part of a record in each row.
struct GatherRule {
    Field field{};
    CellTexts texts;                 ///< the value, or the id of a referent
    std::string space;               ///< of the referent; empty: none
    std::vector<ReferentField> take; ///< the first that is known
    UnknownReferent unknown = UnknownReferent::refuse;
    std::string table;  ///< which makes the space known, for people
    std::string order;  ///< key of the heading that orders a list; empty: by text
    std::string origin; ///< key of the heading that says who brought a citation in; empty: none
};

struct Relation {
    std::vector<Composed> composed;
    bool gathered = false; ///< the rows of a record are put together
    std::vector<GatherRule> gather;
    std::string order;                          ///< heading that orders lines of kept columns; empty: by text
    std::string space;                          ///< of the ids of a table of referents
    std::map<std::string, std::string> origins; ///< folded word -> one of citation_origins
    std::set<std::string> used;                 ///< headings of all texts and conditions
};

/// From a table of a profile and the file it stands in (`origins`). `is_target` tells the names a composed
/// text may have. DataError with file and line on an unknown key or name, a text with an open brace, a table
/// of parts whose records are not named by exactly one composed number or id.
[[nodiscard]] Relation read_relation(const ConfigNode& table, const ConfigNode& file,
                                     const std::function<bool(std::string_view)>& is_target);

} // namespace longmen::ingest
