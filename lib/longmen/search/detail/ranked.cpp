// SPDX-License-Identifier: GPL-3.0-or-later
// Orders matches.
#include <longmen/search/detail/ranked.hpp>

#include <algorithm>
#include <string>
#include <tuple>

namespace longmen::search::detail {
namespace {

struct Match {
    Ranked ranked;
    std::string key;
};

/// Far above what the order of some thousand additions changes, far below what two texts differ by.
constexpr double noise = 1e-11;
/// Matches looked at behind the last one wanted, at first.
constexpr std::size_t beyond = 16;

bool differ(double more, double less) {
    return more - less > noise * more;
}

/// Of each run of equal weights the matches by key.
void settle(std::vector<Match>& matches) {
    for (auto begin = matches.begin(); begin != matches.end();) {
        auto end = begin + 1;
        while (end != matches.end() && !differ((end - 1)->ranked.weight, end->ranked.weight)) {
            ++end;
        }
        std::sort(begin, end, [](const Match& a, const Match& b) {
            return std::tie(a.key, a.ranked.id) < std::tie(b.key, b.ranked.id);
        });
        begin = end;
    }
}

} // namespace

std::vector<Ranked> ranked(const Xapian::Enquire& enquire, std::size_t first, std::size_t limit,
                           std::size_t documents) {
    first = std::min(first, documents);
    const auto wanted = first + std::min(limit, documents - first);
    std::vector<Match> matches;
    for (auto count = wanted + beyond;; count *= 2) {
        matches.clear();
        const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(count, documents)));
        for (auto match = found.begin(); match != found.end(); ++match) {
            matches.push_back({{*match, match.get_weight()}, match.get_sort_key()});
        }
        const bool all = matches.size() < count || count >= documents;
        if (all || wanted == 0 || differ(matches[wanted - 1].ranked.weight, matches.back().ranked.weight)) {
            break;
        }
    }
    settle(matches);
    std::vector<Ranked> page;
    for (auto i = first; i < std::min(wanted, matches.size()); ++i) {
        page.push_back(matches[i].ranked);
    }
    return page;
}

} // namespace longmen::search::detail
