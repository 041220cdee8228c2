// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn is all there, in order of time, and no label lies over another.
#include <longmen/base/date.hpp>
#include <longmen/report/path_drawing.hpp>

#include <catch2/catch.hpp>

#include <regex>

namespace test_path_drawing {

using namespace longmen;
using namespace longmen::report;

namespace {

struct Label {
    double x = 0, y = 0;
    std::string text;
};

std::vector<Label> labels_of(const std::string& svg) {
    std::vector<Label> labels;
    const std::regex form{"<text x=\"([0-9.]+)\" y=\"([0-9.]+)\">([^<]*)</text></g>"};
    for (std::sregex_iterator at{svg.begin(), svg.end(), form}, end; at != end; ++at) {
        labels.push_back({std::stod((*at)[1]), std::stod((*at)[2]), (*at)[3]});
    }
    return labels;
}

std::size_t count(const std::string& text, const std::string& piece) {
    std::size_t found = 0;
    for (auto at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) {
        ++found;
    }
    return found;
}

int day(int year, int month = 1) {
    return Date::from_ymd(year, month, 1)->days();
}

} // namespace

TEST_CASE("path drawing: documents from left to right, each citation a line, nothing over another") {
    std::vector<DrawnDocument> documents;
    std::vector<DrawnCitation> citations;
    for (int i = 0; i < 60; ++i) {
        documents.push_back(
            {"CN10987" + std::to_string(1000 + i) + "B", day(2000 + i / 6, 1 + i % 6), i < 50 ? 1U : 2U});
        if (i > 0) {
            citations.push_back({static_cast<std::size_t>(i - 1), static_cast<std::size_t>(i)});
        }
    }
    const auto svg = draw_path(documents, citations, Lang::zh);
    CHECK(svg.starts_with("<svg "));
    CHECK(svg.ends_with("</svg>\n"));
    CHECK(count(svg, "<path d=") == 59);
    CHECK(count(svg, "<circle ") == 60);
    CHECK(svg.find("主路径") != std::string::npos);
    CHECK(svg.find(">2000</text>") != std::string::npos);
    const auto labels = labels_of(svg);
    REQUIRE(labels.size() == 60);
    for (std::size_t a = 0; a < labels.size(); ++a) {
        if (a > 0) {
            CHECK(labels[a - 1].x < labels[a].x);
        }
        for (std::size_t b = a + 1; b < labels.size(); ++b) {
            const bool same_lane = labels[a].y == labels[b].y;
            CHECK((!same_lane ||
                   labels[b].x - labels[a].x >= 7.2 * static_cast<double>(labels[a].text.size())));
        }
    }
    for (int i = 0; i < 50; ++i) { // the second part lies below the first
        CHECK(labels[static_cast<std::size_t>(i)].y < labels[50].y);
    }
    CHECK(svg == draw_path(documents, citations, Lang::zh));
}

TEST_CASE(
    "path drawing: undated documents stand left, odd numbers are escaped, nothing is drawn of nothing") {
    const auto svg = draw_path({{"A<&\">", std::nullopt, 1}, {"B", day(2010), 1}}, {{0, 1}}, Lang::en);
    CHECK(svg.find("A&lt;&amp;&quot;&gt; no date") != std::string::npos);
    const auto labels = labels_of(svg);
    REQUIRE(labels.size() == 2);
    CHECK(labels[0].x < labels[1].x);
    CHECK(draw_path({}, {}, Lang::en).find("<circle") == std::string::npos);
}

} // namespace test_path_drawing
