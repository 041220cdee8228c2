// SPDX-License-Identifier: GPL-3.0-or-later
// Records, corrections, books and differences as they are shown.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/records.hpp>

#include <nlohmann/json.hpp>

namespace test_records {

using namespace longmen;
using namespace longmen::test;

TEST_CASE("records: a patent by any form of its number, every value with file, row and column", "[service]") {
    const SmallWorkspace small;
    const auto record = service::find_record(small.workspace, "ZL 2018 1 1234567.X");
    const auto json = nlohmann::json::parse(service::record_json(record));
    bool title = false;
    bool note = false;
    for (const auto& field : json["fields"]) {
        if (field["field"] == "title") {
            CHECK(field["value"] == "一种密封圈");
            CHECK(field["file"] == "patents.csv");
            CHECK(field["row"] == 2);
            CHECK(field["column"] == "名称");
            title = true;
        }
        note = note ||
               (field["field"] == "我的备注" && field["value"] == "重点"); // a column nobody knew is shown
    }
    CHECK(title);
    CHECK(note);
    CHECK(service::record_sections(record, Lang::zh).front().title == record.name);
}

TEST_CASE("records: an enterprise by its code or a former name; nobody is a usage error", "[service]") {
    const SmallWorkspace small;
    CHECK(service::find_record(small.workspace, "91140702FX00100134").name ==
          service::find_record(small.workspace, "甲厂").name);
    CHECK_THROWS_AS(service::find_record(small.workspace, "无此公司"), UsageError);
}

TEST_CASE("records: a correction stands above the next import and shows in book and difference",
          "[service]") {
    SmallWorkspace small;
    const auto as_of = *Date::from_ymd(2022, 3, 31);
    store::freeze_book(small.workspace, "前", as_of, "", "tester", "2022-04-01T00:00:00Z");
    store::fix(small.workspace, "CN201811234567.X", "title", "一种改正的密封圈", "与公报核对", "tester",
               "2022-04-02T00:00:00Z");
    import_text(small.workspace, small.folder, "again.csv", three_patents);
    const auto fixes = service::fix_table(store::list_fixes(small.workspace), Lang::en);
    REQUIRE(fixes.rows.size() == 1);
    CHECK(std::get<std::string>(fixes.rows[0][3]) == "一种改正的密封圈");
    const auto differences =
        service::difference_table(store::compare_books(small.workspace, "前", ""), Lang::en);
    REQUIRE(differences.rows.size() == 1);
    CHECK(std::get<std::string>(differences.rows[0][4]) == "一种密封圈");
    CHECK(service::book_table(store::list_books(small.workspace), Lang::zh).rows.size() == 1);
}

} // namespace test_records
