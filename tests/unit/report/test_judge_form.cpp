// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of a judge: a workbook, the same bytes each time. (That it is taken back is a test of the
// service.)
#include <longmen/report/judge_form.hpp>

#include <catch2/catch.hpp>

namespace test_judge_form {

using namespace longmen;

TEST_CASE("judge_form: the same bytes for the same form, others in another language or of another sample") {
    report::JudgeForm form{"密封", 3, 1, 7, 200, 4, {{"CN195771008B", "阀", "阀体。", "甲公司"}}};
    const auto bytes = report::judge_form(form, Lang::zh);
    CHECK(bytes.starts_with("PK"));
    CHECK(bytes == report::judge_form(form, Lang::zh));
    CHECK(bytes != report::judge_form(form, Lang::en));
    form.sample = 2;
    CHECK(bytes != report::judge_form(form, Lang::zh));
}

} // namespace test_judge_form
