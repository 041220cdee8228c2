// SPDX-License-Identifier: GPL-3.0-or-later
// The report of an enterprise, with patents and without.
#include "small_report.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/enterprise_report.hpp>

namespace test_enterprise_report {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

TEST_CASE("enterprise_report: figures of the corpus, the programme criterion by criterion", "[report]") {
    const SmallReport small;
    const auto document = report::enterprise_report(small.data(Lang::zh), 0);
    CHECK(document.key_figures.at(0).value == "15");
    const auto page = report::to_html(document);
    CHECK_THAT(page, Contains("5.00%") && Contains("30.00%"));
    CHECK_THAT(page, Contains("乙&lt;公司&gt;")); // the rival
    CHECK_THROWS_AS(report::enterprise_report(small.data(Lang::zh), 2), UsageError);
}

TEST_CASE("enterprise_report: without patents it says so and still stands", "[report]") {
    SmallReport small;
    for (auto& patent : small.corpus.patents) {
        patent.enterprises = {1};
        patent.applicants = {"乙<公司>"};
    }
    small.scores = scoring::evaluate(small.corpus, small.model);
    const auto page = report::to_html(report::enterprise_report(small.data(Lang::zh), 0));
    CHECK_THAT(page, Contains("没有归属该企业的专利"));
    CHECK_THAT(page, Contains("没有可供对标的专利"));
}

} // namespace test_enterprise_report
