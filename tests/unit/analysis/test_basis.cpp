// SPDX-License-Identifier: GPL-3.0-or-later
// The statement under every figure.
#include <longmen/analysis/basis.hpp>

#include <catch2/catch.hpp>

namespace test_basis {

using namespace longmen;
using namespace longmen::analysis;

TEST_CASE("basis: says unit, number, clock, cut-off and what is left out") {
    const auto basis = make_basis(Clock::filing, *Date::from_iso("2020-06-30"), 12, 3, {"甲", "rule"});
    CHECK(basis.statement.zh ==
          "单位：申请（件）；n = 12；按申请日计；截至2020-06-30；另有3件缺少所需数据，未计入；甲");
    CHECK(basis.statement.en ==
          "unit: applications; n = 12; by filing date; as of 2020-06-30; 3 more lack the data "
          "and are not counted; rule");
    CHECK(make_basis({}, *Date::from_iso("2020"), 1, 0).statement.en ==
          "unit: applications; n = 1; as of 2020");
}

TEST_CASE("basis: the priority clock falls back to filing, others do not") {
    Patent patent;
    patent.app_date = Date::from_iso("2019-01-01");
    CHECK(date_by(patent, Clock::priority) == patent.app_date);
    CHECK_FALSE(date_by(patent, Clock::publication));
    CHECK_FALSE(date_by(patent, Clock::grant));
    patent.priority_date = Date::from_iso("2018-01-01");
    CHECK(date_by(patent, Clock::priority)->iso() == "2018-01-01");
    CHECK(date_by(patent, Clock::filing)->iso() == "2019-01-01");
}

} // namespace test_basis
