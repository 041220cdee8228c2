// SPDX-License-Identifier: GPL-3.0-or-later
// Sorting and counting.
#include <longmen/graph/detail/groups.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>

#include <algorithm>
#include <ranges>
#include <vector>

namespace longmen::graph::detail {

OwnedLists distinct_members(std::size_t items, const Lists& groups) {
    OwnedLists result;
    result.offsets = Buffer<ArcId>(groups.size() + 1, Filled::no);
    result.offsets[0] = 0;
    std::vector<std::uint32_t> members;
    members.reserve(groups.items.size());
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto begin = members.insert(members.end(), groups[group].begin(), groups[group].end());
        std::sort(begin, members.end());
        members.erase(std::unique(begin, members.end()), members.end());
        result.offsets[group + 1] = static_cast<ArcId>(members.size());
        if (members.size() > result.offsets[group] && members.back() >= items) {
            throw UsageError(sentence("第 {} 组中有成员超出 {} 个",
                                      "group {} has a member outside the {} items", group + 1, items));
        }
    }
    result.items = Buffer<std::uint32_t>(members.size(), Filled::no);
    std::ranges::copy(members, result.items.begin());
    return result;
}

OwnedLists turned_round(std::size_t items, const Lists& groups) {
    OwnedLists result;
    result.offsets = Buffer<ArcId>(items + 1, Filled::no);
    result.items = Buffer<std::uint32_t>(groups.items.size(), Filled::no);
    std::vector<ArcId> places(items + 1);
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
