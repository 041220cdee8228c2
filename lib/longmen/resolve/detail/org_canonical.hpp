// SPDX-License-Identifier: GPL-3.0-or-later
// Canonical forms of the words of a name in Latin letters.
#pragma once

#include <longmen/resolve/detail/org_words.hpp>

#include <vector>

namespace longmen::resolve::detail {

/// Whether no table of words has it.
[[nodiscard]] bool unknown_word(const RawWord& word, const OrgTables& tables);

/// `Sceince` is read as `science` where another word, or a place (`placed`), tells who it is.
void mend_words(std::vector<RawWord>& words, bool placed, const OrgTables& tables);

/// `Limted` and `Corporaton` behind another word are legal forms; long misspelt words of the vocabulary
/// (`univesity`) are mended as well, so that the name is not taken for a person's.
void mend_forms(std::vector<RawWord>& words, const OrgTables& tables);

/// `Holdingco` becomes `holding co`: a word of the vocabulary and a legal form run together.
void split_glued_forms(std::vector<RawWord>& words, const OrgTables& tables);

/// `ofChinese Academy`: a connective run together with the word behind it.
void split_glued_connectives(std::vector<RawWord>& words, const OrgTables& tables);

/// `Academy Academy of Sciences`: a word written twice counts once, but syllables of Chinese names do not.
void drop_doubled_words(std::vector<RawWord>& words, const OrgTables& tables);

/// `Wire an Cable`: a slip for `and` between two words of the vocabulary is left out.
void drop_misspelt_and(std::vector<RawWord>& words, const OrgTables& tables);

/// `Hong Fu Jin` becomes `Hongfujin`: words of one Chinese syllable each, side by side, are one word.
void join_syllables(std::vector<RawWord>& words, const OrgTables& tables);

/// The longest runs of words that the vocabulary knows become their canonical words; others stay as they are.
/// In names of firms `science and technology` is `technology`, and `(Group)` in brackets comes and goes.
[[nodiscard]] std::vector<NameWord> canonical_words(const std::vector<RawWord>& words, bool firm,
                                                    const OrgTables& tables);

/// Articles are written or left out at will, but `LE HOLDINGS` is no holding.
void drop_articles(std::vector<NameWord>& words);

} // namespace longmen::resolve::detail
