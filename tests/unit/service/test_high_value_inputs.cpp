// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that a user brings: industries, pledges, awards, populations.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/high_value_inputs.hpp>

namespace test_high_value_inputs {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

struct Written {
    Folder folder;
    std::string path;
    explicit Written(const std::string& text, const std::string& name = "t.csv") : path(folder.path(name)) {
        std::ofstream{path, std::ios::binary} << text;
    }
};

} // namespace

TEST_CASE("high value inputs: a user's table of industries, one entry over several rows", "[service]") {
    const Written file{"一级,代码,类别,IPC分类号,关键词\n"
                       "新一代信息技术,1.1,人工智能,\"G06N3/*、G06N5/*（不含G06N3/02）\",神经网络、深度学习\n"
                       ",,,G06V10/82,图像识别\n"
                       "新材料,3.4,纤维,D01F9/*,\n"};
    const auto table = service::read_industries(file.path);
    CHECK(table.whole());
    CHECK(table.id() == "t.csv");
    REQUIRE(table.entries().size() == 2);
    const auto& first = table.entries()[0];
    CHECK(first.id == "1.1");
    CHECK(first.symbols == std::vector<std::string>{"G06N3/*", "G06N5/*", "G06V10/82"});
    CHECK(first.except == std::vector<std::string>{"G06N3/02"});
    CHECK(first.keywords == std::vector<std::string>{"神经网络", "深度学习", "图像识别"});
    CHECK(table.entries()[1].industry.zh == "新材料");
    const std::vector<std::string> fibre{"D01F 9/22"};
    CHECK(table.match(fibre, {}).hits.size() == 1); // no keywords: the class is enough
    const std::vector<std::string> excluded{"G06N3/02"};
    const std::array<std::string_view, 1> words{"神经网络"};
    CHECK(table.match(excluded, words).hits.empty());
}

TEST_CASE("high value inputs: mistakes in a table of industries name file and row", "[service]") {
    CHECK_THROWS_WITH(service::read_industries(Written{"类别,关键词\n甲,乙\n"}.path),
                      Contains("t.csv:1") && Contains("IPC"));
    CHECK_THROWS_WITH(service::read_industries(Written{"类别,IPC\n甲,人工智能\n"}.path),
                      Contains("t.csv:2") && Contains("人工智能"));
    CHECK_THROWS_WITH(service::read_industries(Written{"类别,IPC\n,G06N\n"}.path), Contains("t.csv:2"));
    CHECK_THROWS_AS(service::read_industries("/nowhere/t.csv"), DataError);
}

TEST_CASE("high value inputs: pledges with their unit, awards with their year", "[service]") {
    const Written ledger{"专利号,融资金额（万元）,登记日期\n"
                         "ZL201811234567.X,500,2021-05-06\n"
                         "CN201610000001.5,1.2亿元,\n"
                         "CN201610000001.5,,2020-01-01\n"};
    const auto pledges = service::read_pledges(ledger.path);
    REQUIRE(pledges.size() == 3);
    CHECK(pledges[0].number == "a:CN201811234567");
    CHECK(pledges[0].fact.amount == Money{500'000'000});
    CHECK(pledges[0].fact.date == Date::from_iso("2021-05-06"));
    CHECK(pledges[0].fact.source == "t.csv:2");
    CHECK(pledges[1].fact.amount == Money{12'000'000'000});
    CHECK_FALSE(pledges[2].fact.amount);
    CHECK_THROWS_WITH(service::read_pledges(Written{"专利号,金额\nCN201811234567.X,500\n"}.path),
                      Contains("t.csv:2") && Contains("万元"));
    CHECK_THROWS_WITH(service::read_pledges(Written{"专利号,金额（元）\n某专利,5\n"}.path),
                      Contains("某专利"));
    CHECK_THROWS_WITH(
        service::read_pledges(Written{"专利号,金额（元）,日期\nCN201811234567.X,5,春天\n"}.path),
        Contains("春天"));

    const auto awards =
        service::read_awards(Written{"number,award,year\nCN109876543B,中国专利金奖,2020\n"}.path);
    REQUIRE(awards.size() == 1);
    CHECK(awards[0].number == "p:CN109876543");
    CHECK(awards[0].fact.words == "中国专利金奖");
    CHECK(awards[0].fact.date == Date::from_iso("2020"));
    CHECK_THROWS_WITH(service::read_awards(Written{"number,year\nCN109876543B,2020\n"}.path),
                      Contains("奖项"));
}

TEST_CASE("high value inputs: people as a number, or by place", "[service]") {
    CHECK(service::read_populations("3380000").of("晋中") == 3'380'000);
    CHECK(service::read_populations("338万").of("") == 3'380'000);
    CHECK(service::read_populations("337.95万人").everything == 3'379'500);
    CHECK(service::read_populations("3,380,000人").everything == 3'380'000);
    const Written file{"地区,常住人口（万人）\n晋中市,337.95\n榆次区,91.5万\n"};
    const auto places = service::read_populations(file.path);
    CHECK(places.of("晋中") == 3'379'500);
    CHECK(places.of("榆次区") == 915'000);
    CHECK_FALSE(places.of("太谷区"));
    CHECK_FALSE(places.of(""));
    for (const auto* wrong : {"many", "0", "-5", "0.00001万"}) {
        CAPTURE(wrong);
        CHECK_THROWS_AS(service::read_populations(wrong), UsageError);
    }
    CHECK_THROWS_WITH(service::read_populations(Written{"地区,人口\n晋中市,很多\n"}.path),
                      Contains("t.csv:2") && Contains("很多"));
}

} // namespace test_high_value_inputs
