// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory as JSON and as a flat table: the promised keys, and the same figures in both.
#include "small_workspace.hpp"

#include <longmen/service/status.hpp>

#include <nlohmann/json.hpp>

namespace test_status_output {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("status: the promised keys of JSON", "[service]") {
    const SmallWorkspace small;
    const auto json = nlohmann::json::parse(
        service::status_json(service::take_status(small.workspace, {models(), {}, 10, 20})));
    CHECK(json["patents"]["applications"] == 3);
    CHECK(json["patents"]["by_type"]["invention"] == 2);
    CHECK(json["patents"]["by_status"]["fee_lapsed"] == 1);
    CHECK(json["patents"]["by_year"]["2012"] == 1);
    CHECK(json["patents"]["by_year"]["2013"] == 0);
    CHECK(json["coverage"]["title"] == 1.0);
    CHECK(json["coverage"]["vendor_forward_citations"].get<double>() == Approx(2.0 / 3));
    CHECK(json["conflicts"]["count"] == 0);
    CHECK(json["stale"].empty());
    CHECK(json["files"].size() == 3);
}

TEST_CASE("status: the flat table holds what JSON holds", "[service]") {
    const SmallWorkspace small;
    const auto table = service::status_table(service::take_status(small.workspace, {models(), {}, 10, 20}));
    std::size_t found = 0;
    for (const auto& row : table.rows) {
        if (std::get<std::string>(row[0]) == "filing_year" && std::get<std::string>(row[1]) == "2018") {
            CHECK(std::get<std::int64_t>(row[2]) == 1);
            ++found;
        }
        if (std::get<std::string>(row[1]) == "applications") {
            CHECK(std::get<std::int64_t>(row[2]) == 3);
            ++found;
        }
    }
    CHECK(found == 2);
}

} // namespace test_status_output
