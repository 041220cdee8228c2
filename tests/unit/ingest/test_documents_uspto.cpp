// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the United States in their four forms, field by field.
#include "documents.hpp"

namespace test_documents_uspto {

using namespace longmen;
using reading::extra;
using reading::read_document;
using reading::value;

TEST_CASE("documents: a grant of the United States, field by field", "[ingest]") {
    const auto got = read_document(R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE us-patent-grant SYSTEM "us-patent-grant-v45-2014-04-03.dtd" [ ]>
<us-patent-grant lang="EN" country="US">
<us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>09876543</doc-number><kind>B2</kind><date>20180123</date></document-id></publication-reference>
<application-reference appl-type="utility"><document-id><country>US</country><doc-number>14123456</doc-number><date>20140301</date></document-id></application-reference>
<us-application-series-code>14</us-application-series-code>
<priority-claims><priority-claim sequence="01" kind="national"><country>CN</country><doc-number>201310012345.6</doc-number><date>20130110</date></priority-claim></priority-claims>
<classifications-ipcr><classification-ipcr><ipc-version-indicator><date>20060101</date></ipc-version-indicator><section>H</section><class>04</class><subclass>L</subclass><main-group>12</main-group><subgroup>18</subgroup></classification-ipcr>
<classification-ipcr><section>G</section><class>06</class><subclass>F</subclass><main-group>9</main-group><subgroup>455</subgroup></classification-ipcr></classifications-ipcr>
<classifications-cpc><main-cpc><classification-cpc><section>H</section><class>04</class><subclass>L</subclass><main-group>12</main-group><subgroup>1813</subgroup></classification-cpc></main-cpc>
<further-cpc><classification-cpc><section>G</section><class>06</class><subclass>F</subclass><main-group>9</main-group><subgroup>45558</subgroup></classification-cpc>
<combination-set><combination-rank><classification-cpc><section>C</section><class>08</class><subclass>L</subclass><main-group>1</main-group><subgroup>02</subgroup></classification-cpc></combination-rank></combination-set></further-cpc></classifications-cpc>
<invention-title id="d2e43">Making H<sub>2</sub>O <i>in
situ</i></invention-title>
<us-references-cited>
<us-citation><patcit num="00001"><document-id><country>US</country><doc-number>5793966</doc-number><kind>A</kind><name>Amstein et al.</name><date>19980800</date></document-id></patcit><category>cited by examiner</category></us-citation>
<us-citation><patcit num="00002"><document-id><country>US</country><doc-number>2004/0123456</doc-number><kind>A1</kind></document-id></patcit><category>cited by applicant</category></us-citation>
<us-citation><patcit num="00003"><document-id><country>JP</country><doc-number>2004-123456</doc-number><kind>A</kind></document-id></patcit><category>cited by third party</category></us-citation>
<us-citation><nplcit num="00004"><othercit>Doe, J. <i>On water</i>, 2001.</othercit></nplcit><category>cited by applicant</category></us-citation>
</us-references-cited>
<number-of-claims>3</number-of-claims>
<us-exemplary-claim>1</us-exemplary-claim>
<us-related-documents>
<continuation><relation><parent-doc><document-id><country>US</country><doc-number>13999999</doc-number><date>20130101</date></document-id></parent-doc><child-doc><document-id><country>US</country><doc-number>14123456</doc-number></document-id></child-doc></relation></continuation>
<us-provisional-application><document-id><country>US</country><doc-number>61700700</doc-number><date>20120914</date></document-id></us-provisional-application>
<related-publication><document-id><country>US</country><doc-number>20140333222</doc-number><kind>A1</kind><date>20141106</date></document-id></related-publication>
</us-related-documents>
<us-parties>
<us-applicants><us-applicant sequence="001" app-type="applicant"><addressbook><orgname>First &#x26; Co.</orgname><address><city>Dublin</city><state>CA</state><country>US</country></address></addressbook></us-applicant>
<us-applicant sequence="002" app-type="applicant"><addressbook><orgname>Second Inc.</orgname><address><city>Bonn</city><country>DE</country></address></addressbook></us-applicant></us-applicants>
<inventors><inventor sequence="001"><addressbook><last-name>Magar</last-name><first-name>Surendar</first-name><address><city>Dublin</city></address></addressbook></inventor>
<inventor sequence="002"><addressbook><last-name>Li</last-name><first-name>Wei</first-name></addressbook></inventor></inventors>
<agents><agent sequence="01" rep-type="attorney"><addressbook><orgname>Good Law LLP</orgname></addressbook></agent></agents>
</us-parties>
<assignees><assignee><addressbook><orgname>First &#x26; Co.</orgname><role>02</role></addressbook></assignee>
<assignee><addressbook><last-name>Doe</last-name><first-name>Jane</first-name></addressbook></assignee></assignees>
<examiners><primary-examiner><last-name>Hu</last-name><first-name>Jin</first-name><department>2154</department></primary-examiner></examiners>
<pct-or-regional-filing-data><document-id><country>WO</country><doc-number>PCT/CN2013/070900</doc-number><kind>00</kind><date>20130123</date></document-id><us-371c124-date><date>20140701</date></us-371c124-date></pct-or-regional-filing-data>
<pct-or-regional-publishing-data><document-id><country>WO</country><doc-number>WO2013/123456</doc-number><kind>A</kind><date>20130822</date></document-id></pct-or-regional-publishing-data>
</us-bibliographic-data-grant>
<abstract id="abstract"><p id="p-1" num="0000">Water is
  made.</p></abstract>
<drawings id="DRAWINGS"><figure id="Fig"><img file="D0.TIF"/></figure></drawings>
<description id="description"><heading id="h-1" level="1">FIELD</heading><p id="p-2" num="0001">See <figref idref="D">FIG. <b>1</b></figref>.</p><tables><table><row><entry>a</entry></row></table></tables></description>
<us-claim-statement>What is claimed is:</us-claim-statement>
<claims id="claims">
<claim id="CLM-00001" num="00001"><claim-text>1. A method of making H<sub>2</sub>O, comprising:
<claim-text>mixing; and</claim-text>
<claim-text>heating.</claim-text></claim-text></claim>
<claim id="CLM-00002" num="00002"><claim-text>2. The method of <claim-ref idref="CLM-00001">claim 1</claim-ref>, wherein it boils.</claim-text></claim>
<claim id="CLM-00003" num="00003"><claim-text>3. A kettle.</claim-text></claim>
</claims>
</us-patent-grant>)");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.rejected.empty());
    CHECK(got.remarks.empty());
    const auto& row = got.patents[0];
    CHECK(value(row, Field::grant_no) == "US9876543B2");
    CHECK(value(row, Field::grant_date) == "2018-01-23");
    CHECK(value(row, Field::pub_no) == "US20140333222A1");
    CHECK(value(row, Field::pub_date) == "2014-11-06");
    CHECK(value(row, Field::app_no) == "US14123456");
    CHECK(value(row, Field::app_date) == "2014-03-01");
    CHECK(value(row, Field::office) == "US");
    CHECK(value(row, Field::patent_type) == "invention");
    CHECK(value(row, Field::title) == "Making H2O in situ");
    CHECK(value(row, Field::abstract) == "Water is made.");
    CHECK(value(row, Field::description) == "FIELD\nSee FIG. 1.\na");
    CHECK(value(row, Field::claims) == "1. A method of making H2O, comprising: mixing; and heating.\n"
                                       "2. The method of claim 1, wherein it boils.\n3. A kettle.");
    CHECK(value(row, Field::first_claim) == "A method of making H2O, comprising: mixing; and heating.");
    CHECK(value(row, Field::n_claims) == "3");
    CHECK(value(row, Field::n_indep_claims) == "2");
    CHECK(value(row, Field::applicants) == "First & Co.\nSecond Inc.");
    CHECK(value(row, Field::owners) == "First & Co.\nDoe, Jane");
    CHECK(value(row, Field::inventors) == "Magar, Surendar\nLi, Wei");
    CHECK(value(row, Field::agency) == "Good Law LLP");
    CHECK(value(row, Field::country) == "US");
    CHECK(value(row, Field::province) == "CA");
    CHECK(value(row, Field::city) == "Dublin");
    CHECK(value(row, Field::ipc) == "H04L12/18\nG06F9/455");
    CHECK(value(row, Field::ipc_main) == "H04L12/18");
    CHECK(value(row, Field::cpc) == "H04L12/1813\nG06F9/45558\nC08L1/02");
    CHECK(value(row, Field::priority_numbers) == "CN201310012345.6\nUS61700700");
    CHECK(value(row, Field::priority_date) == "2012-09-14");
    CHECK(value(row, Field::parent_app_no) == "US13999999");
    CHECK(value(row, Field::pct_app_no) == "PCT/CN2013/070900");
    CHECK(value(row, Field::pct_pub_no) == "WO2013123456A");
    CHECK(value(row, Field::national_phase_date) == "2014-07-01");
    CHECK(value(row, Field::cited) ==
          "US5793966A\t\texaminer\nUS20040123456A1\t\tapplicant\nJP2004123456A\t\tthird_party");
    CHECK(value(row, Field::npl_cited) == "Doe, J. On water, 2001.");
    // What no field holds is kept under its path.
    const std::string data = "us-patent-grant/us-bibliographic-data-grant/";
    CHECK(extra(row, data + "us-exemplary-claim") == "1");
    CHECK(extra(row, data + "examiners/primary-examiner/last-name") == "Hu");
    CHECK(extra(row, data + "us-parties/inventors/inventor/addressbook/address/city") == "Dublin");
}

TEST_CASE("documents: before 2013 the inventors were the applicants, so the assignee is taken", "[ingest]") {
    const auto got = read_document(R"(<us-patent-grant><us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>D0435854</doc-number><kind>S1</kind><date>20060102</date></document-id></publication-reference>
<application-reference appl-type="design"><document-id><country>US</country><doc-number>29120433</doc-number><date>20050101</date></document-id></application-reference>
<classification-ipc><edition>7</edition><main-classification>G06F015/00</main-classification><further-classification>A61B005/00</further-classification></classification-ipc>
<references-cited><citation><patcit><document-id><country>WO</country><doc-number>WO 98/12345</doc-number></document-id></patcit><category>cited by other</category></citation></references-cited>
<parties><applicants><applicant sequence="001" app-type="applicant-inventor"><addressbook><last-name>Croy</last-name><first-name>John</first-name></addressbook></applicant></applicants></parties>
<assignees><assignee><orgname>Old Form Corp.</orgname><role>02</role></assignee></assignees>
</us-bibliographic-data-grant></us-patent-grant>)");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "USD435854S1");
    CHECK(value(row, Field::patent_type) == "design");
    CHECK(value(row, Field::applicants) == "Old Form Corp.");
    CHECK(value(row, Field::owners) == "Old Form Corp.");
    CHECK(value(row, Field::inventors) == "Croy, John");
    CHECK(value(row, Field::ipc) == "G06F15/00\nA61B5/00");
    CHECK(value(row, Field::ipc_main) == "G06F15/00");
    CHECK(value(row, Field::cited) == "WO1998012345\t\tother");
}

TEST_CASE("documents: an application as published in 2001, numbers and claims", "[ingest]") {
    const auto got = read_document(R"(<patent-application-publication><subdoc-bibliographic-information>
<document-id><doc-number>20010000044</doc-number><kind-code>A1</kind-code><document-date>20010315</document-date></document-id>
<publication-filing-type>voluntary</publication-filing-type>
<domestic-filing-data><application-number><doc-number>09342866</doc-number></application-number><application-number-series-code>09</application-number-series-code><filing-date>19990629</filing-date></domestic-filing-data>
<foreign-priority-data><priority-application-number><doc-number>11-097727</doc-number></priority-application-number><filing-date>19990405</filing-date><country-code>JP</country-code></foreign-priority-data>
<technical-information><classification-ipc><classification-ipc-primary><ipc>G06F017/60</ipc></classification-ipc-primary></classification-ipc><title-of-invention>Trade</title-of-invention></technical-information>
<continuity-data><division-of><parent-child><child><document-id><doc-number>09777392</doc-number></document-id></child><parent><document-id><doc-number>09432885</doc-number><country-code>US</country-code></document-id></parent></parent-child></division-of></continuity-data>
<inventors><first-named-inventor><name><given-name>Wayne</given-name><middle-name>W</middle-name><family-name>Lin</family-name></name></first-named-inventor></inventors>
<assignee><organization-name>TRADE CO., LTD.</organization-name></assignee>
</subdoc-bibliographic-information>
<subdoc-abstract><paragraph id="A1">Short.</paragraph></subdoc-abstract>
<subdoc-description><summary-of-invention><section><heading lvl="1">FIELD</heading><paragraph id="P-1"><number>1</number> Text.</paragraph></section></summary-of-invention></subdoc-description>
<subdoc-claims><heading>Claims</heading>
<claim id="CLM-00001"><claim-text><highlight><bold>1.</bold></highlight> A trade, <claim-text>open &minus; closed.</claim-text></claim-text></claim>
<claim id="CLM-00002"><claim-text><highlight><bold>2.</bold></highlight> As in <dependent-claim-reference depends_on="CLM-00001"><claim-text>claim 1</claim-text></dependent-claim-reference>.</claim-text></claim>
</subdoc-claims></patent-application-publication>)");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "US20010000044A1");
    CHECK(value(row, Field::grant_no) == "-");
    CHECK(value(row, Field::app_no) == "US09342866");
    CHECK(value(row, Field::title) == "Trade");
    CHECK(value(row, Field::ipc) == "G06F17/60");
    CHECK(value(row, Field::inventors) == "Lin, Wayne W");
    CHECK(value(row, Field::applicants) == "TRADE CO., LTD.");
    CHECK(value(row, Field::priority_date) == "1999-04-05");
    CHECK(value(row, Field::parent_app_no) == "US09432885");
    CHECK(value(row, Field::claims) == "1. A trade, open − closed.\n2. As in claim 1 .");
    CHECK(value(row, Field::n_indep_claims) == "1");
    CHECK(value(row, Field::abstract) == "Short.");
    CHECK(value(row, Field::description) == "FIELD\n1 Text.");
}

TEST_CASE("documents: SGML of 2001 with elements that have no end", "[ingest]") {
    const auto got =
        read_document(R"(<!DOCTYPE PATDOC PUBLIC "-//USPTO//DTD ST.32 US PATENT GRANT V2.4 2000-09-20//EN" [
<!ENTITY US06-D1.TIF SYSTEM "US06-D1.TIF" NDATA TIF>
]>
<PATDOC DTD="2.4"><SDOBI>
<B100><B110><DNUM><PDAT>06168001</PDAT></DNUM></B110><B130><PDAT>B1</PDAT></B130><B140><DATE><PDAT>20010102</PDAT></DATE></B140><B190><PDAT>US</PDAT></B190></B100>
<B200><B210><DNUM><PDAT>09413215</PDAT></DNUM></B210><B211US><PDAT>09</PDAT></B211US><B220><DATE><PDAT>19991005</PDAT></DATE></B220></B200>
<B300><B310><DNUM><PDAT>971605</PDAT></DNUM></B310><B320><DATE><PDAT>19970408</PDAT></DATE></B320><B330><CTRY><PDAT>NO</PDAT></CTRY></B330></B300>
<B500><B510><B511><PDAT>G06F 1516</PDAT></B511><B512><PDAT>B60R  900</PDAT></B512></B510><B540><STEXT><PDAT>Lamp of 10 &mgr;m &lsqb;small&rsqb;</PDAT></STEXT></B540>
<B560><B561><PCIT><DOC><DNUM><PDAT>5825759</PDAT></DNUM><KIND><PDAT>A</PDAT></KIND></DOC><PARTY-US><NAM><SNM><STEXT><PDAT>Liu</PDAT></STEXT></SNM></NAM></PARTY-US></PCIT><CITED-BY-EXAMINER></B561>
<B561><PCIT><DOC><DNUM><PDAT>WO 96/25012</PDAT></DNUM><CTRY><PDAT>WO</PDAT></CTRY></DOC></PCIT><CITED-BY-OTHER/></B561>
<B562><NCIT><STEXT><PDAT>A book.</PDAT></STEXT></NCIT><CITED-BY-OTHER></B562></B560>
<B570><B577><PDAT>2</PDAT></B577></B570></B500>
<B700><B720><B721><PARTY-US><NAM><FNM><PDAT>Thanh Van</PDAT></FNM><SNM><STEXT><PDAT>Do</PDAT></STEXT></SNM></NAM></PARTY-US></B721></B720>
<B730><B731><PARTY-US><NAM><ONM><STEXT><PDAT>Lamps AB</PDAT></STEXT></ONM></NAM><ADR><CTRY><PDAT>SE</PDAT></CTRY></ADR></PARTY-US></B731></B730></B700>
</SDOBI>
<SDOAB><BTEXT><PARA ID="P-1"><PTEXT><PDAT>A lamp.</PDAT></PTEXT></PARA></BTEXT></SDOAB>
<SDODE><BTEXT><PARA ID="P-2"><PTEXT><PDAT>See</PDAT><EMI ID="E" FILE="US06-D1.TIF"><PDAT> it.</PDAT></PTEXT></PARA></BTEXT></SDODE>
<SDOCL><H LVL="1"><STEXT><PDAT>What is claimed is:</PDAT></STEXT></H><CL><CLM ID="CLM-1"><PARA><PTEXT><PDAT>1. A lamp.</PDAT></PTEXT></PARA></CLM>
<CLM ID="CLM-2"><PARA><PTEXT><PDAT>2. As in </PDAT><CLREF ID="CLM-1"><PDAT>claim 1</PDAT></CLREF><PDAT>.</PDAT></PTEXT></PARA></CLM></CL></SDOCL>
</PATDOC>)");
    REQUIRE(got.patents.size() == 1);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "US6168001B1");
    CHECK(value(row, Field::grant_date) == "2001-01-02");
    CHECK(value(row, Field::app_no) == "US09413215");
    CHECK(value(row, Field::title) == "Lamp of 10 μm [small]");
    CHECK(value(row, Field::ipc) == "G06F15/16\nB60R9/00");
    CHECK(value(row, Field::cited) == "US5825759A\t\texaminer\nWO1996025012\t\tother");
    CHECK(value(row, Field::npl_cited) == "A book.");
    CHECK(value(row, Field::inventors) == "Do, Thanh Van");
    CHECK(value(row, Field::owners) == "Lamps AB");
    CHECK(value(row, Field::country) == "SE");
    CHECK(value(row, Field::priority_numbers) == "NO971605");
    CHECK(value(row, Field::claims) == "1. A lamp.\n2. As in claim 1.");
    CHECK(value(row, Field::n_claims) == "2");
    CHECK(value(row, Field::n_indep_claims) == "1");
    CHECK(value(row, Field::abstract) == "A lamp.");
}

TEST_CASE("documents: the green book, several documents behind a header", "[ingest]") {
    const std::string first =
        "PATN\nWKU  043479030\nSRC  6\nAPN  1925296\nAPT  1\nAPD  19800310\nTTL  Electronic reading\n"
        "      balance\nISD  19820907\nNCL  2\nINVT\nNAM  Yano; Shozo\nCTY  Kyoto\nCNT  JPX\nASSG\n"
        "NAM  Balance Corporation\nCNT  JPX\nPRIR\nCNT  JPX\nAPD  19780710\nAPN  53/84696\nCLAS\nICL  G01G "
        "1904\n"
        "ICL  G06F  728\nUREF\nPNO  4102421\nISD  19780700\nFREF\nPNO  1234567\nCNT  GBX\nOREF\nPAL  A "
        "book.\n"
        "LREP\nFRM  Law & Co\nFR2  Poe; Ann\nABST\nPAR  It weighs.\nBSUM\nPAC  FIELD\nPAR  "
        "Scales.\nDETD\nPAR  More.\n"
        "CLMS\nSTM  We claim:\nNUM  1.\nPAR  1. A balance comprising:\nPA1  a pan.\nNUM  2.\n"
        "PAR  2. A balance as claimed in claim 1 with feet.\n";
    const auto got = read_document(
        "HHHHHT     APS1      ISSUE - 820907\r\n" + first +
        "PATN\nWKU  D02434561\nSRC  5\nAPN  5184541\nAPT  4\nAPD  19741029\nTTL  Boat\nISD  19760210\nDCLM\n"
        "PAR  The ornamental design for a boat.\n");
    REQUIRE(got.patents.size() == 2);
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "US4347903");
    CHECK(value(row, Field::grant_no) == "US4347903");
    CHECK(value(row, Field::app_no) == "US06192529");
    CHECK(value(row, Field::title) == "Electronic reading balance");
    CHECK(value(row, Field::inventors) == "Yano, Shozo");
    CHECK(value(row, Field::applicants) == "Balance Corporation");
    CHECK(value(row, Field::country) == "JP");
    CHECK(value(row, Field::priority_date) == "1978-07-10");
    CHECK(value(row, Field::ipc) == "G01G19/04\nG06F7/28");
    CHECK(value(row, Field::cited) == "US4102421\nGB1234567");
    CHECK(value(row, Field::npl_cited) == "A book.");
    CHECK(value(row, Field::agency) == "Law & Co");
    CHECK(value(row, Field::agents) == "Poe, Ann");
    CHECK(value(row, Field::abstract) == "It weighs.");
    CHECK(value(row, Field::description) == "FIELD\nScales.\nMore.");
    CHECK(value(row, Field::claims) ==
          "1. A balance comprising: a pan.\n2. A balance as claimed in claim 1 with feet.");
    CHECK(value(row, Field::n_claims) == "2");
    CHECK(value(row, Field::n_indep_claims) == "1");
    CHECK(value(got.patents[1], Field::pub_no) == "USD243456");
    CHECK(value(got.patents[1], Field::patent_type) == "design");
    CHECK(value(got.patents[1], Field::first_claim) == "The ornamental design for a boat.");
    CHECK(got.patents[1].row == 2);
}

} // namespace test_documents_uspto
