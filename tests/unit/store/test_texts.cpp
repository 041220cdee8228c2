// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of records since a generation.
#include "support/workspace.hpp"

#include <longmen/store/texts.hpp>

#include <catch2/catch.hpp>

namespace test_texts {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("texts: all of them, then those changed since", "[store]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_rows(
        workspace,
        {patent_row(2, {{Field::pub_no, "CN109876543B"}, {Field::title, "阀"}, {Field::ipc, "F16K1/00"}}),
         patent_row(3, {{Field::pub_no, "CN109876544B"}, {Field::title, "泵"}})});
    const auto first = workspace.generation();
    CHECK(store::count_texts(workspace, -1) == 2);
    import_rows(workspace, {patent_row(2, {{Field::pub_no, "CN109876544B"}, {Field::abstract, "一种泵"}})});
    std::vector<std::string> changed;
    store::each_text(workspace, first, [&](const store::TextRecord& record) {
        changed.push_back(record.title + "|" + record.abstract + "|" + record.family);
    });
    CHECK(changed == std::vector<std::string>{"泵|一种泵|CN109876544B"});
    CHECK(store::removed_numbers(workspace, first).empty());
}

} // namespace test_texts
