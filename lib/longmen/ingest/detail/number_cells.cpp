// SPDX-License-Identifier: GPL-3.0-or-later
// Cells to numbers.
#include <longmen/ingest/detail/number_cells.hpp>

#include <longmen/ingest/detail/number_list.hpp>

namespace longmen::ingest::detail {
namespace {

/// Thrown to leave the reading of a file; never leaves this file.
struct SeenEnough {};

class FirstCells final : public TableVisitor {
    static constexpr std::size_t most = 200;
    std::size_t seen_ = 0;

public:
    std::string text; ///< one cell a line

    void begin_table(const TableInfo& /*info*/) override {}
    void end_table() override {}
    void row(const TableRow& row) override {
        for (const auto cell : row.cells) {
            if (!cell.empty()) {
                text.append(cell).append("\n");
                ++seen_;
            }
        }
        if (seen_ >= most) {
            throw SeenEnough{};
        }
    }
};

class NumberCells final : public TableVisitor {
    TableVisitor& visitor_;
    NumberList list_{visitor_};

public:
    explicit NumberCells(TableVisitor& visitor) : visitor_(visitor) {}

    void begin_table(const TableInfo& info) override {
        auto keyed = info;
        keyed.keyed = true;
        visitor_.begin_table(keyed);
        visitor_.row({.number = 0, .cells = number_headings});
    }
    void row(const TableRow& row) override {
        for (const auto cell : row.cells) {
            list_.cell(cell, row.number, row.fault);
        }
    }
    void hidden(const HiddenParts& parts) override { visitor_.hidden(parts); }
    void end_table() override { visitor_.end_table(); }
};

} // namespace

bool holds_number_cells(const std::string& path, const Limits& limits) {
    FirstCells cells;
    Progress silent;
    try {
        read_tables(path, limits, cells, silent);
    } catch (const SeenEnough&) {
        return looks_like_numbers(cells.text);
    }
    return looks_like_numbers(cells.text);
}

void read_number_cells(const std::string& path, const Limits& limits, TableVisitor& visitor,
                       Progress& progress) {
    NumberCells cells{visitor};
    read_tables(path, limits, cells, progress);
}

} // namespace longmen::ingest::detail
