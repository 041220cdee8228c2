// SPDX-License-Identifier: GPL-3.0-or-later
// The page: everything inside, every text escaped, the same bytes each time.
#include "small_report.hpp"

namespace test_html {

using namespace longmen;
using namespace longmen::report;
using Catch::Matchers::Contains;

namespace {

Document sample() {
    Document document;
    document.title = "<甲> & 乙";
    document.key_figures = {{"7", "件\"数\""}};
    Chapter chapter{"one", "章", {}};
    chapter.say(Tone::caution, "</p><script>alert(1)</script>");
    Chart chart;
    chart.caption = "图";
    chart.categories = {"</script><b>"};
    chart.series = {{"s", {1.0}}};
    chapter.add(chart);
    Table table;
    table.columns = {{"a", "<th>"}};
    table.rows = {{std::string{"<td>\n二行"}}, {Cell{}}};
    chapter.add(Listing{"表", table, "依据"});
    document.chapters.push_back(chapter);
    return document;
}

} // namespace

TEST_CASE("html: no text of a record becomes markup", "[report]") {
    const auto page = to_html(sample());
    CHECK_THAT(page, Contains("&lt;甲&gt; &amp; 乙"));
    CHECK_THAT(page, !Contains("<script>alert"));
    CHECK_THAT(page, !Contains("</script><b>"));
    CHECK_THAT(page, Contains("\\u003c/script>\\u003cb>") || Contains("\\u003c/script"));
    CHECK_THAT(page, Contains("&lt;td&gt;<br>二行"));
    CHECK_THAT(page, Contains("<td>–</td>")); // undefined
}

TEST_CASE("html: one file that asks for nothing from outside", "[report]") {
    const auto page = to_html(sample());
    CHECK_THAT(page, Contains("default-src 'none'"));
    CHECK_THAT(page, !Contains("<link"));
    CHECK_THAT(page, !Contains(" src=\"http"));
    CHECK_THAT(page, Contains("Apache ECharts 6.1.0"));
    CHECK(page == to_html(sample()));
}

} // namespace test_html
