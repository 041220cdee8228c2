// SPDX-License-Identifier: GPL-3.0-or-later
// Column keys that files promise, empty cells where there is no value.
#include "model_text.hpp"
#include "support/patents.hpp"

#include <longmen/scoring/tables.hpp>

#include <catch2/catch.hpp>

namespace test_tables {

using namespace longmen;
using namespace longmen::scoring;
using test::invention;
using test::model_of;
using test::model_text;
using test::term_text;

namespace {

std::string keys(const Table& table) {
    std::string all;
    for (const auto& column : table.columns) {
        all += (all.empty() ? "" : " ") + column.key;
    }
    for (const auto& row : table.rows) {
        CHECK(row.size() == table.columns.size());
    }
    return all;
}

struct Scored {
    ValueModel model = model_of(model_text(term_text("claims", "1.0", "share", "full = 10\n"), 1, "0.5"));
    Corpus corpus;
    Scores scores;
    Scored() {
        corpus.as_of = test::day("2010-01-01");
        corpus.enterprises.resize(1);
        corpus.enterprises[0].name = "甲公司";
        corpus.enterprises[0].uscc = "X";
        corpus.enterprises[0].park = "园区";
        for (const auto* number : {"CN1B", "CN2B"}) {
            corpus.patents.push_back(invention(number, "2000-01-01"));
            corpus.patents.back().applicants = {"甲公司", "乙公司"};
            corpus.patents.back().enterprises = {0};
        }
        corpus.patents[1].n_claims = 5;
        scores = evaluate(corpus, model);
    }
};

} // namespace

TEST_CASE("tables: patents by rank, those without a value last and empty") {
    const Scored s;
    const auto table = patent_table(s.corpus, s.model, s.scores, Lang::zh);
    CHECK(keys(table) == "rank number title applicant value coverage rank_low rank_high complete");
    REQUIRE(table.rows.size() == 2);
    CHECK(std::get<std::string>(table.rows[0][1]) == "CN2B");
    CHECK(std::get<std::string>(table.rows[0][3]) == "甲公司; 乙公司");
    CHECK(std::get<Decimal>(table.rows[0][4]).value == 50);
    CHECK(std::holds_alternative<std::monostate>(table.rows[1][0]));
    CHECK(std::holds_alternative<std::monostate>(table.rows[1][4]));
    CHECK(std::get<std::string>(table.rows[0][8]) == "yes");
    CHECK(patent_table(s.corpus, s.model, s.scores, Lang::en, 1).rows.size() == 1);
}

TEST_CASE("tables: enterprises and parks") {
    const Scored s;
    const auto enterprises = enterprise_table(s.corpus, s.scores, Lang::en);
    CHECK(keys(enterprises) ==
          "rank enterprise uscc families value coverage rank_low rank_high active counted top_mean "
          "complete");
    CHECK(std::get<std::int64_t>(enterprises.rows[0][3]) == 2);
    CHECK(std::get<Decimal>(enterprises.rows[0][4]).value == 50);
    CHECK(std::get<Decimal>(enterprises.rows[0][5]).value == 0.5);
    CHECK(std::get<std::string>(enterprises.rows[0][11]) == "no");
    const auto parks = park_table(s.scores, Lang::zh);
    CHECK(keys(parks).starts_with("rank park families value coverage rank_low rank_high"));
    CHECK(std::get<std::string>(parks.rows[0][1]) == "园区");
}

TEST_CASE("tables: terms end with the value, families say why they do not count") {
    const Scored s;
    const auto terms = term_table(explain_patent(s.corpus, s.model, s.scores, 1), Lang::en);
    CHECK(keys(terms).starts_with(
        "indicator raw unit cohort size p99 normalised weight weight_used contribution note"));
    REQUIRE(terms.rows.size() == 2);
    CHECK(std::get<Decimal>(terms.rows[0][9]).value == 50);
    CHECK(std::get<Decimal>(terms.rows[1][9]).value == 50);
    const auto none = term_table(explain_patent(s.corpus, s.model, s.scores, 0), Lang::zh);
    CHECK(std::get<std::string>(none.rows[0][10]) == "来源中没有这项数据");
    const auto families = family_table(explain_enterprise(s.corpus, s.model, s.scores, 0), Lang::en);
    CHECK(keys(families) == "family number members validity value coverage counted note");
    CHECK(std::get<std::string>(families.rows[1][7]) == "too little measured, not counted");
}

} // namespace test_tables
