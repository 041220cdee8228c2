// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks of ids against a plain set of them.
#include <longmen/ingest/detail/key_ranks.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <set>
#include <string>

namespace test_key_ranks {

using namespace longmen;
using namespace longmen::ingest::detail;

namespace {

/// Plain numbers near and far, with and without zeros before them, and numbers of other forms.
std::string random_id(std::mt19937_64& random) {
    switch (random() % 5) {
    case 0:
        return std::to_string(random() % 300);
    case 1:
        return "00" + std::to_string(random() % 300);
    case 2:
        return std::to_string(random() % 20000000);
    case 3:
        return std::to_string(random() % 10000000000000);
    default:
        return "D" + std::to_string(600000 + random() % 100);
    }
}

} // namespace

TEST_CASE("key ranks: each id of the set has its own below the size, no other has one") {
    std::mt19937_64 random{11};
    for (int round = 0; round < 20; ++round) {
        std::set<PackedNumber> set;
        KeyRanks ranks;
        for (auto n = random() % 400; n > 0; --n) {
            const auto key = pack_number(random_id(random));
            REQUIRE(key);
            set.insert(*key);
            ranks.add(*key);
        }
        ranks.end();
        REQUIRE(ranks.size() == set.size());
        std::set<std::uint32_t> seen;
        for (const auto key : set) {
            const auto rank = ranks.rank(key);
            REQUIRE(rank < ranks.size());
            REQUIRE(seen.insert(rank).second);
        }
        for (int n = 0; n < 400; ++n) {
            const auto key = *pack_number(random_id(random));
            REQUIRE((ranks.rank(key) == KeyRanks::none) == !set.contains(key));
        }
    }
}

TEST_CASE("key ranks: of an id put in twice the first document stands") {
    KeyDocuments index;
    for (const char* id : {"7", "12", "7", "RE5"}) {
        index.ranks.add(*pack_number(id));
    }
    index.end_keys();
    CHECK(index.put(*pack_number("7"), 0));
    CHECK(index.put(*pack_number("12"), 1));
    CHECK_FALSE(index.put(*pack_number("7"), 2));
    CHECK(index.find(*pack_number("7")) == 0);
    CHECK(index.find(*pack_number("12")) == 1);
    CHECK(index.find(*pack_number("RE5")) == IdIndex::none); // no document was given
    CHECK(index.find(*pack_number("8")) == IdIndex::none);
}

} // namespace test_key_ranks
