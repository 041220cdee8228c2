// SPDX-License-Identifier: GPL-3.0-or-later
// Characters read aloud, one entry each.
#include <longmen/base/pinyin.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace test_pinyin {

using longmen::pinyin;

namespace {
using Readings = std::vector<std::string>;
}

TEST_CASE("pinyin: each character has its reading, without tones") {
    CHECK(pinyin("清华") == Readings{"qing", "hua"});
    CHECK(pinyin("绿") == Readings{"lu"});
    CHECK(pinyin("鯉龍") == Readings{"li", "long"});
}

TEST_CASE("pinyin: what is no Chinese character stays") {
    CHECK(pinyin("").empty());
    CHECK(pinyin("longmen") == Readings{"longmen"});
    CHECK(pinyin("龙门AB") == Readings{"long", "men", "ab"});
}

} // namespace test_pinyin
