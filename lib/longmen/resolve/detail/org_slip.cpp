// SPDX-License-Identifier: GPL-3.0-or-later
// Damerau-Levenshtein distance of two short texts, three rows at a time.
#include <longmen/resolve/detail/org_slip.hpp>

#include <algorithm>
#include <array>
#include <numeric>

namespace longmen::resolve::detail {

std::size_t slip_distance(std::string_view a, std::string_view b, std::size_t most) {
    constexpr std::size_t longest = 63;
    if (a.size() > longest || b.size() > longest ||
        std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) {
        return most + 1;
    }
    std::array<std::array<std::size_t, longest + 1>, 3> rows{};
    std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto& row = rows[i % 3];
        const auto& before = rows[(i + 2) % 3];
        const auto& earlier = rows[(i + 1) % 3];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] =
                std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], earlier[j - 2] + 1);
            }
        }
    }
    return std::min(rows[a.size() % 3][b.size()], most + 1);
}

} // namespace longmen::resolve::detail
