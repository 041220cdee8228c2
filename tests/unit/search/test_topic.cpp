// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that describe a topic, and queries that do not.
#include "searching.hpp"

#include <longmen/search/topic.hpp>

#include <catch2/catch.hpp>

namespace test_topic {

using namespace longmen;

TEST_CASE("topic: long plain texts, with any punctuation", "[search]") {
    const auto settings = test::settings();
    CHECK(search::is_topic(
        "Washers that clean laundry (with bubbles; or foam), by means of: vacuuming, swirling, inducing flow",
        settings));
    CHECK(search::is_topic("查找用气泡洗涤衣物的洗衣机，包括气泡发生器（微气泡）及控制方法", settings));
    CHECK_FALSE(search::is_topic("washers with bubbles", settings));
    const std::string long_words = "washers that clean laundry with bubbles by means of a drum and a pump";
    CHECK(search::is_topic(long_words, settings));
    for (const std::string token :
         {" AND water", " 与 水", " \"water pump\"", " ipc:D06F", " wash*", " NEAR/3 tub", " =tub"}) {
        CHECK_FALSE(search::is_topic(long_words + token, settings));
    }
    const auto node = search::topic_query("wash (or foam)? 气泡，洗涤");
    CHECK(node.kind == search::QueryNode::Kind::all_of);
    REQUIRE(node.parts.size() == 5);
    CHECK(node.parts[2].text == "foam");
    CHECK(node.parts[3].text == "气泡");
}

} // namespace test_topic
