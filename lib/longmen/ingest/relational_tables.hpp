// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of PATSTAT or PatentsView as they are, straight into columns.
#pragma once

#include <longmen/base/parallel.hpp>
#include <longmen/base/progress.hpp>
#include <longmen/ingest/bulk_tables.hpp>
#include <longmen/ingest/profile.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest {

/// The date that orders documents and ends windows.
enum class BulkClock : std::uint8_t { filing, priority, publication };
/// `filing`, `priority`, `publication`
[[nodiscard]] std::string_view bulk_clock_key(BulkClock clock);

struct RelationalTables {
    BulkTables columns;
    std::string source; ///< `patstat` or `patentsview`
    std::string unit;   ///< what a document is: `application` or `grant`
};

/// Reads files and the files of folders in whatever order they come, each once; the heading of a file tells
/// its table (profiles of the source). Cells may be quoted, files packed.
///
/// PATSTAT      documents are the applications of tls201; tls211 gives their numbers, dates and claims,
/// tls212
///              citations (of their publications, to applications) and literature cited, tls209 and tls224
///              classes, tls207 with tls206 applicants and inventors.
/// PatentsView  documents are the grants of g_patent; g_application gives the filing date, further tables
///              citations of grants, CPC and IPC, applicants, inventors, literature cited.
///
/// A cited document that no table brings becomes one without columns; every other id that refers to nothing
/// is counted as `unknown_id` and its row left out. Classes are those of the IPC, of the CPC where there are
/// none; the field is that of the first IPC symbol that has one, else of the first CPC symbol. Lists come in
/// the order the source gives them, names numbered in the order of documents.
///
/// Errors    DataError  a file named that cannot be read, no table of documents, tables of two sources, links
///           to persons without a table of persons, a clock of which no date is known, more than fits.
/// Cost      linear in the bytes, reading by one thread; memory: the columns, 8 bytes a citation, 20 a class
/// and
///           36 an applicant or inventor of a document while lists are made, some 200 a name.
/// Stable    The result depends neither on the number of threads nor on the order of files or rows, but for
///           the examples of rows that could not be used.
[[nodiscard]] RelationalTables read_relational_tables(const std::vector<std::string>& paths, BulkClock clock,
                                                      const Profiles& profiles, const FieldOf& field_of,
                                                      Threads& threads, Progress& progress);

} // namespace longmen::ingest
