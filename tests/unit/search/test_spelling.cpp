// SPDX-License-Identifier: GPL-3.0-or-later
// Words that were meant.
#include <longmen/search/spelling.hpp>

#include <catch2/catch.hpp>

namespace test_spelling {

using namespace longmen;
using namespace longmen::search;
using Catch::Matchers::Contains;

namespace {

SpellingSettings settings() {
    return read_spelling_settings(
        Config::read(std::string{LONGMEN_SOURCE_DIR} + "/models/search/spelling.toml"));
}

Vocabulary words() {
    return Vocabulary{{{"battery", 50},
                       {"batteries", 20},
                       {"better", 2}, // too rare
                       {"separator", 30},
                       {"电池", 100},
                       {"液压支架", 40},
                       {"液压支座", 5},
                       {"隔膜", 30},
                       {"密封圈", 12}}};
}

std::string meant(std::string_view word) {
    return suggest_word(word, words(), settings()).value_or("-");
}

} // namespace

TEST_CASE("spelling: Latin words by changes, then by records", "[search]") {
    CHECK(meant("batery") == "battery");
    CHECK(meant("abttery") == "battery"); // two letters swapped
    CHECK(meant("seperater") == "separator");
    CHECK(meant("battery") == "-"); // as frequent as anything near it
    CHECK(meant("bettre") == "-");  // `better` stands in two records only, `battery` is too far
    CHECK(meant("cell") == "-");
    CHECK(meant("bat") == "-");
}

TEST_CASE("spelling: Chinese said alike, or with one character different", "[search]") {
    CHECK(meant("电迟") == "电池");
    CHECK(meant("格膜") == "隔膜");
    CHECK(meant("秘封圈") == "密封圈");
    CHECK(meant("液压支驾") == "液压支架");
    CHECK(meant("液压杆架") == "液压支架");
    CHECK(meant("电磁") == "-"); // neither said alike nor longer than two characters
    CHECK(meant("煤") == "-");
}

TEST_CASE("spelling: a query's words, not what is exact or excluded", "[search]") {
    const auto found =
        suggest(parse_query("title:batery OR \"batery\" OR NOT seperator OR batery OR applicant:batery"),
                words(), settings());
    REQUIRE(found.size() == 1);
    CHECK(found[0].typed == "batery");
    CHECK(found[0].meant == "battery");
    CHECK(found[0].begin == 0);
}

TEST_CASE("spelling: a vocabulary counts each record once", "[search]") {
    const auto gathered = gather_vocabulary({"锂电池电池隔膜", "电池 battery Battery", "一种电池，隔膜"}, 2);
    CHECK(gathered.records_with("电池") == 3);
    CHECK(gathered.records_with("隔膜") == 2);
    CHECK(gathered.records_with("battery") == 0); // in one record
    CHECK(gathered.records_with("池隔") == 0);    // punctuation parts
    CHECK(gather_vocabulary({}, 1).words().empty());
}

TEST_CASE("spelling: mistakes in the settings name the line", "[search]") {
    CHECK_THROWS_WITH(read_spelling_settings(Config::parse("least_records = 0\n", "s.toml")),
                      Contains("s.toml:1"));
    CHECK_THROWS_WITH(read_spelling_settings(Config::parse("colour = 1\n", "s.toml")), Contains("colour"));
}

} // namespace test_spelling
