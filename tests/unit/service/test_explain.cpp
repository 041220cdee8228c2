// SPDX-License-Identifier: GPL-3.0-or-later
// What explain shows adds up by hand.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/score.hpp>

#include <nlohmann/json.hpp>

namespace test_explain {

using namespace longmen;
using namespace longmen::test;

namespace {

service::Scored scored(const SmallWorkspace& small) {
    Progress silent;
    return service::score_workspace(small.workspace, {models(), "longmen-first", {}}, silent);
}

} // namespace

TEST_CASE("explain: the points of the terms add up to the value, inputs name file and row", "[service]") {
    const SmallWorkspace small;
    const auto all = scored(small);
    const auto json =
        nlohmann::json::parse(service::explain(small.workspace, all, "201811234567.X", Lang::zh).json);
    double sum = 0;
    for (const auto& term : json["terms"]) {
        sum += term["contribution"].get<double>();
    }
    if (json["value"].is_null()) {
        CHECK(json["coverage"].get<double>() < json["basis"]["minimum_coverage"].get<double>());
    } else {
        CHECK(sum == Approx(json["value"].get<double>()).margin(1e-9));
    }
    REQUIRE_FALSE(json["inputs"].empty());
    for (const auto& input : json["inputs"]) {
        CHECK(input["file"] == "patents.csv");
        CHECK(input["row"] == 2);
    }
}

TEST_CASE("explain: an enterprise and its park are made of their families", "[service]") {
    const SmallWorkspace small;
    const auto all = scored(small);
    for (const auto* who : {"91140702FX00100134", "甲厂", "某园区"}) {
        const auto json = nlohmann::json::parse(service::explain(small.workspace, all, who, Lang::en).json);
        double sum = 0;
        for (const auto& part : json["parts"]) {
            if (part["counted"].get<bool>()) {
                sum += part["value"].get<double>();
                CHECK(part["trace"]["value"] == part["value"]);
            }
        }
        if (!json["value"].is_null()) {
            CHECK(sum == Approx(json["value"].get<double>()));
        }
    }
    CHECK_THROWS_AS(service::explain(small.workspace, all, "无此人", Lang::zh), UsageError);
}

} // namespace test_explain
