// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader of one kind of table gets and gives: a row of cells under known headings, to the sink.
#pragma once

#include <longmen/base/money.hpp>
#include <longmen/ingest/import_file.hpp>
#include <longmen/ingest/profile.hpp>
#include <longmen/ingest/table_reader.hpp>
#include <longmen/record/asset.hpp>
#include <longmen/record/legal_status.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longmen::ingest::detail {

/// One column of the table in hand.
struct Column {
    std::string heading; ///< as written; `column 7` where there is none
    std::string target;  ///< key of the field or helper; empty: kept under its heading
    bool skipped = false;
    int year = 0;          ///< named in the heading; 0: none
    bool composed = false; ///< made of other cells, no column of the file
};

/// What all rows of a table share.
struct TableContext {
    const std::string& path;
    const Profile& profile;
    std::vector<Column> columns;
    bool spreadsheet = false; ///< day numbers may stand for dates
    bool epoch_1904 = false;
    std::optional<MoneyUnit> money_unit;
    const StatusVocabulary& vocabulary;
    TableSink& sink;

    [[nodiscard]] const std::string& heading(std::size_t column) const { return columns[column].heading; }
    /// All cells with their headings, for a rejected row.
    [[nodiscard]] std::vector<ExtraValue> all_cells(const TableRow& row) const;
    void reject(const TableRow& row, DiagnosticCode code, std::size_t column, std::string detail = {}) const;
    void reject(const TableRow& row, DiagnosticCode code, std::string column, std::string_view value,
                std::string detail) const;
    void warn(const TableRow& row, DiagnosticCode code, std::size_t column, std::string detail = {}) const;
    /// Cells beyond the heading get a name of their own.
    [[nodiscard]] std::string name_of(std::size_t column) const;
    [[nodiscard]] DateForms date_forms() const;
};

class RowReader {
public:
    virtual ~RowReader() = default;
    virtual void row(const TableRow& row) = 0;
};

/// DataError when a money column of the heading has no unit.
std::unique_ptr<RowReader> make_patent_reader(const TableContext& context);
std::unique_ptr<RowReader> make_party_reader(const TableContext& context);
std::unique_ptr<RowReader> make_event_reader(const TableContext& context);
/// `sheet` may name the kind. DataError when a column would tell what a trade secret is about.
std::unique_ptr<RowReader> make_asset_reader(const TableContext& context, AssetVocabulary vocabulary,
                                             std::string_view sheet);
/// `titles` are the rows above the heading: what a sheet says once (`Scorer` and a name beside it) counts for
/// all its rows. DataError, naming the row, for anything that is not as it should be: of such a sheet all
/// goes in or nothing.
std::unique_ptr<RowReader> make_expert_reader(const TableContext& context,
                                              const std::vector<std::vector<std::string>>& titles);
std::unique_ptr<RowReader> make_referent_reader(const TableContext& context);
/// Rows of a gathered table. A referent of a space of which nothing is known, and that the rule cannot do
/// without, is a DataError that names the table to take in first.
std::unique_ptr<RowReader> make_part_reader(const TableContext& context);
/// Puts the composed columns behind the cells of each row and hands it on. They were added to the context by
/// `add_composed_columns`.
std::unique_ptr<RowReader> make_composing_reader(const TableContext& context,
                                                 std::unique_ptr<RowReader> reader);
void add_composed_columns(const Profile& profile, std::vector<Column>& columns);

} // namespace longmen::ingest::detail
