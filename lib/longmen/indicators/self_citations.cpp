// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of applicants are short: each is held against each.
#include <longmen/indicators/self_citations.hpp>

#include <algorithm>
#include <limits>

namespace longmen::indicators {

Relation relation_of(const graph::Lists& applicants, graph::NodeId citing, graph::NodeId cited) {
    const auto left = applicants[citing];
    const auto right = applicants[cited];
    if (left.empty() || right.empty()) {
        return Relation::unknown;
    }
    const bool common = std::ranges::any_of(
        left, [&](std::uint32_t name) { return std::ranges::find(right, name) != right.end(); });
    return common ? Relation::self : Relation::other;
}

Buffer<double> self_citation_share(const graph::Lists& neighbours, const graph::Lists& applicants,
                                   Threads& threads) {
    constexpr std::size_t nodes_of_piece = std::size_t{1} << 13;
    Buffer<double> values(neighbours.size());
    threads.ranges(values.size(), nodes_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto node = begin; node < end; ++node) {
            std::uint64_t known = 0;
            std::uint64_t self = 0;
            for (const auto other : neighbours[node]) {
                const auto relation = relation_of(applicants, static_cast<graph::NodeId>(node), other);
                known += relation == Relation::unknown ? 0 : 1;
                self += relation == Relation::self ? 1 : 0;
            }
            values[node] = known == 0 ? std::numeric_limits<double>::quiet_NaN()
                                      : static_cast<double>(self) / static_cast<double>(known);
        }
    });
    return values;
}

} // namespace longmen::indicators
