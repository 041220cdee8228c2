// SPDX-License-Identifier: GPL-3.0-or-later
// The words of organisations' names in the form in which they are looked up.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/resolve/detail/org_similarity_rule.hpp>
#include <longmen/resolve/detail/org_text.hpp>
#include <longmen/resolve/organisation_name.hpp>
#include <longmen/resolve/party_type.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace longmen::resolve::detail {

struct RawWord {
    std::string text;
    std::uint32_t segment = 0; ///< counted by commas
    bool bracketed = false;
    bool joins = false; ///< nothing but blanks and dots between it and the word before
};

struct LatinWord {
    std::vector<std::string> canonical; ///< one or more words
    WordClass word_class = WordClass::plain;
};

struct LegalForm {
    std::string key;
    std::uint64_t countries = 0; ///< bit i is OrgTables::countries[i]
    std::uint64_t also = 0;
    std::vector<std::string> before_in_china; ///< canonical words that belong to it there
};

struct PlaceName {
    std::string canonical; ///< Chinese where there is one, else Latin
    std::string province;  ///< code of two digits; empty outside China
    bool is_province = false;
};

struct HanKind {
    std::string word;
    PartyType type{};
};

struct Alias {
    std::vector<std::string> names;
    bool former = false;
};

struct OrgTables {
    std::unordered_map<char32_t, std::string> letters;
    std::unordered_map<char32_t, std::string> han;
    TextMap<LatinWord> words;      ///< by words joined by one blank
    TextMap<LatinWord> firm_words; ///< the same, before `words` in names of firms
    std::size_t longest_words = 1;
    TextMap<std::string> word_slips; ///< words of the vocabulary with one letter left out; empty: of several
    std::vector<std::string> long_words; ///< words of the vocabulary that may have two slips, sorted
    TextMap<std::string> place_slips;    ///< the same of places
    TextMap<std::string> form_slips;     ///< the same of words of legal forms
    TextMap<bool> connectives;
    TextMap<bool> misspelt_and;       ///< left out between two words of the vocabulary
    std::vector<std::string> endings; ///< of one English word in its several forms, the empty one included
    std::vector<std::string> glued_forms;       ///< legal forms that are run together with the word before
    std::vector<std::string> glued_connectives; ///< the same with the word behind
    std::vector<std::pair<std::string, std::string>> mistaken_places; ///< one for the other in Latin letters
    TextMap<bool> vendor_codes; ///< endings of a database's codes of applicants
    std::vector<std::pair<std::string, std::string>> han_words;  ///< short form, full form
    std::vector<std::pair<std::string, std::string>> han_fronts; ///< the same in front of a name
    std::vector<std::string> han_counted;                        ///< what is numbered
    std::vector<std::string> han_foreign;                        ///< said in front of a foreign firm's name
    std::vector<std::string> countries;
    std::vector<LegalForm> forms;
    TextMap<std::uint32_t> latin_forms; ///< by words joined by one blank, index into forms
    TextMap<bool> form_words;           ///< each word of them
    TextMap<bool> front_forms;          ///< of one word, that stand in front of the name
    std::size_t longest_form = 1;
    std::vector<std::pair<std::string, std::uint32_t>> han_forms; ///< longest first
    TextMap<PlaceName> latin_places;
    TextMap<PlaceName> han_places;
    TextMap<std::vector<std::string>> place_spellings; ///< in Latin letters, by canonical form
    std::size_t longest_han_place = 0;                 ///< in bytes
    std::vector<std::string> place_suffixes_han;
    std::vector<std::string> not_place_suffixes;
    TextMap<bool> place_suffixes_latin;
    std::vector<HanKind> han_kinds;                             ///< longest first
    std::vector<std::pair<std::string, PartyType>> latin_kinds; ///< in order of decision
    TextMap<bool> latin_kind_words;
    std::vector<std::string> universities;
    std::vector<std::string> departments;
    std::vector<std::string> own_bodies;
    std::vector<std::string> branches;
    std::vector<std::string> renaming_tails;  ///< last words that firms leave out when they issue shares
    std::vector<std::string> renaming_groups; ///< last words of a firm that became a group
    std::vector<std::pair<std::string, std::string>> renaming_pairs; ///< former last word, later one
    std::vector<std::vector<std::string>> near_words;                ///< trade words, each list of one sense
    std::vector<std::string> former_marks;
    TextMap<bool> trading_as;
    TextMap<bool> titles;
    TextMap<bool> common_surnames;
    TextMap<bool> generations;
    TextMap<bool> also_names;       ///< trade words that persons are called too
    TextMap<bool> unit_words;       ///< canonical trade words that make a unit of its own
    TextMap<bool> weak_in_brackets; ///< canonical words that come and go when they stand in brackets
    TextMap<bool> department_words;
    TextMap<bool> governing;                                  ///< bodies in whose name a university acts
    TextMap<bool> governing_with;                             ///< words that belong to them
    std::vector<std::pair<std::string, std::string>> implied; ///< left out, where this stands too
    TextMap<bool> syllables;
    std::size_t longest_syllable = 0;
    TextMap<std::vector<std::string>> polyphones; ///< readings of characters that have several
    TextMap<std::vector<RawWord>> translations;   ///< English words by the Chinese trade word
    std::size_t longest_translation = 0;          ///< in bytes
    TextMap<std::vector<std::string>> meanings;   ///< English words by the Chinese syllable they render
    std::vector<Alias> aliases;
    SimilarityRule similarity;

    /// Bit of a two-letter country; 0 when no legal form names it.
    [[nodiscard]] std::uint64_t country_bit(std::string_view country) const;
    /// Width, case, accents, traditional characters folded.
    [[nodiscard]] std::string fold_name(std::string_view text) const;
    /// Whether two words or places of the vocabulary are written forms of one.
    [[nodiscard]] bool one_meaning(std::string_view one, std::string_view other) const;
    /// The word of `slips` that differs from `word` in one letter left out, added, exchanged or written
    /// otherwise; empty without one, or where several are as near.
    [[nodiscard]] std::string_view nearest(const TextMap<std::string>& slips, std::string_view word) const;
    /// The long word of the vocabulary that differs in two letters, or the same without; empty where several
    /// of unlike meaning do.
    [[nodiscard]] std::string_view nearest_long(std::string_view word) const;
    /// Whether the letters read as Chinese syllables.
    [[nodiscard]] bool reads_as_pinyin(std::string_view word) const;
};

/// DataError with file, line and key when the file is not as described in models/vocabulary.
[[nodiscard]] OrgTables read_org_tables(const Config& config);

} // namespace longmen::resolve::detail
