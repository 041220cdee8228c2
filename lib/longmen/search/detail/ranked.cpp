// SPDX-License-Identifier: GPL-3.0-or-later
// Orders matches.
#include <longmen/search/detail/ranked.hpp>

#include <algorithm>
#include <string>
#include <tuple>

namespace longmen::search::detail {
namespace {

struct Keyed {
    Match match;
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
void settle(std::vector<Keyed>& matches) {
    for (auto begin = matches.begin(); begin != matches.end();) {
        auto end = begin + 1;
        while (end != matches.end() && !differ((end - 1)->match.value, end->match.value)) {
            ++end;
        }
        std::sort(begin, end, [](const Keyed& a, const Keyed& b) {
            return std::tie(a.key, a.match.row) < std::tie(b.key, b.match.row);
        });
        begin = end;
    }
}

} // namespace

std::vector<Match> ranked(const Xapian::Enquire& enquire, std::size_t first, std::size_t limit,
                          std::size_t documents, Xapian::doccount least) {
    first = std::min(first, documents);
    const auto wanted = first + std::min(limit, documents - first);
    std::vector<Keyed> matches;
    for (auto count = wanted + beyond;; count *= 2) {
        matches.clear();
        const auto found =
            enquire.get_mset(0, static_cast<Xapian::doccount>(std::min(count, documents)), least);
        for (auto match = found.begin(); match != found.end(); ++match) {
            matches.push_back({{*match, match.get_weight()}, match.get_sort_key()});
        }
        const bool all = matches.size() < count || count >= documents;
        if (all || wanted == 0 || differ(matches[wanted - 1].match.value, matches.back().match.value)) {
            break;
        }
    }
    settle(matches);
    std::vector<Match> page;
    for (auto i = first; i < std::min(wanted, matches.size()); ++i) {
        page.push_back(matches[i].match);
    }
    return page;
}

} // namespace longmen::search::detail
