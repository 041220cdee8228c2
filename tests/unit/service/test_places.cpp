// SPDX-License-Identifier: GPL-3.0-or-later
// Places from addresses while rows go in.
#include <longmen/service/import.hpp>
#include <longmen/service/places.hpp>

#include <catch2/catch.hpp>
#include <support/workspace.hpp>

#include <fstream>

namespace test_places {

using namespace longmen;
using test::patent_row;

namespace {

std::string value(const PatentRow& row, Field field) {
    const auto found = std::ranges::find(row.values, field, &FieldValue::field);
    return found == row.values.end() ? "-" : found->value;
}

const std::string models = LONGMEN_SOURCE_DIR "/models";

store::Workspace workspace_in(const test::Folder& folder) {
    return store::Workspace::open(folder.path("w"), store::OpenMode::create);
}

} // namespace

TEST_CASE("places: an address tells what the columns leave open, and nothing more") {
    const test::Folder folder;
    const auto workspace = workspace_in(folder);
    const service::Places places(models, workspace);
    auto row = patent_row(
        2, {{Field::app_no, "CN97101765.4"}, {Field::address, "030600 山西省晋中市榆次区某路1号"}});
    row.values.back().column = 7;
    places.complete(row);
    CHECK(value(row, Field::province) == "山西");
    CHECK(value(row, Field::city) == "晋中市");
    CHECK(value(row, Field::county) == "榆次区");
    CHECK(row.values.back().column == 7); // under the column of the address
    auto given = patent_row(3, {{Field::county, "灵石县"}, {Field::address, "山西省晋中市榆次区某路1号"}});
    places.complete(given);
    CHECK(value(given, Field::county) == "灵石县");
    auto foreign = patent_row(4, {{Field::address, "1 Main Street, Boston"}});
    places.complete(foreign);
    CHECK(foreign.values.size() == 1);
}

TEST_CASE("places: a table of divisions of the user's adds to what is known") {
    const test::Folder folder;
    auto workspace = workspace_in(folder);
    std::ofstream(folder.path("areas.csv")) << "code,name\n3206,南通市\n320621,海安县\n320621100,海安镇\n";
    auto row = patent_row(2, {{Field::address, "226634 江苏省南通市海安县某镇1号"}});
    service::Places(models, workspace).complete(row);
    CHECK(value(row, Field::city) == "-");
    service::ImportRequest request;
    request.models_folder = models;
    Progress silent;
    const auto done = service::import_file(workspace, folder.path("areas.csv"), request, silent);
    CHECK(done.tables.at(0).counts.added == 3);
    service::Places(models, workspace).complete(row);
    CHECK(value(row, Field::city) == "南通市");
    CHECK(value(row, Field::county) == "海安县");
}

TEST_CASE("places: enterprises too") {
    const test::Folder folder;
    const auto workspace = workspace_in(folder);
    EnterpriseRow row;
    row.address = "山西省晋中市介休市某街道";
    service::Places(models, workspace).complete(row);
    CHECK(row.county == "介休市");
    CHECK(row.province == "山西");
}

} // namespace test_places
