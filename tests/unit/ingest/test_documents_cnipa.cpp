// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of the Chinese office and records of a vendor.
#include "documents.hpp"

namespace test_documents_cnipa {

using namespace longmen;
using reading::extra;
using reading::make_tar;
using reading::read_document;
using reading::TempFile;
using reading::value;

TEST_CASE("documents: a Chinese grant, field by field", "[ingest]") {
    const auto got = read_document(R"(<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE business:PatentDocumentAndRelated SYSTEM "/DTDS/ExternalStandards/ipphdb-entities.dtd"[]>
<business:PatentDocumentAndRelated xmlns:base="http://www.sipo.gov.cn/XMLSchema/base" xmlns:business="http://www.sipo.gov.cn/XMLSchema/business" lang="zh" country="CN" docNumber="109876543" kind="B" datePublication="20190503">
<business:BibliographicData>
<business:PublicationReference dataFormat="original" sequence="1"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>109876543</base:DocNumber><base:Kind>B</base:Kind><base:Date>20190503</base:Date></base:DocumentID></business:PublicationReference>
<business:PublicationReference dataFormat="standard" sequence="1"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>109876543</base:DocNumber><base:Kind>B</base:Kind><base:Date>20190503</base:Date></base:DocumentID></business:PublicationReference>
<business:PublicAvailabilityDate><business:GazetteReference><business:GazetteNumber>35-18</business:GazetteNumber></business:GazetteReference></business:PublicAvailabilityDate>
<business:ApplicationReference applType="10" dataFormat="original"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>201811234567.X</base:DocNumber><base:Date>20181022</base:Date></base:DocumentID></business:ApplicationReference>
<business:ApplicationReference applType="10" dataFormat="standard"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>102018001234567</base:DocNumber></base:DocumentID></business:ApplicationReference>
<business:ClassificationIPCRDetails><business:ClassificationIPCR sequence="1"><business:Section>F</business:Section><business:MainClass>16</business:MainClass><business:Subclass>J</business:Subclass><business:MainGroup>15</business:MainGroup><business:Subgroup>16</business:Subgroup><base:Text>F16J   15/16   (2006.01)</base:Text></business:ClassificationIPCR></business:ClassificationIPCRDetails>
<business:InventionTitle lang="zh">一种密封圈</business:InventionTitle>
<business:Parties><business:ApplicantDetails><business:Applicant sequence="1"><base:AddressBook lang="zh"><base:Name>甲有限公司</base:Name><base:Address><base:AddressLine>0</base:AddressLine><base:County>介休市</base:County><base:City>晋中市</base:City><base:Province>山西省</base:Province><base:PostCode>032000</base:PostCode><base:WIPOST3Code>CN</base:WIPOST3Code><base:Text>032000 山西省晋中市介休市某路1号</base:Text></base:Address></base:AddressBook><business:OrganizationCode createDate="00000000">0000000000</business:OrganizationCode></business:Applicant>
<business:Applicant sequence="2"><base:AddressBook lang="zh"><base:Name>乙大学</base:Name></base:AddressBook></business:Applicant></business:ApplicantDetails>
<business:InventorDetails><business:Inventor sequence="1"><base:AddressBook lang="zh"><base:Name>张三</base:Name></base:AddressBook></business:Inventor><business:Inventor sequence="2"><base:AddressBook lang="zh"><base:Name>李四</base:Name></base:AddressBook></business:Inventor></business:InventorDetails>
<business:AgentDetails><business:CustomerNumber>00000</business:CustomerNumber><business:Agent sequence="1"><base:AddressBook lang="zh"><base:Name>王五</base:Name></base:AddressBook><business:Agency><base:AddressBook lang="zh"><base:OrganizationName>某专利事务所</base:OrganizationName></base:AddressBook></business:Agency></business:Agent></business:AgentDetails></business:Parties>
<business:ReferencesCited><business:Citation srepPhase="SEA" sequence="1"><business:ApplicationCitation><business:PublicationReference dataFormat="standard"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>1719946</base:DocNumber><base:Kind>A</base:Kind></base:DocumentID></business:PublicationReference><business:PublicationReference dataFormat="original"><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>1719946</base:DocNumber><base:Kind>A</base:Kind></base:DocumentID></business:PublicationReference></business:ApplicationCitation></business:Citation></business:ReferencesCited>
<business:RelatedDocuments><business:RelatedPublicationDoc><base:DocumentID><base:WIPOST3Code>CN</base:WIPOST3Code><base:DocNumber>109876543</base:DocNumber><base:Kind>A</base:Kind><base:Date>20181201</base:Date></base:DocumentID></business:RelatedPublicationDoc></business:RelatedDocuments>
<business:AssigneeDetails><business:Assignee sequence="1"><base:AddressBook><base:Name>甲有限公司</base:Name></base:AddressBook></business:Assignee></business:AssigneeDetails>
<business:ExaminerDetails><business:Examiner><base:Name>赵六</base:Name></business:Examiner></business:ExaminerDetails>
</business:BibliographicData>
<business:Abstract lang="zh"><base:Paragraphs num="0001">本发明公开了
一种密封圈。</base:Paragraphs><business:AbstractFigure><base:Figure><base:Image file="1.TIF"/></base:Figure></business:AbstractFigure></business:Abstract>
<business:Description><business:InventionTitle>一种密封圈</business:InventionTitle><business:TechnicalField><base:Paragraphs num="0001">技术领域</base:Paragraphs><base:Paragraphs num="0002">涉及 O<base:Sub>2</base:Sub>，&Omega;。</base:Paragraphs></business:TechnicalField></business:Description>
<business:Claims><business:Claim num="0001"><business:ClaimText>1.一种密封圈，其特征在于，</business:ClaimText><business:ClaimText>包括圈体。</business:ClaimText></business:Claim>
<business:Claim num="0002"><business:ClaimText>2.根据权利要求1所述的密封圈，其特征在于为圆形。</business:ClaimText></business:Claim>
<business:Claim num="0003"><business:ClaimText>3.一种泵，包括权利要求1所述的密封圈。</business:ClaimText></business:Claim></business:Claims>
</business:PatentDocumentAndRelated>)");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.rejected.empty());
    CHECK(got.tables[0].source == "cnipa");
    const auto& row = got.patents[0];
    CHECK(value(row, Field::grant_no) == "CN109876543B");
    CHECK(value(row, Field::grant_date) == "2019-05-03");
    CHECK(value(row, Field::pub_no) == "CN109876543A");
    CHECK(value(row, Field::pub_date) == "2018-12-01");
    CHECK(value(row, Field::app_no) == "CN201811234567.X");
    CHECK(value(row, Field::app_date) == "2018-10-22");
    CHECK(value(row, Field::patent_type) == "invention");
    CHECK(value(row, Field::title) == "一种密封圈");
    CHECK(value(row, Field::abstract) == "本发明公开了一种密封圈。");
    CHECK(value(row, Field::ipc) == "F16J15/16");
    CHECK(value(row, Field::ipc_main) == "F16J15/16");
    CHECK(value(row, Field::applicants) == "甲有限公司\n乙大学");
    CHECK(value(row, Field::owners) == "甲有限公司");
    CHECK(value(row, Field::inventors) == "张三\n李四");
    CHECK(value(row, Field::agency) == "某专利事务所");
    CHECK(value(row, Field::agents) == "王五");
    CHECK(value(row, Field::country) == "CN");
    CHECK(value(row, Field::province) == "山西省");
    CHECK(value(row, Field::city) == "晋中市");
    CHECK(value(row, Field::county) == "介休市");
    CHECK(value(row, Field::address) == "032000 山西省晋中市介休市某路1号");
    CHECK(value(row, Field::cited) == "CN1719946A\t\tsearch");
    CHECK(value(row, Field::description) == "一种密封圈\n技术领域\n涉及 O2，Ω。");
    CHECK(value(row, Field::claims) ==
          "1.一种密封圈，其特征在于，包括圈体。\n"
          "2.根据权利要求1所述的密封圈，其特征在于为圆形。\n3.一种泵，包括权利要求1所述的密封圈。");
    CHECK(value(row, Field::first_claim) == "一种密封圈，其特征在于，包括圈体。");
    CHECK(value(row, Field::n_claims) == "3");
    CHECK(value(row, Field::n_indep_claims) == "2"); // a pump is another thing than the ring it holds
    const std::string data = "PatentDocumentAndRelated/BibliographicData/";
    CHECK(extra(row, data + "ExaminerDetails/Examiner/Name") == "赵六");
    CHECK(extra(row, data + "Parties/ApplicantDetails/Applicant/OrganizationCode") ==
          "-"); // zeros are nothing
}

TEST_CASE("documents: parts of an application as filed are joined by the number of their folder",
          "[ingest]") {
    const auto body = [](const std::string& inside) {
        return "\xef\xbb\xbf<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- 电子申请 -->\n<!DOCTYPE "
               "cn-application-body SYSTEM "
               "\"/dtdandxsl/cn-application-body-20080416.dtd\"><?xml-stylesheet type=\"text/xsl\" "
               "href=\"/x.xsl\"?>"
               "<cn-application-body lang=\"zh\" country=\"CN\">" +
               inside + "</cn-application-body>";
    };
    const auto claims =
        body("<cn-claims><claim id=\"cl001\" "
             "num=\"1\"><claim-text>一种装置，包括机架(1)、破碎<br/>\n装置。</claim-text>"
             "</claim><claim id=\"cl002\" "
             "num=\"2\"><claim-text>如权利要求1所述的装置。</claim-text></claim></cn-claims>");
    const auto text =
        body("<description><invention-title>一种装置<br/></invention-title><heading>技术领域</heading>"
             "<p id=\"p1\">属于机械。</p></description>");
    const auto drawings = body("<cn-drawings><figure id=\"f1\"><img file=\"1.jpg\"/></figure></cn-drawings>");
    const TempFile tar{"dossier.tar"};
    make_tar(tar.path(), "none",
             {{"dmh/201811234567X/100001/DA1.xml", claims},
              {"dmh/201811234567X/100002/DA2.xml", text},
              {"dmh/201811234567X/100003/DA3.xml", drawings},
              {"dmh/2018112345671/100001/DA4.xml", claims}});
    const auto got = reading::read_path(tar.path());
    REQUIRE(got.patents.size() == 3);
    for (const auto& row : got.patents) {
        CHECK(value(row, Field::app_no) == "CN201811234567.X");
    }
    CHECK(value(got.patents[0], Field::claims) ==
          "1. 一种装置，包括机架(1)、破碎装置。\n2. 如权利要求1所述的装置。");
    CHECK(value(got.patents[0], Field::n_indep_claims) == "1");
    CHECK(value(got.patents[1], Field::title) == "一种装置");
    CHECK(value(got.patents[1], Field::description) == "一种装置\n技术领域\n属于机械。");
    REQUIRE(got.rejected.size() == 1); // the check digit proves nothing
    CHECK(got.rejected[0].why.code == DiagnosticCode::no_number);
    CHECK(got.rejected[0].why.row == 4);
}

TEST_CASE("documents: a PatSnap record, field by field", "[ingest]") {
    const auto got = read_document(R"xml(<?xml version="1.0" ?>
<doc>
	<str name="Patent Number">
		US7604742
	</str>
	<str name="Application Number">US11125748</str>
	<str name="Kind Code">B2</str>
	<str name="Title">Soil products</str>
	<str name="Abstract">A process.</str>
	<str name="Document Types">US | USB | DOCDB</str>
	<str name="Application Date">2005-05-09</str>
	<str name="Application Year">2005</str>
	<str name="Publication Date">2009-10-20</str>
	<str name="All IPC">C05F1/00 | C02F3/32</str>
	<str name="IPC Primary">C05F1/00</str>
	<str name="IPC Section">C</str>
	<str name="All UPC">71/21 | 71/14</str>
	<str name="Family Members">AU2003249573A1 | US7604742</str>
	<str name="Family Member Count">2</str>
	<str name="Other References">Report. cited by examiner . | Book, 1997.</str>
	<str name="Inventor(s)">SHANKAR, HARIHARAN, S. | BHAWALKAR, UDAY</str>
	<str name="Assignee(s)">INDIAN INSTITUTE | SECOND &amp; CO</str>
	<str name="Priority Number">383/MUM/2002 | 2002-123456</str>
	<str name="Priority Country">IN | JP</str>
	<str name="Priority Date">2002-04-26 | 2002-04-25</str>
	<str name="Cites">US4262633 | EP0616296A2</str>
	<str name="Cites Count">2</str>
	<str name="Cited By">US7947105</str>
	<str name="Cited By Count">1</str>
	<str name="cited by within 3 years">1</str>
</doc>)xml");
    REQUIRE(got.patents.size() == 1);
    CHECK(got.tables[0].source == "patsnap_xml");
    const auto& row = got.patents[0];
    CHECK(value(row, Field::pub_no) == "US7604742B2");
    CHECK(value(row, Field::pub_date) == "2009-10-20");
    CHECK(value(row, Field::app_no) == "US11125748");
    CHECK(value(row, Field::app_date) == "2005-05-09");
    CHECK(value(row, Field::title) == "Soil products");
    CHECK(value(row, Field::ipc) == "C05F1/00\nC02F3/32");
    CHECK(value(row, Field::ipc_main) == "C05F1/00");
    CHECK(value(row, Field::family_members) == "AU2003249573A1\nUS7604742");
    CHECK(value(row, Field::vendor_family_size) == "2");
    CHECK(value(row, Field::npl_cited) == "Report. cited by examiner .\nBook, 1997.");
    CHECK(value(row, Field::inventors) == "SHANKAR, HARIHARAN, S.\nBHAWALKAR, UDAY");
    CHECK(value(row, Field::applicants) == "INDIAN INSTITUTE\nSECOND & CO");
    CHECK(value(row, Field::priority_numbers) == "IN383MUM2002\nJP2002123456");
    CHECK(value(row, Field::priority_date) == "2002-04-25");
    CHECK(value(row, Field::cited) == "US4262633\nEP0616296A2");
    CHECK(value(row, Field::citing) == "US7947105");
    CHECK(value(row, Field::vendor_forward_citations) == "1");
    CHECK(value(row, Field::vendor_backward_citations) == "2");
    CHECK(extra(row, "doc/str[@name=cited by within 3 years]") == "1");
    CHECK(extra(row, "doc/str[@name=All UPC]") == "71/21 | 71/14");
}

} // namespace test_documents_cnipa
