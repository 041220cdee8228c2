// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the table to items of pieces.
#include <longmen/ingest/detail/bulk_nodes.hpp>

#include <longmen/base/memory.hpp>
#include <longmen/ingest/detail/bulk_chunks.hpp>
#include <longmen/ingest/detail/bulk_days.hpp>
#include <longmen/ingest/detail/bulk_node_pieces.hpp>
#include <longmen/ingest/detail/bulk_rows.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <mutex>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, BulkLayout::most_columns> column_names{
    "id|number|patent|patent_id|publication_number",
    "date|filing_date|publication_date|year",
    "classes|class|ipc|cpc",
    "applicant|applicants|assignee|assignees",
    "inventors|inventor",
    "family|family_id",
    "claims",
    "npl_citations",
    "grant_date",
    "publication_date",
    "priority_date",
    "lapse_date",
    "term_end_date",
    "in_force_from",
    "in_force_until",
    "filing_date"};
constexpr std::size_t first_day = 8; ///< columns from here on are dates, those before counts
constexpr std::size_t in_order = 4;  ///< columns of a table without a heading

class NodeParser {
    const BulkLayout& layout_;
    const FieldOf& field_of_;
    IdTexts& texts_;
    IdTexts& families_;
    std::vector<NodeMemory>& memory_;

    /// Calls `take` for each item of a cell, without blanks around it.
    template <typename Take>
    static void each_item(std::string_view cell, Take take) {
        while (!cell.empty()) {
            std::size_t end = 0; // items are short: shorter than a call
            while (end != cell.size() && cell[end] != ';') {
                ++end;
            }
            auto item = cell.substr(0, end);
            while (item.starts_with(' ')) {
                item.remove_prefix(1);
            }
            while (item.ends_with(' ')) {
                item.remove_suffix(1);
            }
            if (!item.empty()) {
                take(item);
            }
            cell.remove_prefix(std::min(cell.size(), end + 1));
        }
    }

    static void number_names(NodeMemory& memory, std::size_t list) {
        memory.names.at(list).append_numbers(memory.met.at(list), memory.items.lists.at(list).items);
        memory.met.at(list).clear();
    }

    static void read_names(std::string_view cell, NodeMemory& memory, std::size_t list, std::uint64_t place) {
        constexpr std::size_t names_at_a_time = 1024;
        std::uint32_t count = 0;
        auto& met = memory.met.at(list);
        each_item(cell, [&](std::string_view item) { met.push_back({item, place + count++}); });
        memory.items.lists.at(list).counts.push_back(count);
        if (met.size() >= names_at_a_time) {
            number_names(memory, list);
        }
    }

    void read_classes(std::string_view cell, NodeMemory& memory, std::uint64_t place) const {
        std::uint32_t count = 0;
        std::uint8_t field = 0;
        each_item(cell, [&](std::string_view item) {
            const auto number =
                memory.subclasses.number(item.substr(0, subclass_size), memory.names[0], place + count++);
            memory.items.lists[0].items.push_back(number);
            if (field == 0 && field_of_) {
                field = memory.fields.of(item, number, field_of_);
            }
        });
        memory.items.lists[0].counts.push_back(count);
        if (field_of_) {
            memory.items.field.push_back(field);
        }
    }

    static std::int32_t read_count(std::string_view cell, bool& good) {
        std::int32_t value = missing_measure;
        if (!cell.empty()) {
            const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
            good = error == std::errc{} && end == cell.data() + cell.size() && value >= 0;
        }
        return good ? value : missing_measure;
    }

    void read_measures(const BulkCells& cells, std::array<Days, measure_names.size()>& days,
                       NodeMemory& memory, NodePiece& piece, std::uint64_t byte,
                       std::string_view line) const {
        for (std::size_t i = 0; i < measure_names.size(); ++i) {
            const auto column = first_number + i;
            if (!layout_.has(column)) {
                continue;
            }
            bool good = true;
            std::int32_t value = missing_measure;
            if (column < first_day) {
                value = read_count(cells[column], good);
            } else {
                std::uint8_t year_only = 0;
                good = days.at(i).read(cells[column], value, year_only);
            }
            memory.items.measures.at(i).push_back(good ? value : missing_measure);
            if (!good) {
                piece.faults.add(BulkFault::bad_value, byte, line);
            }
        }
    }

public:
    NodeParser(const BulkLayout& layout, const FieldOf& field_of, IdTexts& texts, IdTexts& families,
               std::vector<NodeMemory>& memory)
        : layout_(layout), field_of_(field_of), texts_(texts), families_(families), memory_(memory) {}

    [[nodiscard]] NodePiece parse(const Chunk& chunk) {
        NodePiece piece;
        piece.thread = chunk.thread;
        auto& memory = memory_[chunk.thread];
        Days days;
        std::array<Days, measure_names.size()> more_days;
        bool heading = layout_.heading && chunk.number == 0;
        each_row(chunk.lines, chunk.byte, layout_, 1, [&](const BulkRow& row) {
            if (std::exchange(heading, false)) {
                return;
            }
            const auto& [cells, enough, line, byte] = row;
            ++piece.rows;
            if (!enough) {
                piece.faults.add(BulkFault::too_few_cells, byte, line);
                return;
            }
            Day day = unknown_day;
            std::uint8_t year_only = 0;
            if (!days.read(cells[date_column], day, year_only)) {
                piece.faults.add(BulkFault::bad_date, byte, line);
                return;
            }
            const auto id = texts_.number(cells[id_column]);
            if (!id) {
                piece.faults.add(BulkFault::bad_id, byte, line);
                return;
            }
            memory.items.ids.push_back(*id);
            memory.items.day.push_back(day);
            memory.items.year_only.push_back(year_only);
            read_classes(cells[classes_column], memory, byte);
            read_names(cells[applicants_column], memory, 1, byte);
            if (layout_.has(inventors_column)) {
                read_names(cells[inventors_column], memory, 2, byte);
            }
            if (layout_.has(family_column)) {
                const auto family = families_.number(cells[family_column]);
                memory.items.family.push_back(family.value_or(no_family));
                if (!family && !cells[family_column].empty()) {
                    piece.faults.add(BulkFault::bad_value, byte, line);
                }
            }
            read_measures(cells, more_days, memory, piece, byte, line);
        });
        for (std::size_t list = 1; list < list_count; ++list) {
            number_names(memory, list);
        }
        piece.items = memory.keep();
        return piece;
    }
};

/// Families that are texts, in the order of these.
void settle_families(Buffer<PackedNumber>& family, const IdTexts& families) {
    if (families.empty()) {
        return;
    }
    std::vector<std::uint64_t> places;
    (void)families.ordered(places);
    for (auto& one : family) {
        if (one >= first_unpacked() && one != no_family) {
            one = first_unpacked() + places[one - first_unpacked()];
        }
    }
}

} // namespace

NodeRows read_nodes(const std::string& path, const FieldOf& field_of, IdTexts& texts, BulkTables& report,
                    Threads& threads, Progress& progress) {
    const auto layout = bulk_layout(path, column_names, 1, in_order);
    const auto& date_name = layout.names[date_column];
    report.clock = date_name == "filing_date"        ? "filing"
                   : date_name == "publication_date" ? "publication"
                                                     : "date";
    std::vector<NodeMemory> memory(threads.count());
    IdTexts families;
    const auto field_of_table = layout.has(classes_column) ? field_of : FieldOf{};
    NodeParser parser{layout, field_of_table, texts, families, memory};
    std::mutex mutex;
    std::map<std::size_t, NodePiece> by_number;
    each_chunk(path, threads, progress, [&](const Chunk& chunk) {
        auto piece = parser.parse(chunk);
        const std::lock_guard lock{mutex};
        by_number.emplace(chunk.number, std::move(piece));
    });
    std::vector<NodePiece> pieces;
    FaultList all;
    NodeRows rows;
    for (auto& [number, piece] : by_number) {
        rows.rows += piece.rows;
        all.append(piece.faults);
        pieces.push_back(std::move(piece));
    }
    by_number.clear();
    all.move_to(report.faults, path);
    for (const auto& name : layout.passed_over) {
        report.passed_over.push_back(path + ": " + name);
    }
    join_pieces(pieces, memory, layout, path, threads, rows);
    settle_families(rows.family, families);
    pieces.clear();
    memory.clear();
    give_back_freed();
    return rows;
}

} // namespace longmen::ingest::detail
