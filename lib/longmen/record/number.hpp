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

    /// `CN201811234567.X`, `CN88100001`, `CN109876543B`, `US7131597B2`, `PCT/CN2011/080640`.
    [[nodiscard]] std::string canonical() const;
    /// Key under which the document is found whatever its check digit or kind: `CN201811234567`,
    /// `CN109876543`. Applications carry the prefix `a:`, publications `p:`.
    [[nodiscard]] std::string key() const;
    /// Year in the number, of CN applications, WO and JP/KR; nothing otherwise.
    [[nodiscard]] std::optional<int> year() const;
    /// Type digit of a CN application, first digit of a CN publication from 1989 on.
    [[nodiscard]] PatentType type() const;
};

/// What a column is known to hold.
enum class NumberHint : std::uint8_t { any, application, publication };

/// Nothing when the text is in no known form. Blanks, width, case, `ZL`, dots, hyphens, commas are folded.
/// `office` is that of the row, for numbers written without one; an office in the number itself wins.
///
/// Decisions where a form could be two things:
/// - Without any office a number is Chinese, an application wherever it has the form of one; a bare
///   `109876543` is a publication under that hint only, else nothing. Behind `CN` the series speak for
///   themselves: 9 digits from 1-3 are a publication, from 8, 9, 0 an application with its check digit.
/// - Numbers of 1985-88 serve for all documents of a file: `CN85100001A`, or the hint, make it a publication.
///   They have no check digit; one that is given is compared but not kept.
/// - A check digit of `.0` behind a number is taken as given, though a spreadsheet may have made it.
/// - US: ten digits from 2001 on lack the zero of the serial (`US2004123456A1` is `US20040123456A1`); twelve
///   are an application led by its year; eight with kind `A`, or `15/212752`, are an application.
/// - EP: eight digits are an application unless they begin with 0 or carry a kind with a digit.
/// - JP: eight digits of two-digit years get their era letter, six-digit serials (`JPH10123456A`,
///   `JPH05053868U`); seven digits do so only with kind A, or U (but 3...... are registered models).
/// - KR: `10` before a year is dropped, before a grant number put (`KR1195773B1` is `KR101195773B1`).
/// - `CN 2015075923 W`, `WO2017US28920A`, `PCT/US03/27415` are international applications, canonical
///   `PCT/US2003/027415`, office `WO`.
/// - Ids of sources (source_id.hpp) are no numbers.
/// - Application numbers of other offices that follow no rule of ours are kept as given, folded, under their
///   office. A date behind a number that ends with its kind is dropped.
std::optional<DocNumber> parse_number(std::string_view text, NumberHint hint = NumberHint::any,
                                      std::string_view office = {});

/// True for numbers a spreadsheet has rounded: `2.02011E+12`, also where it was saved as a whole number with
/// zeros for what was lost: `2020110000000` (six digits left of an application), `911407001234567000`
/// (fifteen of a code).
bool is_damaged_number(std::string_view text);

/// Check digit of a CN application by ZC 0006-2003: weights 2-9 repeated, sum modulo 11, ten is `X`.
/// Precondition: 8 or 12 ASCII digits.
char cn_check_digit(std::string_view digits);

} // namespace longmen
