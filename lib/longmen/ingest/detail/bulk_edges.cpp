// SPDX-License-Identifier: GPL-3.0-or-later
// The table of citations.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/ingest/detail/bulk_chunks.hpp>
#include <longmen/ingest/detail/bulk_layout.hpp>
#include <longmen/ingest/detail/bulk_nodes.hpp>
#include <longmen/ingest/detail/bulk_rows.hpp>
#include <longmen/ingest/detail/kept_items.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <mutex>

namespace longmen::ingest::detail {
namespace {

constexpr std::array<std::string_view, 2> column_names{
    "citing|citing_id|citing_patent|patent_id|citing_publication_number|from",
    "cited|cited_id|cited_patent|citation_patent_id|cited_publication_number|to"};

struct EdgePiece {
    Kept<Arc> arcs;
    FaultList faults;
    std::uint64_t rows = 0;
};

/// What a thread works with.
struct alignas(apart) EdgeMemory {
    std::vector<Arc> arcs; ///< of the piece in hand
    Keeper keeper;
    IdSet unknown;
};

class EdgeParser {
    const BulkLayout& layout_;
    const IdIndex& index_;
    IdTexts& texts_;
    std::vector<EdgeMemory>& memory_;

    static void add(EdgeMemory& memory, NodeId citing, NodeId cited, PackedNumber citing_id,
                    PackedNumber cited_id) {
        if (citing == IdIndex::none) [[unlikely]] {
            memory.unknown.add(citing_id);
        }
        if (cited == IdIndex::none) [[unlikely]] {
            memory.unknown.add(cited_id);
        }
        memory.arcs.push_back({citing, cited});
    }

    void parse_row(const BulkRow& row, EdgePiece& piece, EdgeMemory& memory) const {
        if (!row.enough) {
            piece.faults.add(BulkFault::too_few_cells, row.byte, row.line);
            return;
        }
        const auto citing = texts_.number(row.cells[0]);
        const auto cited = texts_.number(row.cells[1]);
        if (!citing || !cited) {
            piece.faults.add(BulkFault::bad_id, row.byte, row.line);
            return;
        }
        add(memory, index_.find(*citing), index_.find(*cited), *citing, *cited);
    }

    /// Place of the plain number at `at`, which is moved behind it; false when there is none that ends with
    /// `end`.
    static bool read_plain(const char*& at, const char* last, char end, std::uint64_t& place) {
        std::uint64_t value = 0;
        const auto* begin = at;
        while (at != last && static_cast<unsigned char>(*at - '0') < 10) {
            value = value * 10 + static_cast<unsigned char>(*at - '0');
            ++at;
        }
        const auto digits = static_cast<std::size_t>(at - begin);
        if (digits == 0 || digits > most_plain_digits || at == last || *at != end) {
            return false;
        }
        ++at;
        place = plain_place(value, digits);
        return true;
    }

    /// Two plain numbers a line and nothing else; stops at the first line of another form.
    std::size_t parse_plain(std::string_view lines, EdgePiece& piece, EdgeMemory& memory) const {
        const char* at = lines.data();
        const char* const last = at + lines.size();
        const char* line = at;
        while (at != last) {
            std::uint64_t citing = 0;
            std::uint64_t cited = 0;
            if (!read_plain(at, last, layout_.separator, citing) || !read_plain(at, last, '\n', cited)) {
                break;
            }
            add(memory, index_.find_place(citing), index_.find_place(cited), citing * plain_step,
                cited * plain_step);
            ++piece.rows;
            line = at;
        }
        return static_cast<std::size_t>(line - lines.data());
    }

public:
    EdgeParser(const BulkLayout& layout, const IdIndex& index, IdTexts& texts,
               std::vector<EdgeMemory>& memory)
        : layout_(layout), index_(index), texts_(texts), memory_(memory) {}

    [[nodiscard]] EdgePiece parse(const Chunk& chunk) const {
        EdgePiece piece;
        auto& memory = memory_[chunk.thread];
        auto lines = chunk.lines;
        auto byte = chunk.byte;
        if (layout_.heading && chunk.number == 0) {
            const auto end = std::min(lines.size(), lines.find('\n') + 1);
            lines.remove_prefix(end);
            byte += end;
        }
        const bool plain = index_.by_place() && layout_.places[0] == 0 && layout_.places[1] == 1;
        while (!lines.empty()) {
            const auto done = plain ? parse_plain(lines, piece, memory) : 0;
            lines.remove_prefix(done);
            byte += done;
            // A line of another form, or all of them.
            const auto line_end = lines.find('\n');
            const auto some = plain && line_end != std::string_view::npos ? line_end + 1 : lines.size();
            each_row(lines.substr(0, some), byte, layout_, 2, [&](const BulkRow& row) {
                ++piece.rows;
                parse_row(row, piece, memory);
            });
            lines.remove_prefix(some);
            byte += some;
        }
        piece.arcs = memory.keeper.keep(memory.arcs);
        return piece;
    }
};

} // namespace

EdgeRows read_edges(const std::string& path, const IdIndex& index, IdTexts& texts, Threads& threads,
                    Progress& progress) {
    const auto layout = bulk_layout(path, column_names, 2, 2);
    std::vector<EdgeMemory> memory(threads.count());
    const EdgeParser parser{layout, index, texts, memory};
    std::mutex mutex;
    std::map<std::size_t, EdgePiece> by_number;
    each_chunk(path, threads, progress, [&](const Chunk& chunk) {
        auto piece = parser.parse(chunk);
        const std::lock_guard lock{mutex};
        by_number.emplace(chunk.number, std::move(piece));
    });
    EdgeRows rows;
    rows.passed_over = layout.passed_over;
    for (const auto& each : memory) {
        each.unknown.append_to(rows.unknown);
    }
    memory.clear();
    std::ranges::sort(rows.unknown);
    rows.unknown.erase(std::ranges::unique(rows.unknown).begin(), rows.unknown.end());
    if (!rows.unknown.empty()) {
        return rows;
    }
    std::vector<EdgePiece*> pieces;
    std::vector<std::size_t> begins{0};
    for (auto& [number, piece] : by_number) {
        begins.push_back(begins.back() + piece.arcs.size());
        rows.rows += piece.rows;
        rows.faults.append(piece.faults);
        pieces.push_back(&piece);
    }
    if (begins.back() >= std::numeric_limits<ArcId>::max()) {
        throw DataError(path, 0,
                        sentence("有 {} 条引用，超过上限", "{} citations are more than fit", begins.back()));
    }
    rows.arcs = Buffer<Arc>(begins.back(), Filled::no);
    threads.each(pieces.size(), [&](std::size_t number, unsigned) {
        std::ranges::copy(pieces[number]->arcs.view(), rows.arcs.begin() + begins[number]);
        pieces[number]->arcs = {};
    });
    return rows;
}

} // namespace longmen::ingest::detail
