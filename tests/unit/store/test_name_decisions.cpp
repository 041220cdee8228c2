// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions by hand about names.
#include <longmen/base/errors.hpp>
#include <longmen/store/name_decisions.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

namespace test_name_decisions {

using namespace longmen;
using namespace longmen::store;

TEST_CASE("name decisions: kept with who and why, the later one about two names stands, either way round") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    decide_names(workspace, {"甲厂", "乙厂", true, "改制", "王五", "2022-01-01T00:00:00Z", {}});
    decide_names(workspace, {" 乙厂 ", "甲厂", false, "两家", "王五", "2022-01-02T00:00:00Z", {}});
    const auto all = list_name_decisions(workspace);
    REQUIRE(all.size() == 2);
    CHECK(all[0].undone_at == "2022-01-02T00:00:00Z");
    CHECK(all[1].name == "乙厂");
    CHECK_FALSE(all[1].same);
    CHECK(workspace.generation() == 2);
    CHECK(undo_name_decision(workspace, "甲厂", "乙厂", "2022-01-03T00:00:00Z").undone_at ==
          "2022-01-03T00:00:00Z");
    CHECK_THROWS_AS(undo_name_decision(workspace, "甲厂", "乙厂", "2022-01-04T00:00:00Z"), UsageError);
}

TEST_CASE("name decisions: one name, or no reason, is refused") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    CHECK_THROWS_AS(decide_names(workspace, {"甲 厂", "甲厂", true, "x", "", "", {}}), UsageError);
    CHECK_THROWS_AS(decide_names(workspace, {"甲厂", "", true, "x", "", "", {}}), UsageError);
    CHECK_THROWS_AS(decide_names(workspace, {"甲厂", "乙厂", true, " ", "", "", {}}), UsageError);
    CHECK(list_name_decisions(workspace).empty());
}

} // namespace test_name_decisions
