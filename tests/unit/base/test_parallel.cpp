// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks shared out among threads.
#include <longmen/base/parallel.hpp>

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace test_parallel {

using namespace longmen;

TEST_CASE("parallel: each block is done once, whatever the number of threads") {
    for (const unsigned count : {1U, 2U, 3U, 7U}) {
        Threads threads{count};
        CHECK(threads.count() == count);
        for (const std::size_t blocks : {0U, 1U, 2U, 1000U}) {
            std::vector<std::atomic<int>> done(blocks);
            threads.each(blocks, [&](std::size_t block, unsigned thread) {
                REQUIRE(thread < count);
                ++done[block];
            });
            for (const auto& each : done) {
                CHECK(each == 1);
            }
        }
    }
}

TEST_CASE("parallel: ranges cover all items") {
    Threads threads{3};
    std::vector<std::atomic<int>> done(1001);
    threads.ranges(done.size(), 10, [&](std::size_t begin, std::size_t end, unsigned) {
        CHECK(end - begin <= 10);
        for (auto i = begin; i < end; ++i) {
            ++done[i];
        }
    });
    for (const auto& each : done) {
        CHECK(each == 1);
    }
}

TEST_CASE("parallel: what the work throws comes out, and the pool works on") {
    Threads threads{4};
    for (int round = 0; round < 50; ++round) {
        try {
            threads.each(100, [](std::size_t block, unsigned) {
                if (block == 17) {
                    throw std::runtime_error("17");
                }
            });
            FAIL("nothing was thrown");
        } catch (const std::runtime_error& error) {
            CHECK(std::string{error.what()} == "17");
        }
    }
    std::atomic<int> done{0};
    threads.each(100, [&](std::size_t, unsigned) { ++done; });
    CHECK(done == 100);
}

} // namespace test_parallel
