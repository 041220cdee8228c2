// SPDX-License-Identifier: GPL-3.0-or-later
// Statements of one row and of many.
#include <longmen/store/detail/bulk_insert.hpp>

#include <fmt/format.h>

namespace longmen::store::detail {
namespace {

std::string statement_of(std::string_view into, std::size_t columns, std::size_t rows,
                         std::string_view otherwise) {
    std::string row = "(?";
    for (std::size_t i = 1; i < columns; ++i) {
        row += ",?";
    }
    row += ')';
    auto sql = fmt::format("{} VALUES{}", into, row);
    for (std::size_t i = 1; i < rows; ++i) {
        sql += ',' + row;
    }
    return fmt::format("{} {}", sql, otherwise);
}

} // namespace

BulkInsert::BulkInsert(const Database& database, std::string_view into, std::size_t columns,
                       std::string_view otherwise)
    : columns_(columns), one_(database.prepare(statement_of(into, columns, 1, otherwise))),
      many_(database.prepare(statement_of(into, columns, rows_of_statement, otherwise))) {}

BulkInsert& BulkInsert::add(std::int64_t value) {
    values_.push_back({value, 0, false});
    return *this;
}

BulkInsert& BulkInsert::add(std::string_view text) {
    values_.push_back({static_cast<std::int64_t>(texts_.size()), text.size(), true});
    texts_ += text;
    return *this;
}

void BulkInsert::run(Statement& statement, std::size_t first, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        const auto& value = values_[first + i];
        const auto place = static_cast<int>(i + 1);
        if (value.text) {
            statement.bind(place, std::string_view{texts_}.substr(static_cast<std::size_t>(value.integer),
                                                                  value.length));
        } else {
            statement.bind(place, value.integer);
        }
    }
    statement.run();
}

void BulkInsert::end_row() {
    if (values_.size() == columns_ * rows_of_statement) {
        run(many_, 0, values_.size());
        values_.clear();
        texts_.clear();
    }
}

void BulkInsert::flush() {
    for (std::size_t first = 0; first < values_.size(); first += columns_) {
        run(one_, first, columns_);
    }
    values_.clear();
    texts_.clear();
}

} // namespace longmen::store::detail
