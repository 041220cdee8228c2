// SPDX-License-Identifier: GPL-3.0-or-later
// Rejected rows and remarks, with their place in the file.
#include <longmen/ingest/detail/row_reader.hpp>

#include <longmen/base/text.hpp>
#include <longmen/ingest/detail/cells.hpp>

#include <fmt/format.h>

namespace longmen::ingest::detail {

std::string TableContext::name_of(std::size_t column) const {
    return column < columns.size() ? columns[column].heading : fmt::format("column {}", column + 1);
}

std::vector<ExtraValue> TableContext::all_cells(const TableRow& row) const {
    std::vector<ExtraValue> cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!row.cells[i].empty() && (i >= columns.size() || !columns[i].composed)) {
            cells.emplace_back(name_of(i), row.cells[i]);
        }
    }
    return cells;
}

void TableContext::reject(const TableRow& row, DiagnosticCode code, std::string column,
                          std::string_view value, std::string detail) const {
    RejectedRow rejected;
    rejected.why = {code, row.number, std::move(column), shown(value), std::move(detail)};
    rejected.cells = all_cells(row);
    sink.reject(std::move(rejected));
}

void TableContext::reject(const TableRow& row, DiagnosticCode code, std::size_t column,
                          std::string detail) const {
    reject(row, code, name_of(column), column < row.cells.size() ? row.cells[column] : std::string_view{},
           std::move(detail));
}

void TableContext::warn(const TableRow& row, DiagnosticCode code, std::size_t column,
                        std::string detail) const {
    sink.warn({code, row.number, name_of(column), shown(row.cells[column]), std::move(detail)});
}

DateForms TableContext::date_forms() const {
    return {profile.date_order, spreadsheet, epoch_1904};
}

} // namespace longmen::ingest::detail
