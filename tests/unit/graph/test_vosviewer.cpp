// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of one network, read back as JSON too.
#include "support/networks.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/graph/vosviewer.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace test_vosviewer {

using namespace longmen;
using namespace longmen::graph;
using Catch::Matchers::Contains;

TEST_CASE("VOSviewer: items, weights, scores, description, links") {
    auto network = test::awkward_network();
    network.edges.push_back({1, 0});
    network.weights.push_back(2);
    network.edge_columns[0].values.emplace_back();
    network.node_columns.push_back({"strength", NetworkType::number, {1.0, 2.5, 0.0}});
    network.node_columns.push_back(
        {"community", NetworkType::integer, {std::int64_t{0}, std::int64_t{1}, std::int64_t{0}}});
    NotWritten report;
    const auto text = test::written(
        [&](const TextSink& sink) { report = write_vosviewer(network, {.cluster = "community"}, sink); });
    const auto json = nlohmann::json::parse(text);
    const auto wanted = nlohmann::json::parse(R"({"network": {"items": [
        {"id": 1, "label": "山西某某有限公司", "cluster": 1, "weights": {"strength": 1},
         "scores": {"patents": 12, "share": 0.1}, "description": "id: 91140700&lt;A&gt;<br>listed: true<br>城市: 晋中"},
        {"id": 2, "label": "A & B\nLtd.", "cluster": 2, "weights": {"strength": 2.5}, "scores": {"share": 1e-7},
         "description": "id: a&quot;b<br>listed: false<br>城市: "},
        {"id": 3, "label": "tab\tend\\", "cluster": 1, "weights": {"strength": 0}, "scores": {"patents": -3},
         "description": "id: c\\d"}],
        "links": [{"source_id": 1, "target_id": 2, "strength": 3.6}]}})");
    CHECK(json == wanted);
    CHECK(report.loops == 1);
    CHECK(report.joined == 2);
    CHECK(report.properties == std::vector<std::string>{"name", "kind"});
    CHECK(text == test::written([&](const TextSink& sink) {
              write_vosviewer(network, {.cluster = "community"}, sink);
          }));
}

TEST_CASE("VOSviewer: nothing at all; what cannot be a cluster or a strength is refused") {
    const auto write = [](const Network& network, const VosviewerOptions& options) {
        return test::written([&](const TextSink& sink) { write_vosviewer(network, options, sink); });
    };
    CHECK(nlohmann::json::parse(write({}, {}))["network"]["items"].empty());
    auto network = test::awkward_network();
    CHECK_THROWS_WITH(write(network, {.cluster = "nowhere"}), Contains("`nowhere`"));
    CHECK_THROWS_WITH(write(network, {.cluster = "patents"}), Contains("integers from 0"));
    network.weights[0] = -1;
    CHECK_THROWS_WITH(write(network, {}), Contains("above zero"));
}

} // namespace test_vosviewer
