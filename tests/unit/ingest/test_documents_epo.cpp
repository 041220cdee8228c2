// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the European office: exchange documents as files and as answers, families, events, full texts.
#include "documents.hpp"

namespace test_documents_epo {

using namespace longmen;
using reading::extra;
using reading::read_document;
using reading::value;

namespace {

const std::string id =
    "<document-id document-id-type=\"docdb\"><country>EP</country><doc-number>1000000</doc-number>"
    "<kind>A1</kind><date>20000517</date></document-id>";

std::string answer(const std::string& inside) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?xml-stylesheet type=\"text/xsl\" "
           "href=\"/3.2/style.xsl\"?>\n"
           "<ops:world-patent-data xmlns=\"http://www.epo.org/exchange\" xmlns:ops=\"http://ops.epo.org\">" +
           inside + "</ops:world-patent-data>";
}

} // namespace

TEST_CASE("documents: an exchange document of Open Patent Services, field by field", "[ingest]") {
    const auto got = read_document(answer(
        R"(<exchange-documents><exchange-document system="ops.epo.org" family-id="19768124" country="EP" doc-number="1000000" kind="A1">
<bibliographic-data><publication-reference>)" +
        id +
        R"(<document-id document-id-type="epodoc"><doc-number>EP1000000</doc-number><date>20000517</date></document-id></publication-reference>
<classifications-ipcr><classification-ipcr sequence="1"><text>B28B   5/    02            A I                    </text></classification-ipcr>
<classification-ipcr sequence="2"><text>H04L  12/    18            A N</text></classification-ipcr></classifications-ipcr>
<patent-classifications><patent-classification sequence="1"><classification-scheme office="EP" scheme="CPCI"/><section>B</section><class>28</class><subclass>B</subclass><main-group>1</main-group><subgroup>29</subgroup><classification-value>I</classification-value></patent-classification>
<patent-classification sequence="2"><classification-scheme office="US" scheme="UC"/><classification-symbol>425/88</classification-symbol></patent-classification></patent-classifications>
<application-reference doc-id="17397285"><document-id document-id-type="docdb"><country>EP</country><doc-number>99203729</doc-number><kind>A</kind></document-id><document-id document-id-type="epodoc"><doc-number>EP19990203729</doc-number><date>19991108</date></document-id></application-reference>
<priority-claims><priority-claim sequence="1" kind="national"><document-id document-id-type="epodoc"><doc-number>NL19981010536</doc-number><date>19981112</date></document-id><document-id document-id-type="docdb"><country>NL</country><doc-number>1010536</doc-number></document-id></priority-claim></priority-claims>
<parties><applicants><applicant sequence="1" data-format="epodoc"><applicant-name><name>BOER BEHEER NIJMEGEN BV DE [NL]</name></applicant-name></applicant><applicant sequence="1" data-format="original"><applicant-name><name>BEHEERMAATSCHAPPIJ DE BOER NIJMEGEN B.V</name></applicant-name></applicant></applicants>
<inventors><inventor sequence="1" data-format="epodoc"><inventor-name><name>KOSMAN WILHELMUS [NL]</name></inventor-name></inventor><inventor sequence="1" data-format="original"><inventor-name><name>Kosman, Wilhelmus, </name></inventor-name></inventor></inventors></parties>
<invention-title lang="de">Ziegelpresse</invention-title><invention-title lang="en">Brick press</invention-title>
<references-cited><citation cited-phase="search" cited-by="examiner" sequence="1"><patcit num="1" dnum-type="publication number"><document-id document-id-type="epodoc"><doc-number>EP0680812</doc-number></document-id><document-id document-id-type="docdb"><country>EP</country><doc-number>0680812</doc-number><kind>A1</kind></document-id></patcit><category>X</category><category>Y</category><rel-claims>1-3</rel-claims></citation>
<citation cited-phase="applicant" sequence="2"><nplcit num="2"><text>A book, 1990.</text></nplcit></citation></references-cited>
</bibliographic-data><abstract lang="en"><p>A press.</p></abstract></exchange-document></exchange-documents>)"));
    REQUIRE(got.patents.size() == 1);
    CHECK(got.rejected.empty());
    const auto& row = got.patents[0];
    CHECK(got.tables[0].source == "epo");
    CHECK(value(row, Field::pub_no) == "EP1000000A1");
    CHECK(value(row, Field::pub_date) == "2000-05-17");
    CHECK(value(row, Field::app_no) == "EP99203729");
    CHECK(value(row, Field::app_date) == "1999-11-08");
    CHECK(value(row, Field::vendor_family_id) == "19768124");
    CHECK(value(row, Field::title) == "Brick press");
    CHECK(value(row, Field::abstract) == "A press.");
    CHECK(value(row, Field::applicants) == "BEHEERMAATSCHAPPIJ DE BOER NIJMEGEN B.V");
    CHECK(value(row, Field::applicants_std) == "BOER BEHEER NIJMEGEN BV DE");
    CHECK(value(row, Field::country) == "NL");
    CHECK(value(row, Field::inventors) == "Kosman, Wilhelmus");
    CHECK(value(row, Field::ipc) == "B28B5/02\nH04L12/18");
    CHECK(value(row, Field::ipc_main) == "B28B5/02");
    CHECK(value(row, Field::cpc) == "B28B1/29");
    CHECK(value(row, Field::priority_numbers) == "NL1010536");
    CHECK(value(row, Field::priority_date) == "1998-11-12");
    CHECK(value(row, Field::cited) == "EP0680812A1\tX,Y\texaminer");
    CHECK(value(row, Field::npl_cited) == "A book, 1990.");
    CHECK(extra(row, "exchange-document/bibliographic-data/invention-title[de]") == "Ziegelpresse");
    CHECK(extra(row, "exchange-document/bibliographic-data/references-cited/citation/rel-claims") == "1-3");
    CHECK(extra(row, "exchange-document/bibliographic-data/patent-classifications/patent-classification") ==
          "425/88");
}

TEST_CASE("documents: a file of DOCDB, with prefixes and phases", "[ingest]") {
    const auto got = read_document(R"(<?xml version="1.0" encoding="UTF-8"?>
<exch:exchange-documents xmlns:exch="http://www.epo.org/exchange" date-of-exchange="20200101">
<exch:exchange-document country="CN" doc-number="109876543" kind="B" family-id="60000000" status="C">
<exch:bibliographic-data><exch:publication-reference data-format="docdb"><document-id lang="zh"><country>CN</country><doc-number>109876543</doc-number><kind>B</kind><date>20190503</date></document-id></exch:publication-reference>
<exch:publication-reference data-format="epodoc"><document-id><doc-number>CN109876543</doc-number></document-id></exch:publication-reference>
<exch:application-reference data-format="docdb" doc-id="1"><document-id><country>CN</country><doc-number>201811234567</doc-number><kind>A</kind><date>20181022</date></document-id></exch:application-reference>
<exch:parties><exch:applicants><exch:applicant sequence="1" data-format="docdb"><exch:applicant-name><name>ACME CO LTD</name></exch:applicant-name><residence><country>CN</country></residence></exch:applicant>
<exch:applicant sequence="1" data-format="docdba"><exch:applicant-name><name>Acme Co., Ltd.</name></exch:applicant-name></exch:applicant></exch:applicants></exch:parties>
<exch:invention-title lang="zh" data-format="docdba">密封圈</exch:invention-title><exch:invention-title lang="en">Sealing ring</exch:invention-title>
<exch:references-cited><exch:citation cited-phase="SEA" sequence="1"><patcit num="1"><document-id doc-id="2"><country>US</country><doc-number>5793966</doc-number><kind>A</kind></document-id></patcit><category>A</category></exch:citation></exch:references-cited>
</exch:bibliographic-data></exch:exchange-document>
<exch:exchange-document country="CN" doc-number="109876544" kind="A"><exch:bibliographic-data><exch:publication-reference data-format="docdb"><document-id><country>CN</country><doc-number>109876544</doc-number><kind>A</kind></document-id></exch:publication-reference></exch:bibliographic-data></exch:exchange-document>
</exch:exchange-documents>)");
    REQUIRE(got.patents.size() == 2);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::grant_no) == "CN109876543B");
    CHECK(value(row, Field::app_no).substr(0, 14) == "CN201811234567");
    CHECK(value(row, Field::title) == "密封圈");
    CHECK(value(row, Field::title_en) == "Sealing ring");
    CHECK(value(row, Field::applicants) == "Acme Co., Ltd.");
    CHECK(value(row, Field::applicants_std) == "ACME CO LTD");
    CHECK(value(row, Field::patent_type) == "invention");
    CHECK(value(row, Field::cited) == "US5793966A\tA\tsearch");
    CHECK(value(got.patents[1], Field::pub_no) == "CN109876544A");
    CHECK(got.patents[1].row == 2);
}

TEST_CASE("documents: a family gives each member with all of them, and its legal events", "[ingest]") {
    const auto member = [](const std::string& country, const std::string& number, const std::string& more) {
        return "<ops:family-member family-id=\"77\"><publication-reference><document-id "
               "document-id-type=\"docdb\"><country>" +
               country + "</country><doc-number>" + number +
               "</doc-number><kind>A1</kind><date>20000517</date></document-id></publication-reference>"
               "<priority-claim sequence=\"1\"><document-id document-id-type=\"docdb\"><country>NL</country>"
               "<doc-number>1010536</doc-number><kind>A</kind><date>19981112</date></document-id></"
               "priority-claim>" +
               more + "</ops:family-member>";
    };
    const auto event = [](const std::string& office, const std::string& code, const std::string& words) {
        return "<ops:legal code=\"" + code + " \" desc=\"" + words +
               "\" infl=\"+\"><ops:pre line=\"00001\">printed</ops:pre><ops:L001EP desc=\"Country Code\">" +
               office +
               "</ops:L001EP><ops:L007EP desc=\"Gazette DATE\">2002-06-05</ops:L007EP><ops:L008EP "
               "desc=\"Legal Event Code 1\">" +
               code +
               "</ops:L008EP><ops:L018EP>2003-01-01</ops:L018EP><ops:L500EP><ops:L525EP desc=\"Effective "
               "DATE\">20020423</ops:L525EP></ops:L500EP></ops:legal>";
    };
    const auto got =
        read_document(answer("<ops:patent-family legal=\"true\"><ops:publication-reference>" + id +
                             "</ops:publication-reference>" +
                             member("EP", "1000000",
                                    event("EP", "17Q", "FIRST EXAMINATION REPORT DESPATCHED") +
                                        event("EP", "PG25", "LAPSED IN A CONTRACTING STATE")) +
                             member("CN", "1251234", event("CN", "CF01", "TERMINATION OF PATENT RIGHT")) +
                             "</ops:patent-family>"));
    REQUIRE(got.patents.size() == 2);
    CHECK(value(got.patents[0], Field::pub_no) == "EP1000000A1");
    CHECK(value(got.patents[0], Field::vendor_family_id) == "77");
    CHECK(value(got.patents[0], Field::priority_numbers) == "NL1010536");
    CHECK(value(got.patents[0], Field::extended_family_members) == "EP1000000A1\nCN1251234A1");
    CHECK(value(got.patents[1], Field::extended_family_members) == "EP1000000A1\nCN1251234A1");
    CHECK(got.patents[1].row == 2);
    REQUIRE(got.events.size() == 3);
    CHECK(got.events[0].number == "EP1000000A1");
    CHECK(got.events[0].code == "EP.17Q");
    CHECK(got.events[0].date == "2002-06-05");
    CHECK(got.events[0].detail == "17Q; FIRST EXAMINATION REPORT DESPATCHED; Effective DATE: 20020423");
    CHECK(got.events[1].code == "EP.PG25"); // of one state, not of the patent
    CHECK(got.events[2].row == 2);
    CHECK(got.events[2].code == "fee_lapsed"); // by the vocabulary of the Chinese gazette
}

TEST_CASE("documents: full texts, lists of hits and inquiries carry their number", "[ingest]") {
    const auto full = read_document(answer(
        "<ftxt:fulltext-documents xmlns:ftxt=\"http://www.epo.org/fulltext\"><ftxt:fulltext-document "
        "system=\"ops.epo.org\">"
        "<bibliographic-data><publication-reference data-format=\"docdb\"><document-id><country>EP</country>"
        "<doc-number>1000000</doc-number><kind>A1</kind></document-id></publication-reference></"
        "bibliographic-data>"
        "<claims lang=\"EN\"><claim><claim-text>1. A press.</claim-text><claim-text>2. A press as claimed in "
        "claim 1.</claim-text>"
        "<claim-text>with feet.</claim-text><claim-text>3. A brick.</claim-text></claim></claims>"
        "</ftxt:fulltext-document></ftxt:fulltext-documents>"));
    REQUIRE(full.patents.size() == 1);
    CHECK(value(full.patents[0], Field::pub_no) == "EP1000000A1");
    CHECK(value(full.patents[0], Field::claims) ==
          "1. A press.\n2. A press as claimed in claim 1. with feet.\n3. A brick.");
    CHECK(value(full.patents[0], Field::n_claims) == "3");
    CHECK(value(full.patents[0], Field::n_indep_claims) == "2");

    const auto hits = read_document(answer(
        "<ops:biblio-search total-result-count=\"2\"><ops:query syntax=\"CQL\">ti=press</ops:query>"
        "<ops:range begin=\"1\" end=\"2\"/><ops:search-result><ops:publication-reference family-id=\"5\">" +
        id + "</ops:publication-reference><ops:publication-reference family-id=\"6\">" + id +
        "</ops:publication-reference></ops:search-result></ops:biblio-search>"));
    REQUIRE(hits.patents.size() == 2);
    CHECK(value(hits.patents[1], Field::vendor_family_id) == "6");
}

TEST_CASE("documents: claims that cannot be told apart are kept and not counted", "[ingest]") {
    const auto got = read_document(answer(
        "<fulltext-documents><fulltext-document><bibliographic-data><publication-reference><document-id>"
        "<country>WO</country><doc-number>2009085664</doc-number><kind>A2</kind></document-id></"
        "publication-reference>"
        "</bibliographic-data><claims lang=\"EN\"><claim><claim-text>Claims 1. A method. 2. A "
        "system.</claim-text>"
        "</claim></claims></fulltext-document></fulltext-documents>"));
    REQUIRE(got.patents.size() == 1);
    CHECK(value(got.patents[0], Field::claims) == "Claims 1. A method. 2. A system.");
    CHECK(value(got.patents[0], Field::n_claims) == "-");
    CHECK(value(got.patents[0], Field::first_claim) == "-");
}

TEST_CASE("documents: the JSON of Open Patent Services reads as its XML does", "[ingest]") {
    const auto one = [](const std::string& number) {
        return R"({"@family-id":"19768124","bibliographic-data":{"publication-reference":{"document-id":[{"@document-id-type":"docdb","country":{"$":"EP"},"doc-number":{"$":")" +
               number +
               R"("},"kind":{"$":"A1"},"date":{"$":"20000517"}},{"@document-id-type":"epodoc","doc-number":{"$":"EP)" +
               number +
               R"("}}]},"parties":{"applicants":{"applicant":[{"@data-format":"original","applicant-name":{"name":{"$":"Boer"}}}]}},"invention-title":[{"@lang":"de","$":"Ziegelpresse"},{"@lang":"en","$":"Brick press"}],)"
               R"("references-cited":{"citation":[{"@cited-by":"applicant","patcit":{"document-id":[{"@document-id-type":"docdb","country":{"$":"US"},"doc-number":{"$":"5793966"},"kind":{"$":"A"}}]}}]}},"abstract":{"@lang":"en","p":[{"$":"A press."},{"$":"It presses."}]}})";
    };
    const auto got = read_document(
        R"({"ops:world-patent-data":{"@xmlns":{"$":"http://www.epo.org/exchange"},"exchange-documents":{"exchange-document":[)" +
        one("1000000") + "," + one("1000001") + "]}}}\n" +
        R"({"ops:world-patent-data":{"ops:meta":{"@name":"elapsed"},"exchange-documents":{"exchange-document":)" +
        one("1000002") + "}}}");
    REQUIRE(got.patents.size() == 3);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "EP1000000A1");
    CHECK(value(row, Field::title) == "Brick press");
    CHECK(value(row, Field::applicants) == "Boer");
    CHECK(value(row, Field::cited) == "US5793966A\t\tapplicant");
    CHECK(value(row, Field::abstract) == "A press.\nIt presses.");
    CHECK(value(got.patents[2], Field::pub_no) == "EP1000002A1");

    const auto broken =
        read_document(R"({"ops:world-patent-data":{"exchange-documents":{"exchange-document":[}}})");
    CHECK(broken.patents.empty());
    CHECK(broken.count(DiagnosticCode::bad_document) == 1);
}

} // namespace test_documents_epo
