// SPDX-License-Identifier: GPL-3.0-or-later
// Draws by the first steps of Fisher and Yates's shuffle.
#include <longmen/stats/draw.hpp>

#include <longmen/stats/seeds.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace longmen::stats {

std::vector<std::size_t> draw_without_replacement(std::size_t size, std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> positions(size);
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    count = std::min(count, size);
    const auto stream = spread_seed(seed);
    std::uint64_t counter = 0;
    // Numbers beyond the last whole multiple are drawn again: no position is favoured.
    const auto below = [&](std::uint64_t bound) {
        const auto last = std::numeric_limits<std::uint64_t>::max() / bound * bound;
        for (;;) {
            const auto drawn = spread_seed(stream + counter++);
            if (drawn < last) {
                return drawn % bound;
            }
        }
    };
    for (std::size_t i = 0; i < count; ++i) {
        std::swap(positions[i], positions[i + below(size - i)]);
    }
    positions.resize(count);
    return positions;
}

} // namespace longmen::stats
