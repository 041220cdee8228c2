// SPDX-License-Identifier: GPL-3.0-or-later
// Bulk tables: forms of files, dirt, order, threads.
#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/ingest/bulk_tables.hpp>

#include <catch2/catch.hpp>
#include <support/table_folder.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace test_bulk_tables {

using namespace longmen;
using namespace longmen::ingest;
using Folder = longmen::test::TableFolder;

namespace {

BulkTables read(const std::string& nodes, const std::string& edges, unsigned count = 2) {
    Threads threads{count};
    Progress silent;
    return read_bulk_tables(nodes, edges, threads, silent);
}

std::string describe(const BulkTables& tables) {
    std::string text;
    for (NodeId node = 0; node < tables.numbers.size(); ++node) {
        text += tables.number(node) + " " +
                (tables.day[node] == unknown_day ? "-" : Date::from_days(tables.day[node]).iso());
        text += tables.year_only.empty() || tables.year_only[node] == 0 ? "" : "y";
        for (const auto* column : {&tables.classes, &tables.applicants}) {
            text += " ";
            for (const auto name : column->lists.view()[node]) {
                text += column->names[name] + ",";
            }
        }
        text += "\n";
    }
    std::multiset<std::string> arcs;
    for (const auto& arc : tables.arcs) {
        arcs.insert(tables.number(arc.citing) + ">" + tables.number(arc.cited));
    }
    for (const auto& arc : arcs) {
        text += arc + "\n";
    }
    return text;
}

} // namespace

TEST_CASE("bulk tables: documents come in the order of time, with their columns") {
    const Folder folder;
    const auto nodes = folder.write("nodes.tsv", "id\tdate\tclasses\tapplicant\n"
                                                 "30\t2001-05-06\tA01B 1/02;H04L\tAcme; Beta\r\n"
                                                 "10\t2000\t\tAcme\n"
                                                 "20\t\tH04L\t\n");
    const auto edges = folder.write("edges.tsv", "citing\tcited\n30\t10\n30\t20\n10\t77\n");
    const auto tables = read(nodes, edges);
    CHECK(describe(tables) == "20 - H04L, \n"
                              "77 -  \n"
                              "10 2000-01-01y  Acme,\n"
                              "30 2001-05-06 A01B,H04L, Acme,Beta,\n"
                              "10>77\n30>10\n30>20\n");
    CHECK(tables.stubs == 1);
    CHECK(tables.node_rows == 3);
    CHECK(tables.edge_rows == 3);
}

TEST_CASE("bulk tables: no heading, commas, other order, ids of letters, packed, no table of documents") {
    const Folder folder;
    const std::string rows = "1\t1999-01-01\tA01B\tX\n2\t2000-01-01\tA01B\tY\n";
    const std::string arcs = "2\t1\n";
    const auto wanted = describe(read(folder.write("n.tsv", rows), folder.write("e.tsv", arcs)));
    CHECK(wanted == "1 1999-01-01 A01B, X,\n2 2000-01-01 A01B, Y,\n2>1\n");
    CHECK(describe(read(folder.write("n.csv", "classes,applicant,id,more,date\nA01B,X,1,z,1999-01-01\n"
                                              "A01B,Y,2,,2000-01-01\n"),
                        folder.write("e.csv", "cited,category,citing\n1,X,2"))) == wanted);
    CHECK(describe(read(folder.write("bom.tsv", "\xEF\xBB\xBF" + rows), folder.write("e.tsv", arcs))) ==
          wanted);
    REQUIRE(std::system(("gzip -k " + folder.path("n.tsv") + " && xz -k " + folder.path("e.tsv")).c_str()) ==
            0);
    CHECK(describe(read(folder.path("n.tsv.gz"), folder.path("e.tsv.xz"))) == wanted);
    CHECK(describe(
              read("", folder.write("names.tsv", "CN201811234567.X\tUS7131597B2\nUS7131597B2\tfoo bar\n"))) ==
          "US7131597B2 -  \nCN201811234567.X -  \nfoo bar -  \nCN201811234567.X>US7131597B2\nUS7131597B2>foo "
          "bar\n");
}

TEST_CASE("bulk tables: rows that cannot be read are counted with examples") {
    const Folder folder;
    const auto nodes =
        folder.write("nodes.tsv", "id\tdate\n1\t1999-02-30\n\t2000-01-01\n2\t2000-01-01\n2\t2001-01-01\n" +
                                      std::string(70, '9') + "\t2000\n");
    const auto edges = folder.write("edges.tsv", "2\t1\n2\n\t2\n2\t3\n");
    const auto tables = read(nodes, edges);
    const auto count = [&](BulkFault fault) {
        return tables.faults.counts.at(static_cast<std::size_t>(fault));
    };
    CHECK(count(BulkFault::bad_date) == 1);
    CHECK(count(BulkFault::bad_id) == 3);
    CHECK(count(BulkFault::duplicate_id) == 1);
    CHECK(count(BulkFault::too_few_cells) == 1);
    CHECK(describe(tables) == "1 -  \n3 -  \n2 2000-01-01  \n2>1\n2>3\n");
    REQUIRE(!tables.faults.examples.empty());
    CHECK(tables.faults.examples[0].file == nodes);
    CHECK(tables.faults.examples[0].byte == 8);
    CHECK(tables.faults.examples[0].line == "1\t1999-02-30");
    CHECK_THROWS_AS(read(folder.write("q.tsv", "\"id\"\t\"date\"\n"), edges), DataError);
    CHECK_THROWS_AS(read(folder.write("x.tsv", "date\tapplicant\n"), edges), DataError);
    CHECK_THROWS_AS(read("", folder.write("one.tsv", "citing\n1\n")), DataError);
    CHECK_THROWS_AS(read("", folder.path("absent.tsv")), DataError);
}

TEST_CASE("bulk tables: further columns of documents, and fields by whole symbols") {
    const Folder folder;
    const auto edges = folder.write("e.tsv", "citing\tcited\tcategory\n3\t9\tX\n");
    const auto nodes = folder.write(
        "n.tsv",
        "claims\tid\tfiling_date\tcolour\tinventors\tfamily\tpublication_date\tclasses\tnpl_citations\n"
        "12\t1\t2003-01-01\tred\tAda; Bo\tF7\t2004-05-06\tZ99Z 1/00;A61K 8/02\t0\n"
        "x\t2\t2002-01-01\tred\tBo\t\t2003-13-01\tA61K 31/00\t3\n"
        "\t3\t2001-01-01\t\t\tF7\t\t\t\n");
    std::size_t asked = 0;
    Threads threads{1};
    Progress silent;
    const auto tables = read_bulk_tables(nodes, edges, threads, silent, [&](std::string_view symbol) {
        ++asked;
        return static_cast<std::uint8_t>(symbol.starts_with("A61K 8") ? 14
                                         : symbol.starts_with("A61K") ? 16
                                                                      : 0);
    });
    // In the order of time: 9 (without a day), 3, 2, 1.
    REQUIRE(tables.numbers.size() == 4);
    CHECK(tables.number(3) == "1");
    CHECK(std::vector<int>(tables.field.begin(), tables.field.end()) == std::vector<int>{0, 0, 16, 14});
    CHECK(asked == 3);
    const auto inventors = tables.inventors.lists.view();
    CHECK(tables.inventors.names == std::vector<std::string>{"Ada", "Bo"});
    CHECK(inventors.count(0) == 0);
    CHECK(inventors.count(2) == 1);
    CHECK(inventors.count(3) == 2);
    REQUIRE(tables.family.size() == 4);
    CHECK(tables.family[1] == tables.family[3]);
    CHECK(std::set<std::uint32_t>(tables.family.begin(), tables.family.end()) ==
          std::set<std::uint32_t>{0, 1, 2});
    std::map<std::string, std::vector<std::int32_t>> measures;
    for (const auto& [name, values] : tables.measures) {
        measures[name] = {values.begin(), values.end()};
    }
    constexpr auto none = missing_measure;
    CHECK(measures.size() == 3);
    CHECK(measures["claims"] == std::vector<std::int32_t>{none, none, none, 12});
    CHECK(measures["npl_citations"] == std::vector<std::int32_t>{none, none, 3, 0});
    CHECK(measures["publication_day"] ==
          std::vector<std::int32_t>{none, none, none, Date::from_ymd(2004, 5, 6)->days()});
    CHECK(tables.faults.counts.at(static_cast<std::size_t>(BulkFault::bad_value)) == 2);
    CHECK(tables.passed_over == std::vector<std::string>{nodes + ": colour", edges + ": category"});
}

TEST_CASE("bulk tables: a table with a date of publication alone is dated by it") {
    const Folder folder;
    const auto tables =
        read(folder.write("n.tsv", "id\tpublication_date\n1\t2001-02-03\n"), folder.write("e.tsv", "1\t2\n"));
    CHECK(describe(tables) == "2 -  \n1 2001-02-03  \n1>2\n");
    CHECK(tables.measures.empty());
    CHECK(tables.family.empty());
    CHECK(tables.inventors.lists.view().size() == 0);
}

TEST_CASE("bulk tables: many pieces, the same for any number of threads, as a slow reader has it") {
    const Folder folder;
    std::mt19937_64 random{9};
    for (const bool plain : {true, false}) {
        std::string nodes = "id\tdate\tclasses\tapplicant\tfamily\tclaims\n";
        std::string edges;
        std::map<std::string, std::string> rows;
        std::vector<std::string> owners_in_order; // by their first row
        std::set<std::string> owners_met;
        std::multiset<std::string> arcs;
        constexpr int documents = 150000; // some 5 MB: two pieces
        const auto name = [&](int i) {
            return plain ? std::to_string(100000 + i) : "p:" + std::to_string(i * 7);
        };
        for (int i = 0; i < documents; ++i) {
            const auto date = Date::from_days(static_cast<int>(random() % 9000)).iso();
            const auto owner = "Owner " + std::to_string(random() % 5000);
            nodes += name(i) + "\t" + date + "\tA01B;H04L\t" + owner + "\t" + (plain ? "" : "f") +
                     std::to_string(i / 3) + "\t" + std::to_string(i % 50) + "\n";
            rows[name(i)] = date + owner;
            if (owners_met.insert(owner).second) {
                owners_in_order.push_back(owner);
            }
        }
        for (int i = 0; i < 400000; ++i) {
            const auto citing = name(static_cast<int>(random() % documents));
            const auto cited = name(static_cast<int>(random() % (documents + 5)));
            edges += citing + "\t" + cited + "\n";
            arcs.insert(citing + ">" + cited);
        }
        const auto node_file = folder.write("many.tsv", nodes);
        const auto edge_file = folder.write("manye.tsv", edges);
        const auto tables = read(node_file, edge_file, 2);
        const auto text = describe(tables);
        for (const unsigned count : {1U, 5U}) {
            const auto again = read(node_file, edge_file, count);
            CHECK(text == describe(again));
            CHECK(std::ranges::equal(tables.family, again.family));
            CHECK(std::ranges::equal(tables.measures.at(0).values, again.measures.at(0).values));
        }
        CHECK(tables.stubs == 5);
        CHECK((tables.applicants.names == owners_in_order));
        bool same = tables.numbers.size() == documents + 5;
        std::map<int, std::uint32_t> family_of;
        for (NodeId node = 0; node < tables.numbers.size(); ++node) {
            same = same && (node == 0 || std::pair{tables.day[node - 1], tables.numbers[node - 1]} <
                                             std::pair{tables.day[node], tables.numbers[node]});
            if (tables.day[node] != unknown_day) {
                const auto owners = tables.applicants.lists.view()[node];
                const auto row = plain ? std::stoi(tables.number(node)) - 100000
                                       : std::stoi(tables.number(node).substr(2)) / 7;
                same =
                    same && tables.measures.at(0).values[node] == row % 50 &&
                    family_of.try_emplace(row / 3, tables.family[node]).first->second == tables.family[node];
                same = same && owners.size() == 1 &&
                       rows[tables.number(node)] ==
                           Date::from_days(tables.day[node]).iso() + tables.applicants.names[owners[0]];
            }
        }
        CHECK(same);
        const std::set<std::uint32_t> families(tables.family.begin(), tables.family.end());
        CHECK(families.size() == documents / 3 + 5);
        std::multiset<std::string> found;
        for (const auto& arc : tables.arcs) {
            found.insert(tables.number(arc.citing) + ">" + tables.number(arc.cited));
        }
        CHECK((found == arcs));
    }
}

TEST_CASE(
    "bulk tables: lines that begin where a piece does, that end there, and that are longer than pieces") {
    constexpr std::size_t piece = std::size_t{4} << 20;
    const Folder folder;
    // Lines of 16 bytes: one begins at each multiple of the size of a piece; one byte more or less in front
    // puts the end of a line on either side of it.
    for (const int shift : {0, 1, 15}) {
        std::string edges = std::string("9") + std::string(static_cast<std::size_t>(shift), '9') + "\t8\n";
        edges.resize(16 + static_cast<std::size_t>(shift), '\n'); // blank lines
        std::multiset<std::string> wanted{edges.substr(0, edges.find('\t')) + ">8"};
        for (int i = 0; edges.size() < 2 * piece + 100; ++i) {
            const auto citing = std::to_string(1000000 + i);
            edges += citing + "\t7654321\n"; // 7 + 1 + 7 + 1
            wanted.insert(citing + ">7654321");
        }
        if (shift == 0) {
            REQUIRE(edges[piece - 1] == '\n');
        }
        const auto tables = read("", folder.write("edges.tsv", edges));
        std::multiset<std::string> found;
        for (const auto& arc : tables.arcs) {
            found.insert(tables.number(arc.citing) + ">" + tables.number(arc.cited));
        }
        CHECK((found == wanted));
    }
    std::string classes = "A01B";
    while (classes.size() < 2 * piece + 1000) {
        classes += ";A01B";
    }
    const auto nodes =
        folder.write("long.tsv", "1\t2000\tA01B\tX\n2\t2001\t" + classes + "\tY\n3\t2002\tH04L\tZ\n");
    const auto tables = read(nodes, folder.write("e.tsv", "2\t1\n3\t2\n"));
    REQUIRE(tables.numbers.size() == 3);
    CHECK(tables.classes.lists.view().count(1) == (classes.size() + 1) / 5);
    CHECK(tables.applicants.names == std::vector<std::string>{"X", "Y", "Z"});
}

} // namespace test_bulk_tables
