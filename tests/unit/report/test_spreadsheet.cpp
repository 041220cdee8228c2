// SPDX-License-Identifier: GPL-3.0-or-later
// Workbooks, read back from their XML by this test's own eyes.
#include <longmen/report/spreadsheet.hpp>

#include <catch2/catch.hpp>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace test_spreadsheet {

using namespace longmen;

namespace {

/// One member of the workbook, as unzipped by Python.
std::string member(const std::string& bytes, const std::string& name) {
    const auto folder =
        std::filesystem::temp_directory_path() / ("longmen-sheet-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "a.xlsx", std::ios::binary} << bytes;
    const auto command = "python3 -c \"import zipfile; open('" + (folder / "out").string() +
                         "','wb').write(zipfile.ZipFile('" + (folder / "a.xlsx").string() + "').read('" +
                         name + "'))\"";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream in(folder / "out", std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove_all(folder);
    return text;
}

Table sample() {
    Table table;
    table.columns = {{"name", "名称"}, {"count", "件数"}, {"share", "占比"}};
    table.rows = {{std::string{"=1+1"}, std::int64_t{42}, Decimal{0.125, 4, 2}},
                  {std::string{"甲"}, Cell{}, Cell{}}};
    return table;
}

} // namespace

TEST_CASE("spreadsheet: text stays text, numbers are numbers, undefined is empty", "[report]") {
    const auto bytes = report::spreadsheet({{"清单[1]", sample()}});
    const auto sheet = member(bytes, "xl/worksheets/sheet1.xml");
    CHECK(sheet.find("<f>") == std::string::npos);
    CHECK(sheet.find("<c r=\"B2\"><v>42</v></c>") != std::string::npos);
    CHECK(sheet.find("<v>0.125</v>") != std::string::npos);
    CHECK(sheet.find("r=\"B3\"") == std::string::npos);
    CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
    CHECK(member(bytes, "xl/sharedStrings.xml").find("=1+1") != std::string::npos);
    CHECK(member(bytes, "xl/workbook.xml").find("name=\"清单_1_\"") != std::string::npos);
}

TEST_CASE("spreadsheet: the same tables give the same bytes", "[report]") {
    CHECK(report::spreadsheet({{"a", sample()}}) == report::spreadsheet({{"a", sample()}}));
}

} // namespace test_spreadsheet
