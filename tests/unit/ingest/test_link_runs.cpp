// SPDX-License-Identifier: GPL-3.0-or-later
// Links by range: all of them, each in its range, in the order in which they came.
#include <longmen/ingest/detail/link_runs.hpp>

#include <catch2/catch.hpp>

#include <random>
#include <vector>

namespace test_link_runs {

using namespace longmen::ingest;
using namespace longmen::ingest::detail;

namespace {

struct Item {
    std::uint32_t row = 0, number = 0;
};

} // namespace

TEST_CASE("link runs: ranges hold what was put in, in memory or on the disk") {
    std::mt19937_64 random{5};
    for (const std::size_t rows : {0U, 1U, 64U, 1000U}) {
        for (const std::size_t in_memory : {std::size_t{0}, std::size_t{1} << 20}) {
            const RelationalRoom room{{{}, in_memory}, 10};
            LinkRuns<Item> runs{room, rows};
            std::vector<Item> all;
            for (std::uint32_t i = 0; rows > 0 && i < 3000; ++i) {
                all.push_back({static_cast<std::uint32_t>(random() % rows), i});
                runs.add(all.back());
            }
            CHECK(runs.ranges() == (rows + 15) / 16); // of ten the next power of two
            std::size_t covered = 0;
            for (std::size_t range = 0; range < runs.ranges(); ++range) {
                REQUIRE(runs.begin(range) == covered);
                covered += runs.rows(range);
                std::vector<std::uint32_t> wanted;
                for (const auto& item : all) {
                    if (item.row >= runs.begin(range) && item.row < covered) {
                        wanted.push_back(item.number);
                    }
                }
                std::vector<std::uint32_t> got;
                runs.take(range, [&](std::span<const Item> some) {
                    for (const auto& item : some) {
                        got.push_back(item.number);
                    }
                });
                REQUIRE(got == wanted);
            }
            CHECK(covered == rows);
        }
    }
    const LinkRuns<Item> many{{{}, 1}, 1000000}; // ranges of one document would be as many files
    CHECK(many.ranges() <= 64);
}

} // namespace test_link_runs
