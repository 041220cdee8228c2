// SPDX-License-Identifier: GPL-3.0-or-later
// Which records are selected, their classes, and the parties behind them.
#include "small_corpus.hpp"

#include <catch2/catch.hpp>

#include <map>

namespace test_selection {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

namespace {

std::map<std::string, Selection> by_name(const std::vector<Party>& list) {
    std::map<std::string, Selection> result;
    for (const auto& party : list) {
        result[party.name] = party.patents;
    }
    return result;
}

} // namespace

TEST_CASE("selection: nothing filed after the cut-off is known on it") {
    Corpus data =
        corpus({{"2019-01-01", {"A"}, {}}, {"2020-01-01", {"A"}, {}}, {"", {"A"}, {}}, {"", {"A"}, {}}});
    data.patents[3].pub_date = day("2020-05-01");
    CHECK(select_all(data, day("2019-12-31")) == Selection{0, 2});
    CHECK(select_all(data, day("2020-01-01")) == Selection{0, 1, 2});
    CHECK(select_all(data, day("2020-12-31")) == Selection{0, 1, 2, 3});
}

TEST_CASE("selection: a joint record belongs to each enterprise") {
    Corpus data = corpus({{"2019-01-01", {"A", "B"}, {}}, {"2019-01-01", {"C"}, {}}});
    data.enterprises.resize(2);
    data.patents[0].enterprises = {0, 1};
    CHECK(select_enterprise(data, 0, data.as_of) == Selection{0});
    CHECK(select_enterprise(data, 1, data.as_of) == Selection{0});
    CHECK(select_enterprises(data, data.as_of) == Selection{0});
}

TEST_CASE("selection: the subclass is read from any written form of a symbol, or not at all") {
    CHECK(ipc_subclass("H01M 10/0525") == "H01M");
    CHECK(ipc_subclass(" h01m10/05(2010.01)I") == "H01M");
    CHECK(ipc_subclass("Ｄ０３Ｄ 1/00") == "D03D");
    CHECK(ipc_subclass("H01").empty());
    CHECK(ipc_subclass("09-03").empty());
    CHECK(ipc_subclass("").empty());
    const Corpus data = corpus({{"2019", {}, {"H01M 4/00", "C01B 3/00", "H01M 8/00"}}, {"2019", {}, {}}});
    CHECK(main_subclass(data.patents[0]) == std::vector<std::string>{"H01M"});
    CHECK(all_subclasses(data.patents[0]) == std::vector<std::string>{"C01B", "H01M"});
    CHECK(main_subclass(data.patents[1]).empty());
}

TEST_CASE("selection: spellings of one applicant are one party, the usual spelling is shown") {
    const Corpus data = corpus({{"2019", {"Acme Ltd"}, {}},
                                {"2019", {"ACME LTD"}, {}},
                                {"2019", {"ＡＣＭＥ ltd"}, {}},
                                {"2019", {"ACME LTD"}, {}},
                                {"2019", {"Other"}, {}}});
    const auto list = parties(data, all(data));
    REQUIRE(list.size() == 2);
    CHECK(list[0].name == "ACME LTD");
    CHECK(list[0].patents == Selection{0, 1, 2, 3});
    CHECK_FALSE(list[0].enterprise);
}

TEST_CASE("selection: an enterprise gathers its former names and the records tied by code") {
    Corpus data = corpus({{"2019", {"新名公司"}, {}},
                          {"2019", {"旧名公司"}, {}},
                          {"2019", {"New Name Co"}, {}},      // tied by code
                          {"2019", {"新名公司", "大学"}, {}}, // joint
                          {"2019", {"大学"}, {}}});
    Enterprise enterprise;
    enterprise.name = "新名公司";
    enterprise.former_names = {"旧名公司"};
    data.enterprises = {enterprise};
    data.patents[0].enterprises = data.patents[2].enterprises = data.patents[3].enterprises = {0};
    const auto found = by_name(parties(data, all(data)));
    REQUIRE(found.size() == 2);
    CHECK(found.at("新名公司") == Selection{0, 1, 2, 3});
    CHECK(found.at("大学") == Selection{3, 4});
}

TEST_CASE("selection: enterprises of one name are told apart by the tie") {
    Corpus data =
        corpus({{"2019", {"同名公司"}, {}}, {"2019", {"同名公司"}, {}}, {"2019", {"同名公司"}, {}}});
    data.enterprises.resize(2);
    data.enterprises[0].name = data.enterprises[1].name = "同名公司";
    data.enterprises[0].uscc = "A1";
    data.enterprises[1].uscc = "B2";
    data.patents[0].enterprises = {0};
    data.patents[1].enterprises = data.patents[2].enterprises = {1};
    const auto list = parties(data, all(data));
    REQUIRE(list.size() == 2);
    CHECK(list[0].patents == Selection{0});
    CHECK(list[1].patents == Selection{1, 2});
    CHECK(list[1].enterprise == 1u);
}

} // namespace test_selection
