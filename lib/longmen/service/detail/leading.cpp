// SPDX-License-Identifier: GPL-3.0-or-later
// Counted by document, the most frequent first.
#include <longmen/service/detail/leading.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <vector>

namespace longmen::service::detail {

std::string leading(std::span<const NodeId> nodes, const Lists& lists, const store::TextColumn& names,
                    const ClassTitles& titles, Lang lang) {
    constexpr std::size_t most = 3;
    std::map<std::uint32_t, std::size_t> counts;
    if (lists.size() == 0) {
        return {};
    }
    std::size_t known = 0;
    for (const auto node : nodes) {
        const auto list = lists[node];
        known += list.empty() ? 0 : 1;
        for (const auto each : std::set<std::uint32_t>(list.begin(), list.end())) {
            ++counts[each];
        }
    }
    std::vector<std::pair<std::size_t, std::string_view>> order;
    for (const auto& [item, count] : counts) {
        order.emplace_back(count, names[item]);
    }
    std::ranges::sort(order, [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::string text;
    for (std::size_t i = 0; i < std::min(most, order.size()); ++i) {
        constexpr double hundred = 100;
        text += fmt::format("{}{} {:.0f}%",
                            i == 0             ? ""
                            : lang == Lang::zh ? "；"
                                               : "; ",
                            with_title(order[i].second, titles),
                            hundred * static_cast<double>(order[i].first) / static_cast<double>(known));
    }
    return text;
}

} // namespace longmen::service::detail
