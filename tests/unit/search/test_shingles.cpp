// SPDX-License-Identifier: GPL-3.0-or-later
// Shingles of single texts by hand; lists of many against sets of their own words.
#include <longmen/search/shingles.hpp>

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <string>
#include <vector>

namespace test_shingles {

using namespace longmen;
using namespace longmen::search;

namespace {

/// Stretches of a text, in order.
std::vector<std::string> stretches(std::string_view text) {
    Shingler shingler;
    std::vector<std::string> result;
    shingler.each(text, [&](const Shingle& shingle) {
        result.emplace_back(text.substr(shingle.begin, shingle.end - shingle.begin));
    });
    return result;
}

std::vector<ShingleKey> keys(std::string_view text) {
    Shingler shingler;
    std::vector<ShingleKey> result;
    shingler.each(text, [&](const Shingle& shingle) { result.push_back(shingle.key); });
    return result;
}

} // namespace

TEST_CASE("shingles: words, pairs of neighbouring characters, no numbers", "[search]") {
    using List = std::vector<std::string>;
    CHECK(stretches("一种LED灯具") == List{"一种", "LED", "灯具"});
    CHECK(stretches("水泵，装置 pump 120 V1") == List{"水泵", "装置", "pump", "V1"});
    CHECK(stretches("水 泵") == List{"水 泵"}); // a blank parts nothing
    CHECK(stretches("泵").empty());
    CHECK(stretches("").empty());
}

TEST_CASE("shingles: width and case do not matter, everything else does", "[search]") {
    CHECK(keys("ＬＥＤ Lamp") == keys("led LAMP"));
    CHECK(keys("水泵") != keys("泵水"));
    CHECK(keys("abcdefg") != keys("abcdefgh"));
    CHECK(keys("electromagnetic") == keys("Electromagnetic"));
    CHECK(keys("electromagnetic") != keys("electromagnetics"));
    CHECK(keys("𠀀𠀁") != keys("𠀀𠀂")); // four bytes each
    CHECK(keys("ab") != keys("a b"));
}

TEST_CASE("shingles: lists are the sets of each text with their counts, whatever the number of threads",
          "[search]") {
    std::mt19937_64 random{7};
    std::vector<std::vector<std::string>> texts(1300);
    std::vector<std::string> joined;
    for (auto& text : texts) {
        std::string all;
        for (auto left = random() % 15; left-- > 0;) {
            text.push_back("word" + std::to_string(random() % 90) + "x");
            all += text.back() + " ";
        }
        joined.push_back(all);
    }
    const auto lists_by = [&](unsigned count) {
        Threads threads{count};
        return shingle_lists(
            texts.size(), [&](std::size_t at, const auto& take) { take(joined[at]); }, threads);
    };
    const auto lists = lists_by(1);
    const auto again = lists_by(3);
    CHECK(std::ranges::equal(lists.of.items, again.of.items));
    CHECK(std::ranges::equal(lists.count, again.count));
    std::map<std::string, std::uint32_t> numbers;
    std::size_t at = 0;
    for (std::size_t text = 0; text < texts.size(); ++text) {
        std::map<std::uint32_t, std::uint32_t> wanted;
        for (const auto& word : texts[text]) {
            ++wanted[numbers.try_emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second];
        }
        REQUIRE(lists.of.view().count(text) == wanted.size());
        for (const auto& [number, count] : wanted) {
            REQUIRE(lists.of.items[at] == number);
            REQUIRE(lists.count[at++] == count);
        }
    }
    CHECK(lists.shingles == numbers.size());
}

} // namespace test_shingles
