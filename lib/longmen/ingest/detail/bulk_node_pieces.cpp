// SPDX-License-Identifier: GPL-3.0-or-later
// Names are made one by one thread while the others put columns together.
#include <longmen/ingest/detail/bulk_node_pieces.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <limits>

namespace longmen::ingest::detail {
namespace {

/// Where the items of each piece begin; behind the last piece, how many there are.
template <typename Size>
std::vector<std::size_t> begins_of(std::span<const NodePiece> pieces, Size size) {
    std::vector<std::size_t> begins{0};
    for (const auto& piece : pieces) {
        begins.push_back(begins.back() + size(piece.items));
    }
    return begins;
}

/// A column of all pieces; empty when it is empty in them.
class ColumnJoiner {
    std::span<NodePiece> pieces_;
    std::span<const std::size_t> begins_;

public:
    ColumnJoiner(std::span<NodePiece> pieces, std::span<const std::size_t> begins)
        : pieces_(pieces), begins_(begins) {}

    /// Room for it, where any piece has it.
    template <typename Item, typename Column>
    [[nodiscard]] Buffer<Item> room(Column column) const {
        const bool there =
            std::ranges::any_of(pieces_, [&](NodePiece& piece) { return !column(piece.items).empty(); });
        return Buffer<Item>(there ? begins_.back() : 0, Filled::no);
    }
    template <typename Item>
    void move(std::size_t piece, Kept<Item>& from, Buffer<Item>& to) const {
        if (!to.empty()) {
            std::ranges::copy(from.view(), to.begin() + begins_[piece]);
            from = {};
        }
    }
};

/// Lists of one column of names, of all pieces.
struct ListJoiner {
    std::vector<std::size_t> item_begins;
    UnitedNames united;
    NamedLists lists;

    void make_room(std::span<const NodePiece> pieces, std::size_t list, std::size_t rows) {
        item_begins = begins_of(pieces, [&](const auto& items) { return items.lists.at(list).items.size(); });
        if (item_begins.back() > std::numeric_limits<ArcId>::max()) {
            throw DataError(sentence("名称列共有 {} 项，超过上限",
                                     "a column of names holds {} items, more than fit", item_begins.back()));
        }
        lists.lists.offsets = Buffer<ArcId>(rows + 1, Filled::no);
        lists.lists.offsets[0] = 0;
        lists.lists.items = Buffer<std::uint32_t>(item_begins.back(), Filled::no);
    }

    void unite_names(std::vector<NodeMemory>& memory, std::size_t list) {
        std::vector<NameTable> tables;
        for (auto& each : memory) {
            tables.push_back(std::move(each.names.at(list)));
        }
        united = unite(tables);
        lists.names = std::move(united.names);
    }

    void move(std::size_t number, std::size_t row_begin, unsigned thread, ListPiece<Kept>& piece) {
        const auto& numbers = united.numbers[thread];
        auto* const items = lists.lists.items.begin() + item_begins[number];
        for (std::size_t i = 0; i < piece.items.size(); ++i) {
            items[i] = numbers[piece.items[i]];
        }
        auto at = static_cast<ArcId>(item_begins[number]);
        auto* const ends = lists.lists.offsets.begin() + row_begin + 1;
        for (std::size_t row = 0; row < piece.counts.size(); ++row) {
            at += piece.counts[row];
            ends[row] = at;
        }
        piece = {};
    }
};

} // namespace

void join_pieces(std::vector<NodePiece>& pieces, std::vector<NodeMemory>& memory, const BulkLayout& layout,
                 const std::string& path, Threads& threads, NodeRows& rows) {
    const auto begins = begins_of(pieces, [](const auto& items) { return items.ids.size(); });
    if (begins.back() >= std::numeric_limits<NodeId>::max()) {
        throw DataError(
            path, 0, sentence("有 {} 件文献，超过上限", "holds {} documents, more than fit", begins.back()));
    }
    // --- room
    const ColumnJoiner join{pieces, begins};
    const bool years = std::ranges::any_of(pieces, [](const NodePiece& piece) {
        return std::ranges::find(piece.items.year_only.view(), 1) != piece.items.year_only.view().end();
    });
    rows.ids = join.room<PackedNumber>([](auto& items) -> auto& { return items.ids; });
    rows.day = join.room<Day>([](auto& items) -> auto& { return items.day; });
    if (years) {
        rows.year_only = join.room<std::uint8_t>([](auto& items) -> auto& { return items.year_only; });
    }
    rows.field = join.room<std::uint8_t>([](auto& items) -> auto& { return items.field; });
    rows.family = join.room<PackedNumber>([](auto& items) -> auto& { return items.family; });
    std::array<NumberColumn*, measure_names.size()> measures{};
    rows.measures.reserve(measure_names.size());
    for (std::size_t i = 0; i < measure_names.size(); ++i) {
        if (layout.has(first_number + i)) {
            rows.measures.push_back(
                {std::string{measure_names.at(i)},
                 join.room<std::int32_t>([i](auto& items) -> auto& { return items.measures.at(i); })});
            measures.at(i) = &rows.measures.back();
        }
    }
    std::array<ListJoiner, list_count> lists;
    const auto wanted_lists = layout.has(inventors_column) ? list_count : list_count - 1;
    for (std::size_t list = 0; list < wanted_lists; ++list) {
        lists.at(list).make_room(pieces, list, begins.back());
    }
    // --- columns, and names meanwhile: those of persons first, which are the most
    threads.each(wanted_lists + pieces.size(), [&](std::size_t task, unsigned) {
        if (task < wanted_lists) {
            const auto list = wanted_lists - 1 - task;
            lists.at(list).unite_names(memory, list);
            return;
        }
        const auto number = task - wanted_lists;
        auto& items = pieces[number].items;
        join.move(number, items.ids, rows.ids);
        join.move(number, items.day, rows.day);
        join.move(number, items.year_only, rows.year_only);
        join.move(number, items.field, rows.field);
        join.move(number, items.family, rows.family);
        for (std::size_t i = 0; i < measures.size(); ++i) {
            if (measures.at(i) != nullptr) {
                join.move(number, items.measures.at(i), measures.at(i)->values);
            }
        }
    });
    // --- lists
    threads.each(pieces.size(), [&](std::size_t number, unsigned) {
        auto& piece = pieces[number];
        for (std::size_t list = 0; list < wanted_lists; ++list) {
            lists.at(list).move(number, begins[number], piece.thread, piece.items.lists.at(list));
        }
    });
    rows.classes = std::move(lists[0].lists);
    rows.applicants = std::move(lists[1].lists);
    if (wanted_lists == list_count) {
        rows.inventors = std::move(lists[2].lists);
    }
}

} // namespace longmen::ingest::detail
