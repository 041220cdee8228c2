// SPDX-License-Identifier: GPL-3.0-or-later
// Counting sort by blocks of nodes.
#include <longmen/graph/adjacency.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <limits>
#include <vector>

namespace longmen::graph {
namespace {

constexpr std::size_t most_blocks = 1024; // of nodes: as many ends of arrays are written to at a time
constexpr std::size_t least_block = std::size_t{1} << 14;
constexpr std::size_t items_of_piece = std::size_t{1} << 18; // arcs that are taken at a time
constexpr std::size_t nodes_of_piece = std::size_t{1} << 16;

/// Nodes cut into blocks of a power of two.
struct Blocks {
    unsigned shift = 0;
    std::size_t count = 0;

    explicit Blocks(std::size_t nodes) {
        const auto size = std::max(least_block, std::bit_ceil((nodes + most_blocks - 1) / most_blocks));
        shift = static_cast<unsigned>(std::countr_zero(size));
        count = (nodes + size - 1) >> shift;
    }
};

/// Arcs of each block of nodes together: where each begins, and the arcs as (node, neighbour).
struct Sorted {
    std::vector<std::uint64_t> begins;
    std::span<const Arc> arcs;
};

/// What one look at all arcs tells.
struct Seen {
    NodeId greatest = 0;    ///< end of any
    bool by_citing = false; ///< they come by the node that cites
};

Seen look_at(std::span<const Arc> arcs, Threads& threads) {
    std::vector<Seen> of_piece((arcs.size() + items_of_piece - 1) / items_of_piece);
    threads.ranges(arcs.size(), items_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        NodeId greatest = 0;
        auto before = begin > 0 ? arcs[begin - 1].citing : 0;
        bool by_citing = true;
        for (auto i = begin; i < end; ++i) {
            greatest = std::max({greatest, arcs[i].citing, arcs[i].cited});
            by_citing = by_citing && before <= arcs[i].citing;
            before = arcs[i].citing;
        }
        of_piece[begin / items_of_piece] = {greatest, by_citing};
    });
    Seen seen{0, true};
    for (const auto& piece : of_piece) {
        seen.greatest = std::max(seen.greatest, piece.greatest);
        seen.by_citing = seen.by_citing && piece.by_citing;
    }
    return seen;
}

/// Arcs that come by the node that cites lie by block already.
Sorted as_they_lie(std::span<const Arc> arcs, const Blocks& blocks) {
    Sorted sorted{{}, arcs};
    for (std::size_t block = 0; block < blocks.count; ++block) {
        const auto first = std::ranges::lower_bound(arcs, block << blocks.shift, {}, &Arc::citing);
        sorted.begins.push_back(static_cast<std::uint64_t>(first - arcs.begin()));
    }
    sorted.begins.push_back(arcs.size());
    return sorted;
}

/// `each(piece, take)` gives the arcs of a piece, always the same ones in the same order, as (node,
/// neighbour). They go to `room`, which must outlive what is returned.
template <typename Each>
Sorted sort_by_block(Buffer<Arc>& room, std::size_t pieces, const Blocks& blocks, Threads& threads,
                     Each each) {
    std::vector<std::uint64_t> places(pieces * blocks.count);
    threads.each(pieces, [&](std::size_t piece, unsigned) {
        auto* counts = places.data() + piece * blocks.count;
        each(piece, [&](NodeId node, NodeId) { ++counts[node >> blocks.shift]; });
    });
    Sorted sorted;
    sorted.begins.resize(blocks.count + 1);
    std::uint64_t at = 0;
    for (std::size_t block = 0; block < blocks.count; ++block) {
        sorted.begins[block] = at;
        for (std::size_t piece = 0; piece < pieces; ++piece) {
            at += std::exchange(places[piece * blocks.count + block], at);
        }
    }
    sorted.begins[blocks.count] = at;
    threads.each(pieces, [&](std::size_t piece, unsigned) {
        auto* to = places.data() + piece * blocks.count;
        each(piece, [&](NodeId node, NodeId neighbour) {
            room[to[node >> blocks.shift]++] = {node, neighbour};
        });
    });
    sorted.arcs = room.view().first(at);
    return sorted;
}

/// Lists of the arcs, which lie by block. `neighbours_ascend`: within a block the neighbours of a node come
/// in ascending order already. Counts what is left out.
OwnedLists lists_of(std::size_t nodes, const Sorted& sorted, const Blocks& blocks, bool neighbours_ascend,
                    Threads& threads, AdjacencyReport* report) {
    OwnedLists lists;
    lists.offsets = Buffer<ArcId>(nodes + 1, Filled::no);
    lists.offsets[0] = 0;
    const auto given = sorted.begins[blocks.count];
    lists.items = Buffer<std::uint32_t>(given, Filled::no);
    std::atomic<std::uint64_t> loops{0};
    std::atomic<std::uint64_t> duplicates{0};
    threads.each(blocks.count, [&](std::size_t block, unsigned) {
        const auto first = block << blocks.shift;
        const auto last = std::min(nodes, (block + 1) << blocks.shift);
        auto* counts = lists.offsets.data() + first + 1; // of node i at i + 1; an end of its list in the end
        const auto begin = sorted.begins[block];
        const auto end = sorted.begins[block + 1];
        std::vector<ArcId> places(last - first);
        for (auto i = begin; i < end; ++i) {
            ++places[sorted.arcs[i].citing - first];
        }
        auto place = static_cast<ArcId>(begin);
        for (auto& each : places) {
            place += std::exchange(each, place);
        }
        for (auto i = begin; i < end; ++i) {
            lists.items[places[sorted.arcs[i].citing - first]++] = sorted.arcs[i].cited;
        }
        // Each list in order and once; what stays moves to the front of the block.
        std::uint64_t block_loops = 0;
        std::uint64_t block_duplicates = 0;
        auto kept = static_cast<ArcId>(begin);
        auto from = static_cast<ArcId>(begin);
        for (std::size_t i = 0; i < places.size(); ++i) {
            auto* neighbours = lists.items.data() + from;
            const std::size_t size = places[i] - from;
            from = places[i];
            if (!neighbours_ascend) {
                std::sort(neighbours, neighbours + size);
            }
            const auto list_begin = kept;
            for (std::size_t k = 0; k < size; ++k) {
                if (neighbours[k] == first + i) {
                    ++block_loops;
                } else if (kept > list_begin && lists.items[kept - 1] == neighbours[k]) {
                    ++block_duplicates;
                } else {
                    lists.items[kept++] = neighbours[k];
                }
            }
            counts[i] = kept;
        }
        loops += block_loops;
        duplicates += block_duplicates;
    });
    if (report != nullptr) {
        *report = {given - loops - duplicates, loops, duplicates};
    }
    if (loops + duplicates > 0) { // close the gaps behind the blocks
        OwnedLists dense;
        dense.offsets = std::move(lists.offsets);
        dense.items = Buffer<std::uint32_t>(given - loops - duplicates, Filled::no);
        ArcId at = 0;
        for (std::size_t block = 0; block < blocks.count; ++block) {
            const auto first = block << blocks.shift;
            const auto last = std::min(nodes, (block + 1) << blocks.shift);
            const auto begin = static_cast<ArcId>(sorted.begins[block]);
            const auto end = last > first ? dense.offsets[last] : begin;
            std::copy(lists.items.data() + begin, lists.items.data() + end, dense.items.data() + at);
            for (auto i = first + 1; i <= last; ++i) {
                dense.offsets[i] -= begin - at;
            }
            at += end - begin;
        }
        return dense;
    }
    return lists;
}

Adjacency build(std::size_t nodes, std::span<const Arc> arcs, Threads& threads, Buffer<Arc>* owned) {
    constexpr auto most = std::numeric_limits<std::uint32_t>::max();
    if (nodes >= most || arcs.size() >= most) {
        throw UsageError(sentence("图过大：{} 个节点、{} 条引用；各须少于 {}",
                                  "the graph is too large: {} nodes, {} citations; each must be below {}",
                                  nodes, arcs.size(), most));
    }
    const auto seen = look_at(arcs, threads);
    if (!arcs.empty() && seen.greatest >= nodes) {
        throw UsageError(sentence("有引用指向 {} 个节点之外", "a citation ends outside the {} nodes", nodes));
    }
    Adjacency result;
    const Blocks blocks{nodes};
    const auto pieces_of = [](std::size_t size, std::size_t piece) { return (size + piece - 1) / piece; };
    Buffer<Arc> room;
    Sorted sorted;
    if (seen.by_citing) {
        sorted = as_they_lie(arcs, blocks);
    } else {
        room = Buffer<Arc>(arcs.size(), Filled::no);
        sorted = sort_by_block(room, pieces_of(arcs.size(), items_of_piece), blocks, threads,
                               [&](std::size_t piece, auto take) {
                                   const auto end = std::min(arcs.size(), (piece + 1) * items_of_piece);
                                   for (auto i = piece * items_of_piece; i < end; ++i) {
                                       take(arcs[i].citing, arcs[i].cited);
                                   }
                               });
        if (owned != nullptr) {
            *owned = {};
        }
    }
    result.cited = lists_of(nodes, sorted, blocks, false, threads, &result.report);
    if (room.empty()) {
        room = owned != nullptr ? std::move(*owned) : Buffer<Arc>(arcs.size(), Filled::no);
    }
    // Turned round from the lists that are in order, so the citing ones come out in order.
    const auto cited = result.cited.view();
    sorted = sort_by_block(room, pieces_of(nodes, nodes_of_piece), blocks, threads,
                           [&](std::size_t piece, auto take) {
                               const auto end = std::min(nodes, (piece + 1) * nodes_of_piece);
                               for (auto node = piece * nodes_of_piece; node < end; ++node) {
                                   for (const auto neighbour : cited[node]) {
                                       take(neighbour, static_cast<NodeId>(node));
                                   }
                               }
                           });
    result.citing = lists_of(nodes, sorted, blocks, true, threads, nullptr);
    return result;
}

} // namespace

Adjacency build_adjacency(std::size_t nodes, std::span<const Arc> arcs, Threads& threads) {
    return build(nodes, arcs, threads, nullptr);
}

Adjacency build_adjacency_consuming(std::size_t nodes, Buffer<Arc> arcs, Threads& threads) {
    return build(nodes, arcs.view(), threads, &arcs);
}

} // namespace longmen::graph
