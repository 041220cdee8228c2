// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts: exact to the fen, and refused without a unit.
#include <longmen/base/money.hpp>

#include <catch2/catch.hpp>

#include <random>

namespace test_money {

using namespace longmen;
using enum MoneyUnit;

namespace {

std::int64_t fen(std::string_view text, std::optional<MoneyUnit> unit) {
    const auto money = parse_money(text, unit);
    REQUIRE(money);
    return money->fen;
}

} // namespace

TEST_CASE("money: amounts are exact in every unit") {
    CHECK(fen("1,234.56", yuan) == 123456);
    CHECK(fen("1234.5", ten_thousand_yuan) == 1234500000);
    CHECK(fen("0.000001", ten_thousand_yuan) == 1);
    CHECK(fen("1.5", hundred_million_yuan) == 15000000000);
    CHECK(fen("0.1", yuan) == 10);
    CHECK(fen("-3", yuan) == -300);
    CHECK(fen("−3", yuan) == -300);
    CHECK(fen("(3.5)", yuan) == -350);
    CHECK(fen("+3", yuan) == 300);
    CHECK(fen("１２３４．５", yuan) == 123450);
    CHECK(fen("1,234,567", yuan) == 123456700);
    CHECK(fen("1.500", yuan) == 150);
    CHECK(fen("007", yuan) == 700);
}

TEST_CASE("money: a unit in the cell wins over the column's") {
    CHECK(fen("1234.5万元", yuan) == 1234500000);
    CHECK(fen("1234.5 万元", std::nullopt) == 1234500000);
    CHECK(fen("3亿元", ten_thousand_yuan) == 30000000000);
    CHECK(fen("3亿", std::nullopt) == 30000000000);
    CHECK(fen("12元", ten_thousand_yuan) == 1200);
    CHECK(fen("¥12.30", std::nullopt) == 1230);
    CHECK(fen("￥12.30", ten_thousand_yuan) == 12300000); // a sign alone is no unit against the heading's
    CHECK(fen("人民币12万元整", std::nullopt) == 12000000);
    CHECK(fen("RMB 12", std::nullopt) == 1200);
    CHECK(fen("12 CNY", std::nullopt) == 1200);
    CHECK(fen("-12万元", std::nullopt) == -12000000);
}

TEST_CASE("money: without a unit, with another currency, or with more digits than a fen it is refused") {
    CHECK_FALSE(parse_money("12", std::nullopt));
    for (const auto* text : {"",     "-",        "abc",      "12 USD",    "12美元",
                             "$12",  "12千元",   "5百万元",  "1.005",     "1,23",
                             ",123", "1234,567", "1,234,56", "1.2.3",     "12.",
                             ".5",   "1e5",      "12-13",    "12万元/年", "约12",
                             "--3",  "12件",     "12 abc",   "1,2.3,4",   "99999999999999999999"}) {
        INFO(text);
        CHECK_FALSE(parse_money(text, yuan));
    }
    CHECK_FALSE(parse_money("0.0000001", ten_thousand_yuan));
    CHECK_FALSE(parse_money("999999999999", hundred_million_yuan));
}

TEST_CASE("money: the unit of a heading is found") {
    CHECK(find_money_unit("研发投入(万元)") == ten_thousand_yuan);
    CHECK(find_money_unit("研发投入（万元）") == ten_thousand_yuan);
    CHECK(find_money_unit("销售收入/亿元") == hundred_million_yuan);
    CHECK(find_money_unit("营业收入（元）") == yuan);
    CHECK(find_money_unit("营业收入（人民币万元）") == ten_thousand_yuan);
    CHECK(find_money_unit("营业收入（万元人民币）") == ten_thousand_yuan);
    CHECK(find_money_unit("R&D expense (CNY)") == yuan);
    CHECK(find_money_unit("Revenue (10,000 yuan)") == ten_thousand_yuan);
    CHECK(find_money_unit("Revenue (RMB 10,000)") == ten_thousand_yuan);
    CHECK(find_money_unit("Revenue, 100 million yuan") == hundred_million_yuan);
    for (const auto* text :
         {"", "研发投入", "专利数（万件）", "收入（千元）", "收入（百万元）", "收入（万美元）",
          "Revenue (USD)", "Revenue (RMB'000)", "Revenue (million yuan)", "收入（十亿元）"}) {
        INFO(text);
        CHECK_FALSE(find_money_unit(text));
    }
}

TEST_CASE("money: printing is the shortest decimal and reads back to the same fen") {
    CHECK(print_money({123456}, yuan) == "1234.56");
    CHECK(print_money({123450}, yuan) == "1234.5");
    CHECK(print_money({100}, yuan) == "1");
    CHECK(print_money({0}, ten_thousand_yuan) == "0");
    CHECK(print_money({-5}, yuan) == "-0.05");
    CHECK(print_money({1}, hundred_million_yuan) == "0.0000000001");
    CHECK(print_money({INT64_MIN}, yuan) == "-92233720368547758.08");
    std::mt19937_64 random(20240601);
    for (int round = 0; round < 2000; ++round) {
        const Money money{static_cast<std::int64_t>(random()) >> (random() % 60)};
        for (const auto unit : {yuan, ten_thousand_yuan, hundred_million_yuan}) {
            if (money.fen != INT64_MIN && parse_money(print_money(money, unit), unit) != money) {
                FAIL(print_money(money, unit));
            }
        }
    }
}

} // namespace test_money
