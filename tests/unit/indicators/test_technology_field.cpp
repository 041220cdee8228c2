// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped field table, and errors in a table.
#include <longmen/base/errors.hpp>
#include <longmen/indicators/technology_field.hpp>

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

namespace test_technology_field {

using namespace longmen;
using namespace longmen::indicators;

namespace {
const TechnologyFields& shipped() {
    static const auto table = TechnologyFields::read(
        Config::read(LONGMEN_SOURCE_DIR "/models/classification/technology_fields.toml"));
    return table;
}
} // namespace

TEST_CASE("technology field: 35 fields in 5 sectors") {
    CHECK(shipped().fields().size() == 35);
    CHECK(shipped().sectors().size() == 5);
    CHECK(shipped().field_name(28, Lang::en) == "Textile and paper machines");
    CHECK(shipped().field_name(28, Lang::zh) == "纺织和造纸机器");
    CHECK(shipped().sector_name(shipped().sector_of(28), Lang::en) == "Mechanical engineering");
    CHECK(shipped().field_name(0, Lang::en) == "unclassified");
    CHECK(shipped().sector_of(0) == 0);
}

TEST_CASE("technology field: a listed main group goes before its subclass") {
    const auto& t = shipped();
    CHECK(t.find("G01N33/50") == 11);
    CHECK(t.find("G01N 3/00") == 10);
    CHECK(t.find("G01N") == 10);
    CHECK(t.find("A61K8/97") == 14);
    CHECK(t.find("A61K36/00") == 16);
    CHECK(t.find("H04N1/00") == 3);
    CHECK(t.find("H04N 21/00") == 4);
    CHECK(t.find("H04N 5/225") == 2);
    CHECK(t.find("B01D 46/00") == 24);
    CHECK(t.find("B01D 3/00") == 23);
    CHECK(t.find("E01F 8/00") == 24);
    CHECK(t.find("D01H 4/00") == 28);
    CHECK(t.find("H10K 50/00") == 8);
    CHECK(t.find("A61X 1/00") == 0);
    CHECK(t.find("nonsense") == 0);
}

TEST_CASE("technology field: a patent has that of its first classified symbol, IPC before CPC") {
    Patent p;
    CHECK(shipped().of(p) == 0);
    p.cpc = {"D01H4/00"};
    CHECK(shipped().of(p) == 28);
    p.ipc = {"??", "F15B11/00", "A61K31/00"};
    CHECK(shipped().of(p) == 31);
}

TEST_CASE("technology field: a table that contradicts itself is refused with its line") {
    const std::string head = "[[sector]]\nnumber = 1\nzh = \"一\"\nen = \"one\"\n";
    const auto refused = [&](const std::string& text, const std::string& piece) {
        CHECK_THROWS_WITH(TechnologyFields::read(Config::parse(text, "t.toml")), Catch::Contains(piece));
    };
    refused(head + "[[field]]\nnumber = 2\nsector = 1\nzh = \"甲\"\nen = \"a\"\n", "1 is expected here");
    refused(head + "[[field]]\nnumber = 1\nsector = 2\nzh = \"甲\"\nen = \"a\"\n", "there is no sector 2");
    refused(head + "[[field]]\nnumber = 1\nsector = 1\nzh = \"甲\"\nen = \"a\"\nipc = [\"A61K\", \"A61K\"]\n",
            "t.toml:10: `ipc`: `A61K` stands in the table twice");
    refused(head + "[[field]]\nnumber = 1\nsector = 1\nzh = \"甲\"\nen = \"a\"\nipc = [\"61K\"]\n",
            "no subclass");
    refused("colour = 1\n", "unknown key");
}

TEST_CASE("technology field: agrees with a published copy of the concordance, row by row") {
    std::ifstream in(LONGMEN_SOURCE_DIR "/../shared/data/classification/wipo_ipc_technology_35.csv");
    if (!in) {
        in.open(LONGMEN_SOURCE_DIR "/../../shared/data/classification/wipo_ipc_technology_35.csv");
    }
    if (!in) {
        WARN("the published concordance is not here");
        return;
    }
    std::string line;
    std::getline(in, line);
    std::size_t rows = 0;
    while (std::getline(in, line)) {
        // number,sector,"name",symbol% with the main group right-aligned
        const auto symbol = line.substr(line.rfind(',') + 1);
        if (symbol.find('%') == std::string::npos) {
            continue;
        }
        INFO(line);
        REQUIRE(shipped().find(symbol.substr(0, symbol.find('%'))) == std::stoi(line));
        ++rows;
    }
    CHECK(rows == 761);
}

} // namespace test_technology_field
