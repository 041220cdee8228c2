// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of PATSTAT and PatentsView into columns: worked cases, clocks, dirt, what is refused.
#include <longmen/base/date.hpp>
#include <longmen/base/errors.hpp>
#include <longmen/ingest/relational_tables.hpp>

#include <catch2/catch.hpp>
#include <support/table_folder.hpp>

#include <map>
#include <string>
#include <vector>

namespace test_relational_tables {

using namespace longmen;
using namespace longmen::ingest;
using Catch::Matchers::Contains;

namespace {

using Tables = std::map<std::string, std::string>;

RelationalTables read(const Tables& tables, BulkClock clock = BulkClock::filing) {
    static const auto profiles = Profiles::read(LONGMEN_SOURCE_DIR "/models");
    const test::TableFolder folder;
    for (const auto& [name, text] : tables) {
        (void)folder.write(name, text);
    }
    Threads threads{2};
    Progress silent;
    return read_relational_tables({folder.path()}, clock, profiles, {}, threads, silent);
}

std::vector<std::string> numbers(RelationalTables& tables) {
    std::vector<std::string> result;
    for (NodeId node = 0; node < tables.numbers.size(); ++node) {
        result.push_back(tables.number(node));
    }
    return result;
}

std::vector<std::int32_t> measure(RelationalTables& tables, std::string_view name) {
    const auto values = tables.measures.view();
    const auto documents = tables.numbers.size();
    for (std::size_t i = 0; i < tables.measure_names.size(); ++i) {
        if (tables.measure_names[i] == name) {
            const auto some = values.subspan(i * documents, documents);
            return {some.begin(), some.end()};
        }
    }
    return {};
}

std::vector<std::string> names(ScratchLists& lists) {
    std::vector<std::string> result;
    const auto offsets = lists.names.offsets.view();
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        result.emplace_back(lists.names.bytes.view().data() + offsets[i], offsets[i + 1] - offsets[i]);
    }
    return result;
}

std::uint64_t faults(const RelationalTables& tables, BulkFault fault) {
    return tables.faults.counts.at(static_cast<std::size_t>(fault));
}

int day(int year, int month, int of_month) {
    return Date::from_ymd(year, month, of_month)->days();
}

const Tables patstat{
    {"tls201.csv",
     "appln_id,appln_auth,appln_nr,appln_kind,appln_filing_date,earliest_filing_date,"
     "earliest_publn_date,docdb_family_id,appln_filing_year\n"
     "\"1\",\"CN\",\"201110012345\",\"A\",\"2011-01-20\",\"2010-12-01\",\"2011-08-01\",\"7\",\"2011\"\n"
     "2,US,201213345678,A,2012-01-06,2010-12-01,9999-12-31,7,2012\n"
     "3,XX,77,D2,9999-12-31,9999-12-31,9999-12-31,0,9999\n"},
    {"tls211.csv",
     "pat_publn_id,publn_auth,publn_nr,publn_kind,appln_id,publn_date,publn_first_grant,publn_claims\n"
     "11,CN,102345678,A,1,2011-08-01,N,9\n12,CN,102345678,B,1,2013-05-01,Y,8\n"
     "19,CN,102345670,A,99,2013-05-01,N,8\n"},
    {"tls212.csv", "pat_publn_id,citn_id,cited_pat_publn_id,cited_appln_id,cited_npl_publn_id\n"
                   "12,1,98,0,0\n12,2,0,2,0\n12,3,0,0,abc\n11,1,0,0,abc\n11,2,0,0,def\n77,1,11,0,0\n"},
};

} // namespace

TEST_CASE("relational tables: applications of PATSTAT with their numbers, dates and citations") {
    auto tables = read(patstat);
    CHECK(tables.source == "patstat");
    CHECK(tables.unit == "application");
    CHECK(numbers(tables) ==
          std::vector<std::string>{"patstat:appln:3", "patstat:publn:98", "CN102345678B", "US13345678"});
    CHECK(tables.stubs == 1);
    CHECK(measure(tables, "publication_day") ==
          std::vector<std::int32_t>{missing_measure, missing_measure, day(2011, 8, 1), missing_measure});
    CHECK(measure(tables, "grant_day")[2] == day(2013, 5, 1));
    CHECK(measure(tables, "priority_day")[3] == day(2010, 12, 1));
    CHECK(measure(tables, "claims")[2] == 8);
    CHECK(measure(tables, "npl_citations") == std::vector<std::int32_t>{0, missing_measure, 2, 0});
    CHECK(tables.family.view()[2] == tables.family.view()[3]);
    CHECK(tables.family.view()[0] != tables.family.view()[1]);
    REQUIRE(tables.arcs.size() == 2);
    CHECK(tables.arcs[0].cited == 1);
    CHECK(tables.arcs[1].cited == 3);
    CHECK(faults(tables, BulkFault::unknown_id) == 2); // a publication of no application, a citing one
    REQUIRE(tables.faults.examples.size() == 2);
    CHECK(tables.faults.examples[0].row == 4);
    CHECK_THAT(tables.faults.examples[0].line, Contains("19 | 99"));
}

TEST_CASE("relational tables: the clock is the one asked for") {
    auto priority = read(patstat, BulkClock::priority);
    CHECK(numbers(priority)[2] == "CN102345678B"); // of one day: by number
    CHECK(priority.day.view()[2] == day(2010, 12, 1));
    CHECK(priority.day.view()[3] == day(2010, 12, 1));
    CHECK(measure(priority, "filing_day")[2] == day(2011, 1, 20));
    auto published = read(patstat, BulkClock::publication);
    CHECK(published.day.view()[3] == day(2011, 8, 1));
    CHECK(published.day.view()[2] == unknown_day);
    CHECK(bulk_clock_key(BulkClock::publication) == "publication");
}

TEST_CASE("relational tables: a year is a date where there is no better one, and dirt is counted") {
    auto tables = read({{"a.tsv", "appln_id\tappln_filing_year\tappln_filing_date\n5\t2004\t9999-12-31\n"
                                  "6\t2003\t2003-13-40\n0\t2003\t\nx y\t2003\t\n5\t2001\t\n7\n"},
                        {"b.tsv", "appln_id\tcpc_class_symbol\n5\tH04B   1/711\n5\t\n6\tA61K   8/02\n"},
                        {"notes.txt", "no table at all\n"}});
    CHECK(numbers(tables) ==
          std::vector<std::string>{"patstat:appln:7", "patstat:appln:6", "patstat:appln:5"});
    CHECK(tables.day.view()[2] == day(2004, 1, 1));
    CHECK(tables.year_only.view()[2] == 1);
    CHECK(faults(tables, BulkFault::bad_value) == 1);
    CHECK(faults(tables, BulkFault::bad_id) == 3);
    CHECK(faults(tables, BulkFault::duplicate_id) == 1);
    CHECK(tables.node_rows == 6);
    CHECK(names(tables.classes) == std::vector<std::string>{"A61K", "H04B"});
    REQUIRE(tables.passed_over.size() == 1);
    CHECK_THAT(tables.passed_over[0], Contains("notes.txt"));
}

TEST_CASE("relational tables: persons by id, the better name, in the order of the source") {
    auto tables = patstat;
    tables["tls207.csv"] =
        "person_id,appln_id,applt_seq_nr,invt_seq_nr\n8,1,2,0\n7,1,1,0\n9,1,0,1\n7,2,1,2\n66,2,2,0\n";
    CHECK_THROWS_WITH(read(tables), Contains("tls206_person"));
    tables["a.csv"] = "person_id,han_name,psn_sector\n7,ACME CORP,COMPANY\n8,BETA GMBH,COMPANY\n";
    tables["b.csv"] = "person_id,person_name,person_ctry_code\n7,\"Acme, Corp\",DE\n9,Curie,FR\n";
    auto columns = read(tables);
    CHECK(names(columns.applicants) == std::vector<std::string>{"Acme, Corp", "BETA GMBH"});
    CHECK(names(columns.inventors) == std::vector<std::string>{"Curie", "Acme, Corp"});
    CHECK(columns.applicants.view().count(2) == 2);
    CHECK(columns.applicants.view()[2][0] == 0);
    CHECK(columns.applicants.view().count(3) == 1);
    CHECK(faults(columns, BulkFault::unknown_id) == 3); // one more: of person 66 nothing is known
}

TEST_CASE("relational tables: grants of PatentsView, quoted; further tables are named") {
    const Tables grants{
        {"g_patent.tsv",
         "\"patent_id\"\t\"patent_type\"\t\"patent_date\"\t\"patent_title\"\t\"wipo_kind\"\t\"num_claims\"\n"
         "\"10000000\"\t\"utility\"\t\"2018-06-19\"\t\"Coherent \"\"LADAR\"\"\"\t\"B2\"\t20\n"
         "\"D800000\"\t\"design\"\t\"2017-10-17\"\t\"Lamp\"\t\"S1\"\t1\n"},
        {"g_application.tsv",
         "application_id\tpatent_id\tfiling_date\n\"14643719\"\t10000000\t\"2015-03-10\"\n"},
        {"g_us_patent_citation.tsv",
         "patent_id\tcitation_sequence\tcitation_patent_id\twipo_kind\n"
         "10000000\t0\t5093563\tA\n10000000\t1\tD800000\tS1\nX-1\t1\t5093563\tA\n"},
        {"g_other_reference.tsv", "patent_id\tother_reference_sequence\tother_reference_text\n"
                                  "10000000\t0\tA book\n10000000\t1\tA book\n10000000\t2\tA paper\n"},
        {"g_wipo.tsv", "patent_id\twipo_field_sequence\twipo_field_id\n10000000\t0\t3\n"}};
    auto tables = read(grants);
    CHECK(tables.unit == "grant");
    CHECK(numbers(tables) == std::vector<std::string>{"US5093563", "USD800000S1", "US10000000B2"});
    CHECK(tables.day.view()[2] == day(2015, 3, 10));
    CHECK(measure(tables, "grant_day")[1] == day(2017, 10, 17));
    CHECK(measure(tables, "npl_citations")[2] == 2);
    CHECK(measure(tables, "claims")[2] == 20);
    CHECK(tables.arcs.size() == 2);
    CHECK(faults(tables, BulkFault::bad_id) == 1);
    REQUIRE(tables.passed_over.size() == 1);
    CHECK_THAT(tables.passed_over[0], Contains("g_wipo.tsv"));
    CHECK_THROWS_WITH(read(grants, BulkClock::priority), Contains("priority"));
    auto mixed = grants;
    mixed["tls201.csv"] = patstat.at("tls201.csv");
    CHECK_THROWS_WITH(read(mixed), Contains("patstat") && Contains("patentsview"));
    auto headless = grants;
    headless.erase("g_patent.tsv");
    CHECK_THROWS_WITH(read(headless), Contains("g_patent"));
    CHECK_THROWS_AS(read({{"x.csv", "a,b\n1,2\n"}}), DataError);
}

} // namespace test_relational_tables
