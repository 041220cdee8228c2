// SPDX-License-Identifier: GPL-3.0-or-later
// One term over a corpus: cohorts of the defined values only, and their names.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/scoring/term_column.hpp>

#include <catch2/catch.hpp>

namespace test_term_column {

using namespace longmen;
using namespace longmen::scoring;
using test::invention;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

/// `n` patents of a class and year with claims 1..n.
void add(Corpus& corpus, int n, const char* ipc, const char* filed) {
    for (int i = 1; i <= n; ++i) {
        auto p = invention("CN" + std::to_string(100000 + corpus.patents.size()) + "B", filed, ipc);
        p.n_claims = i;
        corpus.patents.push_back(std::move(p));
    }
}

TermColumn claims_column(const Corpus& corpus, int minimum, const std::string& normalisation = "cap_p99") {
    const auto model = model_of(model_text(term_text("claims", "1.0", normalisation), minimum));
    return term_column(corpus, model, model.terms[0], place(corpus, model.fields), nullptr);
}

std::string cohort_of(const TermColumn& column, std::size_t patent) {
    return column.statistics.at(column.cells[patent].cohort).id;
}

} // namespace

TEST_CASE("term column: the 99th percentile of 200 values is the mean of the 198th and 199th, and caps") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    add(corpus, 200, "D01H4/00", "2012-03-04");
    const auto column = claims_column(corpus, 30);
    CHECK(cohort_of(column, 0) == "CN/28/2012");
    CHECK(column.statistics[0].p99.value == 198.5);
    CHECK(column.cells[99].normalised == Approx(100 / 198.5));
    CHECK(column.cells[198].normalised == 1);
    CHECK(column.cells[199].normalised == 1);
}

TEST_CASE("term column: cohorts widen by years, sector, all fields, corpus, and carry it in their name") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    add(corpus, 2, "D01H4/00", "2012-03-04");  // field 28, sector 4
    add(corpus, 1, "D01H4/00", "2013-03-04");  // 3 within years
    add(corpus, 1, "F15B11/00", "2011-03-04"); // 4 within sector
    add(corpus, 1, "A61K31/00", "2012-03-04"); // 5 within all fields
    add(corpus, 1, "A61K31/00", "1999-03-04"); // 6 in all
    const char* names[] = {"CN/28/2012",      "CN/28/2012",     "CN/28/2011-2013",
                           "CN/S4/2011-2013", "CN/*/2011-2013", "*"};
    for (int minimum = 1; minimum <= 6; ++minimum) {
        CHECK(cohort_of(claims_column(corpus, minimum), 0) == names[minimum - 1]);
    }
    CHECK(claims_column(corpus, 7).cells[0].reason == Undefined::cohort_too_small);
}

TEST_CASE("term column: patents without the value do not fill a cohort") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    add(corpus, 4, "D01H4/00", "2012-03-04");
    corpus.patents[3].n_claims.reset();
    const auto column = claims_column(corpus, 3);
    CHECK(column.statistics[0].sorted == std::vector<double>{1, 2, 3});
    CHECK(column.cells[3].state == TermState::dropped);
    CHECK(column.cells[3].reason == Undefined::no_data);
    CHECK(claims_column(corpus, 4).cells[0].reason == Undefined::cohort_too_small);
}

TEST_CASE("term column: the percentile counts half of the equals") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    add(corpus, 4, "D01H4/00", "2012-03-04");
    corpus.patents[1].n_claims = 1;
    const auto column = claims_column(corpus, 1, "percentile");
    CHECK(column.cells[0].normalised == Approx(0.25));
    CHECK(column.cells[2].normalised == Approx(0.625));
}

TEST_CASE("term column: offices are apart, a filing after the cut-off is not applicable") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    add(corpus, 2, "D01H4/00", "2012-03-04");
    corpus.patents[1].office = "US";
    add(corpus, 1, "D01H4/00", "2021-03-04");
    const auto column = claims_column(corpus, 1);
    CHECK(cohort_of(column, 0) == "CN/28/2012");
    CHECK(cohort_of(column, 1) == "US/28/2012");
    CHECK(column.cells[2].reason == Undefined::not_applicable);
}

TEST_CASE("term column: against a baseline, by cap and by percentile") {
    Corpus corpus;
    corpus.as_of = test::day("2020-01-01");
    add(corpus, 5, "D01H4/00", "2012-03-04"); // claims 1..5, field 28
    add(corpus, 1, "A61K31/00", "2019-03-04");
    corpus.patents[4].n_claims.reset();
    const auto values = [](std::vector<double> sorted) {
        return std::make_shared<const stats::Distribution>(stats::Distribution::of_sorted(sorted));
    };
    Baseline baseline;
    baseline.offices = {"CN", "US"};
    baseline.indicators.push_back({"claims",
                                   {{{0, 2011, 28}, 3, 1, 3, 2, 4, values({2, 3, 4}), {}},
                                    {{0, 2012, 28}, 2, 0, 2, 2, 2, values({2, 2}), {}},
                                    {{1, 2012, 28}, 9, 0, 1, 1, 1, values(std::vector<double>(9, 1.0)), {}}},
                                   false});
    const auto column = [&](const std::string& normalisation, int minimum) {
        const auto model = model_of(model_text(term_text("claims", "1.0", normalisation), minimum));
        return term_column(corpus, model, model.terms[0], place(corpus, model.fields), nullptr, &baseline);
    };
    const auto capped = column("cap_p99", 2);
    CHECK(cohort_of(capped, 0) == "CN/28/2012");
    CHECK(capped.cells[0].normalised == 0.5);
    CHECK(capped.cells[2].normalised == 1);
    CHECK(capped.cells[4].reason == Undefined::no_data);
    CHECK(capped.cells[5].reason ==
          Undefined::cohort_too_small); // no year near it; other offices are no peers
    const auto ranked = column("percentile", 3);
    CHECK(cohort_of(ranked, 0) == "CN/28/2011-2013");
    CHECK(ranked.statistics[ranked.cells[0].cohort].baseline->open == 1);
    CHECK(ranked.cells[0].normalised == 0);
    CHECK(ranked.cells[1].normalised == 0.3); // three of five have 2
    CHECK(ranked.cells[2].normalised == 0.7); // three below, itself one of five
    CHECK(column("percentile", 6).cells[0].reason == Undefined::cohort_too_small);
    baseline.indicators[0].key = "scope";
    CHECK(column("cap_p99", 2).cells[0].reason == Undefined::no_data);
    CHECK(column("cap_p99", 2).cells[0].has_raw);
}

} // namespace test_term_column
