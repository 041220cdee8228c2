// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant's name taken apart: legal form, places, words by weight, and the body of which it names a
// part.
#pragma once

#include <longmen/base/config.hpp>
#include <longmen/resolve/party_type.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::resolve {

namespace detail {
struct OrgTables;
}

/// The words of organisations' names (models/vocabulary/organisations.toml). Cheap to copy, immutable.
class OrganisationVocabulary {
    std::shared_ptr<const detail::OrgTables> tables_;

public:
    /// DataError with file, line and key when the file has unknown keys, lacks a table or contradicts itself.
    [[nodiscard]] static OrganisationVocabulary read(const Config& config);
    [[nodiscard]] const detail::OrgTables& tables() const { return *tables_; }
};

/// How much a word tells about who is meant.
enum class WordClass : std::uint8_t {
    plain, ///< tells one organisation from another
    weak,  ///< comes and goes in translations: technology, industry
    trade, ///< what the organisation does
};

struct NameWord {
    std::string text; ///< canonical form
    WordClass word_class = WordClass::plain;
    bool operator==(const NameWord&) const = default;
};

enum class NameUnit : std::uint8_t {
    whole,
    department, ///< a part of the university `parent`
    branch,     ///< a branch or works of the firm `parent`, a unit of its own
};

/// A name taken apart. The name as written stays with the caller.
struct OrganisationName {
    std::string normalised; ///< letters and digits only, folded: two names with one such text are one name
    PartyType type = PartyType::unknown;
    bool chinese = false;            ///< Latin letters: of a Chinese body, so a translation
    bool cjk = false;                ///< written in Chinese, Japanese or Korean characters
    std::vector<NameWord> words;     ///< Latin letters: in order; CJK: one word, all that is left
    std::vector<std::string> places; ///< sorted; a province only without a city of its own
    bool chinese_place = false;      ///< some place is in China
    bool place_apart = false;        ///< all places stand in front or behind the legal form, not in brackets
    bool bracketed = false;          ///< some place or word stood in brackets
    std::string legal_form;          ///< key of the vocabulary, empty without one
    std::uint64_t countries = ~std::uint64_t{0}; ///< where the legal form is at home, a bit per country
    std::uint64_t also = 0;                      ///< where the form is used as a translation
    bool country_known = false;                  ///< `countries` comes from the mention or from a place
    std::uint8_t order = 3; ///< universities: 1 "University of X", 2 "X University", 3 either ("UNIV X")
    NameUnit unit = NameUnit::whole;
    std::string parent;              ///< of a department or branch: the name of the whole, folded
    std::vector<std::string> former; ///< names the text itself calls former, folded

    /// Places and words in alphabetical order: equal for names that differ in spelling, order and legal form.
    [[nodiscard]] std::string bag_key() const;
    /// Places and words run together in order: `micro electronics` is `microelectronics`.
    [[nodiscard]] std::string joined_key() const;
};

/// Takes a name apart.
///
/// Question    Which part of a written name says who it is?
/// Definition  Width, case, accents and traditional characters are folded. Legal forms are taken off
///             wherever they stand (`BOSCH GMBH ROBERT`), places are collected in one form (`泰安市` is
///             `泰安`, `(Shanghai)` is `Shanghai`), the rest is words, each in its canonical form.
/// Variant     In names of universities and institutes `science and technology` stays, since it tells two of
///             them apart. 有限公司 and 股份有限公司 agree (conversions), 厂 and 公司 do not.
/// Inputs      country  code of the mention (WIPO ST.3), may be empty.
/// Result      never fails; a text without letters has no words and the type `unknown`.
/// Cost        linear in the length of the name.
/// Checked by  test_organisation_name.
[[nodiscard]] OrganisationName parse_organisation_name(std::string_view name,
                                                       const OrganisationVocabulary& vocabulary,
                                                       std::string_view country = {});

/// The names of one cell, trimmed, empty ones dropped. A cell with `;;` is split there only; else at `;`,
/// `；` and `|`. `COX; WAYNE A.`, one word and then given names with an initial, is one person.
[[nodiscard]] std::vector<std::string> split_joint_names(std::string_view cell);

} // namespace longmen::resolve
