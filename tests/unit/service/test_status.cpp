// SPDX-License-Identifier: GPL-3.0-or-later
// The inventory against counts made by hand.
#include "small_workspace.hpp"

#include <longmen/service/status.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>

namespace test_status {

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

TEST_CASE("status: a real city's patents, what they hold and what they cannot carry", "[service][data]") {
    const auto data = std::filesystem::path{LONGMEN_SOURCE_DIR} / "../shared/data/taian-city/专利信息.xlsx";
    if (!std::filesystem::exists(data)) {
        WARN("the real data are not on this machine; nothing was compared");
        return;
    }
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    Progress silent;
    const auto imported = service::import_file(workspace, data.string(), request(), silent);
    CHECK(imported.tables.at(0).counts.added == 7384);
    const auto status = service::take_status(workspace, {models(), {}, 10, 20});
    CHECK(status.applications == 7384);
    CHECK(status.years.years.front().year == 1985);
    CHECK(status.years.years.back().year == 2015);
    CHECK(status.inventory.remarks_by_code.at("year_mismatch") == 12);
    CHECK(status.quality.yearly_counts_suspect);
    std::string words;
    for (const auto& section : service::status_sections(status, Lang::zh)) {
        for (const auto& line : section.lines) {
            words += line + "\n";
        }
    }
    for (const auto* missing : {"法律状态", "引证", "同族", "2012"}) {
        INFO(missing);
        CHECK(words.find(missing) != std::string::npos);
    }
}

} // namespace test_status
