// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of the table to columns of pieces, then to columns.
#include <longmen/ingest/detail/bulk_nodes.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/memory.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_chunks.hpp>
#include <longmen/ingest/detail/bulk_days.hpp>
#include <longmen/ingest/detail/bulk_fields.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>
#include <longmen/ingest/detail/kept_items.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
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
enum : std::size_t {
    id_column,
    date_column,
    classes_column,
    applicants_column,
    inventors_column,
    family_column,
    first_number
};
constexpr std::size_t first_day = 8; ///< columns from here on are dates, those before counts
constexpr std::size_t in_order = 4;  ///< columns of a table without a heading
constexpr std::array<std::string_view, column_names.size() - first_number> measure_names{
    "claims",    "npl_citations", "grant_day",     "publication_day", "priority_day",
    "lapse_day", "term_end_day",  "in_force_from", "in_force_until",  "filing_day"};
constexpr std::size_t list_count = 3; ///< classes, applicants, inventors

template <template <typename> typename Many>
struct ListPiece {
    Many<std::uint32_t> counts, items; ///< numbers of the thread's own table
};

template <template <typename> typename Many>
struct NodeItems {
    Many<PackedNumber> ids;
    Many<Day> day;
    Many<std::uint8_t> year_only;
    std::array<ListPiece<Many>, list_count> lists;
    Many<PackedNumber> family;
    Many<std::uint8_t> field;
    std::array<Many<std::int32_t>, measure_names.size()> measures;
};

template <typename Item>
using Growing = std::vector<Item>;

struct NodePiece {
    NodeItems<Kept> items;
    unsigned thread = 0;
    FaultList faults;
    std::uint64_t rows = 0;
};

/// What a thread keeps from piece to piece.
struct alignas(apart) NodeMemory {
    std::array<NameTable, list_count> names;
    std::array<std::vector<MetName>, list_count> met; ///< names of the piece in hand, not numbered yet
    FieldMemo fields;
    NodeItems<Growing> items; ///< of the piece in hand
    Keeper keeper;

    [[nodiscard]] NodeItems<Kept> keep() {
        NodeItems<Kept> kept;
        kept.ids = keeper.keep(items.ids);
        kept.day = keeper.keep(items.day);
        kept.year_only = keeper.keep(items.year_only);
        for (std::size_t list = 0; list < list_count; ++list) {
            kept.lists.at(list) = {keeper.keep(items.lists.at(list).counts),
                                   keeper.keep(items.lists.at(list).items)};
        }
        kept.family = keeper.keep(items.family);
        kept.field = keeper.keep(items.field);
        for (std::size_t i = 0; i < measure_names.size(); ++i) {
            kept.measures.at(i) = keeper.keep(items.measures.at(i));
        }
        return kept;
    }
};

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
            const auto end = cell.find(';');
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
            cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
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
            const auto number = memory.names[0].number(item.substr(0, subclass_size), place + count++);
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
        each_line(chunk.lines, chunk.byte, [&](std::string_view line, std::uint64_t byte) {
            if (std::exchange(heading, false)) {
                return;
            }
            ++piece.rows;
            BulkCells cells;
            if (!cut_line(line, layout_, 1, cells)) {
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

/// Lists of all pieces under the numbers of all threads' names.
NamedLists join_lists(std::vector<NodePiece>& pieces, std::span<const std::size_t> begins, std::size_t list,
                      std::vector<NodeMemory>& memory, Threads& threads) {
    std::vector<NameTable> tables;
    std::uint64_t items = 0;
    for (auto& each : memory) {
        tables.push_back(std::move(each.names.at(list)));
    }
    std::vector<std::uint64_t> item_begins;
    for (const auto& piece : pieces) {
        item_begins.push_back(items);
        items += piece.items.lists.at(list).items.size();
    }
    if (items > std::numeric_limits<ArcId>::max()) {
        throw DataError(
            sentence("名称列共有 {} 项，超过上限", "a column of names holds {} items, more than fit", items));
    }
    auto united = unite(tables);
    NamedLists result;
    result.names = std::move(united.names);
    result.lists.offsets = Buffer<ArcId>(begins[pieces.size()] + 1);
    result.lists.items = Buffer<std::uint32_t>(items);
    threads.each(pieces.size(), [&](std::size_t number, unsigned) {
        auto& piece = pieces[number];
        const auto& [counts, numbers] = piece.items.lists.at(list);
        auto at = static_cast<ArcId>(item_begins[number]);
        for (std::size_t row = 0; row < counts.size(); ++row) {
            at += counts[row];
            result.lists.offsets[begins[number] + row + 1] = at;
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            result.lists.items[item_begins[number] + i] = united.numbers[piece.thread][numbers[i]];
        }
        piece.items.lists.at(list) = {};
    });
    return result;
}

/// A column of all pieces; empty when it is empty in them.
template <typename Item, typename Column>
Buffer<Item> join_column(std::vector<NodePiece>& pieces, std::span<const std::size_t> begins, Column column,
                         Threads& threads) {
    const bool there = std::ranges::any_of(pieces, [&](NodePiece& piece) { return !column(piece).empty(); });
    Buffer<Item> result(there ? begins[pieces.size()] : 0);
    threads.each(there ? pieces.size() : 0, [&](std::size_t number, unsigned) {
        auto& items = column(pieces[number]);
        std::ranges::copy(items.view(), result.begin() + begins[number]);
        items = {};
    });
    return result;
}

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
    std::vector<std::size_t> begins{0};
    FaultList all;
    NodeRows rows;
    bool years = false;
    for (auto& [number, piece] : by_number) {
        begins.push_back(begins.back() + piece.items.ids.size());
        rows.rows += piece.rows;
        all.append(piece.faults);
        years = years || std::ranges::count(piece.items.year_only.view(), 1) > 0;
        pieces.push_back(std::move(piece));
    }
    by_number.clear();
    all.move_to(report.faults, path);
    for (const auto& name : layout.passed_over) {
        report.passed_over.push_back(path + ": " + name);
    }
    if (begins.back() >= std::numeric_limits<NodeId>::max()) {
        throw DataError(
            path, 0, sentence("有 {} 件文献，超过上限", "holds {} documents, more than fit", begins.back()));
    }
    const auto join = [&]<typename Item>(Item, auto column) {
        return join_column<Item>(pieces, begins, column, threads);
    };
    rows.ids = join(PackedNumber{}, [](NodePiece& piece) -> auto& { return piece.items.ids; });
    rows.day = join(Day{}, [](NodePiece& piece) -> auto& { return piece.items.day; });
    if (years) {
        rows.year_only =
            join(std::uint8_t{}, [](NodePiece& piece) -> auto& { return piece.items.year_only; });
    }
    rows.field = join(std::uint8_t{}, [](NodePiece& piece) -> auto& { return piece.items.field; });
    rows.family = join(PackedNumber{}, [](NodePiece& piece) -> auto& { return piece.items.family; });
    settle_families(rows.family, families);
    for (std::size_t i = 0; i < measure_names.size(); ++i) {
        if (layout.has(first_number + i)) {
            rows.measures.push_back(
                {std::string{measure_names.at(i)}, join(std::int32_t{}, [i](NodePiece& piece) -> auto& {
                     return piece.items.measures.at(i);
                 })});
        }
    }
    rows.classes = join_lists(pieces, begins, 0, memory, threads);
    rows.applicants = join_lists(pieces, begins, 1, memory, threads);
    if (layout.has(inventors_column)) {
        rows.inventors = join_lists(pieces, begins, 2, memory, threads);
    }
    pieces.clear();
    memory.clear();
    give_back_freed();
    return rows;
}

} // namespace longmen::ingest::detail
