// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory against counts made by hand.
#include "small_workspace.hpp"

#include <longmen/service/status.hpp>

#include <nlohmann/json.hpp>

using namespace longmen;
using namespace longmen::test;

TEST_CASE("status: counts of a small workspace", "[service]") {
    const SmallWorkspace small;
    const auto status = service::take_status(small.workspace, {models(), {}, 10, 20});
    CHECK(status.as_of->iso() == "2022-03-31");
    CHECK(status.applications == 3);
    CHECK(status.families == 3);
    CHECK(status.enterprises == 2);
    CHECK(status.with_figures == 2);
    CHECK(status.applicants.categories == 2);
    CHECK(status.inventory.conflicts == 0);
}

TEST_CASE("status: an empty workspace says so", "[service]") {
    const Folder folder;
    const auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto status = service::take_status(workspace, {models(), {}, 10, 20});
    CHECK_FALSE(status.as_of);
    CHECK(service::status_sections(status, Lang::en).size() == 1);
    CHECK(nlohmann::json::parse(service::status_json(status))["as_of"].is_null());
}
