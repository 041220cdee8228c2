// SPDX-License-Identifier: GPL-3.0-or-later
// Relational sources end to end: tables in any order give one workspace; real extracts go in whole.
#include "small_workspace.hpp"

#include <longmen/base/errors.hpp>
#include <longmen/service/corpus.hpp>
#include <longmen/service/status.hpp>
#include <longmen/store/citations.hpp>
#include <longmen/store/load.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace test_relational {

using namespace longmen;
using namespace longmen::test;
using Catch::Matchers::Contains;

namespace {

struct NamedTable {
    std::string name, text;
};

/// A Chinese application with two publications, its American sister by a common priority, and who made them.
const std::vector<NamedTable> tables{
    {"tls201.tsv", "appln_id\tappln_auth\tappln_nr\tappln_kind\tappln_filing_date\tappln_filing_year\t"
                   "internat_appln_id\tdocdb_family_id\tdocdb_family_size\tnb_citing_docdb_fam\n"
                   "1\tCN\t201110012345\tA\t2011-01-20\t2011\t0\t777\t2\t5\n"
                   "2\tUS\t201213345678\tA\t2012-01-06\t2012\t0\t777\t2\t5\n"
                   "3\tCN\t201010567890\tA\t2010-12-01\t2010\t0\t777\t2\t0\n"},
    {"tls211.tsv", "pat_publn_id\tpubln_auth\tpubln_nr\tpubln_kind\tappln_id\tpubln_date\tpubln_first_grant\n"
                   "12\tCN\t102345678\tB\t1\t2013-05-01\tY\n11\tCN\t102345678\tA\t1\t2011-08-01\tN\n"
                   "22\tUS\t8765432\tB2\t2\t2014-07-01\tY\n"},
    {"tls207.tsv", "person_id\tappln_id\tapplt_seq_nr\tinvt_seq_nr\n"
                   "8\t2\t2\t1\n7\t1\t1\t0\n8\t1\t0\t1\n7\t2\t1\t0\n"},
    {"tls212.tsv", "pat_publn_id\tcitn_id\tcitn_origin\tcited_pat_publn_id\tpat_citn_seq_nr\n"
                   "22\t1\tAPP\t11\t1\n12\t1\tSEA\t22\t1\n12\t2\tSEA\t98\t2\n11\t1\tSEA\t99\t1\n"},
    {"tls204.tsv", "appln_id\tprior_appln_id\tprior_appln_seq_nr\n1\t3\t1\n2\t3\t1\n"},
};
const NamedTable persons{"tls206.tsv", "person_id\tperson_name\tperson_ctry_code\tpsn_sector\n"
                                       "7\t甲公司\tCN\tCOMPANY\n8\tLi, Ao\tCN\tINDIVIDUAL\n"};

/// All that analytics see of the workspace, and what is kept with the records.
std::string picture(store::Workspace& workspace) {
    std::string text;
    const auto corpus = service::load_corpus(workspace, models(), std::nullopt);
    for (const auto& patent : corpus.patents) {
        text +=
            fmt::format("{} {} {} {} {} family {} size {} cited {}", patent.number, patent.app_no,
                        patent.app_date ? patent.app_date->iso() : "-",
                        patent.grant_date ? patent.grant_date->iso() : "-", patent.office, patent.family,
                        patent.vendor_family_size.value_or(-1), patent.vendor_forward_citations.value_or(-1));
        for (const auto* list :
             {&patent.applicants, &patent.inventors, &patent.priorities, &patent.publications}) {
            for (const auto& member : *list) {
                text += " " + member;
            }
            text += ";";
        }
        text += "\n";
    }
    std::map<std::int64_t, std::string> names;
    for (const auto& patent : corpus.patents) {
        names[patent.id] = patent.number;
    }
    std::vector<std::string> links;
    for (const auto& link : store::load_citations(workspace)) {
        links.push_back(names[link.citing] + " cites " + names[link.cited] + link.stub + " " + link.origin);
    }
    std::ranges::sort(links);
    for (const auto& link : links) {
        text += link + "\n";
    }
    return text;
}

service::ImportedFile import_table(store::Workspace& workspace, const Folder& folder,
                                   const NamedTable& table) {
    return import_text(workspace, folder, table.name, table.text);
}

std::optional<std::string> real_extract() {
    const auto folder = std::filesystem::path{LONGMEN_SOURCE_DIR} / "../shared/data/patstat-cn";
    return std::filesystem::is_directory(folder) ? std::optional{folder.string() + "/"} : std::nullopt;
}

} // namespace

TEST_CASE("relational: the tables of a source in every order give one workspace", "[service]") {
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    std::string expected;
    do {
        const Folder folder;
        auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
        import_table(workspace, folder, persons);
        for (const auto i : order) {
            const auto got = import_table(workspace, folder, tables[i]);
            REQUIRE(got.tables.at(0).counts.rejected == 0);
            REQUIRE(got.tables[0].counts.conflicts == 0);
        }
        const auto now = picture(workspace);
        expected = expected.empty() ? now : expected;
        REQUIRE(now == expected);
    } while (std::ranges::next_permutation(order).found);
    CHECK(expected ==
          "CN102345678B CN201110012345.5 2011-01-20 2013-05-01 CN family CN102345678B size 2 cited 5 甲公司;"
          " Li, Ao; CN201010567890.6; CN102345678A CN102345678B;\n"
          "CN201010567890.6 CN201010567890.6 2010-12-01 - CN family CN102345678B size 2 cited 0;;;;\n"
          "US8765432B2 US13345678 2012-01-06 2014-07-01 US family CN102345678B size 2 cited 5 甲公司 Li, Ao;"
          " Li, Ao; CN201010567890.6; US8765432B2;\n"
          "CN102345678B cites US8765432B2 search\n"
          "CN102345678B cites s:patstat:publn:98 search\n"
          "CN102345678B cites s:patstat:publn:99 search\n"
          "US8765432B2 cites CN102345678B applicant\n");
}

TEST_CASE("relational: the same tables again change nothing, shuffled rows neither", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_table(workspace, folder, persons);
    for (const auto& table : tables) {
        import_table(workspace, folder, table);
    }
    const auto generation = workspace.generation();
    for (const auto& table : tables) {
        auto shuffled = table;
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < table.text.size();) {
            const auto end = table.text.find('\n', at) + 1;
            lines.push_back(table.text.substr(at, end - at));
            at = end;
        }
        std::reverse(lines.begin() + 1, lines.end());
        shuffled.text = fmt::format("{}", fmt::join(lines, ""));
        for (const auto& again : {table, shuffled}) {
            INFO(again.text);
            const auto counts = import_table(workspace, folder, again).tables.at(0).counts;
            CHECK(counts.updated == 0);
            CHECK(counts.added == 0);
        }
    }
    CHECK(workspace.generation() == generation);
}

TEST_CASE("relational: persons go in first, whatever the order of the files", "[service]") {
    const Folder folder;
    std::vector<std::string> files;
    for (const auto& table : {tables[2], persons, tables[0]}) {
        files.push_back(folder.path(table.name));
        std::ofstream{files.back(), std::ios::binary} << table.text;
    }
    const auto order = service::import_order(files, request());
    CHECK(order == std::vector<std::string>{files[1], files[0], files[2]});
    CHECK(service::import_order({files[0]}, request()) == std::vector<std::string>{files[0]});
}

TEST_CASE("relational: links to persons of whom nothing is known are refused whole, a single one is rejected",
          "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_table(workspace, folder, tables[0]);
    const auto generation = workspace.generation();
    CHECK_THROWS_WITH(import_table(workspace, folder, tables[2]), Contains("tls206_person"));
    CHECK(workspace.generation() == generation);
    import_text(workspace, folder, "few.tsv", "person_id\tperson_name\tperson_ctry_code\n7\t甲公司\tCN\n");
    const auto got = import_table(workspace, folder, tables[2]);
    CHECK(got.tables.at(0).counts.rows == 4);
    CHECK(got.tables[0].counts.updated == 2);
    CHECK(got.tables[0].rejects.at("unknown_referent") == 2);
    std::ifstream in(got.rejects_file);
    const std::string list{std::istreambuf_iterator<char>(in), {}};
    CHECK_THAT(list, Contains("person_id,8,unknown_referent") && Contains("appln_id=2"));
}

TEST_CASE("relational: PatentsView joins the records that other sources bring", "[service]") {
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    import_text(workspace, folder, "lens.csv",
                "Publication number,Title,Application date\nUS10000000B2,Coherent LADAR,2015-03-10\n");
    import_text(workspace, folder, "c1.tsv",
                "patent_id\tcitation_sequence\tcitation_patent_id\tcitation_date\trecord_name\twipo_kind\t"
                "citation_category\n10000000\t0\t5093563\t1992-03-01\tSmall\tA\tcited by applicant\n");
    import_text(workspace, folder, "c2.tsv",
                "patent_id\tcitation_sequence\tcitation_application_id\tcitation_date\tcitation_category\t"
                "citation_country\n10000000\t0\t2000338244\t2000-12-01\tcited by other\tJP\n");
    import_text(workspace, folder, "i.tsv",
                "patent_id\tinventor_sequence\tinventor_id\tdisambig_inventor_name_first\t"
                "disambig_inventor_name_last\tgender_code\tlocation_id\n"
                "10000000\t1\ti2\tAda\tLovelace\tF\t\n10000000\t0\ti1\tJoseph\tMarron\tM\tl2\n");
    const auto corpus = service::load_corpus(workspace, models(), std::nullopt);
    REQUIRE(corpus.patents.size() == 1);
    CHECK(corpus.patents[0].number == "US10000000B2");
    CHECK(corpus.patents[0].inventors == std::vector<std::string>{"Joseph Marron", "Ada Lovelace"});
    CHECK(store::count_citations(workspace).links == 2); // of both tables
}

TEST_CASE("relational: a real extract of PATSTAT goes in whole", "[service][real]") {
    const auto data = real_extract();
    if (!data) {
        WARN("skipped: the extract is not beside the project");
        return;
    }
    const Folder folder;
    auto workspace = store::Workspace::open(folder.path("w"), store::OpenMode::create);
    const std::vector<std::pair<std::string, std::int64_t>> rows{
        {"CN_el_cpc", 359091},          {"CN_applt", 60519},
        {"CN_el_applt", 171938},        {"CN_inventor", 83038},
        {"CN_el_patent_field", 103096}, {"CN_el_inventor_patent", 168559},
        {"CN_patent", 66266},
    };
    std::vector<std::string> files;
    std::map<std::string, std::int64_t> expected;
    for (const auto& [name, count] : rows) {
        files.push_back(*data + name + ".tsv.xz");
        expected[files.back()] = count;
    }
    Progress silent;
    for (const auto& file : service::import_order(files, request())) {
        const auto got = service::import_file(workspace, file, request(), silent);
        INFO(file);
        CHECK(got.tables.at(0).counts.rows == expected[file]);
        CHECK(got.tables[0].counts.rejected == 0);
        CHECK(got.tables[0].counts.conflicts == 0);
        CHECK(got.tables[0].table.unknown.empty());
    }
    const auto corpus = store::load_corpus(workspace, terms(), std::nullopt);
    CHECK(corpus.patents.size() == 66266);
    CHECK(corpus.as_of.iso() == "2015-12-31");
    CHECK(std::ranges::count_if(corpus.patents, [](const Patent& p) { return !p.applicants.empty(); }) ==
          66011);
    CHECK(std::ranges::count_if(corpus.patents, [](const Patent& p) { return !p.inventors.empty(); }) ==
          66266);
    CHECK(std::ranges::count_if(corpus.patents, [](const Patent& p) { return !p.cpc.empty(); }) == 66258);
    const auto first = std::ranges::find(corpus.patents, "patstat:appln:53568634", &Patent::number);
    REQUIRE(first != corpus.patents.end());
    CHECK(first->vendor_forward_citations == 14);
    CHECK(first->app_date->iso() == "2001");
    const auto status = service::take_status(workspace, {models(), std::nullopt, 10, 20});
    CHECK(status.known_by_id == 66266);
    CHECK_THAT(service::status_json(status), Contains("\"known_by_id\": 66266"));
}

} // namespace test_relational
