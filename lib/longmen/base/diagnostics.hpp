// SPDX-License-Identifier: GPL-3.0-or-later
// What was odd about a row, in a closed list of codes with texts in both languages.
#pragma once

#include <longmen/base/lang.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace longmen {

/// A code once released keeps its meaning. Order and count are those of the table in diagnostics.cpp.
enum class DiagnosticCode : std::uint8_t {
    no_number,            ///< neither application nor publication number
    bad_number,           ///< a number in no known form
    damaged_number,       ///< rounded by a spreadsheet (9.11407E+17, 201711000000)
    check_digit_mismatch, ///< warning: number kept as given
    bad_date,             ///< not a calendar date
    null_date,            ///< warning: 0000-00-00 or 9999-12-31, taken as absent
    bad_count,            ///< not a whole number, or negative
    bad_money,            ///< not an amount
    negative_money,       ///< revenue or expense below zero
    bad_credit_code,      ///< wrong length, characters or check character
    bad_year,             ///< not a year
    no_name,              ///< an enterprise without name
    unknown_status,       ///< warning: status text kept, state unknown
    year_mismatch,        ///< warning: the year in the number is not the filing year
    short_row,            ///< fewer cells than the heading needs
    bad_encoding,         ///< bytes that are no text in the file's encoding
    bad_json,             ///< a line that is no JSON object
    cell_too_large,       ///< beyond the limit for one cell
    impossible_dates,     ///< warning: grant before filing and the like
    total_row,            ///< a total row (合计), not a record
    unknown_enterprise,   ///< figures for an enterprise that is not in the workspace
    unknown_patent,       ///< an event of a patent that is not in the workspace
    no_event,             ///< an event with neither code nor words
    open_quote,           ///< the file ends inside a quoted cell
    bad_document,         ///< a document that is not well formed
    document_cut_off,     ///< a document without its end
    unknown_document,     ///< a document of no kind that is known here
    document_too_large,   ///< beyond the limit for one document, or it would grow beyond it
    second_number,        ///< warning: the record was found by its other number, this one is in no known form
    unaligned_events,     ///< warning: columns of events with different numbers of items, kept as one event
    unknown_asset_kind,   ///< neither the row nor its table says what kind of asset it is
    unnamed_asset,        ///< an asset with neither a number nor owner and name
    asset_count,          ///< a count of other things than trade secrets
    no_id,                ///< a person or place without its id
    unknown_referent,     ///< an id behind which the workspace knows nobody
    repaired_number, ///< warning: a number a spreadsheet had rewritten, restored where its digits prove it
    number_as_date,  ///< a number a spreadsheet has turned into a date
    formula_error,   ///< warning: a formula that failed (#N/A), taken as absent
    not_a_patent,    ///< an entry of a list of references that is no patent
    count_
};

[[nodiscard]] std::string_view diagnostic_key(DiagnosticCode code);
[[nodiscard]] Text diagnostic_text(DiagnosticCode code);

/// One remark about one place of one file.
struct Diagnostic {
    DiagnosticCode code{};
    std::uint64_t row = 0; ///< 1-based row (line of a table, first line of a quoted cell's row)
    std::string column;    ///< heading as written in the file
    std::string value;     ///< cell as written, cut to 200 bytes
    std::string detail;    ///< the value it was held against (a filing date, a number); never words
};

} // namespace longmen
