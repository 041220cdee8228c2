// SPDX-License-Identifier: GPL-3.0-or-later
// Keys become words in the columns that hold them, and nowhere else.
#include <longmen/service/key_words.hpp>

#include <catch2/catch.hpp>

namespace test_key_words {

using namespace longmen;

namespace {

std::string word(const std::string& column, const std::string& key, Lang lang) {
    Table table;
    table.columns = {{"title", "Title"}, {column, column}};
    table.rows = {{key, key}, {key}};
    const auto told = service::in_words(table, lang);
    CHECK(std::get<std::string>(told.rows[0][0]) == key); // another column
    CHECK(told.rows[1].size() == 1);
    return std::get<std::string>(told.rows[0][1]);
}

} // namespace

TEST_CASE("key words: each column its keys, in both languages") {
    CHECK(word("complete", "yes", Lang::zh) == "是");
    CHECK(word("complete", "no", Lang::en) == "no");
    CHECK(word("validity", "in_force", Lang::zh) == "有效");
    CHECK(word("to", "pending", Lang::zh) != "pending");
    CHECK(word("reason", "no_data", Lang::zh) == "来源中没有这项数据");
    CHECK(word("finding", "look", Lang::zh) == "条件不明");
    CHECK(word("state", "taken_out", Lang::zh) == "剔除");
    CHECK(word("state", "evaluated", Lang::zh) == "已评估");
    CHECK(word("h1", "not_met", Lang::en) == "not met");
}

TEST_CASE("key words: what is no key of its column stays, numbers and gaps too") {
    CHECK(word("complete", "perhaps", Lang::zh) == "perhaps");
    CHECK(word("name", "yes", Lang::zh) == "yes");
    Table table;
    table.columns = {{"complete", "Complete"}, {"value", "Value"}};
    table.rows = {{Cell{}, Decimal{0.5}}};
    const auto told = service::in_words(table, Lang::zh);
    CHECK(std::holds_alternative<std::monostate>(told.rows[0][0]));
    CHECK(std::get<Decimal>(told.rows[0][1]).value == 0.5);
}

} // namespace test_key_words
