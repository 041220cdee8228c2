// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of one patent row, gathered into a record field by field.
#pragma once

#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/row_reader.hpp>
#include <longmen/record/legal_status.hpp>
#include <longmen/record/number.hpp>
#include <longmen/record/patent_type.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace longmen::ingest::detail {

/// What has been read of the row in hand. A cell that cannot be read rejects the row, once.
class PatentCells {
protected:
    const TableContext& context_;
    std::optional<std::size_t> office_, kind_; ///< columns of the office and the kind of the numbers
    PatentRow out_;
    bool rejected_ = false;
    std::optional<DiagnosticCode> bad_number_; ///< a number that could not be read, and where
    std::size_t bad_number_column_ = 0;
    std::optional<DocNumber> app_, pub_, grant_;

    Remembered<std::optional<StatusVocabulary::Match>> states_;
    Remembered<PatentType> types_;
    Remembered<std::string> provinces_;

    explicit PatentCells(const TableContext& context) : context_(context) {}

    void put(Field field, std::string value, std::size_t column);
    [[nodiscard]] const FieldValue* find(Field field) const;
    [[nodiscard]] bool has(Field field) const { return find(field) != nullptr; }
    /// A second column of the same field: kept under its heading when it says something else.
    void keep_if_other(Field field, const std::string& value, std::size_t column);
    void keep(std::size_t column, std::string_view cell);
    void reject(const TableRow& row, DiagnosticCode code, std::size_t column, std::string detail = {});
    [[nodiscard]] std::string_view cell_of(const TableRow& row, std::optional<std::size_t> column) const;
    void read_number(const TableRow& row, Field field, std::string_view cell, std::size_t column);
    void read_date(const TableRow& row, Field field, std::string_view cell, std::size_t column);
    void read_list(const TableRow& row, Field field, std::string_view cell, std::size_t column);
    /// `2004.07.05 US14/972937`: the date goes to the priority date, the earliest of them.
    void split_priority(std::string& member, std::size_t column);
    void read_state(const TableRow& row, Field field, std::string_view cell, std::size_t column);
    [[nodiscard]] const std::optional<StatusVocabulary::Match>& state_of(std::string_view cell);
    void read_text(Field field, std::string_view cell, std::size_t column);
    void read_field(const TableRow& row, Field field, std::string_view cell, std::size_t column);
};

} // namespace longmen::ingest::detail
