// SPDX-License-Identifier: GPL-3.0-or-later
// The report of a park, in both languages, against the corpus it is about.
#include "small_report.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/base/text.hpp>
#include <longmen/report/park_report.hpp>

namespace test_park_report {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

TEST_CASE("park_report: key figures are those of the corpus", "[report]") {
    const SmallReport small;
    const auto document = report::park_report(small.data(Lang::zh), "某园区");
    CHECK(document.title == "某园区专利导航报告");
    REQUIRE(document.key_figures.size() == 5);
    CHECK(document.key_figures[0].value == "2");
    CHECK(document.key_figures[1].value == "60");
    CHECK(document.key_figures[2].value == "48"); // 12 of 60 lapsed
    CHECK(document.key_figures[4].value == "2");  // both at exactly 5 % and 30 %
    const auto page = report::to_html(document);
    CHECK(count(page, "<figure class=\"chart\"") >= 8);
    CHECK_THAT(page, Contains("乙&lt;公司&gt;"));
}

TEST_CASE("park_report: in English no sentence is left in Chinese", "[report]") {
    SmallReport small;
    for (auto& patent : small.corpus.patents) {
        patent.title = "A valve";
        patent.applicants = {"Acme"};
    }
    small.corpus.enterprises[0].name = "Acme";
    small.corpus.enterprises[1].name = "Beta";
    for (auto& enterprise : small.corpus.enterprises) {
        enterprise.park = "Park";
    }
    for (auto& entry : small.assessment.enterprises) {
        entry.name = "Acme";
    }
    const auto document = report::park_report(small.data(Lang::en), "Park");
    for (const auto& chapter : document.chapters) {
        INFO(chapter.title);
        CHECK_FALSE(has_han(chapter.title));
        for (const auto& block : chapter.blocks) {
            if (const auto* paragraph = std::get_if<report::Paragraph>(&block)) {
                INFO(paragraph->text);
                CHECK_FALSE(has_han(paragraph->text));
            }
        }
    }
}

TEST_CASE("park_report: an unknown park names those there are", "[report]") {
    const SmallReport small;
    CHECK_THROWS_WITH(report::park_report(small.data(Lang::zh), "无此园区"), Contains("某园区"));
    CHECK(report::park_report(small.data(Lang::zh), "").title == "某园区专利导航报告");
}

} // namespace test_park_report
