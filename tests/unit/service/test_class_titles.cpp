// SPDX-License-Identifier: GPL-3.0-or-later
// Titles of subclasses out of a table that was taken in.
#include "small_workspace.hpp"

#include <longmen/service/class_titles.hpp>

namespace test_class_titles {

using namespace longmen;

TEST_CASE("class titles: the first words of a subclass's title", "[service]") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    CHECK(service::class_titles(workspace).empty());
    test::import_text(workspace, folder, "titles.tsv",
                      "code\tlevel\ttitle_zh\nB64\t2\t飞行器；航空；宇宙航行\nB64C\t3\t飞机；直升飞机\n"
                      "B64U\t3\t无人驾驶飞行器[UAV]；为此的设备\nB64C1/00\t4\t机身\n");
    const auto titles = service::class_titles(workspace);
    REQUIRE(titles.size() == 2);
    CHECK(service::with_title("B64C", titles) == "B64C 飞机");
    CHECK(service::with_title("B64U", titles) == "B64U 无人驾驶飞行器");
    CHECK(service::with_title("H04N", titles) == "H04N");
}

} // namespace test_class_titles
