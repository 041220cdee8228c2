// SPDX-License-Identifier: GPL-3.0-or-later
// Whole lists of neighbours.
#include <longmen/base/errors.hpp>
#include <longmen/base/sentence.hpp>
#include <longmen/indicators/detail/spread.hpp>

namespace longmen::indicators {

void detail::check_rule(DiversityRule rule, bool corrected) {
    if (corrected && rule == DiversityRule::fractional) {
        throw UsageError(
            Sentence{"霍尔校正以等权计数为前提，不用于按类别数分摊的口径",
                     "Hall's correction assumes equal weights and is not made for the fractional rule"});
    }
}

Shares diversity(const graph::Lists& neighbours, const graph::Lists& classes, std::uint32_t class_count,
                 DiversityRule rule, bool corrected, Threads& threads) {
    detail::check_rule(rule, corrected);
    return detail::with_spread(class_count, rule, [&]<typename Packed, typename Spread>() {
        const Packed packed{classes, threads};
        Shares result(neighbours.size(), Filled::no);
        std::vector<Spread> spreads(threads.count(), Spread{packed, class_count, rule, corrected});
        threads.ranges(neighbours.size(), detail::nodes_of_spread,
                       [&](std::size_t begin, std::size_t end, unsigned thread) {
                           auto& spread = spreads[thread];
                           for (auto node = begin; node < end; ++node) {
                               detail::fetch_ahead(neighbours, node, packed);
                               spread.add(neighbours[node]);
                               result[node] = spread.take();
                           }
                       });
        return result;
    });
}

} // namespace longmen::indicators
