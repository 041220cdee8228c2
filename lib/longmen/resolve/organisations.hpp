// SPDX-License-Identifier: GPL-3.0-or-later
// One organisation out of many spellings: groups of names, and for every joining its reason.
#pragma once

#include <longmen/base/lang.hpp>
#include <longmen/resolve/organisation_name.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve {

/// One name as some source writes it, with what else is known of its bearer. Empty means unknown.
struct OrganisationMention {
    std::string name;
    std::string country;            ///< two letters (WIPO ST.3)
    std::string province;           ///< code of two digits, from the address
    std::string credit_code;        ///< as parse_credit_code gives it
    std::vector<std::string> joint; ///< names that stand beside this one on some record
    std::uint64_t records = 1;
};

/// A person's word. Names are compared as `normalised`; it stands above every rule.
struct OrganisationOverride {
    std::string name;
    std::string other;
    bool same = true;
};

enum class MergeReason : std::uint8_t {
    by_hand,         ///< a person said so
    same_code,       ///< one credit code
    same_name,       ///< the same letters and digits
    legal_form,      ///< the same but for the legal form, both at home in one country
    bracketed_place, ///< the same but for brackets
    spelling,        ///< abbreviations, word order, blanks, a place behind instead of in front
    former_name,     ///< one text calls the other's name its former one, or the vocabulary does
    conversion,      ///< the last word of a Chinese name left out or added when the form changed
    alias,           ///< other names of one body in the vocabulary
    transliteration, ///< the same, in another script
    department,      ///< parts of one university
    branch,          ///< a branch and its firm, on request
    similar,         ///< a slip of the pen, words that come and go in translation, sound, sense
};

[[nodiscard]] std::string_view merge_reason_key(MergeReason reason);
[[nodiscard]] Text merge_reason_text(MergeReason reason);

/// Why two mentions are in one group.
struct OrganisationLink {
    std::size_t mention = 0; ///< position in the input
    std::size_t other = 0;
    MergeReason reason{};
    std::string value; ///< of `mention`: its code under same_code, else its name as written
    std::string other_value;
    double score = 1; ///< under `similar` the similarity, else 1
};

struct OrganisationGroup {
    std::size_t representative = 0;      ///< position in the input
    std::vector<std::size_t> members;    ///< by normalised name
    std::vector<OrganisationLink> links; ///< one less than members: they connect them all
    PartyType type = PartyType::unknown; ///< of the representative
};

struct OrganisationGroups {
    std::vector<OrganisationGroup> groups;     ///< by normalised name of the representative
    std::vector<std::size_t> unused_overrides; ///< positions of those of which a name is in no mention
};

struct OrganisationOptions {
    bool departments = true; ///< parts of a university belong to it
    bool branches = false;   ///< branches belong to their firm
    bool similar = true;     ///< slips and translations, see below
};

/// Groups mentions of one organisation.
///
/// Question    Which of these written names are one applicant?
/// Definition  Names are taken apart (parse_organisation_name) and joined in this order: by hand, same code,
///             same letters, same places and words (any order, or run together), other names in the
///             vocabulary, former names, renamings of Chinese bodies (a last word left out or added when the
///             form changed), departments, similarity, and translations: places equal, trade words equal by
///             the vocabulary, and the rest of the Chinese name read aloud is the rest of the other; where
///             two Chinese names of unlike characters fit, none.
///             similarity = weight(matched words of both) / (weight(a) + weight(b)); the weight of a word is
///             that of its class times log(1 + N / n) / log(1 + N), n of N names having the word. Words match
///             when equal, when one is the other with a slip (Damerau-Levenshtein), its beginning, its
///             consonants or another form of it, or when they are trade words of one sense; places must be
///             equal and words that are not weak must all match. Two words that both read as Chinese match
///             with a slip only beside another such word that one firm alone has, or where they are the only
///             two that ever stand between the same other words. There too a firm's own word may sound like
///             the Chinese one, or consist of its initials; rendered by meaning, syllable by syllable, it
///             matches wherever place and trade agree. Weak words may be missing on one side of two
///             translations of Chinese names. Compared are only names that share a rare word, a text but for
///             one letter or their order, or what stands around their own words.
///             Further rules, with fixed scores: a name without its place, where all names of these words
///             know one place only, and not in brackets; a misspelt place; translations with one trade word
///             more, or `group`, where a very rare word agrees; persons with fewer given names or initials,
///             where few given names stand beside a surname that is not common and no third name speaks
///             against it; persons whose given names agree, with one letter unlike inside a long surname; an
///             institute without its city, where a very rare word names it.
///             Weights and limits: [similarity] of the vocabulary.
/// Source      own choice, docs/decisions/0006-one-organisation.md
/// Variant     Two names are kept apart, whatever they share, when a person says so, their credit codes
/// differ,
///             no country remains in which all legal forms of the group are at home, both stand on one record
///             as joint applicants, or one is a person. Chinese names differ with each character: there
///             similarity joins none, but a character written twice counts once. Namesakes among persons are
///             not told apart.
/// Inputs      mentions   any order, repeated ones allowed; overrides as above.
/// Result      every mention in exactly one group. The representative is no department or branch if it can
/// be,
///             then the one with most records, then the first by normalised name.
/// Errors      UsageError   two overrides contradict each other, directly or through others.
/// Cost        time O(n log n) for n mentions with bounded blocks; memory some 2 kB a mention.
/// Stable      depends on the set of mentions only: same groups and links (by content) in any order of input.
/// Checked by  test_organisations; tests/bench/label_applicants.py on labelled names.
/// Grade       experimental since 0.2
[[nodiscard]] OrganisationGroups group_organisations(const std::vector<OrganisationMention>& mentions,
                                                     const OrganisationVocabulary& vocabulary,
                                                     const std::vector<OrganisationOverride>& overrides = {},
                                                     const OrganisationOptions& options = {});

} // namespace longmen::resolve
