// SPDX-License-Identifier: GPL-3.0-or-later
// Reports straight from a workspace: the same bytes, both subjects, both languages.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/navigate.hpp>

namespace test_navigate {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

TEST_CASE("navigate: park and enterprise", "[service]") {
    const SmallWorkspace small;
    Progress silent;
    service::NavigateRequest request;
    request.models_folder = models();
    const auto page = service::navigate(small.workspace, request, silent);
    CHECK_THAT(page, Contains("某园区专利导航报告") && Contains("patents.csv"));
    CHECK(page == service::navigate(small.workspace, request, silent));
    request.subject = service::NavigateRequest::Subject::enterprise;
    request.name = "甲厂";
    request.lang = Lang::en;
    CHECK_THAT(service::navigate(small.workspace, request, silent),
               Contains("Patent navigation report: 甲公司"));
    request.name = "无此公司";
    CHECK_THROWS_AS(service::navigate(small.workspace, request, silent), UsageError);
}

} // namespace test_navigate
