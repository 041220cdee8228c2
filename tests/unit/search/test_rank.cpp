// SPDX-License-Identifier: GPL-3.0-or-later
// Scores of texts against sums by hand.
#include "searching.hpp"

#include <longmen/search/rank.hpp>

#include <catch2/catch.hpp>

#include <cmath>

namespace test_rank {

using namespace longmen;
using search::TermReader;
using search::TermStatistics;

namespace {

store::TextRecord record(const std::string& title, const std::string& abstract,
                         const std::string& classes = "") {
    store::TextRecord text;
    text.id = 1;
    text.title = title;
    text.abstract = abstract;
    text.classes = classes;
    return text;
}

} // namespace

TEST_CASE("rank: terms are characters, words by stem, neighbours and classes", "[search]") {
    TermReader reader;
    const auto text = reader.read(record("LED灯具", "Washing machines", "D06F 39/08"));
    CHECK(text.title_length == 3);
    CHECK(text.counts.at("wled").title == 1);
    CHECK(text.counts.at("qled 灯").title == 1);
    CHECK(text.counts.at("p灯具").title == 1);
    CHECK(text.counts.at("wmachin").body == 1);
    CHECK(text.counts.contains("kD06F"));
    CHECK(text.counts.contains("kD06F39"));
    CHECK(text.counts.contains("kD06F39/08"));
    CHECK(reader.written("machin") == "machines");
}

TEST_CASE("rank: claims stand in where there is no abstract", "[search]") {
    TermReader reader;
    auto text = record("a", "");
    text.claims = "a bolt";
    CHECK(reader.read(text).counts.contains("wbolt"));
    text.abstract = "a nut";
    CHECK_FALSE(reader.read(text).counts.contains("wbolt"));
}

TEST_CASE("rank: the score of one word by hand", "[search]") {
    auto settings = test::settings().closest;
    settings.k1 = 1;
    settings.b_title = settings.b_body = 0;
    settings.title = 3;
    settings.in_title = 0.5;
    settings.whole_title = 0;
    TermReader reader;
    TermStatistics statistics;
    statistics.records = 9;
    statistics.frequency = {{"wbolt", 1}, {"wnut", 4}};
    const auto rare = std::log(1 + 8.5 / 1.5), usual = std::log(1 + 5.5 / 4.5);
    CHECK(statistics.rarity("wbolt") == Approx(rare));
    const auto text = reader.read(record("bolt", "a nut and a nut"));
    // bolt: 3 times (title), 3 x 2 / (3 + 1); nut: twice, 2 x 2 / (2 + 1).
    const auto sum = rare * 1.5 + usual * 4 / 3;
    CHECK(search::score(text, {{"wbolt", 1}, {"wnut", 1}}, statistics, settings) ==
          Approx(sum * (1 + 0.5 * rare / (rare + usual))));
    CHECK(search::score(text, {{"wscrew", 1}}, statistics, settings) == 0);
}

TEST_CASE("rank: words of asking are left out of long texts only", "[search]") {
    TermReader reader;
    auto settings = test::settings();
    settings.closest.topic_words = 4;
    settings.closest.asking = {"find", "documents"};
    CHECK(reader.read_query("find documents", settings).contains("wfind"));
    const auto topic = reader.read_query("find documents on bubbles in tubs", settings);
    CHECK_FALSE(topic.contains("wfind"));
    CHECK(topic.contains("wbubbl"));
    CHECK(reader.read_query("find find find documents documents", settings).contains("wfind"));
}

TEST_CASE("rank: near texts add what they have and the rest has not", "[search]") {
    auto settings = test::settings().closest;
    settings.feedback_terms = 1;
    settings.feedback_weight = 0.5;
    TermReader reader;
    const auto one = reader.read(record("bubble tub", "aerator")),
               other = reader.read(record("bubble", "aerator"));
    TermStatistics statistics;
    statistics.records = 100;
    statistics.frequency = {{"wbubbl", 60}, {"waerat", 3}, {"wtub", 1}};
    const auto wide =
        search::with_feedback({{"wbubbl", 2}}, {{2.0, &one}, {1.0, &other}}, statistics, settings);
    CHECK(wide.size() == 2);
    CHECK(wide.at("wbubbl") == 2);
    CHECK(wide.at("waerat") == Approx(1)); // half of the heaviest; a word of one record only tells nothing
}

} // namespace test_rank
