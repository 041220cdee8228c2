// SPDX-License-Identifier: GPL-3.0-or-later
// Kind and date decide; terms.
#include <longmen/record/patent_type.hpp>

#include <catch2/catch.hpp>

using namespace longmen;

TEST_CASE("patent_type: B and U before 1993 announce applications, later they are grants") {
    const auto y1990 = Date::from_iso("1990-06-01");
    const auto y2015 = Date::from_iso("2015-06-01");
    CHECK_FALSE(cn_kind_meaning("B", y1990)->grant);
    CHECK(cn_kind_meaning("B", y2015)->grant);
    CHECK_FALSE(cn_kind_meaning("U", y1990)->grant);
    CHECK(cn_kind_meaning("U", y2015)->type == PatentType::utility_model);
    CHECK(cn_kind_meaning("Y", Date::from_iso("2000-01-01"))->grant);
    CHECK(cn_kind_meaning("D", Date::from_iso("2000-01-01"))->type == PatentType::design);
    CHECK_FALSE(cn_kind_meaning("A", y2015)->grant);
    CHECK(cn_kind_meaning("C", std::nullopt)->grant);
    CHECK_FALSE(cn_kind_meaning("Q", y2015));
}

TEST_CASE("patent_type: terms from the filing date, designs by the day the law changed") {
    CHECK(cn_term_end(PatentType::invention, *Date::from_iso("2010-03-15"))->iso() == "2030-03-15");
    CHECK(cn_term_end(PatentType::utility_model, *Date::from_iso("2010-03-15"))->iso() == "2020-03-15");
    CHECK(cn_term_end(PatentType::design, *Date::from_iso("2021-05-31"))->iso() == "2031-05-31");
    CHECK(cn_term_end(PatentType::design, *Date::from_iso("2021-06-01"))->iso() == "2036-06-01");
    CHECK_FALSE(cn_term_end(PatentType::unknown, *Date::from_iso("2010-03-15")));
}

TEST_CASE("patent_type: words of exports") {
    CHECK(patent_type_from_words("发明申请") == PatentType::invention);
    CHECK(patent_type_from_words("发明授权") == PatentType::invention);
    CHECK(patent_type_from_words("实用新型专利") == PatentType::utility_model);
    CHECK(patent_type_from_words("外观设计") == PatentType::design);
    CHECK(patent_type_from_words("Utility Model") == PatentType::utility_model);
    CHECK(patent_type_from_words("别的") == PatentType::unknown);
    CHECK(patent_type_by_key(patent_type_key(PatentType::design)) == PatentType::design);
}
