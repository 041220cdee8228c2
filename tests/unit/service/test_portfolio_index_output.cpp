// SPDX-License-Identifier: GPL-3.0-or-later
// The table and the JSON of portfolio values say the same.
#include <longmen/service/portfolio_index_output.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace test_portfolio_index_output {

using namespace longmen;

TEST_CASE("portfolio index output: by rank, undefined left empty, alternatives beside", "[service]") {
    service::Assessed assessed;
    assessed.corpus.enterprises.resize(3);
    for (std::size_t e = 0; e < 3; ++e) {
        assessed.corpus.enterprises[e].name = std::string{"甲乙丙"}.substr(3 * e, 3);
    }
    const programme::PortfolioValues values{
        {{2020, 10.0, 1}, {2022, 20.0, 2}}, {}, {{2020, 10.0, 1}, {2022, 90.0, 5}}};
    assessed.portfolio = programme::portfolio_indices(
        assessed.corpus,
        programme::read_portfolio_index(Config::read(LONGMEN_SOURCE_DIR "/models/portfolio/longmen.toml")),
        values, 2022);
    const auto section = service::portfolio_section(assessed, Lang::en);
    const auto json = service::portfolio_json(assessed);
    REQUIRE(section.table.rows.size() == 3);
    CHECK(std::get<std::string>(section.table.rows[0][1]) == "丙");
    CHECK(std::get<std::string>(section.table.rows[2][1]) == "乙");
    CHECK(std::holds_alternative<std::monostate>(section.table.rows[2][0]));
    CHECK(section.lines.size() == 4);
    CHECK(json["enterprises"][0]["name"] == "丙");
    CHECK(json["enterprises"][0]["parts"]["breadth"]["raw"] == 5);
    CHECK(json["enterprises"][0]["value"].get<double>() ==
          Approx(std::get<Decimal>(section.table.rows[0][2]).value));
    CHECK(json["enterprises"][2]["value"].is_null());
    CHECK(json["enterprises"][2]["parts"]["value"]["reason"] == "no_data");
    CHECK(json["agreement"][0]["kendall"] == 1);
    CHECK(json["rule"]["weights"]["value"] == 0.5);
}

} // namespace test_portfolio_index_output
