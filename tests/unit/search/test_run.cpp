// SPDX-License-Identifier: GPL-3.0-or-later
// What is found, against slow definitions by scanning.
#include "searching.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>

#include <algorithm>
#include <map>
#include <random>

namespace test_run {

using namespace longmen;
using namespace longmen::test;

namespace {

/// Texts of characters drawn from a small alphabet, so that substrings repeat and nearly repeat.
std::vector<std::string> random_texts(std::size_t count, std::mt19937& random) {
    const std::vector<std::string> alphabet{"液", "压", "密", "封", "阀", "体", "LED", "A1", "，", "。", " "};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
        std::string text;
        for (int k = 0; k < 40; ++k) {
            text += alphabet[random() % alphabet.size()];
        }
        texts.push_back(text);
    }
    return texts;
}

/// The text without blanks and with every punctuation mark as one bar: what a substring is looked for in.
std::string plain(const std::string& text) {
    std::string result;
    for (const auto& character : {std::pair{"，", "|"}, {"。", "|"}, {" ", ""}}) {
        (void)character;
    }
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = std::string_view{text}.substr(i);
        if (rest.starts_with("，") || rest.starts_with("。")) {
            result += '|';
            i += 3;
        } else if (rest[0] == ' ') {
            ++i;
        } else {
            result += rest[0];
            ++i;
        }
    }
    return fold(result);
}

} // namespace

TEST_CASE("run: every Chinese substring is found, and nothing else", "[search]") {
    std::mt19937 random(20261124);
    const auto texts = random_texts(150, random);
    Library library;
    std::vector<PatentRow> rows;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        rows.push_back(text_row(static_cast<int>(i), "标题", texts[i], "某"));
    }
    import_rows(library.workspace, rows);
    const std::vector<std::string> characters{"液", "压", "密", "封", "阀", "体"};
    for (int trial = 0; trial < 200; ++trial) {
        std::string wanted;
        const auto length = 1 + random() % 6;
        for (std::size_t k = 0; k < length; ++k) {
            wanted += characters[random() % characters.size()];
        }
        std::set<std::string> expected;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            if (plain(texts[i]).find(wanted) != std::string::npos) {
                expected.insert(number(static_cast<int>(i)));
            }
        }
        INFO(wanted);
        CHECK(library.numbers("\"" + wanted + "\"") == expected);
    }
}

TEST_CASE("run: Latin words and mixed text", "[search]") {
    Library library;
    import_rows(library.workspace, {text_row(1, "LED照明灯", "一种LED照明装置，用于5G基站。"),
                                    text_row(2, "照明LED", "含有 Al2O3 涂层，厚0.5mm。"),
                                    text_row(3, "A LED lamp for lighting", "A lamp with an LED driver.")});
    CHECK(library.numbers("LED照明") == std::set<std::string>{number(1)});
    CHECK(library.numbers("照明LED") == std::set<std::string>{number(2)});
    CHECK(library.numbers("led").size() == 3);
    CHECK(library.numbers("5G基站") == std::set<std::string>{number(1)});
    CHECK(library.numbers("al2o3") == std::set<std::string>{number(2)});
    CHECK(library.numbers("0.5mm") == std::set<std::string>{number(2)});
    CHECK(library.numbers("\"led lamp\"") == std::set<std::string>{number(3)});
    CHECK(library.numbers("\"lamp led\"").empty());
    CHECK(library.numbers("title:driver").empty());
    CHECK(library.numbers("title:lamp") == std::set<std::string>{number(3)});
}

TEST_CASE("run: the rows of all matches are those of the hits", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    for (int i = 0; i < 60; ++i) {
        rows.push_back(text_row(i, "题", i % 3 == 0 ? "液压密封" : "密封"));
    }
    import_rows(library.workspace, rows);
    search::SearchOptions options;
    options.limit = 100;
    std::vector<std::int64_t> expected;
    for (const auto& hit : library.find("液压", options).hits) {
        expected.push_back(hit.id);
    }
    std::ranges::sort(expected);
    CHECK(expected.size() == 20);
    CHECK(search::Searcher(library.workspace, settings()).ids(search::parse_query("液压")) == expected);
}

TEST_CASE("run: fields", "[search]") {
    Library library;
    import_rows(library.workspace,
                {text_row(1, "甲", "阀", "山西液压有限公司", "H01M10/0525", "2018-05-01", "granted"),
                 text_row(2, "乙", "阀", "太谷机械厂\n山西大学", "F16K31/06", "2020-05-01", "fee_lapsed"),
                 text_row(3, "丙", "阀", "山西大学", "H01M4/00", "2021-05-01", "examination")});
    const auto found = [&](const std::string& query) { return library.numbers(query).size(); };
    CHECK(found("applicant:山西大学") == 2);
    CHECK(found("applicant:液压") == 1);
    CHECK(found("液压") == 1); // the applicant's name counts among all words
    CHECK(found("ipc:H01M") == 2);
    CHECK(found("ipc:H01M10") == 1);
    CHECK(found("ipc:h01m10/0525") == 1);
    CHECK(found("ipc:H") == 2);
    CHECK(found("year:2018..2020") == 2);
    CHECK(found("阀 NOT year:2018") == 2);
    CHECK(found("NOT ipc:H01M") == 1);
    CHECK(found("status:有效") == 1);
    CHECK(found("status:dead") == 1);
    CHECK(found("status:examination") == 1);
    CHECK(found("number:" + number(2)) == 1);
    CHECK(found("number:CN999999999A") == 0);
    CHECK_THROWS_AS(found("status:blue"), UsageError);
    CHECK_THROWS_AS(found("enterprise:无此企业"), UsageError);
}

TEST_CASE("run: facets are exact, families are counted, equal hits stand by number", "[search]") {
    Library library;
    std::vector<PatentRow> rows;
    std::map<std::string, std::size_t> by_year, by_applicant;
    for (int i = 0; i < 60; ++i) {
        const auto year = std::to_string(2010 + i % 7);
        const std::string applicants = i % 3 == 0 ? "甲\n乙" : "乙";
        rows.push_back(text_row(i, "阀", "阀体", applicants, "F16K1/00", year + "-05-01"));
        ++by_year[year];
        ++by_applicant["乙"];
        by_applicant["甲"] += i % 3 == 0 ? 1 : 0;
    }
    import_rows(library.workspace, rows);
    search::SearchOptions options;
    options.facets = search::usual_facets();
    options.limit = 60;
    const auto result = library.find("阀", options);
    CHECK(result.total == 60);
    CHECK(result.families == 60);
    REQUIRE(result.facets.size() == 5);
    for (const auto& facet : result.facets) {
        if (facet.key == "year" || facet.key == "applicant") {
            const auto& expected = facet.key == "year" ? by_year : by_applicant;
            CHECK(facet.distinct == expected.size());
            for (const auto& row : facet.rows) {
                CHECK(row.count == expected.at(row.key));
            }
        }
    }
    options.facets = search::read_facets("ipc3,applicant:1");
    const auto chosen = library.find("阀", options).facets;
    REQUIRE(chosen.size() == 2);
    CHECK(chosen[0].key == "ipc3");
    CHECK(chosen[0].rows.at(0).key == "F16");
    CHECK(chosen[0].rows[0].count == 60);
    CHECK(chosen[1].rows.size() == 1);
    CHECK(chosen[1].distinct == 2);
    for (std::size_t i = 0; i + 1 < result.hits.size(); ++i) {
        const auto& a = result.hits[i];
        const auto& b = result.hits[i + 1];
        CHECK((a.value > b.value || (a.value == b.value && a.number < b.number)));
    }
    options.order = search::Order::newest;
    const auto newest = library.find("阀", options);
    CHECK(newest.hits.front().date == "2016-05-01");
    CHECK(newest.hits.back().date == "2010-05-01");
    options.first = 58;
    CHECK(library.find("阀", options).hits.size() == 2);
}

TEST_CASE("run: a page is filled with the closest records, marked and never counted", "[search]") {
    Library library;
    import_rows(library.workspace,
                {text_row(1, "一种液压缸的密封装置", "密封圈装在活塞上"), text_row(2, "液压泵", "叶片与转子"),
                 text_row(3, "洗衣机", "滚筒与气泡发生器"), text_row(4, "液压缸密封装置", "活塞杆")});
    search::SearchOptions options;
    CHECK(library.find("液压缸密封设备", options).hits.empty()); // unless wished
    options.close = true;
    const auto none = library.find("液压缸密封设备", options);
    CHECK(none.total == 0);
    REQUIRE(none.hits.size() == 3); // the washing machine has none of the words
    CHECK(none.close == 3);
    CHECK(none.hits[0].number == number(4));
    CHECK(none.hits[1].number == number(1));
    const auto some = library.find("液压缸 活塞杆", options);
    CHECK(some.total == 1);
    CHECK(some.hits[0].number == number(4));
    CHECK_FALSE(some.hits[0].close);
    CHECK(some.hits[1].close);
    CHECK(some.close == some.hits.size() - 1);
    options.first = 1; // the next page goes on where this one ends
    options.limit = 1;
    CHECK(library.find("液压缸 活塞杆", options).hits.at(0).number == some.hits[1].number);
    options = {};
    options.close = true;
    CHECK(library.find("\"液压缸密封设备\"", options).hits.empty());
    CHECK(library.find("title:液压缸密封设备", options).hits.empty());
    CHECK(library.find("液压 OR 泵体", options).close == 0);
    options.order = search::Order::newest;
    CHECK(library.find("液压缸密封设备", options).hits.empty());
}

TEST_CASE("run: equally close records stand by number", "[search]") {
    Library library;
    import_rows(library.workspace, {text_row(3, "张紧轮支架", "同"), text_row(1, "张紧轮支架", "同"),
                                    text_row(2, "张紧轮支架", "同")});
    search::SearchOptions options;
    options.close = true;
    const auto found = library.find("支架张紧轮", options);
    REQUIRE(found.close == 3);
    for (int i = 0; i < 3; ++i) {
        CHECK(found.hits[static_cast<std::size_t>(i)].number == number(i + 1));
    }
}

TEST_CASE("run: a word twice at the very beginning of a text is found as a phrase", "[search]") {
    Library library;
    import_rows(library.workspace,
                {text_row(1, "蓉蓉灯", "batteries-batteries，灯"), text_row(2, "灯", "batteries")});
    CHECK(library.numbers("蓉蓉") == std::set{number(1)});
    CHECK(library.numbers("\"batteries batteries\"") == std::set{number(1)});
    CHECK(library.numbers("battery NEAR/7 batteries") == std::set{number(1)});
}

TEST_CASE("run: many inflected English words choose the closest records, stopping early or not", "[search]") {
    Library library;
    std::mt19937 random(11);
    const std::vector<std::string> stems{"wash", "clean", "heat", "cool",  "press",
                                         "seal", "pump",  "mix",  "rotat", "filt"};
    const std::vector<std::string> ends{"", "ed", "er", "ers", "ing", "ings", "s"};
    const auto words = [&](std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) { // some stems are rare
            text += stems[std::min(random() % 10, random() % 10)] + ends[random() % 7] + " ";
        }
        return text;
    };
    std::vector<PatentRow> rows;
    for (int i = 0; i < 3000; ++i) {
        rows.push_back(text_row(i, words(1 + random() % 4), words(3 + random() % 30)));
    }
    import_rows(library.workspace, rows);
    library.update();
    search::Searcher searcher(library.workspace, settings());
    search::SearchOptions options;
    options.close = true;
    for (int i = 0; i < 40; ++i) {
        const auto query = search::parse_query(words(6) + "nowhere");
        options.order = i % 2 == 0 ? search::Order::relevance : search::Order::fresh;
        const auto result = searcher.run(query, options);
        CHECK(result.total == 0);
        CHECK(result.close == options.limit);
        CHECK(result.hits.size() == options.limit);
    }
}

} // namespace test_run
