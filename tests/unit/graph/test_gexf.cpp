// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of one network with all that is awkward.
#include "support/networks.hpp"

#include <longmen/graph/gexf.hpp>

#include <catch2/catch.hpp>

namespace test_gexf {

using namespace longmen;
using namespace longmen::graph;

TEST_CASE("GEXF: the awkward network") {
    const auto network = test::awkward_network();
    CHECK(test::written([&](const TextSink& sink) { write_gexf(network, sink); }) ==
          R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
  <meta><description>合作 &amp; &quot;co&quot;</description></meta>
  <graph mode="static" defaultedgetype="directed">
    <attributes class="node">
      <attribute id="0" title="patents" type="long"/>
      <attribute id="1" title="share" type="double"/>
      <attribute id="2" title="listed" type="boolean"/>
      <attribute id="3" title="城市" type="string"/>
    </attributes>
    <attributes class="edge">
      <attribute id="0" title="kind" type="string"/>
    </attributes>
    <nodes>
      <node id="91140700&lt;A&gt;" label="山西某某有限公司"><attvalues><attvalue for="0" value="12"/><attvalue for="1" value="0.1"/><attvalue for="2" value="true"/><attvalue for="3" value="晋中"/></attvalues></node>
      <node id="a&quot;b" label="A &amp; B&#10;Ltd."><attvalues><attvalue for="1" value="1e-07"/><attvalue for="2" value="false"/><attvalue for="3" value=""/></attvalues></node>
      <node id="c\d" label="tab&#9;end\"><attvalues><attvalue for="0" value="-3"/></attvalues></node>
    </nodes>
    <edges>
      <edge id="0" source="91140700&lt;A&gt;" target="a&quot;b" weight="1.5"><attvalues><attvalue for="0" value="x&lt;y"/></attvalues></edge>
      <edge id="1" source="91140700&lt;A&gt;" target="a&quot;b" weight="0.1"><attvalues></attvalues></edge>
      <edge id="2" source="c\d" target="c\d" weight="3"><attvalues><attvalue for="0" value="z"/></attvalues></edge>
    </edges>
  </graph>
</gexf>
)");
    NotWritten report;
    test::written([&](const TextSink& sink) { report = write_gexf(network, sink); });
    CHECK(report.properties.empty());
}

TEST_CASE("GEXF: nothing at all; a long network comes in pieces that fit together") {
    CHECK(test::written([](const TextSink& sink) { write_gexf({}, sink); }).ends_with("</gexf>\n"));
    Network network;
    for (int i = 0; i < 5000; ++i) {
        network.ids.push_back(std::to_string(i));
    }
    int pieces = 0;
    std::string text;
    write_gexf(network, [&](std::string_view piece) {
        ++pieces;
        text += piece;
    });
    CHECK(pieces > 2);
    CHECK(text.find("<node id=\"4999\"") != std::string::npos);
}

} // namespace test_gexf
