// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of both tables to documents in the order of time.
#include <longmen/ingest/bulk_tables.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <numeric>
#include <tuple>

namespace longmen::ingest {
namespace {

using detail::IdIndex;
using detail::IdTexts;
using detail::NodeRows;

constexpr std::size_t rows_of_piece = std::size_t{1} << 16;
constexpr NodeId left_out = ~NodeId{0};

/// The rows of documents and of stubs in the order of time.
struct Order {
    Buffer<NodeId> rows; ///< empty: as they are
    Buffer<NodeId> ids;  ///< of each row; `left_out` for duplicates
};

template <typename Key>
Order order_of(std::size_t size, const std::vector<std::uint32_t>& duplicates, Key before) {
    Order order;
    bool sorted = duplicates.empty();
    for (std::size_t row = 1; sorted && row < size; ++row) {
        sorted = before(static_cast<NodeId>(row - 1), static_cast<NodeId>(row));
    }
    if (sorted) {
        return order;
    }
    std::vector<NodeId> rows(size);
    std::iota(rows.begin(), rows.end(), NodeId{0});
    for (const auto row : duplicates) {
        rows[row] = left_out;
    }
    std::erase(rows, left_out);
    std::sort(rows.begin(), rows.end(), before);
    order.rows = Buffer<NodeId>(rows.size(), Filled::no);
    std::ranges::copy(rows, order.rows.begin());
    order.ids = Buffer<NodeId>(size, Filled::no);
    std::ranges::fill(order.ids, left_out);
    for (std::size_t id = 0; id < rows.size(); ++id) {
        order.ids[rows[id]] = static_cast<NodeId>(id);
    }
    return order;
}

template <typename Item>
Buffer<Item> arranged(Buffer<Item> column, const Order& order, Threads& threads) {
    if (order.rows.empty() || column.empty()) {
        return column;
    }
    Buffer<Item> result(order.rows.size(), Filled::no);
    threads.ranges(result.size(), rows_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto id = begin; id < end; ++id) {
            result[id] = column[order.rows[id]];
        }
    });
    return result;
}

/// Lists of `size` rows, of which those behind the table's own are empty.
OwnedLists arranged(OwnedLists lists, std::size_t rows, const Order& order) {
    const auto view = lists.view();
    const auto size = order.rows.empty() ? rows : order.rows.size();
    if (order.rows.empty() && view.size() == rows) {
        return lists;
    }
    OwnedLists result;
    result.offsets = Buffer<ArcId>(size + 1, Filled::no);
    result.offsets[0] = 0;
    const auto list_of = [&](std::size_t id) {
        const auto row = order.rows.empty() ? id : order.rows[id];
        return row < view.size() ? view[row] : std::span<const std::uint32_t>{};
    };
    for (std::size_t id = 0; id < size; ++id) {
        result.offsets[id + 1] = result.offsets[id] + static_cast<ArcId>(list_of(id).size());
    }
    result.items = Buffer<std::uint32_t>(result.offsets[size], Filled::no);
    for (std::size_t id = 0; id < size; ++id) {
        std::ranges::copy(list_of(id), result.items.begin() + result.offsets[id]);
    }
    return result;
}

/// Families by the rank of their number; behind them each document without one is its own.
Buffer<std::uint32_t> dense_families(Buffer<PackedNumber> family, Threads& threads) {
    std::vector<PackedNumber> known;
    std::ranges::copy_if(family, std::back_inserter(known),
                         [](PackedNumber one) { return one != detail::no_family; });
    std::ranges::sort(known);
    known.erase(std::ranges::unique(known).begin(), known.end());
    std::vector<std::uint32_t> none;
    const IdIndex index{known, none};
    Buffer<std::uint32_t> result(family.size(), Filled::no);
    threads.ranges(family.size(), rows_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto i = begin; i < end; ++i) {
            result[i] = family[i] == detail::no_family ? 0 : index.find(family[i]);
        }
    });
    auto next = static_cast<std::uint32_t>(known.size());
    for (std::size_t i = 0; i < family.size(); ++i) {
        if (family[i] == detail::no_family) {
            result[i] = next++;
        }
    }
    return result;
}

template <typename Item>
Buffer<Item> extended(Buffer<Item> column, std::size_t more, Item value) {
    if (more == 0) {
        return column;
    }
    Buffer<Item> result(column.size() + more, Filled::no);
    std::ranges::copy(column, result.begin());
    std::fill(result.begin() + column.size(), result.end(), value);
    return result;
}

} // namespace

std::string BulkTables::number(NodeId node) const {
    const auto number = numbers[node];
    return number >= first_unpacked() ? texts[number - first_unpacked()] : unpack_number(number);
}

BulkTables read_bulk_tables(const std::string& nodes, const std::string& edges, Threads& threads,
                            Progress& progress, const FieldOf& field_of) {
    BulkTables tables;
    IdTexts texts;
    NodeRows rows;
    if (!nodes.empty()) {
        rows = detail::read_nodes(nodes, field_of, texts, tables, threads, progress);
    }
    tables.node_rows = rows.rows;
    auto& ids = rows.ids;
    std::vector<std::uint32_t> duplicates;
    auto citations = detail::read_edges(edges, IdIndex{ids.view(), duplicates}, texts, threads, progress);
    std::uint64_t stubs = 0;
    if (!citations.unknown.empty()) { // read again, with the documents that only citations name
        stubs = citations.unknown.size();
        if (ids.size() + stubs >= std::numeric_limits<NodeId>::max()) {
            throw DataError(
                edges, 0,
                sentence("共有 {} 件文献，超过上限", "{} documents are more than fit", ids.size() + stubs));
        }
        const auto own = ids.size();
        ids = extended(std::move(ids), stubs, PackedNumber{0});
        std::ranges::copy(citations.unknown, ids.begin() + own);
        duplicates.clear();
        citations = detail::read_edges(edges, IdIndex{ids.view(), duplicates}, texts, threads, progress);
    }
    tables.edge_rows = citations.rows;
    for (const auto& name : citations.passed_over) {
        tables.passed_over.push_back(edges + ": " + name);
    }
    citations.faults.move_to(tables.faults, edges);
    if (!duplicates.empty()) {
        detail::FaultList faults;
        std::vector<std::uint64_t> places;
        const auto named = texts.ordered(places);
        for (const auto row : duplicates) {
            faults.add(BulkFault::duplicate_id, 0,
                       ids[row] >= first_unpacked() ? named[places[ids[row] - first_unpacked()]]
                                                    : unpack_number(ids[row]));
        }
        faults.move_to(tables.faults, nodes);
    }
    tables.arcs = std::move(citations.arcs);
    detail::put_in_order(std::move(rows), stubs, texts, duplicates, threads, tables);
    return tables;
}

void detail::put_in_order(NodeRows rows, std::uint64_t stubs, const IdTexts& texts,
                          const std::vector<std::uint32_t>& duplicates, Threads& threads,
                          BulkTables& tables) {
    tables.stubs = stubs;
    auto ids = std::move(rows.ids);
    if (!texts.empty()) {
        std::vector<std::uint64_t> places;
        tables.texts = texts.ordered(places);
        for (auto& id : ids) {
            id = id >= first_unpacked() ? first_unpacked() + places[id - first_unpacked()] : id;
        }
    }
    const auto size = ids.size();
    // A column that is not known stays empty; documents behind its end have the value for none.
    const auto whole = [&]<typename Item>(Buffer<Item> column, Item none) {
        return column.empty() ? std::move(column) : extended(std::move(column), size - column.size(), none);
    };
    auto day = extended(std::move(rows.day), stubs, unknown_day);
    auto year_only = whole(std::move(rows.year_only), std::uint8_t{0});
    const auto order = order_of(size, duplicates, [&](NodeId a, NodeId b) {
        return std::tie(day[a], ids[a]) < std::tie(day[b], ids[b]);
    });
    const auto take = [&](NamedLists lists) {
        lists.lists = arranged(std::move(lists.lists), size, order);
        return lists;
    };
    tables.classes = take(std::move(rows.classes));
    tables.applicants = take(std::move(rows.applicants));
    if (!rows.inventors.lists.offsets.empty()) {
        tables.inventors = take(std::move(rows.inventors));
    }
    if (!order.rows.empty()) {
        threads.ranges(tables.arcs.size(), rows_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
            for (auto i = begin; i < end; ++i) {
                auto& arc = tables.arcs[i];
                arc = {order.ids[arc.citing], order.ids[arc.cited]};
            }
        });
    }
    tables.numbers = arranged(std::move(ids), order, threads);
    tables.year_only = arranged(std::move(year_only), order, threads);
    tables.day = arranged(std::move(day), order, threads);
    tables.field = arranged(whole(std::move(rows.field), std::uint8_t{0}), order, threads);
    for (auto& [name, values] : rows.measures) {
        tables.measures.push_back(
            {std::move(name), arranged(whole(std::move(values), missing_measure), order, threads)});
    }
    if (!rows.family.empty()) {
        tables.family =
            dense_families(arranged(whole(std::move(rows.family), no_family), order, threads), threads);
    }
}

} // namespace longmen::ingest
