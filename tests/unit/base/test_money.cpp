// SPDX-License-Identifier: GPL-3.0-or-later
// Money is exact or refused.
#include <longmen/base/money.hpp>

#include <catch2/catch.hpp>

using namespace longmen;

TEST_CASE("money: units in headings and cells") {
    CHECK(find_money_unit("销售收入（万元）") == MoneyUnit::ten_thousand_yuan);
    CHECK(find_money_unit("研发投入(元)") == MoneyUnit::yuan);
    CHECK(find_money_unit("R&D expense (CNY)") == MoneyUnit::yuan);
    CHECK(find_money_unit("产值/亿元") == MoneyUnit::hundred_million_yuan);
    CHECK_FALSE(find_money_unit("研发投入"));
    CHECK_FALSE(find_money_unit("收入（千元）"));
}

TEST_CASE("money: amounts are read exactly") {
    const auto wan = MoneyUnit::ten_thousand_yuan;
    CHECK(parse_money("1,234.56", wan)->fen == 1'234'560'000);
    CHECK(parse_money("１２３４．５", wan)->fen == 1'234'500'000);
    CHECK(parse_money("0.1", wan)->fen == 100'000);
    CHECK(parse_money("1234.5万元", MoneyUnit::yuan)->fen == 1'234'500'000);
    CHECK(parse_money("-3", MoneyUnit::yuan)->fen == -300);
    CHECK(parse_money("12元", std::nullopt)->fen == 1200);
    CHECK(parse_money("0", MoneyUnit::yuan)->fen == 0);
}

TEST_CASE("money: without a unit, finer than a fen, too large, or no number: refused") {
    CHECK_FALSE(parse_money("12", std::nullopt));
    CHECK_FALSE(parse_money("0.001", MoneyUnit::yuan));
    CHECK_FALSE(parse_money("99999999999999999999", MoneyUnit::yuan));
    for (const auto* text : {"", "abc", "1.2.3", "--", "1e5", "12 abc", "1,2.3,4"}) {
        INFO(text);
        CHECK_FALSE(parse_money(text, MoneyUnit::yuan));
    }
}

TEST_CASE("money: printing and reading are inverse") {
    for (const std::int64_t fen :
         {0LL, 1LL, -1LL, 99LL, 100LL, 1'234'560'000LL, 1'000'000LL, -1'050'000LL, 9'000'000'000'000'000LL}) {
        for (const auto unit :
             {MoneyUnit::yuan, MoneyUnit::ten_thousand_yuan, MoneyUnit::hundred_million_yuan}) {
            CHECK(parse_money(print_money(Money{fen}, unit), unit)->fen == fen);
        }
    }
    CHECK(print_money(Money{1'234'500'000}, MoneyUnit::ten_thousand_yuan) == "1234.5");
}
