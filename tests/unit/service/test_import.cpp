// SPDX-License-Identifier: GPL-3.0-or-later
// Import: counts, rejected rows beside the workspace, dry runs, strictness, the same content again.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/report/templates.hpp>
#include <longmen/store/inventory.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iterator>

namespace test_import {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

TEST_CASE("import: counts, and the same content again changes nothing", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto first = import_text(workspace, folder, "a.csv", three_patents);
    REQUIRE(first.tables.size() == 1);
    CHECK(first.tables[0].counts.added == 3);
    CHECK(first.tables[0].table.unknown == std::vector<std::string>{"我的备注"});
    CHECK(first.rejects_file.empty());
    const auto generation = workspace.generation();

    const auto again = import_text(workspace, folder, "b.csv", three_patents);
    CHECK(again.tables[0].counts.added == 0);
    CHECK(again.tables[0].counts.updated == 0);
    CHECK(again.tables[0].counts.unchanged == 3);
    CHECK(workspace.generation() == generation);
}

TEST_CASE("import: rejected rows lie beside the workspace with every cell", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const std::string bad = "申请号,名称,申请日\nCN201811234567.X,好,2018-10-22\n2.01E+12,=坏,2018-10-22\n";
    const auto got = import_text(workspace, folder, "a.csv", bad);
    CHECK(got.tables[0].counts.rejected == 1);
    CHECK(got.tables[0].rejects.at("damaged_number") == 1);
    std::ifstream in(got.rejects_file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    CHECK_THAT(text, Contains("\n3,申请号,2.01E+12,damaged_number,") && Contains("名称==坏"));
    CHECK(got.rejects_file == folder.path("w/rejects/a.csv.rejects.csv"));
    // mended, the file leaves no list of rejected rows behind
    import_text(workspace, folder, "a.csv", three_patents);
    CHECK_FALSE(std::filesystem::exists(folder.path("w/rejects/a.csv.rejects.csv")));
}

TEST_CASE("import: figures of an unknown enterprise are rejected, and listed like any other row",
          "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto got = import_text(workspace, folder, "f.csv", figures_of_2021);
    CHECK(got.tables[0].counts.rejected == 3);
    std::ifstream in(got.rejects_file);
    const std::string list{std::istreambuf_iterator<char>(in), {}};
    CHECK_THAT(list, Contains("main_revenue(元)=7000000") && Contains("rd_expense(元)=499900") &&
                         Contains("conversion_revenue(元)=2700000")); // no figure is lost
}

TEST_CASE("import: a dry run counts and leaves no trace", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    auto how = request();
    how.dry_run = true;
    CHECK(import_text(workspace, folder, "a.csv", three_patents, how).tables[0].counts.added == 3);
    CHECK(workspace.generation() == 0);
    CHECK(store::take_inventory(workspace, 10).imports.empty());
    CHECK(import_text(workspace, folder, "a.csv", three_patents).tables[0].counts.added == 3);
}

TEST_CASE("import: strict stops at the first rejected row and leaves the workspace alone", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    auto how = request();
    how.strict = true;
    CHECK_THROWS_WITH(
        import_text(workspace, folder, "a.csv", "申请号,名称\nCN201811234567.X,好\n见附件,坏\n", how),
        Contains(":3:") && Contains("见附件"));
    CHECK(workspace.generation() == 0);
}

TEST_CASE("import: table, notes and JSON tell the same", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const std::vector<service::ImportedFile> files{import_text(workspace, folder, "a.csv", three_patents)};
    const auto table = service::import_table(files, Lang::en);
    const auto json = nlohmann::json::parse(service::import_json(files));
    CHECK(std::get<std::int64_t>(table.rows.at(0).at(5)) == 3);
    CHECK(json["files"][0]["added"] == 3);
    CHECK(json["files"][0]["unknown"][0] == "我的备注");
    CHECK_THAT(service::import_notes(files, Lang::zh).at(0), Contains("我的备注") && Contains("原样"));
}

TEST_CASE("import: a blank form goes in as nothing, a filled one as it says", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    for (const auto kind : report::form_kinds()) {
        for (const auto lang : {Lang::zh, Lang::en}) {
            const auto got = import_text(workspace, folder, "form.xlsx", report::blank_form(kind, lang));
            INFO(kind);
            REQUIRE(got.tables.size() == 1);
            CHECK(got.tables[0].table.kind == kind);
            CHECK(got.tables[0].table.unknown.empty());
            CHECK(got.tables[0].counts.rows == 0);
            CHECK(got.skipped.size() == 1); // the sheet of explanations
        }
    }
    CHECK(workspace.generation() == 0);
}

} // namespace test_import
