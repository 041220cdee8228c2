// SPDX-License-Identifier: GPL-3.0-or-later
// The page has its chapters and charts, the same bytes each time.
#include "validation_case.hpp"

#include <longmen/report/html.hpp>
#include <longmen/report/validation_page.hpp>

#include <catch2/catch.hpp>

namespace test_validation_page {

using namespace longmen;
using namespace longmen::report;

TEST_CASE("validation page: chapters, charts, groups that are large enough", "[report]") {
    const auto data = test::validation_case();
    for (const auto lang : {Lang::zh, Lang::en}) {
        const auto document = validation_page(data, lang);
        REQUIRE(document.chapters.size() == 4);
        std::size_t charts = 0;
        for (const auto& chapter : document.chapters) {
            for (const auto& block : chapter.blocks) {
                const auto* chart = std::get_if<Chart>(&block);
                if (chart == nullptr) {
                    continue;
                }
                ++charts;
                for (const auto& series : chart->series) {
                    CHECK(series.values.size() == chart->categories.size());
                }
            }
        }
        CHECK(charts ==
              4); // curves, parts, calibration of the one that has it, the year that is large enough
        const auto page = to_html(document);
        CHECK(page == to_html(validation_page(data, lang)));
        CHECK(page.find(lang == Lang::zh ? "价值模型检验" : "Validation of value models") !=
              std::string::npos);
    }
}

} // namespace test_validation_page
