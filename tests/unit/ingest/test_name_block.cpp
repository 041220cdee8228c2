// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of texts against a map, over the borders of blocks.
#include <longmen/ingest/detail/name_block.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace test_name_block {

using namespace longmen::ingest::detail;

TEST_CASE("name block: each text once, numbered as met, none moved or cut") {
    std::mt19937_64 random{3};
    NameBlock block;
    std::map<std::string, std::uint32_t> numbers;
    std::vector<std::string> texts;
    for (int i = 0; i < 60000; ++i) {
        // Short ones, some empty; now and then one of a good part of a block, once a longer one than a block.
        const auto size = i == 30000 ? 9000000 : i % 4000 == 17 ? 1500000 + random() % 9 : random() % 30;
        std::string text(size, static_cast<char>('a' + random() % 26));
        text += size == 0 ? "" : std::to_string(random() % 700);
        const auto [at, fresh] = numbers.try_emplace(text, static_cast<std::uint32_t>(texts.size()));
        if (fresh) {
            texts.push_back(text);
        }
        REQUIRE(block.number(text) == at->second);
    }
    block.end_names();
    REQUIRE(block.size() == texts.size());
    for (std::uint32_t i = 0; i < block.size(); ++i) {
        REQUIRE(block.name(i) == texts[i]);
    }
}

} // namespace test_name_block
