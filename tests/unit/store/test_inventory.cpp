// SPDX-License-Identifier: GPL-3.0-or-later
// Rejected rows, remarks, conflicts, and a record opened to its places.
#include <longmen/store/fixes.hpp>
#include <longmen/store/inventory.hpp>
#include <longmen/store/lookup.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <algorithm>

namespace test_inventory {

using namespace longmen;
using namespace longmen::store;

namespace {

void import(Workspace& workspace, const char* path, const char* checksum, const char* title,
            const char* cutoff) {
    ImportSession session(workspace, {path, checksum, Date::from_iso(cutoff), "p", "t"});
    session.begin_table();
    auto row = test::patent_row(7, {{Field::app_no, "CN201710601862.3"}, {Field::title, title}});
    row.extras = {{"别列", "值"}};
    session.patent(row);
    session.warn({DiagnosticCode::year_mismatch, 7, "申请号", "CN201710601862.3", ""});
    session.reject(
        {{DiagnosticCode::bad_number, 8, "申请号", "xyz", ""}, {{"申请号", "xyz"}, {"名称", "无号"}}});
    session.end_table({"", "generic", "patents", {{"专利名称", "title"}}, {"别列"}});
    const auto counts = session.commit().at(0);
    CHECK(counts.rows == 2);
    CHECK(counts.rejected == 1);
}

} // namespace

TEST_CASE(
    "inventory: the same content twice counts its remarks once; conflicts are listed with both values") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import(workspace, "a.csv", "1", "甲", "2018-01-01");
    import(workspace, "a.csv", "1", "甲", "2018-01-01");
    import(workspace, "b.csv", "2", "乙", "2019-01-01");
    const auto inventory = take_inventory(workspace, 10);
    CHECK(inventory.imports.size() == 3);
    CHECK(inventory.imports[0].unknown == std::vector<std::string>{"别列"});
    CHECK(inventory.remarks_by_code.at("year_mismatch") == 2);
    CHECK(inventory.rejects_by_code.at("bad_number") == 2);
    CHECK(inventory.rejects.at(0).value == "xyz");
    REQUIRE(inventory.conflicts == 1);
    CHECK(inventory.conflict_list.at(0).kept == "乙");
    CHECK(inventory.conflict_list.at(0).other == "甲");
    CHECK(take_inventory(workspace, 1).remarks.size() == 1);
}

TEST_CASE("inventory: a record opens to file, row and column, and to who corrected it") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    import(workspace, "dir/a.csv", "1", "甲", "2018-01-01");
    fix(workspace, "CN201710601862.3", "n_claims", "5", "数过", "王五", "2022-01-01");
    const auto view = view_patent(workspace, *find_patent(workspace, "CN201710601862.3"));
    const auto field = [&](const char* name) {
        const auto found = std::ranges::find(view.fields, name, &FieldPlace::field);
        REQUIRE(found != view.fields.end());
        return *found;
    };
    CHECK(field("title").file == "a.csv");
    CHECK(field("title").row == 7);
    CHECK(field("title").column == "专利名称");
    CHECK(field("别列").value == "值");
    CHECK(field("n_claims").fix == "王五 2022-01-01: 数过");
    CHECK(view.history.size() == 1);
    CHECK(view.aliases == std::vector<std::string>{"CN201710601862"});
}

TEST_CASE("inventory: assessments are kept without a new generation") {
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    CHECK(keep_assessment(workspace, "p", "2022-01-01", "", "", "{}") == 1);
    CHECK(workspace.generation() == 0);
}

TEST_CASE(
    "inventory: what a newer file repeats rests on it, in every column and beyond one statement's rows") {
    constexpr std::uint64_t records = 600;
    static_assert(static_cast<std::size_t>(Field::litigations) > 63);
    const test::Folder folder;
    auto workspace = Workspace::open(folder.path(), OpenMode::create);
    const auto number = [](std::uint64_t i) { return "CN" + std::to_string(101000000 + i) + "A"; };
    for (const char* year : {"2018", "2019"}) {
        ImportSession session(workspace, {std::string{year} + ".csv", year,
                                          Date::from_iso(std::string{year} + "-06-01"), "p", "t"});
        session.begin_table();
        for (std::uint64_t i = 0; i < records; ++i) {
            session.patent(test::patent_row(i + 2, {{Field::pub_no, number(i)},
                                                    {Field::title, "题" + std::to_string(i)},
                                                    {Field::n_claims, "7"},
                                                    {Field::vendor_family_size, std::to_string(i % 9 + 1)},
                                                    {Field::litigations, "3"}}));
        }
        session.end_table({"", "generic", "patents", {}, {}});
        const auto counts = session.commit().at(0);
        CHECK(counts.added + counts.unchanged == records);
    }
    for (const std::uint64_t i : {0U, 255U, 256U, 599U}) {
        const auto view = view_patent(workspace, *find_patent(workspace, number(i)));
        for (const char* name : {"title", "n_claims", "vendor_family_size", "litigations"}) {
            CAPTURE(i, name);
            const auto field = std::ranges::find(view.fields, name, &FieldPlace::field);
            REQUIRE(field != view.fields.end());
            CHECK(field->file == "2019.csv");
            CHECK(field->row == static_cast<std::int64_t>(i) + 2);
        }
    }
    // Read one after the other, backwards: the places of each record, as one by one.
    PatentFields fields(workspace);
    for (const std::uint64_t i : {599U, 0U, 256U}) {
        const auto id = *find_patent(workspace, number(i));
        const auto expected = view_patent(workspace, id).fields;
        const auto found = fields.of(id);
        REQUIRE(found.size() == expected.size());
        for (std::size_t k = 0; k < found.size(); ++k) {
            CAPTURE(i, expected[k].field);
            CHECK(found[k].field == expected[k].field);
            CHECK(found[k].value == expected[k].value);
            CHECK(found[k].file == expected[k].file);
            CHECK(found[k].row == expected[k].row);
            CHECK(found[k].column == expected[k].column);
        }
        CHECK(std::ranges::find(found, "题" + std::to_string(i), &FieldPlace::value) != found.end());
    }
}

} // namespace test_inventory
