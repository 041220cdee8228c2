// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of PatentsView under their real headings: what each row becomes.
#include "recording.hpp"

namespace test_patentsview {

using namespace longmen;
using reading::read_text;
using reading::value;

namespace {

std::string parts_of(const PartRow& row) {
    std::string text = row.record.value;
    for (const auto& part : row.parts) {
        text += fmt::format("|{}={}@{}", field_info(part.value.field).key, part.value.value, part.order);
    }
    for (const auto& [heading, cell] : row.extras) {
        text += "|" + heading + ":" + cell;
    }
    return text;
}

} // namespace

TEST_CASE("patentsview: grants with their kind, applications", "[ingest]") {
    const auto grants = read_text("patent_id\tpatent_type\tpatent_date\tpatent_title\twipo_kind\tnum_claims\t"
                                  "withdrawn\tfilename\n"
                                  "10000000\tutility\t2018-06-19\tCoherent LADAR\tB2\t20\t0\tipg180619.xml\n"
                                  "D345393\tdesign\t1994-03-22\tChair\tS\t1\t0\tpftaps.txt\n");
    REQUIRE(grants.patents.size() == 2);
    CHECK(grants.tables[0].source == "patentsview_patent");
    CHECK(value(grants.patents[0], Field::grant_no) == "US10000000B2");
    CHECK(value(grants.patents[0], Field::grant_date) == "2018-06-19");
    CHECK(value(grants.patents[0], Field::office) == "US");
    CHECK(value(grants.patents[0], Field::patent_type) == "invention");
    CHECK(value(grants.patents[0], Field::n_claims) == "20");
    CHECK(value(grants.patents[1], Field::patent_type) == "design");
    const auto applications = read_text("application_id\tpatent_id\tpatent_application_type\tfiling_date\t"
                                        "series_code\trule_47_flag\n"
                                        "14643719\t10000000\t14\t2015-03-10\t14\tFALSE\n");
    CHECK(value(applications.patents.at(0), Field::app_no) == "US14643719");
    CHECK(value(applications.patents[0], Field::grant_no) == "US10000000");
    CHECK(value(applications.patents[0], Field::app_date) == "2015-03-10");
    const auto abstracts = read_text("patent_id\tpatent_abstract\n10000000\tA frequency modulated laser.\n");
    CHECK(value(abstracts.patents.at(0), Field::abstract) == "A frequency modulated laser.");
}

TEST_CASE("patentsview: assignees with the place of their location, inventors", "[ingest]") {
    const auto heading =
        "patent_id\tassignee_sequence\tassignee_id\tdisambig_assignee_individual_name_first\t"
        "disambig_assignee_individual_name_last\tdisambig_assignee_organization\t"
        "assignee_type\tlocation_id\n";
    const auto rows = std::string{heading} + "10000000\t1\ta1\tAda\tLovelace\t\t4\t\n"
                                             "10000000\t0\ta2\t\t\tRaytheon Company\t2\tl1\n";
    const auto alone = read_text(rows);
    CHECK(parts_of(alone.parts.at(0)) ==
          "US10000000|applicants=Ada Lovelace@1|assignee_id:a1|assignee_type:4");
    CHECK(parts_of(alone.parts.at(1)) ==
          "US10000000|applicants=Raytheon Company@0|assignee_id:a2|assignee_type:2|location_id:l1");
    reading::RowRecorder got;
    const reading::TempFile places{"g_location.tsv",
                                   "location_id\tdisambig_city\tdisambig_state\tdisambig_country\tlatitude\t"
                                   "longitude\tcounty\tstate_fips\tcounty_fips\n"
                                   "l1\tWaltham\tMA\tUS\t42.37\t-71.23\tMiddlesex\t25\t25017\n"};
    const reading::TempFile assignees{"g_assignee.tsv", rows};
    reading::read_into(got, places.path());
    reading::read_into(got, assignees.path());
    CHECK(parts_of(got.parts.at(1)) ==
          "US10000000|applicants=Raytheon Company@0|country=US@0|province=MA@0|city=Waltham@0|assignee_id:a2|"
          "assignee_type:2|location_id:l1");
    const auto inventors =
        read_text("patent_id\tinventor_sequence\tinventor_id\tdisambig_inventor_name_first\t"
                  "disambig_inventor_name_last\tgender_code\tlocation_id\n"
                  "10000000\t0\ti1\tJoseph\tMarron\tM\tl2\n");
    CHECK(parts_of(inventors.parts.at(0)) ==
          "US10000000|inventors=Joseph Marron@0|inventor_id:i1|gender_code:M|location_id:l2");
}

TEST_CASE("patentsview: classes and fields", "[ingest]") {
    const auto cpc = read_text("patent_id\tcpc_sequence\tcpc_section\tcpc_class\tcpc_subclass\tcpc_group\t"
                               "cpc_type\n10000000\t0\tG\tG01\tG01S\tG01S7/4811\tinventional\n");
    CHECK(parts_of(cpc.parts.at(0)) == "US10000000|cpc=G01S7/4811@0|cpc_type:inventional");
    const auto ipc = read_text("patent_id\tipc_sequence\tclassification_level\tsection\tipc_class\tsubclass\t"
                               "main_group\tsubgroup\tclassification_value\tclassification_status\t"
                               "classification_data_source\taction_date\tipc_version_indicator\n"
                               "10000000\t2\tA\tG\t01\tS\t7\t481\tI\tB\tH\t2018-06-19\t2006-01-01\n");
    CHECK(parts_of(ipc.parts.at(0)).starts_with("US10000000|ipc=G01S7/481@2|classification_level:A|"));
    const auto fields = read_text("patent_id\twipo_field_sequence\twipo_field_id\twipo_sector_title\t"
                                  "wipo_field_title\n10000000\t0\t10\tInstruments\tMeasurement\n");
    CHECK(parts_of(fields.parts.at(0)) ==
          "US10000000|wipo_field_id:10|wipo_sector_title:Instruments|wipo_field_title:Measurement");
}

TEST_CASE("patentsview: citations of three tables, with who brought them in", "[ingest]") {
    const auto grants = read_text("patent_id\tcitation_sequence\tcitation_patent_id\tcitation_date\t"
                                  "record_name\twipo_kind\tcitation_category\n"
                                  "10000000\t3\t5093563\t1992-03-01\tSmall\tA\tcited by applicant\n"
                                  "10000000\t4\tRE12345\t1905-06-01\tOld\tE\tsomehow\n");
    CHECK(parts_of(grants.parts.at(0)) == "US10000000|cited=US5093563A\t\tapplicant@3");
    CHECK(parts_of(grants.parts.at(1)) == "US10000000|cited=USRE12345E@4");
    const auto applications = read_text("patent_id\tcitation_sequence\tcitation_document_number\t"
                                        "citation_date\trecord_name\twipo_kind\tcitation_category\n"
                                        "10000000\t0\t20030071983\t2003-04-01\tX\tA1\tcited by examiner\n");
    CHECK(parts_of(applications.parts.at(0)) == "US10000000|cited=US20030071983A1\t\texaminer@0");
    const auto foreign = read_text("patent_id\tcitation_sequence\tcitation_application_id\tcitation_date\t"
                                   "citation_category\tcitation_country\n"
                                   "10000000\t0\t2000338244\t2000-12-01\tcited by other\tJP\n");
    CHECK(parts_of(foreign.parts.at(0)) == "US10000000|cited=JP2000338244\t\tother@0");
    const auto literature = read_text("patent_id\tother_reference_sequence\tother_reference_text\n"
                                      "10000000\t0\tHeterodyne detection, 1991.\n");
    CHECK(parts_of(literature.parts.at(0)) == "US10000000|npl_cited=Heterodyne detection, 1991.@0");
}

} // namespace test_patentsview
