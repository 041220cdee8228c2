// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of records in one pass, held against looking each of them up.
#include <longmen/store/lookup.hpp>
#include <longmen/store/record_numbers.hpp>
#include <longmen/store/searches.hpp>
#include <longmen/store/texts.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <algorithm>

namespace test_record_numbers {

using namespace longmen;
using namespace longmen::store;

TEST_CASE("record_numbers: each number leads to its record, publications are counted") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    test::import_rows(
        workspace, {test::patent_row(2, {{Field::app_no, "CN201710601862.3"},
                                         {Field::pub_no, "CN109876543A"},
                                         {Field::pub_date, "2019-01-01"},
                                         {Field::grant_no, "CN109876543B"},
                                         {Field::grant_date, "2020-01-01"}}),
                    test::patent_row(3, {{Field::pub_no, "CN208888888U"}, {Field::pub_date, "2019-02-01"}}),
                    test::patent_row(4, {{Field::app_no, "CN201810601863.9"}})});
    const auto ids = text_ids(workspace);
    REQUIRE(ids.size() == 3);
    RecordNumberReader reader(workspace);
    std::size_t keys = 0;
    for (const auto id : ids) {
        const auto numbers = reader.of(id);
        CHECK(numbers.publications == count_publications(workspace, {id}));
        CHECK_FALSE(numbers.keys.empty());
        CHECK(std::is_sorted(numbers.keys.begin(), numbers.keys.end()));
        keys += numbers.keys.size();
    }
    CHECK(keys >= 4);
    RecordNumberReader second(workspace);
    const auto holds = [](const RecordNumbers& numbers, const char* typed) {
        for (const auto& key : number_keys(typed)) {
            if (std::find(numbers.keys.begin(), numbers.keys.end(), key) != numbers.keys.end()) {
                return true;
            }
        }
        return false;
    };
    const auto last = second.of(*find_patent(workspace, "CN201810601863.9")); // the others are passed over
    CHECK(holds(last, "201810601863"));
    CHECK_FALSE(holds(last, "CN109876543B"));
    RecordNumberReader third(workspace);
    const auto first = third.of(*find_patent(workspace, "CN109876543B"));
    for (const auto* typed : {"CN109876543B", "CN109876543A", "ZL201710601862.3"}) {
        CHECK(holds(first, typed));
    }
    CHECK(number_keys("不是号码").empty());
}

} // namespace test_record_numbers
