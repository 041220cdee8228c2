// SPDX-License-Identifier: GPL-3.0-or-later
// One walk down the groups of equal scores.
#include <longmen/stats/precision_recall.hpp>

#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/stats/detail/score_groups.hpp>

#include <algorithm>
#include <ranges>

namespace longmen::stats {

Measured<double> average_precision(std::span<const double> scores, std::span<const std::uint8_t> outcomes) {
    const auto groups = detail::score_groups(scores, outcomes);
    const auto all = detail::totals(groups);
    if (all.members == 0) {
        return Undefined::no_data;
    }
    if (all.positives == 0) {
        return Undefined::zero_denominator;
    }
    std::size_t members = 0, positives = 0;
    double sum = 0; // of the positives, each with the precision where it enters
    for (const auto& group : std::views::reverse(groups)) {
        members += group.members;
        positives += group.positives;
        sum += static_cast<double>(group.positives) *
               (static_cast<double>(positives) / static_cast<double>(members));
    }
    return sum / static_cast<double>(all.positives);
}

Measured<TopShare> top_share(std::span<const double> scores, std::span<const std::uint8_t> outcomes,
                             double share) {
    if (!(share > 0) || !(share <= 1)) {
        throw UsageError(
            Sentence{"前列比例须大于 0 且不大于 1", "the top share must be above 0 and at most 1"});
    }
    const auto groups = detail::score_groups(scores, outcomes);
    const auto all = detail::totals(groups);
    if (all.members == 0) {
        return Undefined::no_data;
    }
    if (all.positives == 0) {
        return Undefined::zero_denominator;
    }
    TopShare top;
    top.members = share * static_cast<double>(all.members);
    std::size_t above = 0, positives_above = 0;
    for (const auto& group : std::views::reverse(groups)) {
        const double room = top.members - static_cast<double>(above);
        const auto size = static_cast<double>(group.members);
        if (room < size) {
            top.positives = static_cast<double>(positives_above) +
                            static_cast<double>(group.positives) * std::max(room, 0.0) / size;
            break;
        }
        above += group.members;
        positives_above += group.positives;
        top.positives = static_cast<double>(positives_above);
    }
    top.precision = top.positives / top.members;
    top.recall = top.positives / static_cast<double>(all.positives);
    top.lift = top.recall / share;
    return top;
}

} // namespace longmen::stats
