// SPDX-License-Identifier: GPL-3.0-or-later
// Reference tables go in like any file, and tell what stands behind codes.
#include <longmen/service/import.hpp>
#include <longmen/service/records.hpp>
#include <longmen/store/referents.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <filesystem>
#include <fstream>

namespace test_reference_tables {

using namespace longmen;

namespace {

store::ImportCounts import(store::Workspace& workspace, const std::string& path) {
    service::ImportRequest request;
    request.models_folder = LONGMEN_SOURCE_DIR "/models";
    Progress silent;
    const auto done = service::import_file(workspace, path, request, silent);
    REQUIRE(done.tables.size() == 1);
    CHECK(done.tables[0].table.kind == "referents");
    CHECK(done.tables[0].counts.rejected == 0);
    return done.tables[0].counts;
}

} // namespace

TEST_CASE("reference tables: titles of classes and codes of events are shown with a record") {
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const auto write = [&](const std::string& name, const std::string& text) {
        std::ofstream(folder.path(name)) << text;
        return folder.path(name);
    };
    CHECK(import(workspace, write("ipc.tsv", "code\tlevel\ttitle_zh\nH01M10/0525\t7\t摇椅式电池\n")).added ==
          1);
    CHECK(import(workspace, write("events.csv", "Authority,Event-code,Influence,Description ENG\n"
                                                "EP,PG25,-,LAPSED IN A CONTRACTING STATE\n"))
              .added == 1);
    CHECK(import(workspace,
                 write("fields.csv", "field_nr,sector,field_name,ipc\n1,Electrical,Machinery,H01M%\n"))
              .added == 1);
    CHECK(store::referent_name(workspace, "technology_field:ipc", "H01M%") == "Machinery");

    auto row = test::patent_row(2, {{Field::pub_no, "EP1271392A1"}, {Field::ipc, "H01M10/0525\nH01M4/00"}});
    row.events.push_back({0, {}, "EP.PG25", "2010-01-02", {}});
    test::import_rows(workspace, {row});
    const auto record = service::find_record(workspace, "EP1271392A1");
    REQUIRE(record.classes.size() == 1);
    CHECK(record.classes[0] == std::pair<std::string, std::string>{"H01M10/0525", "摇椅式电池"});
    REQUIRE(record.events.size() == 1);
    CHECK(record.events[0].name == "LAPSED IN A CONTRACTING STATE");
}

TEST_CASE("reference tables: the published ones go in as they are") {
    const std::string data = LONGMEN_SOURCE_DIR "/../shared/data/";
    if (!std::filesystem::exists(data + "classification")) {
        WARN("no public reference tables beside the project; skipped");
        return;
    }
    const test::Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    CHECK(import(workspace, data + "classification/ipc_2026_zh.tsv.xz").added == 77242);
    CHECK(import(workspace, data + "classification/wipo_ipc_technology_35.csv").rows == 761);
    CHECK(import(workspace, data + "office-xml/legal_code_descriptions_202417.xlsx").rows == 4397);
    CHECK(import(workspace, data + "regions/cn_provinces.csv").added == 31);
    CHECK(import(workspace, data + "regions/cn_cities.csv").rows == 342);
    CHECK(import(workspace, data + "regions/cn_areas.csv").rows == 2978);
    CHECK(import(workspace, data + "regions/cn_streets.csv.xz").rows == 41352);
    CHECK(store::referent_name(workspace, store::division_space, "140702") == "榆次区");
}

} // namespace test_reference_tables
