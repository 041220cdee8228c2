// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of PATSTAT under their real headings: what each row becomes.
#include "recording.hpp"

namespace test_patstat {

using namespace longmen;
using Catch::Matchers::Contains;
using reading::read_text;
using reading::value;

namespace {

constexpr auto applications_heading =
    "appln_id\tappln_auth\tappln_nr\tappln_kind\tappln_filing_date\tappln_filing_year\tappln_nr_epodoc\t"
    "appln_nr_original\tipr_type\treceiving_office\tinternat_appln_id\tint_phase\treg_phase\tnat_phase\t"
    "earliest_filing_date\tearliest_filing_year\tearliest_filing_id\tearliest_publn_date\t"
    "earliest_publn_year\tearliest_pat_publn_id\tgranted\tdocdb_family_id\tinpadoc_family_id\t"
    "docdb_family_size\tnb_citing_docdb_fam\tnb_applicants\tnb_inventors\n";

std::string application(const std::string& id, const std::string& number, const std::string& dates,
                        const std::string& international = "0") {
    return id + "\t" + number + "\t" + dates + "\t\t\tPI\t  \t" + international +
           "\tN\tN\tY\t2010-12-01\t2010\t3\t2011-08-01\t2011\t11\tY\t777\t778\t2\t0\t1\t4\n";
}

/// `field: value (order)` of each part.
std::vector<std::string> parts_of(const PartRow& row) {
    std::vector<std::string> texts;
    for (const auto& part : row.parts) {
        texts.push_back(
            fmt::format("{}: {} ({})", field_info(part.value.field).key, part.value.value, part.order));
    }
    return texts;
}

std::string kept(const std::vector<ExtraValue>& extras) {
    std::string text;
    for (const auto& [heading, cell] : extras) {
        text += heading + "=" + cell + ";";
    }
    return text;
}

using Parts = std::vector<std::string>;

} // namespace

TEST_CASE("patstat 201: numbers of offices beside the id, none for what the data base made up", "[ingest]") {
    const auto got = read_text(std::string{applications_heading} +
                               application("1", "CN\t201110012345\tA", "2011-01-20\t2011") +
                               application("2", "CN\t2011075923\tW", "2011-11-30\t2011") +
                               application("3", "US\t201213345678\tA", "2012-01-06\t2012", "2") +
                               application("930000001", "DE\tD12345\tD2", "9999-12-31\t9999"));
    REQUIRE(got.patents.size() == 4);
    CHECK(got.rejected.empty());
    CHECK(got.remarks.empty());
    CHECK(got.tables[0].source == "patstat_appln");
    CHECK(got.tables[0].unknown.empty());
    const auto& first = got.patents[0];
    CHECK(value(first, Field::source_ids) == "patstat:appln:1");
    CHECK(value(first, Field::app_no) == "CN201110012345.5");
    CHECK(value(first, Field::office) == "CN");
    CHECK(value(first, Field::app_date) == "2011-01-20");
    CHECK(value(first, Field::vendor_family_id) == "777");
    CHECK(value(first, Field::vendor_family_size) == "2");
    CHECK(value(first, Field::vendor_forward_citations) == "0");
    CHECK(value(first, Field::pct_app_no) == "-");
    CHECK(reading::extra(first, "inpadoc_family_id") == "778");
    CHECK(reading::extra(first, "appln_nr") == "201110012345");
    CHECK(value(got.patents[1], Field::app_no) == "PCT/CN2011/075923");
    CHECK(value(got.patents[2], Field::app_no) == "US13345678");
    CHECK(value(got.patents[2], Field::pct_app_no) == "patstat:appln:2");
    CHECK(value(got.patents[3], Field::app_no) == "-");
    CHECK(value(got.patents[3], Field::app_date) == "-");
    CHECK(reading::extra(got.patents[3], "appln_nr") == "D12345");
}

TEST_CASE("patstat: an extract that knows the year of filing alone", "[ingest]") {
    const auto got = read_text("appln_id\tappln_filing_year\tdocdb_family_size\tnb_citing_docdb_fam\t"
                               "nb_inventors\n53568634\t2001\t6\t14\t5\n\t2001\t6\t14\t5\n");
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::app_date) == "2001");
    CHECK(value(got.patents[0], Field::vendor_forward_citations) == "14");
    CHECK(reading::extra(got.patents[0], "nb_inventors") == "5");
    CHECK(got.count(DiagnosticCode::no_number) == 1); // no id, no record
    CHECK(kept(got.rejected.at(0).cells) == "appln_filing_year=2001;docdb_family_size=6;"
                                            "nb_citing_docdb_fam=14;nb_inventors=5;");
}

TEST_CASE("patstat 202, 203: text in its language", "[ingest]") {
    const auto titles = read_text("appln_id\tappln_title_lg\tappln_title\n1\ten\tA ring\n2\tzh\t一种密封圈\n"
                                  "3\t  \tRing; Dichtung\n");
    CHECK(value(titles.patents.at(0), Field::title_en) == "A ring");
    CHECK(value(titles.patents.at(0), Field::title) == "-");
    CHECK(value(titles.patents.at(1), Field::title) == "一种密封圈");
    CHECK(value(titles.patents.at(2), Field::title) == "Ring; Dichtung");
    CHECK(reading::extra(titles.patents.at(0), "appln_title_lg") == "en");
    const auto abstracts = read_text("appln_id\tappln_abstract_lg\tappln_abstract\n1\ten\tIt seals.\n");
    CHECK(value(abstracts.patents.at(0), Field::abstract_en) == "It seals.");
}

TEST_CASE("patstat: 9999 is no year, but an id like any other", "[ingest]") {
    const auto got = read_text("appln_id\tappln_filing_year\tdocdb_family_size\n9999\t9999\t9999\n");
    CHECK(value(got.patents.at(0), Field::source_ids) == "patstat:appln:9999");
    CHECK(value(got.patents[0], Field::app_date) == "-");
    CHECK(value(got.patents[0], Field::vendor_family_size) == "9999");
    CHECK(got.rejected.empty());
}

TEST_CASE("patstat: an id that cannot be one names no record", "[ingest]") {
    const auto got = read_text("appln_id\tappln_filing_year\tdocdb_family_size\n1 2\t2001\t6\n");
    CHECK(got.patents.empty());
    CHECK(got.count(DiagnosticCode::no_number) == 1);
    const auto generic = read_text("Application number,Title,source_ids\nUS13345678,Ring,my own id\n");
    CHECK(value(generic.patents.at(0), Field::source_ids) == "-");
    CHECK(reading::extra(generic.patents[0], "source_ids") == "my own id");
}

TEST_CASE("patstat 211: each publication with both ids; the first grant is one", "[ingest]") {
    const auto got = read_text("pat_publn_id\tpubln_auth\tpubln_nr\tpubln_nr_original\tpubln_kind\tappln_id\t"
                               "publn_date\tpubln_lg\tpubln_first_grant\tpubln_claims\n"
                               "11\tCN\t102345678\t\tA\t1\t2011-08-01\tzh\tN\t0\n"
                               "12\tCN\t102345678\t\tB\t1\t2013-05-01\tzh\tY\t9\n");
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[0], Field::source_ids) == "patstat:appln:1\npatstat:publn:11");
    CHECK(value(got.patents[0], Field::pub_no) == "CN102345678A");
    CHECK(value(got.patents[0], Field::pub_date) == "2011-08-01");
    CHECK(value(got.patents[0], Field::grant_no) == "-");
    CHECK(value(got.patents[0], Field::n_claims) == "-");
    CHECK(value(got.patents[1], Field::grant_no) == "CN102345678B");
    CHECK(value(got.patents[1], Field::n_claims) == "9");
}

TEST_CASE("patstat 206, 207: persons behind ids, applicants and inventors by their sequence", "[ingest]") {
    const reading::TempFile persons{
        "tls206.tsv",
        "person_id\tperson_name\tperson_name_orig_lg\tperson_address\tperson_ctry_code\tnuts\tnuts_level\t"
        "doc_std_name_id\tdoc_std_name\tpsn_id\tpsn_name\tpsn_level\tpsn_sector\than_id\than_name\t"
        "han_harmonized\n"
        "7\t甲公司\t\tTaiyuan\tCN\t\t9\t1\tJIA\t1\tJIA CO\t1\tCOMPANY\t1\tJIA CO LTD\t2\n"
        "8\tLi, Ao\t\t\tCN\t\t9\t1\t\t1\tLI AO\t1\tINDIVIDUAL\t1\tLi, Ao\t0\n"};
    reading::RowRecorder got;
    reading::read_into(got, persons.path());
    REQUIRE(got.referents.size() == 2);
    CHECK(got.tables[0].kind == "referents");
    CHECK(got.tables[0].unknown.empty());
    CHECK(got.referents[0].space == "patstat:person");
    CHECK(got.referents[0].values[static_cast<std::size_t>(ReferentField::address)] == "Taiyuan");
    const reading::TempFile links{"tls207.tsv", "person_id\tappln_id\tapplt_seq_nr\tinvt_seq_nr\n"
                                                "8\t1\t2\t1\n7\t1\t1\t0\n9\t1\t3\t0\n7\t2\tx\t0\n"};
    reading::read_into(got, links.path());
    REQUIRE(got.parts.size() == 2);
    CHECK(got.parts[0].record.value == "patstat:appln:1");
    CHECK(got.parts[0].record.field == Field::source_ids);
    CHECK(parts_of(got.parts[0]) == Parts{"applicants: Li, Ao (2)", "applicants_std: Li, Ao (2)",
                                          "applicant_types: INDIVIDUAL (2)", "country: CN (2)",
                                          "inventors: Li, Ao (1)"});
    CHECK(parts_of(got.parts[1]) == Parts{"applicants: 甲公司 (1)", "applicants_std: JIA CO LTD (1)",
                                          "applicant_types: COMPANY (1)", "country: CN (1)",
                                          "address: Taiyuan (1)"});
    REQUIRE(got.rejected.size() == 2); // 9 is nobody, and nobody knows where `x` puts a person
    CHECK(got.rejected[0].why.code == DiagnosticCode::unknown_referent);
    CHECK(got.rejected[0].why.value == "9");
    CHECK(got.rejected[0].cells.size() == 4);
    CHECK(got.rejected[1].why.code == DiagnosticCode::bad_count);
}

TEST_CASE("patstat 207: a row that makes nobody applicant or inventor keeps its cells", "[ingest]") {
    const auto got = read_text("person_id\tappln_id\tapplt_seq_nr\tinvt_seq_nr\n8\t1\t0\t0\n");
    CHECK(got.parts.at(0).parts.empty());
    CHECK(kept(got.parts[0].extras) == "person_id=8;appln_id=1;applt_seq_nr=0;invt_seq_nr=0;");
}

TEST_CASE("patstat 207: without any persons the table is refused in one sentence", "[ingest]") {
    CHECK_THROWS_WITH(read_text("person_id\tappln_id\tapplt_seq_nr\n1\t2\t1\n"),
                      Contains("tls206_person") && Contains("table.csv"));
}

TEST_CASE("patstat: persons of extracts, by whichever name they have", "[ingest]") {
    const auto got = read_text("person_id\tpsn_name\tcity\tlon\tlat\n4932\tXU, KAIHUA\tshenzhen, china\t"
                               "114.06\t22.54\n\tNobody\t\t\t\n");
    REQUIRE(got.referents.size() == 1);
    const auto& values = got.referents[0].values;
    CHECK(values[static_cast<std::size_t>(ReferentField::psn_name)] == "XU, KAIHUA");
    CHECK(values[static_cast<std::size_t>(ReferentField::longitude)] == "114.06");
    CHECK(got.count(DiagnosticCode::no_id) == 1);
}

TEST_CASE("patstat 204, 216: priorities and parents by id", "[ingest]") {
    const auto prior = read_text("appln_id\tprior_appln_id\tprior_appln_seq_nr\n1\t3\t2\n1\t4\t1\n");
    CHECK(parts_of(prior.parts.at(0)) == Parts{"priority_numbers: patstat:appln:3 (2)"});
    const auto parents = read_text("appln_id\tparent_appln_id\tcontn_type\n1\t3\tDIV\n");
    CHECK(parts_of(parents.parts.at(0)) == Parts{"parent_app_no: patstat:appln:3 (0)"});
    CHECK(kept(parents.parts[0].extras) == "parent_appln_id=3;contn_type=DIV;");
}

TEST_CASE("patstat 209, 224, 230: classes without blanks, fields with their weights", "[ingest]") {
    const auto ipc = read_text("appln_id\tipc_class_symbol\tipc_class_level\tipc_version\tipc_value\t"
                               "ipc_position\tipc_gener_auth\n1\tH04B   1/711\tA\t2011-01-01\tI\tF\tEP\n");
    CHECK(parts_of(ipc.parts.at(0)) == Parts{"ipc_main: H04B1/711 (0)", "ipc: H04B1/711 (0)"});
    CHECK(kept(ipc.parts[0].extras) == "ipc_class_level=A;ipc_version=2011-01-01;ipc_value=I;"
                                       "ipc_position=F;ipc_gener_auth=EP;");
    const auto cpc = read_text("appln_id\tcpc_class_symbol\n1790\tH04B  17/327\n");
    CHECK(parts_of(cpc.parts.at(0)) == Parts{"cpc: H04B17/327 (0)"});
    CHECK(cpc.parts[0].extras.empty());
    const auto fields = read_text("appln_id\ttechn_field_nr\tweight\n1790\t3\t0.666667\n");
    CHECK(fields.parts.at(0).parts.empty());
    CHECK(fields.parts[0].order == 3);
    CHECK(kept(fields.parts[0].extras) == "techn_field_nr=3;weight=0.666667;");
}

TEST_CASE("patstat 212: cited publications and applications by id, with origin; literature", "[ingest]") {
    const auto got = read_text("pat_publn_id\tcitn_replenished\tcitn_id\tcitn_origin\tcited_pat_publn_id\t"
                               "cited_appln_id\tpat_citn_seq_nr\tcited_npl_publn_id\tnpl_citn_seq_nr\t"
                               "citn_gener_auth\n12\t0\t1\tSEA\t22\t0\t1\t0\t0\tCN\n"
                               "12\t0\t2\tAPP\t0\t99\t2\t0\t0\tCN\n12\t0\t3\tEXA\t0\t0\t0\tn77\t1\tCN\n");
    REQUIRE(got.parts.size() == 3);
    CHECK(got.parts[0].record.value == "patstat:publn:12");
    CHECK(parts_of(got.parts[0]) == Parts{"cited: patstat:publn:22\t\tsearch (1)"});
    CHECK(parts_of(got.parts[1]) == Parts{"cited: patstat:appln:99\t\tapplicant (2)"});
    CHECK(parts_of(got.parts[2]) == Parts{"npl_cited: patstat:npl:n77 (1)"}); // table 214 would tell more
}

TEST_CASE("patstat 231: legal events by id; codes of other offices carry the office", "[ingest]") {
    const auto got =
        read_text("event_id\tappln_id\tevent_seq_nr\tevent_type\tevent_auth\tevent_code\tevent_filing_date\t"
                  "event_publn_date\tevent_effective_date\tevent_text\tfee_country\tfee_payment_date\n"
                  "5\t1\t1\t   \tCN\tC14\t9999-12-31\t2013-05-01\t9999-12-31\t\t\t9999-12-31\n"
                  "6\t2\t1\t   \tUS\tFPAY\t9999-12-31\t2017-12-01\t2017-11-30\t\tUS\t2017-11-29\n");
    REQUIRE(got.events.size() == 2);
    CHECK(got.events[0].number == "patstat:appln:1");
    CHECK(got.events[0].code == "granted");
    CHECK(got.events[0].date == "2013-05-01");
    CHECK(got.events[0].detail == "C14");
    CHECK(got.events[1].code == "US.FPAY");
    CHECK(got.events[1].date == "2017-11-30");
    CHECK(got.events[1].detail == "US.FPAY; fee_country: US; fee_payment_date: 2017-11-29");
}

} // namespace test_patstat
