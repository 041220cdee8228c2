// SPDX-License-Identifier: GPL-3.0-or-later
// Strategic emerging industries: does a patent belong to one, by its classes and its words?
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/base/lang.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::programme {

/// One line of a table of industries.
struct IndustryEntry {
    std::string id;                   ///< `1.2`; of a table without ids its number
    Sentence industry;                ///< of the first level
    Sentence name;                    ///< of the entry
    std::vector<std::string> symbols; ///< `G06N3/*`, `G06F9/44`, `C12N`
    std::vector<std::string> except;  ///< symbols of these do not count for this entry
    std::vector<std::string> keywords;
    std::string file;
    std::uint64_t line = 0;
};

/// Symbols out of one cell: separated by commas, semicolons, 、 or blanks, with `（不含…）` for exclusions.
void read_symbol_cell(std::string_view cell, IndustryEntry& entry);

/// Where a patent's classes and words lead in the table.
struct IndustryMatch {
    struct Place {
        std::uint32_t entry = 0;
        std::uint32_t symbol = 0;             ///< position among the patent's
        std::uint32_t pattern = 0;            ///< position among the entry's
        std::optional<std::uint32_t> keyword; ///< position among the entry's
    };
    std::vector<Place> hits;       ///< class and keyword, or a class of an entry without keywords
    std::vector<Place> candidates; ///< class alone
    bool readable = false;         ///< at least one symbol could be read
    bool too_coarse = false;       ///< a symbol is shorter than patterns that begin with it
};

/// Strategic emerging industries.
///
/// Question    Which entries of the table do a patent's classes and words lead to?
/// Definition  A symbol s belongs to entry e when a pattern of `symbols` covers s and none of `except` does.
///             A pattern with `*` covers what begins like it; a class or subclass all below it; a main group
///             (`G06N3`) its subgroups; any other the symbol itself. e is hit when besides one of its
///             keywords stands in the texts, folded in width and case, or when e has none; else it is a
///             candidate. A keyword that begins or ends with a Latin letter or digit does not begin or end
///             inside a word.
/// Source      cnipa-sei-ipc-2021, the form of the official table. No entry of it is here.
/// Variant     Truncation is by characters, as written: `G06F9/44*` covers 9/44, 9/445, 9/4401, not what is
///             indented below 9/44 by dots. Symbols are read in any spacing, with leading zeros, `-` for `/`.
/// Undefined   nothing; `readable` and `too_coarse` say what the classes could not tell.
/// Inputs      symbols  IPC symbols as a source gives them.
///             texts    title, abstract; may be empty.
/// Result      places by entry, each entry once: with its first symbol.
/// Errors      none in matching; DataError with file and line in reading.
/// Cost        O(characters of symbols + entries found x characters of texts)
/// Stable      Depends on the order of symbols only in which of them is named.
/// Checked by  test_strategic_industries (worked values, comparison of each symbol with each pattern)
/// Grade       experimental since 0.2
class IndustryTable {
    struct Pattern {
        std::uint32_t entry = 0, place = 0;
        bool except = false, whole = false;
    };
    struct Node {
        std::array<std::uint32_t, 37> next{}; ///< 0-9, A-Z, `/`; 0: none
        std::vector<Pattern> patterns;
    };
    std::vector<IndustryEntry> entries_;
    std::vector<std::vector<std::string>> keywords_; ///< folded
    std::vector<Node> nodes_;
    std::string id_, checksum_;
    Sentence name_;
    bool whole_ = false;

    void add(const IndustryEntry& entry, std::uint32_t at);

public:
    /// A table that a user brings. DataError at the entry's place for a symbol in no known form, an entry
    /// without symbols. `whole`: what it does not list is no strategic industry.
    IndustryTable(std::vector<IndustryEntry> entries, std::string id, Sentence name, std::string checksum,
                  bool whole);
    /// models/classification/strategic_industries.toml. DataError with file and line: unknown keys, an entry
    /// of no industry, an id used twice.
    static IndustryTable read(const Config& config);

    [[nodiscard]] IndustryMatch match(std::span<const std::string> symbols,
                                      std::span<const std::string_view> texts) const;

    [[nodiscard]] const std::vector<IndustryEntry>& entries() const { return entries_; }
    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const Sentence& name() const { return name_; }
    [[nodiscard]] const std::string& checksum() const { return checksum_; }
    [[nodiscard]] bool whole() const { return whole_; }
};

/// `G06N3/08` of `g06n 0003/08 (2023.01)`, `G06N-3/08`; `G06N`, `G06` where the text ends there; empty when
/// it is no symbol.
[[nodiscard]] std::string symbol_text(std::string_view text);

} // namespace longmen::programme
