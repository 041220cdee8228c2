// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks used again: their content, their places, how much is kept.
#include <longmen/base/page_pool.hpp>

#include <longmen/base/parallel.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace test_page_pool {

using namespace longmen;

namespace {

constexpr auto page = PagePool::page;

bool all_are(const void* block, std::size_t bytes, unsigned char value) {
    const std::span items{static_cast<const unsigned char*>(block), bytes};
    return std::ranges::all_of(items, [&](unsigned char one) { return one == value; });
}

} // namespace

TEST_CASE("page pool: what is given back is taken again, zeroed where it is asked for") {
    PagePool pool{8 * page};
    auto* const first = pool.take(2 * page, true);
    CHECK(all_are(first, 2 * page, 0));
    CHECK(reinterpret_cast<std::uintptr_t>(first) % page == 0);
    std::memset(first, 7, 2 * page);
    pool.give(first, 2 * page);
    CHECK(pool.kept() == 2 * page);
    auto* const again = pool.take(2 * page - 100, false);
    CHECK(again == first);
    CHECK(pool.kept() == 0);
    CHECK(all_are(again, 2 * page - 100, 7));
    pool.give(again, 2 * page - 100);
    auto* const zeroed = pool.take(2 * page, true);
    CHECK(zeroed == first);
    CHECK(all_are(zeroed, 2 * page, 0));
    pool.give(zeroed, 2 * page);
}

TEST_CASE("page pool: blocks are cut from what was given back, the first that fits, and grow together") {
    PagePool pool{64 * page};
    auto* const whole = static_cast<std::byte*>(pool.take(6 * page, false));
    std::memset(whole, 7, 6 * page);
    pool.give(whole, 6 * page);
    std::vector<void*> parts;
    for (std::size_t i = 0; i < 6; ++i) {
        parts.push_back(pool.take(page, false));
        CHECK(parts.back() == whole + i * page);
    }
    CHECK(pool.kept() == 0);
    for (const auto at : {1, 4, 0, 5, 3, 2}) { // in between, before and behind others
        pool.give(parts[static_cast<std::size_t>(at)], page);
    }
    CHECK(pool.take(6 * page, false) == whole);
    pool.give(whole, 3 * page); // as two blocks, the page between them held
    pool.give(whole + 4 * page, 2 * page);
    CHECK(pool.kept() == 5 * page);
    auto* const longer = pool.take(4 * page, true); // two pages given back and two new ones
    CHECK(longer == whole + 4 * page);
    CHECK(all_are(longer, 4 * page, 0));
    CHECK(pool.kept() == 3 * page);
    CHECK(all_are(whole, 4 * page, 7));
}

TEST_CASE("page pool: no more is kept than the bound") {
    PagePool pool{3 * page};
    auto* const large = pool.take(5 * page, false);
    std::memset(large, 7, 5 * page);
    auto* const small = pool.take(page, false);
    pool.give(large, 5 * page);
    CHECK(pool.kept() == 3 * page);
    pool.give(small, page);
    CHECK(pool.kept() == 3 * page);
    auto* const again = pool.take(6 * page, true); // those kept, and those that went back
    CHECK(again == large);
    CHECK(all_are(again, 6 * page, 0));
    CHECK(pool.kept() == 0);
    pool.give(again, 6 * page);
    CHECK(pool.kept() == 3 * page);

    PagePool none{0};
    none.give(none.take(2 * page, false), 2 * page);
    CHECK(none.kept() == 0);
}

TEST_CASE("page pool: several threads hold blocks that do not overlap") {
    constexpr std::size_t rounds = 400;
    PagePool pool{12 * page};
    Threads threads{4};
    std::atomic<int> wrong{0};
    std::vector<std::vector<std::pair<void*, std::size_t>>> held(threads.count());
    threads.each(rounds, [&](std::size_t round, unsigned thread) {
        auto& mine = held[thread];
        const auto bytes = (1 + round % 3) * page;
        auto* const block = pool.take(bytes, round % 2 == 0);
        if (round % 2 == 0 && !all_are(block, bytes, 0)) {
            ++wrong;
        }
        std::memset(block, static_cast<int>(thread + 1), bytes);
        mine.emplace_back(block, bytes);
        if (mine.size() > 2) {
            const auto [oldest, size] = mine.front();
            if (!all_are(oldest, size, static_cast<unsigned char>(thread + 1))) {
                ++wrong;
            }
            pool.give(oldest, size);
            mine.erase(mine.begin());
        }
    });
    CHECK(wrong == 0);
    for (const auto& mine : held) {
        for (const auto& [block, bytes] : mine) {
            pool.give(block, bytes);
        }
    }
    CHECK(pool.kept() <= 12 * page);
}

} // namespace test_page_pool
