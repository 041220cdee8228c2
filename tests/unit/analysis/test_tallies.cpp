// SPDX-License-Identifier: GPL-3.0-or-later
// Counts by category, ranks of applicants and classes, concentration.
#include "small_corpus.hpp"

#include <longmen/analysis/tallies.hpp>

#include <catch2/catch.hpp>

namespace test_tallies {

using namespace longmen;
using namespace longmen::analysis;
using namespace longmen::test;

TEST_CASE("tallies: by type, status and validity, unknown among them") {
    const Corpus data = corpus({{"2019", {}, {}, PatentType::invention, LegalState::granted},
                                {"2019", {}, {}, PatentType::invention, LegalState::fee_lapsed},
                                {"2019", {}, {}, PatentType::design, LegalState::unknown},
                                {"2019", {}, {}, PatentType::unknown, LegalState::examination}});
    const auto types = by_type(data, all(data), data.as_of);
    REQUIRE(types.rows.size() == 3);
    CHECK(types.rows[0].key == "invention");
    CHECK(types.rows[0].count == 2);
    CHECK(types.rows[0].share == 0.5);
    CHECK(types.rows[1].key == "design"); // ties by key
    CHECK(by_status(data, all(data), data.as_of).rows.size() == 4);
    const auto validity = by_validity(data, all(data), data.as_of);
    REQUIRE(validity.rows.size() == 4);
    CHECK(validity.rows[0].key == "dead");
    CHECK(validity.rows[3].key == "unknown");
}

TEST_CASE("tallies: a joint record counts whole for each applicant, and once in n") {
    const Corpus data =
        corpus({{"2019", {"A", "B"}, {}}, {"2019", {"B"}, {}}, {"2019", {"C"}, {}}, {"2019", {}, {}}});
    const auto top = top_applicants(data, all(data), data.as_of, 2);
    REQUIRE(top.rows.size() == 2);
    CHECK(top.categories == 3);
    CHECK(top.rows[0].name == "B");
    CHECK(top.rows[0].count == 2);
    CHECK(top.rows[0].share == Approx(2.0 / 3));
    CHECK(top.rows[1].name == "A");
    CHECK(top.basis.n == 3);
    CHECK(top.basis.without == 1);
}

TEST_CASE("tallies: each subclass of a record counts once") {
    const Corpus data =
        corpus({{"2019", {}, {"H01M 4/00", "H01M 8/00", "C01B 3/00"}}, {"2019", {}, {"C01B 1/00"}}});
    const auto top = top_subclasses(data, all(data), data.as_of, 10);
    REQUIRE(top.rows.size() == 2);
    CHECK(top.rows[0].key == "C01B");
    CHECK(top.rows[0].count == 2);
    CHECK(top.rows[1].count == 1);
}

TEST_CASE("tallies: inventors by name, once per record") {
    Corpus data = corpus({{"2019", {}, {}}, {"2019", {}, {}}});
    data.patents[0].inventors = {"张三", "李四", "张 三"};
    data.patents[1].inventors = {"张三"};
    const auto top = top_inventors(data, all(data), data.as_of, 10);
    REQUIRE(top.rows.size() == 2);
    CHECK(top.rows[0].key == "张三");
    CHECK(top.rows[0].count == 2);
}

TEST_CASE("tallies: concentration by hand") {
    const auto result = concentration_of({10, 50, 40});
    CHECK(*result.hhi == Approx(0.42)); // 0.25 + 0.16 + 0.01
    CHECK(*result.effective_parties == Approx(1 / 0.42));
    CHECK(*result.cr1 == Approx(0.5));
    CHECK(*result.cr4 == Approx(1.0));
    CHECK_FALSE(concentration_of({}).hhi);
    CHECK_FALSE(concentration_of({0, 0}).hhi);
}

TEST_CASE("tallies: joint records are shared out, so that shares add up to one") {
    // A: 1 + 1/2, B: 1/2 of 2 records
    const Corpus data = corpus({{"2019", {"A"}, {}}, {"2019", {"A", "B"}, {}}, {"2019", {}, {}}});
    const auto result = applicant_concentration(data, all(data), data.as_of);
    CHECK(result.parties == 2);
    CHECK(*result.hhi == Approx(0.75 * 0.75 + 0.25 * 0.25));
    CHECK(result.basis.n == 2);
    CHECK(result.basis.without == 1);
}

} // namespace test_tallies
