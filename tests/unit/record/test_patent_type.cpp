// SPDX-License-Identifier: GPL-3.0-or-later
// Types by words, kind codes by date.
#include <longmen/record/patent_type.hpp>

#include <catch2/catch.hpp>

namespace test_patent_type {

using namespace longmen;
using enum PatentType;

namespace {

bool means(std::string_view kind, std::string_view published, PatentType type, bool grant) {
    const auto meaning = cn_kind_meaning(kind, published.empty() ? std::nullopt : Date::from_iso(published));
    return meaning && meaning->type == type && meaning->grant == grant;
}

} // namespace

TEST_CASE("patent type: keys go both ways") {
    for (const auto type : {unknown, invention, utility_model, design}) {
        CHECK(patent_type_by_key(patent_type_key(type)) == type);
    }
    CHECK(patent_type_by_key("plant") == unknown);
}

TEST_CASE("patent type: the words of exports are understood") {
    for (const auto* words : {"发明", "发明专利", "发明申请", "发明授权", "Invention", "PCT发明", "發明",
                              "invention", "Granted Patent", "Utility Patent"}) {
        CHECK(patent_type_from_words(words) == invention);
    }
    for (const auto* words :
         {"实用新型", "Utility Model", "实用新型专利", "utility_model", "Limited Patent", "PCT实用新型"}) {
        CHECK(patent_type_from_words(words) == utility_model);
    }
    for (const auto* words : {"外观设计", "Design", "外观", "外观设计专利"}) {
        CHECK(patent_type_from_words(words) == design);
    }
    for (const auto* words : {"", "专利", "Plant", "1"}) {
        CHECK(patent_type_from_words(words) == unknown);
    }
}

TEST_CASE("patent type: a kind code means another document before 1993 and after 2010") {
    CHECK(means("A", "1985-09-10", invention, false));
    CHECK(means("A", "2020-01-01", invention, false));
    CHECK(means("B", "1992-12-30", invention, false)); // examined announcement
    CHECK(means("B", "2010-04-07", invention, true));
    CHECK(means("C", "2005-06-01", invention, true));
    CHECK(means("U", "1990-06-01", utility_model, false));
    CHECK(means("U", "2012-06-01", utility_model, true));
    CHECK(means("Y", "2005-06-01", utility_model, true));
    CHECK(means("S", "1990-06-01", design, false));
    CHECK(means("S", "2012-06-01", design, true));
    CHECK(means("D", "2005-06-01", design, true));
    CHECK(means("B", "", invention, true));
    CHECK(means("U", "", utility_model, true));
    CHECK(means("A8", "2015-06-01", invention, false));
    CHECK(means("B9", "2015-06-01", invention, true));
    CHECK(means("C1", "2005-06-01", invention, true));
    for (const auto* kind : {"", "X", "A10", "AB", "T"}) {
        CHECK_FALSE(cn_kind_meaning(kind, std::nullopt));
    }
}

} // namespace test_patent_type
