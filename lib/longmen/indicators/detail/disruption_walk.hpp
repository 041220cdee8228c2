// SPDX-License-Identifier: GPL-3.0-or-later
// The one pass over those that cite a document and those that cite its sources: lists of citers are cut by
// id, and marked in a map of the window that stays in the cache.
#pragma once

#include <longmen/base/buffer.hpp>
#include <longmen/base/parallel.hpp>
#include <longmen/base/prefetch.hpp>
#include <longmen/graph/citation_graph.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace longmen::indicators::detail {

using graph::ArcId;
using graph::NodeId;

/// Marks of documents, by their place in a ring at least as long as any window.
class Marks {
    std::vector<std::uint64_t> words_;
    std::size_t mask_;

public:
    explicit Marks(std::size_t window)
        : words_(std::max<std::size_t>(1, std::bit_ceil(window + 1) / 64)), mask_(words_.size() * 64 - 1) {}
    /// 1 when it was not marked yet.
    std::uint32_t set(NodeId node) {
        auto& word = words_[(node & mask_) / 64];
        const auto bit = std::uint64_t{1} << (node % 64);
        const auto fresh = static_cast<std::uint32_t>((word & bit) == 0);
        word |= bit;
        return fresh;
    }
    [[nodiscard]] std::uint32_t has(NodeId node) const {
        return static_cast<std::uint32_t>(words_[(node & mask_) / 64] >> (node % 64) & 1U);
    }
    void clear(NodeId node) { words_[(node & mask_) / 64] = 0; }
};

/// Goes over the documents of one thread's blocks, which must come in ascending order: the citers of a source
/// that are later than the document in hand then lie at or behind where they lay for the one before.
class alignas(apart) DisruptionWalk {
    /// What citers of one source were marked.
    struct Segment {
        ArcId begin = 0, end = 0;
    };
    const graph::CitationGraph& graph_;
    Marks marks_;
    /// Citers of a source behind the document.
    struct Later {
        ArcId begin = 0, end = 0;
    };
    Buffer<Later> later_;
    std::vector<Segment> marked_;

    /// Fetches what a later citation will read: first where the list of the cited one lies, then the list.
    [[gnu::always_inline]] void fetch_ahead(ArcId arc) const {
        constexpr std::size_t ahead = 32; // citations
        constexpr std::size_t line = 64 / sizeof(NodeId);
        const auto& sources = graph_.cited.items;
        if (arc + 2 * ahead < sources.size()) {
            prefetch(later_.data() + sources[arc + 2 * ahead]);
            const auto* list = graph_.citing.items.data() + later_[sources[arc + ahead]].begin;
            for (std::size_t i = 0; i < 3; ++i) { // with two it is slower
                prefetch(list + i * line);
            }
        }
    }

public:
    DisruptionWalk(const graph::CitationGraph& graph, std::size_t window)
        : graph_(graph), marks_(window), later_(graph.nodes(), Filled::no) {
        for (std::size_t node = 0; node < later_.size(); ++node) {
            later_[node] = {graph.citing.offsets[node], graph.citing.offsets[node + 1]};
        }
    }

    /// Citers from `begin` to before `end`, of the focal document and of its first `sources` sources, to a
    /// tally: `cites_source(citer, fresh)` each time one cites a source, fresh 1 the first time, then
    /// `cites_focal(citer, within, both)` for all that cite the document, `within` 1 between the bounds,
    /// `both` 1 if it also cites a source and is within.
    template <typename Tally>
    [[gnu::always_inline]] void go(NodeId focal, NodeId begin, NodeId end, std::uint32_t sources,
                                   Tally& tally) {
        const auto* citers = graph_.citing.items.data();
        marked_.clear();
        const auto first_source = graph_.cited.offsets[focal];
        for (auto arc = first_source; arc < first_source + sources; ++arc) {
            fetch_ahead(arc);
            const auto source = graph_.cited.items[arc];
            auto& later = later_[source];
            const auto last = later.end;
            auto at = later.begin;
            while (at != last && citers[at] <= focal) {
                ++at;
            }
            later.begin = at;
            while (at != last &&
                   citers[at] < begin) { // of the same day; of the same year where it alone is known
                ++at;
            }
            const auto first = at;
            for (; at != last && citers[at] < end; ++at) {
                tally.cites_source(citers[at], marks_.set(citers[at]));
            }
            if (at != first) {
                marked_.push_back({first, at});
            }
        }
        for (const auto citer : graph_.citing[focal]) {
            const auto within =
                static_cast<std::uint32_t>(citer >= begin) & static_cast<std::uint32_t>(citer < end);
            tally.cites_focal(citer, within, within & marks_.has(citer));
        }
        for (const auto& [first, last] : marked_) {
            for (auto at = first; at != last; ++at) {
                marks_.clear(citers[at]);
            }
        }
    }
};

} // namespace longmen::indicators::detail
