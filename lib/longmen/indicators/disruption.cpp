// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of citers are cut by id, and marked in a map of the window that stays in the cache.
#include <longmen/base/prefetch.hpp>
#include <longmen/indicators/disruption.hpp>

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

using graph::ArcId;
using graph::NodeId;

constexpr std::size_t nodes_of_piece = std::size_t{1} << 11;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

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

/// Counts the documents of one thread's blocks, which must come in ascending order: the citers of a source
/// that are later than the document in hand then lie at or behind where they lay for the one before.
class alignas(apart) Counter {
    /// What citers of one source were marked.
    struct Segment {
        ArcId begin = 0, end = 0;
    };
    const graph::CitationGraph& graph_;
    Marks marks_;
    Buffer<ArcId> places_; ///< of each source: its first citer behind the document
    std::vector<Segment> marked_;

    /// Fetches what a later citation will read: first where the list of the cited one lies, then the list.
    [[gnu::always_inline]] void fetch_ahead(ArcId arc) const {
        constexpr std::size_t ahead = 32; // citations
        constexpr std::size_t line = 64 / sizeof(NodeId);
        const auto& sources = graph_.cited.items;
        if (arc + 2 * ahead < sources.size()) {
            const auto later = sources[arc + 2 * ahead];
            prefetch(places_.data() + later);
            prefetch(graph_.citing.offsets.data() + later + 1);
            const auto* list = graph_.citing.items.data() + places_[sources[arc + ahead]];
            prefetch(list);
            prefetch(list + line);
        }
    }

public:
    Counter(const graph::CitationGraph& graph, std::size_t window)
        : graph_(graph), marks_(window), places_(graph.nodes()) {
        std::copy_n(graph.citing.offsets.begin(), graph.nodes(), places_.begin());
    }

    DisruptionCounts count(NodeId focal, NodeId begin, NodeId end) {
        const auto* citers = graph_.citing.items.data();
        std::uint32_t citing_sources = 0;
        marked_.clear();
        for (auto arc = graph_.cited.offsets[focal]; arc < graph_.cited.offsets[focal + 1]; ++arc) {
            fetch_ahead(arc);
            const auto source = graph_.cited.items[arc];
            const auto last = graph_.citing.offsets[source + 1];
            auto at = places_[source];
            while (at != last && citers[at] <= focal) {
                ++at;
            }
            places_[source] = at;
            while (at != last &&
                   citers[at] < begin) { // of the same day; of the same year where it alone is known
                ++at;
            }
            const auto first = at;
            for (; at != last && citers[at] < end; ++at) {
                citing_sources += marks_.set(citers[at]);
            }
            if (at != first) {
                marked_.push_back({first, at});
            }
        }
        DisruptionCounts counts;
        std::uint32_t citing = 0;
        for (const auto citer : graph_.citing[focal]) {
            const auto within =
                static_cast<std::uint32_t>(citer >= begin) & static_cast<std::uint32_t>(citer < end);
            citing += within;
            counts.both += within & marks_.has(citer);
        }
        counts.only = citing - counts.both;
        counts.past = citing_sources - counts.both;
        for (const auto& [first, last] : marked_) {
            for (auto at = first; at != last; ++at) {
                marks_.clear(citers[at]);
            }
        }
        return counts;
    }
};

} // namespace

Buffer<DisruptionCounts> disruption(const graph::CitationGraph& graph, const graph::DayIndex& index,
                                    int window_years, Threads& threads) {
    graph::check_window(window_years);
    const auto begins = graph::later_begins(graph, index);
    const auto ends = graph::window_ends(graph, index, window_years);
    std::size_t window = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        window = std::max<std::size_t>(window, ends[node] > begins[node] ? ends[node] - begins[node] : 0);
    }
    std::vector<Counter> counters;
    for (unsigned thread = 0; thread < threads.count(); ++thread) {
        counters.emplace_back(graph, window);
    }
    Buffer<DisruptionCounts> result(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        for (auto node = begin; node < end; ++node) {
            if (begins[node] < ends[node]) {
                result[node] = counters[thread].count(static_cast<NodeId>(node), begins[node], ends[node]);
            }
        }
    });
    return result;
}

double cd_index(const DisruptionCounts& counts, std::uint32_t sources) {
    const double all = static_cast<double>(counts.only) + counts.both + counts.past;
    return sources == 0 || all == 0
               ? undefined
               : (static_cast<double>(counts.only) - static_cast<double>(counts.both)) / all;
}

double mcd_index(const DisruptionCounts& counts, std::uint32_t sources) {
    return cd_index(counts, sources) * (static_cast<double>(counts.only) + counts.both);
}

} // namespace longmen::indicators
