// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of an expert: a workbook, the same bytes each time. (That it goes in again is a test of the
// service.)
#include <longmen/report/expert_form.hpp>

#include <catch2/catch.hpp>

namespace test_expert_form {

using namespace longmen;

TEST_CASE("expert_form: the same bytes for the same form, others in another language") {
    report::ExpertForm form{"Title", "gbt-42748", "finance", {"finance", "other"}, {}};
    form.rows.push_back(
        {"CN195771008B", "阀", "L1.1", "法律价值", "权利稳定性", "专利有效性", "要点", "提示"});
    const auto bytes = report::expert_form(form, Lang::zh);
    CHECK(bytes.starts_with("PK"));
    CHECK(bytes == report::expert_form(form, Lang::zh));
    CHECK(bytes != report::expert_form(form, Lang::en));
    form.rows[0].hint.clear();
    CHECK(bytes != report::expert_form(form, Lang::zh));
}

} // namespace test_expert_form
