// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of citers are cut by id, and marked in a map of the window that stays in the cache.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/disruption.hpp>

#include <algorithm>
#include <bit>
#include <limits>
#include <vector>

namespace longmen::indicators {
namespace {

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

/// The part of a list between two ids.
std::span<const NodeId> between(std::span<const NodeId> list, NodeId begin, NodeId end) {
    constexpr std::size_t short_list = 16;
    if (list.size() <= short_list) {
        std::size_t from = 0;
        std::size_t to = 0;
        for (const auto each : list) {
            from += each < begin ? 1 : 0;
            to += each < end ? 1 : 0;
        }
        return list.subspan(from, to - from);
    }
    const auto first = std::ranges::lower_bound(list, begin);
    const auto last = std::lower_bound(first, list.end(), end);
    return {first, last};
}

DisruptionCounts count(const graph::CitationGraph& graph, NodeId focal, NodeId begin, NodeId end,
                       Marks& marks) {
    DisruptionCounts counts;
    const auto sources = graph.cited[focal];
    std::uint32_t citing_sources = 0;
    for (const auto source : sources) {
        for (const auto citer : between(graph.citing[source], begin, end)) {
            citing_sources += marks.set(citer);
        }
    }
    const auto citers = between(graph.citing[focal], begin, end);
    for (const auto citer : citers) {
        counts.both += marks.has(citer);
    }
    counts.only = static_cast<std::uint32_t>(citers.size()) - counts.both;
    counts.past = citing_sources - counts.both;
    if (citing_sources > 0) {
        for (const auto source : sources) {
            for (const auto citer : between(graph.citing[source], begin, end)) {
                marks.clear(citer);
            }
        }
    }
    return counts;
}

} // namespace

Buffer<DisruptionCounts> disruption(const graph::CitationGraph& graph, const graph::DayIndex& index,
                                    int window_years, Threads& threads) {
    constexpr int longest_window = 100;
    if (window_years < 1 || window_years > longest_window) {
        throw UsageError(sentence("引用窗口须为 1 到 {} 年，得到 {}", "a window has 1 to {} years, got {}",
                                  longest_window, window_years));
    }
    const auto begins = graph::later_begins(graph, index);
    const auto ends = graph::window_ends(graph, index, window_years);
    std::size_t window = 0;
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        window = std::max<std::size_t>(window, ends[node] > begins[node] ? ends[node] - begins[node] : 0);
    }
    std::vector<Marks> marks(threads.count(), Marks{window});
    Buffer<DisruptionCounts> result(graph.nodes());
    threads.ranges(graph.nodes(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned thread) {
        for (auto node = begin; node < end; ++node) {
            if (begins[node] < ends[node]) {
                result[node] =
                    count(graph, static_cast<NodeId>(node), begins[node], ends[node], marks[thread]);
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
