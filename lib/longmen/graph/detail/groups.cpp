// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting and counting.
#include <longmen/graph/detail/groups.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/page_allocator.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace longmen::graph::detail {

OwnedLists distinct_members(std::size_t items, const Lists& groups, Threads& threads) {
    constexpr std::size_t groups_of_piece = std::size_t{1} << 14;
    OwnedLists result;
    result.offsets = Buffer<ArcId>(groups.size() + 1, Filled::no); // how many are kept, so far
    result.offsets[0] = 0;
    result.items = Buffer<std::uint32_t>(groups.items.size(), Filled::no);
    threads.ranges(groups.size(), groups_of_piece, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto group = begin; group < end; ++group) {
            auto* const first = result.items.begin() + groups.offsets[group];
            auto* last = std::ranges::copy(groups[group], first).out;
            if (last - first > 1) {
                std::sort(first, last);
                last = std::unique(first, last);
            }
            if (last != first && *(last - 1) >= items) {
                throw UsageError(sentence("第 {} 组中有成员超出 {} 个",
                                          "group {} has a member outside the {} items", group + 1, items));
            }
            result.offsets[group + 1] = static_cast<ArcId>(last - first);
        }
    });
    // Gaps are closed, if there are any.
    ArcId at = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto from = groups.offsets[group];
        const auto count = result.offsets[group + 1];
        if (from != at) {
            std::copy_n(result.items.begin() + from, count, result.items.begin() + at);
        }
        at += count;
        result.offsets[group + 1] = at;
    }
    if (at < result.items.size()) {
        Buffer<std::uint32_t> kept(at, Filled::no);
        std::copy_n(result.items.begin(), at, kept.begin());
        result.items = std::move(kept);
    }
    return result;
}

OwnedLists turned_round(std::size_t items, const Lists& groups) {
    OwnedLists result;
    result.offsets = Buffer<ArcId>(items + 1, Filled::no);
    result.items = Buffer<std::uint32_t>(groups.items.size(), Filled::no);
    PagedVector<ArcId> places(items + 1);
    for (const auto item : groups.items) {
        ++places[item + 1];
    }
    for (std::size_t item = 0; item < items; ++item) {
        places[item + 1] += places[item];
    }
    std::ranges::copy(places, result.offsets.begin());
    for (std::size_t group = 0; group < groups.size(); ++group) {
        for (const auto item : groups[group]) {
            result.items[places[item]++] = static_cast<std::uint32_t>(group);
        }
    }
    return result;
}

} // namespace longmen::graph::detail
