// SPDX-License-Identifier: GPL-3.0-or-later
// Random lists of small numbers for tests.
#pragma once

#include <longmen/record/columns.hpp>

#include <cstdint>
#include <random>
#include <vector>

namespace longmen::test {

struct RandomLists {
    std::vector<ArcId> offsets{0};
    std::vector<std::uint32_t> items;
    [[nodiscard]] Lists view() const { return {offsets, items}; }
};

/// `size` lists of 0 to `longest` numbers below `bound`, which may stand twice.
inline RandomLists random_lists(std::uint64_t seed, std::size_t size, std::uint64_t longest,
                                std::uint64_t bound) {
    std::mt19937_64 random{seed};
    RandomLists lists;
    for (std::size_t i = 0; i < size; ++i) {
        for (auto left = random() % (longest + 1); left-- > 0;) {
            lists.items.push_back(static_cast<std::uint32_t>(random() % bound));
        }
        lists.offsets.push_back(static_cast<ArcId>(lists.items.size()));
    }
    return lists;
}

} // namespace longmen::test
