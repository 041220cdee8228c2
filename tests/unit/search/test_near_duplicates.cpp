// SPDX-License-Identifier: GPL-3.0-or-later
// The join held against every pair of sets.
#include <longmen/base/errors.hpp>
#include <longmen/search/near_duplicates.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <set>
#include <vector>

namespace test_near_duplicates {

using namespace longmen;
using namespace longmen::search;
using Catch::Matchers::Contains;

namespace {

struct Sets {
    std::vector<ArcId> offsets{0};
    std::vector<std::uint32_t> items;

    void add(const std::set<std::uint32_t>& set) {
        items.insert(items.end(), set.begin(), set.end());
        offsets.push_back(static_cast<ArcId>(items.size()));
    }
    [[nodiscard]] Lists view() const { return {offsets, items}; }
};

std::vector<NearPair> by_definition(const Lists& sets, const DuplicateOptions& options) {
    std::vector<NearPair> pairs;
    for (std::uint32_t a = 0; a < sets.size(); ++a) {
        for (std::uint32_t b = a + 1; b < sets.size(); ++b) {
            std::vector<std::uint32_t> both;
            std::ranges::set_intersection(sets[a], sets[b], std::back_inserter(both));
            const auto either = sets.count(a) + sets.count(b) - both.size();
            const auto least = std::max<std::size_t>(options.shortest, 1);
            if (sets.count(a) >= least && sets.count(b) >= least &&
                both.size() * 10000 >= options.threshold * either) {
                pairs.push_back({a, b, static_cast<std::uint32_t>(both.size())});
            }
        }
    }
    return pairs;
}

/// Sets of which many are another one with a few items changed, or the same.
Sets drawn(std::uint64_t seed) {
    std::mt19937_64 random{seed};
    const auto kinds = 5 + random() % 300;
    std::vector<std::set<std::uint32_t>> sets;
    const auto count = 1 + random() % 90;
    while (sets.size() < count) {
        std::set<std::uint32_t> set;
        if (sets.empty() || random() % 3 == 0) {
            for (auto left = random() % 40; left-- > 0;) {
                set.insert(static_cast<std::uint32_t>((random() % kinds) * (random() % kinds) /
                                                      kinds)); // some are frequent
            }
        } else {
            set = sets[random() % sets.size()];
            for (auto changes = random() % 6; changes-- > 0 && !set.empty();) {
                set.erase(std::next(set.begin(), static_cast<std::ptrdiff_t>(random() % set.size())));
                if (random() % 2 == 0) {
                    set.insert(static_cast<std::uint32_t>(random() % kinds));
                }
            }
        }
        sets.push_back(std::move(set));
    }
    Sets result;
    for (const auto& set : sets) {
        result.add(set);
    }
    return result;
}

} // namespace

TEST_CASE("near duplicates: all pairs and no others, on 600 draws, for any number of threads", "[search]") {
    Threads one{1};
    Threads three{3};
    std::size_t pairs = 0;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const auto sets = drawn(seed);
        const std::uint32_t thresholds[] = {8000, 5000, 10000, 9000, 3000, 6667, 100};
        const DuplicateOptions options{thresholds[seed % 7], seed % 4 == 0 ? 5U : 1U, 100000};
        const auto found = near_duplicates(sets.view(), options, seed % 2 == 0 ? one : three);
        const auto wanted = by_definition(sets.view(), options);
        REQUIRE(every_pair(found, sets.view()) == wanted);
        REQUIRE(found.all_pairs == wanted.size());
        pairs += wanted.size();

        // clusters: spread the smallest number over the pairs until nothing changes
        std::vector<std::uint32_t> smallest(sets.view().size());
        for (std::uint32_t i = 0; i < smallest.size(); ++i) {
            smallest[i] = i;
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (const auto& pair : wanted) {
                const auto least = std::min(smallest[pair.a], smallest[pair.b]);
                changed = changed || smallest[pair.a] != least || smallest[pair.b] != least;
                smallest[pair.a] = smallest[pair.b] = least;
            }
        }
        REQUIRE(duplicate_clusters(found) == smallest);
    }
    CHECK(pairs > 10000);
}

TEST_CASE("near duplicates: a pair on the line is in, one below it is not", "[search]") {
    Threads threads{1};
    Sets sets;
    sets.add({0, 1, 2, 3, 4, 5, 6, 7, 8});
    sets.add({0, 1, 2, 3, 4, 5, 6, 7, 9}); // 8 of 10
    sets.add({20, 21, 22});
    sets.add({20, 21, 23}); // 2 of 4
    const auto found = near_duplicates(sets.view(), {8000, 1, 10}, threads);
    CHECK(found.pairs == std::vector<NearPair>{{0, 1, 8}});
    CHECK(near_duplicates(sets.view(), {8001, 1, 10}, threads).pairs.empty());
    CHECK(near_duplicates(sets.view(), {5000, 1, 10}, threads).pairs.size() == 2);
}

TEST_CASE("near duplicates: equal texts are one, too short and empty ones are counted", "[search]") {
    Threads threads{2};
    Sets sets;
    for (int i = 0; i < 1000; ++i) {
        sets.add({1, 2, 3, 4, 5});
    }
    sets.add({1, 2, 3, 4, 5, 6});
    sets.add({7});
    sets.add({});
    const auto found = near_duplicates(sets.view(), {8000, 2, 10}, threads);
    CHECK(found.pairs == std::vector<NearPair>{{0, 1000, 5}});
    CHECK(found.all_pairs == 1000 * 999 / 2 + 1000);
    CHECK(found.first_of[999] == 0);
    CHECK(found.first_of[1001] == NearDuplicates::not_compared);
    CHECK(found.too_short == 1);
    CHECK(found.empty == 1);
    const auto clusters = duplicate_clusters(found);
    CHECK(std::ranges::count(clusters, 0U) == 1001);
    CHECK(every_pair(found, sets.view()).size() == found.all_pairs);
}

TEST_CASE("near duplicates: too many pairs and impossible thresholds are refused", "[search]") {
    Threads threads{2};
    Sets sets;
    for (std::uint32_t i = 0; i < 40; ++i) {
        sets.add({1, 2, 3, 4, 5, 6, 7, 8, 9, 100 + i});
    }
    CHECK(near_duplicates(sets.view(), {8000, 1, 780}, threads).pairs.size() == 780);
    CHECK_THROWS_WITH(near_duplicates(sets.view(), {8000, 1, 779}, threads), Contains("--threshold"));
    CHECK_THROWS_AS(near_duplicates(sets.view(), {0, 1, 10}, threads), UsageError);
    CHECK_THROWS_AS(near_duplicates(sets.view(), {10001, 1, 10}, threads), UsageError);
}

} // namespace test_near_duplicates
