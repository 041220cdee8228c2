// SPDX-License-Identifier: GPL-3.0-or-later
// Document numbers: every written form of CN applications and publications, and US, EP, WO, JP, KR
// publications.
#pragma once

#include <longmen/record/patent_type.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace longmen {

enum class NumberKind : std::uint8_t { application, publication };

/// One parsed number. `canonical()` is what is stored and compared; different written forms of one document
/// agree in it.
struct DocNumber {
    std::string office; ///< `CN`, `US`, ...
    NumberKind number_kind{};
    std::string digits;          ///< CN application: without check digit; else as in the canonical form
    std::string kind;            ///< kind code of a publication (`A`, `B`, `U`, `A1`), may be empty
    char check = 0;              ///< CN application: as given or computed, 0 before 1989
    bool check_given = false;    ///< the text carried a check digit
    bool check_ok = true;        ///< false: the given one differs from the computed one (it is kept)
    bool granted_prefix = false; ///< written with ZL

    /// `CN201811234567.X`, `CN88100001`, `CN109876543B`, `US7131597B2`.
    [[nodiscard]] std::string canonical() const;
    /// Key under which the document is found whatever its check digit or kind: `CN201811234567`,
    /// `CN109876543`. Applications carry the prefix `a:`, publications `p:`.
    [[nodiscard]] std::string key() const;
    /// Year in the number, of CN applications, WO and JP/KR; nothing otherwise.
    [[nodiscard]] std::optional<int> year() const;
    /// Type digit of a CN application, first digit of a CN publication from 1989 on.
    [[nodiscard]] PatentType type() const;
};

/// What a column is known to hold; a bare `201811234567` is an application, a bare `109876543` a publication.
enum class NumberHint : std::uint8_t { any, application, publication };

/// Nothing when the text is in no known form. Blanks, width, case, `ZL`, dots, hyphens, commas are folded.
/// Application numbers of other offices that follow no rule of ours are kept as given, folded, under their
/// office.
std::optional<DocNumber> parse_number(std::string_view text, NumberHint hint = NumberHint::any);

/// True for numbers a spreadsheet has rounded: `2.02011E+12`.
bool is_damaged_number(std::string_view text);

/// Check digit of a CN application by ZC 0006-2003: weights 2-9 repeated, sum modulo 11, ten is `X`.
/// Precondition: 8 or 12 ASCII digits.
char cn_check_digit(std::string_view digits);

} // namespace longmen
