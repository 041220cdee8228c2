// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of the table to columns of pieces, then to columns.
#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/base/memory.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_chunks.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/bulk_names.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <mutex>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, 4> column_names{
    "id|number|patent|patent_id|publication_number", "date|filing_date|publication_date|year",
    "classes|class|ipc|cpc", "applicant|applicants|assignee|assignees"};
enum : std::size_t { id_column, date_column, classes_column, applicants_column };

struct ListPiece {
    std::vector<std::uint32_t> counts, items; ///< numbers of the thread's own table
};

struct NodePiece {
    std::vector<PackedNumber> ids;
    std::vector<Day> day;
    std::vector<std::uint8_t> year_only;
    std::array<ListPiece, 2> lists;
    unsigned thread = 0;
    FaultList faults;
    std::uint64_t rows = 0;
};

/// Days of the dates of a table, which mostly come in order.
class Days {
    std::array<char, 10> last_{};
    Day day_ = unknown_day;

    static int digits(std::string_view text) {
        int value = 0;
        for (const char c : text) {
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

public:
    /// False when the text is neither empty, a year nor a day.
    bool read(std::string_view text, Day& day, std::uint8_t& year_only) {
        constexpr std::size_t iso_size = 10;
        constexpr std::size_t year_size = 4;
        year_only = 0;
        if (text.size() == iso_size && std::equal(text.begin(), text.end(), last_.begin())) {
            day = day_;
            return true;
        }
        if (text.empty()) {
            day = unknown_day;
            return true;
        }
        if (text.size() != year_size && (text.size() != iso_size || text[4] != '-' || text[7] != '-')) {
            return false;
        }
        const bool year = text.size() == year_size;
        const auto date =
            Date::from_ymd(digits(text.substr(0, year_size)), year ? 1 : digits(text.substr(5, 2)),
                           year ? 1 : digits(text.substr(8, 2)));
        if (!date) {
            return false;
        }
        day = date->days();
        if (year) {
            year_only = 1;
        } else {
            std::ranges::copy(text, last_.begin());
            day_ = day;
        }
        return true;
    }
};

class NodeParser {
    const BulkLayout& layout_;
    IdTexts& texts_;
    std::vector<std::array<NameTable, 2>>& names_;

    static void read_list(std::string_view cell, NameTable& names, std::uint64_t place, ListPiece& piece,
                          std::size_t longest) {
        std::uint32_t count = 0;
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
                piece.items.push_back(names.number(item.substr(0, longest), place + count));
                ++count;
            }
            cell.remove_prefix(end == std::string_view::npos ? cell.size() : end + 1);
        }
        piece.counts.push_back(count);
    }

public:
    NodeParser(const BulkLayout& layout, IdTexts& texts, std::vector<std::array<NameTable, 2>>& names)
        : layout_(layout), texts_(texts), names_(names) {}

    [[nodiscard]] NodePiece parse(const Chunk& chunk) {
        constexpr std::size_t subclass = 4; // characters of a class symbol that name its subclass
        NodePiece piece;
        piece.thread = chunk.thread;
        Days days;
        auto& names = names_[chunk.thread];
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
            piece.ids.push_back(*id);
            piece.day.push_back(day);
            piece.year_only.push_back(year_only);
            read_list(cells[classes_column], names[0], byte, piece.lists[0], subclass);
            read_list(cells[applicants_column], names[1], byte, piece.lists[1], std::string_view::npos);
        });
        return piece;
    }
};

/// Lists of all pieces under the numbers of all threads' names.
NamedLists join_lists(std::vector<NodePiece>& pieces, std::span<const std::size_t> begins, std::size_t list,
                      const std::vector<std::array<NameTable, 2>>& names, Threads& threads) {
    std::vector<NameTable> tables;
    std::uint64_t items = 0;
    for (const auto& each : names) {
        tables.push_back(each.at(list));
    }
    std::vector<std::uint64_t> item_begins;
    for (const auto& piece : pieces) {
        item_begins.push_back(items);
        items += piece.lists.at(list).items.size();
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
        auto& [counts, numbers] = piece.lists.at(list);
        auto at = static_cast<ArcId>(item_begins[number]);
        for (std::size_t row = 0; row < counts.size(); ++row) {
            at += counts[row];
            result.lists.offsets[begins[number] + row + 1] = at;
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            result.lists.items[item_begins[number] + i] = united.numbers[piece.thread][numbers[i]];
        }
        piece.lists.at(list) = {};
    });
    return result;
}

} // namespace

NodeRows read_nodes(const std::string& path, IdTexts& texts, BulkFaults& faults, Threads& threads,
                    Progress& progress) {
    const auto layout = bulk_layout(path, column_names, 1);
    std::vector<std::array<NameTable, 2>> names(threads.count());
    NodeParser parser{layout, texts, names};
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
        begins.push_back(begins.back() + piece.ids.size());
        rows.rows += piece.rows;
        all.append(piece.faults);
        years = years || std::ranges::count(piece.year_only, 1) > 0;
        pieces.push_back(std::move(piece));
    }
    by_number.clear();
    all.move_to(faults, path);
    if (begins.back() >= std::numeric_limits<NodeId>::max()) {
        throw DataError(
            path, 0, sentence("有 {} 件文献，超过上限", "holds {} documents, more than fit", begins.back()));
    }
    rows.ids = Buffer<PackedNumber>(begins.back());
    rows.day = Buffer<Day>(begins.back());
    rows.year_only = Buffer<std::uint8_t>(years ? begins.back() : 0);
    threads.each(pieces.size(), [&](std::size_t number, unsigned) {
        auto& piece = pieces[number];
        std::ranges::copy(piece.ids, rows.ids.begin() + begins[number]);
        std::ranges::copy(piece.day, rows.day.begin() + begins[number]);
        if (years) {
            std::ranges::copy(piece.year_only, rows.year_only.begin() + begins[number]);
        }
        piece.ids = {};
        piece.day = {};
    });
    rows.classes = join_lists(pieces, begins, 0, names, threads);
    rows.applicants = join_lists(pieces, begins, 1, names, threads);
    pieces.clear();
    names.clear();
    give_back_freed();
    return rows;
}

} // namespace longmen::ingest::detail
