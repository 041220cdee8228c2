// SPDX-License-Identifier: GPL-3.0-or-later
// Between the reader of rows and the real sink: adds to each record what no cell holds.
#pragma once

#include <longmen/ingest/detail/cells.hpp>
#include <longmen/ingest/detail/row_reader.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace longmen::ingest::detail {

/// A list in the making: members in their order, each once, and the column of the first.
class DocumentList {
    std::size_t column_ = 0;
    DistinctMembers members_;

public:
    void add(std::size_t column, std::string_view member);
    [[nodiscard]] bool empty() const { return members_.members().empty(); }
    [[nodiscard]] std::size_t column() const { return column_; }
    [[nodiscard]] std::string text() const;
};

/// Columns are counted as they first give a value, so that the report names only those.
class DocumentSink final : public TableSink {
    TableSink& real_;
    const std::vector<Column>* columns_ = nullptr;
    std::vector<std::uint16_t> dense_; ///< 0: not used yet
    std::vector<std::size_t> used_;
    std::vector<std::pair<Field, DocumentList>> lists_;
    std::vector<ExtraValue> extras_;
    std::set<std::string> unknown_;
    std::optional<std::string> number_;
    struct Held {
        PatentRow row;
        std::vector<EventRow> events;
    };
    std::vector<Held> held_; ///< relatives, until all are known
    std::optional<std::size_t> relatives_;
    DocumentList numbers_;

    [[nodiscard]] std::uint16_t dense(std::size_t column);

public:
    explicit DocumentSink(TableSink& real) : real_{real} {}
    void know(const std::vector<Column>& columns);
    void begin();
    void begin_document();
    /// The record in hand belongs to a family that `column` lists in each of its members.
    void relative(std::size_t column) { relatives_ = column; }
    /// Lets go what was held.
    void end_document();
    /// A member of `cited` or `citing`.
    void cite(Field field, std::size_t column, std::string_view member);
    void keep(std::vector<ExtraValue> extras);
    /// Paths of the elements that were kept as they are.
    [[nodiscard]] std::vector<std::string> unknown() const { return {unknown_.begin(), unknown_.end()}; }
    /// Number of the record that went in; nothing when it did not.
    [[nodiscard]] const std::optional<std::string>& number() const { return number_; }
    /// Heading and field of the columns that gave values.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> used() const;

    void begin_table() override { real_.begin_table(); }
    void end_table(const TableReport& table) override { real_.end_table(table); }
    void patent(PatentRow row) override;
    void enterprise(EnterpriseRow row) override { real_.enterprise(std::move(row)); }
    void figures(FiguresRow row) override { real_.figures(std::move(row)); }
    void event(EventRow row) override;
    void reject(RejectedRow row) override;
    void warn(Diagnostic diagnostic) override { real_.warn(std::move(diagnostic)); }
};

} // namespace longmen::ingest::detail
