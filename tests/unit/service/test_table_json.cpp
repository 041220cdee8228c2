// SPDX-License-Identifier: GPL-3.0-or-later
// Tables as JSON.
#include <longmen/service/table_json.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace test_table_json {

using namespace longmen;

TEST_CASE("table_json: keys, nulls and rounding", "[service]") {
    Table table;
    table.columns = {{"name", "名称"}, {"n", "数"}, {"x", "值"}, {"none", "无"}};
    table.rows = {{std::string{"甲\"\n"}, std::int64_t{3}, Decimal{1.0 / 3, 4, 1}, Cell{}}};
    const auto json = service::rows_json(table);
    CHECK(json.dump() == R"([{"name":"甲\"\n","n":3,"x":0.3333,"none":null}])");
    CHECK(service::rows_json(Table{table.columns, {}}).dump() == "[]");
    CHECK(service::json_document("\xFF").find("\xEF\xBF\xBD") != std::string::npos);
}

} // namespace test_table_json
