// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of one network with all that is awkward.
#include "support/networks.hpp"

#include <longmen/graph/dot.hpp>

#include <catch2/catch.hpp>

namespace test_dot {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("DOT: the awkward network") {
    const auto network = test::awkward_network();
    CHECK(test::written([&](const TextSink& sink) { write_dot(network, sink); }) ==
          R"(digraph "合作 & \"co\"" {
  "91140700<A>" [label="山西某某有限公司", "patents"="12", "share"="0.1", "listed"="true", "城市"="晋中"];
  "a\"b" [label="A & B\nLtd.", "share"="1e-07", "listed"="false", "城市"=""];
  "c\\d" [label="tab	end\\", "patents"="-3"];
  "91140700<A>" -> "a\"b" [weight=1.5, "kind"="x<y"];
  "91140700<A>" -> "a\"b" [weight=0.1];
  "c\\d" -> "c\\d" [weight=3, "kind"="z"];
}
)");
}

TEST_CASE("DOT: without direction, labels and weights; nothing at all") {
    Network network;
    network.ids = {"a", "b"};
    network.edges = {{0, 1}};
    CHECK(test::written([&](const TextSink& sink) { write_dot(network, sink); }) ==
          "graph {\n  \"a\";\n  \"b\";\n  \"a\" -- \"b\";\n}\n");
    CHECK(test::written([](const TextSink& sink) { write_dot({}, sink); }) == "graph {\n}\n");
}

} // namespace test_dot
